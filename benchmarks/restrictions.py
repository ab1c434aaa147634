"""Which of the restrictions in tests/rights/restrictions.jsonl are read exactly, and what is read in ordinary captions.

    python benchmarks/restrictions.py [--misses] [--aside]

The half of the texts whose SHA-256 begins with an odd number (first 8 hex digits) is put aside: whoever works on the
reader looks at the other half's misses only (`--misses`). `--aside` shows those put aside, once the work is done.
"""

import argparse
import datetime
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from auditor.house import load
from auditor.rights.conditions import read
from auditor.rights.shapes import Condition
from auditor.words import Words

FOLDER = Path(__file__).parent.parent / "tests" / "rights"


def main() -> None:
    """Prints the share of exact texts in both halves, and the conditions invented in ordinary captions."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="show the misses of the half worked on")
    parser.add_argument("--aside", action="store_true", help="show those of the half put aside")
    asked = parser.parse_args()
    words = load(None).words
    for name, aside, shown in (("worked on", False, asked.misses), ("put aside", True, asked.aside)):
        half = [text for text in texts() if is_aside(text["text"]) == aside]
        missed = [(text, found) for text in half if (found := said(text, words)) != set(text["conditions"])]
        print(f"{name}: {len(half) - len(missed)} of {len(half)} exact ({1 - len(missed) / len(half):.1%})")
        for text, found in missed if shown else ():
            print(f"  {text['text']}\n    wanted {sorted(text['conditions'])}\n    read   {sorted(found)}")
    captions = list(ordinary())
    invented = [
        (text, found) for language, text in captions if (found := read(text, "caption", words, language=language))
    ]
    print(f"ordinary captions: {len(captions)}, with a condition invented: {len(invented)}")
    for caption, conditions in invented:
        print(f"  {caption}\n    {[printed(c) for c in conditions]}")


def texts() -> list[dict[str, Any]]:
    """The restriction texts, each with its agency, language, place and conditions."""
    return [json.loads(line) for line in (FOLDER / "restrictions.jsonl").read_text("utf-8").splitlines()]


def is_aside(text: str) -> bool:
    """Is a text of the half that nobody looks at while the reader is worked on?"""
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) % 2 == 1


def said(text: dict[str, Any], words: Words) -> set[str]:
    """The conditions that are read in a text, as the file has them."""
    day = datetime.date.fromisoformat(text["published"]) if "published" in text else None
    return set(map(printed, read(text["text"], text["where"], words, language=text["language"], day=day)))


def printed(condition: Condition) -> str:
    """A condition in a few words: "territory not GB IE", "until 14 days"."""
    return " ".join([condition.what, *_details(condition)])


def _details(condition: Condition) -> Iterator[str]:
    if condition.what == "territory":
        yield from ("only", *condition.only) if condition.only else ("not", *condition.barred)
        yield from ("for", str(condition.days), "days") if condition.days else ()
    elif condition.what == "until":
        yield from (condition.until.isoformat(),) if condition.until else (str(condition.days), "days")
    elif condition.what == "embargo":
        yield condition.start or ""
    yield from condition.uses


def ordinary() -> Iterable[tuple[str, str]]:
    """The captions that state no condition, each with its language."""
    language = ""
    for line in (FOLDER / "ordinary.txt").read_text("utf-8").splitlines():
        if line.startswith("## "):
            language = line[3:]
        elif line and not line.startswith("#"):
            yield language, line


if __name__ == "__main__":
    main()
