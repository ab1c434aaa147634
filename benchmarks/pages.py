"""How well captions and credits are found on real pages, and how fast.

    python benchmarks/pages.py FOLDER [--rounds N]

FOLDER holds pages and `gold.jsonl`, one JSON object a page: "page" (path below FOLDER), "publisher" and "images", each
with "urls", "caption" and "credit" (without marker) as readers see them. Every third publisher, told by the hash of its
name, is put aside: nothing may be tuned on it, and both figures are printed.

Images are matched by address, else by caption; a picture told again is not counted, nor is one that the page's "ignore"
names. Credits are equal when they have the same words as "credit" or one of "credit_alts", captions when they are
alike to nine tenths. Speed is CPU time on one core, best of N rounds, against `lxml.html` parsing the same bytes.
"""

import argparse
import gzip
import hashlib
import json
import statistics
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import html
from rapidfuzz import fuzz

from auditor.credits import take_apart
from auditor.model import Document, Image
from auditor.parsers import parse
from auditor.text import fold, tokens
from auditor.urls import picture_keys
from auditor.words import Words

RULES = Path(__file__).parent.parent / "rules"
ALIKE = 90
Page = dict[str, Any]


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    words = Words.load([RULES])
    pages = [json.loads(line) for line in (asked.folder / "gold.jsonl").read_text("utf-8").splitlines()]
    for name, some in (("tuned", False), ("put aside", True)):
        chosen = [page for page in pages if is_put_aside(page["publisher"]) is some]
        scores = (score(page, document(asked.folder / page["page"]), words) for page in chosen)
        print(f"{name:10} {report(sum(scores, Counter()))}")
    ratios = [ratio(asked.folder / page["page"], words, asked.rounds) for page in pages]
    print(f"median page: {statistics.median(ratios):.2f} times the bare parse")


def is_put_aside(publisher: str) -> bool:
    """Every third publisher."""
    return int(hashlib.sha256(publisher.encode()).hexdigest()[:8], 16) % 3 == 0


def document(path: Path) -> Document:
    """The page, unpacked where it is packed."""
    data = path.read_bytes()
    return Document(str(path), gzip.decompress(data) if path.suffix == ".gz" else data)


def score(page: Page, copy: Document, words: Words) -> Counter[str]:
    """Counts for one page, read from a copy of it: images, captions and credits expected, said and right."""
    told = [image for image in page["images"] if image["caption"] or image["credit"]]
    story = parse(copy, words)
    said = [image for image in story.images if image.via == "page" and (image.caption or image.credit_line)]
    pairs = matched(told, said)
    taken = [have for _, have in pairs]
    known = [*page["images"], *page.get("ignore", [])]
    said = [have for have in said if have in taken or not any(same_picture(want, have) for want in known)]
    counts = Counter({"images": len(told), "images said": len(said), "images right": len(pairs)})
    for field in ("caption", "credit"):
        counts[field] = sum(bool(image[field]) for image in told)
    counts["caption said"] = sum(bool(image.caption) for image in said)
    counts["credit said"] = sum(bool(image.credit_line) for image in said)
    for want, have in pairs:
        counts["caption right"] += bool(want["caption"]) and likeness(want["caption"], have.caption) >= ALIKE
        credits = [want["credit"], *want.get("credit_alts", [])]
        counts["credit right"] += any(same_credit(credit, have.credit_line, words) for credit in credits)
    return counts


def matched(told: list[Page], said: list[Image]) -> list[tuple[Page, Image]]:
    """Expected and read images, one to one: the same picture first, then the same caption."""
    pairs, left = [], list(said)
    for same in (same_picture, same_caption):
        for want in told:
            if not any(want is known for known, _ in pairs):
                found = max(
                    (h for h in left if same(want, h)), key=lambda h: likeness(want["caption"], h.caption), default=None
                )
                if found:
                    pairs.append((want, found))
                    left.remove(found)
    return pairs


def same_picture(want: Page, have: Image) -> bool:
    """By address."""
    return bool(picture_keys(want["urls"]) & picture_keys(have.src))


def same_caption(want: Page, have: Image) -> bool:
    """By caption, where the page names another address."""
    return bool(want["caption"]) and likeness(want["caption"], have.caption) >= ALIKE - 10


def likeness(one: str | None, other: str | None) -> float:
    """0 to 100."""
    return fuzz.ratio(fold(one), fold(other)) if one and other else 0.0


def same_credit(want: str | None, have: str | None, words: Words) -> bool:
    """The same words in any order, markers left out."""
    if not want or not have:
        return False
    return Counter(tokens(take_apart(want, words).line)) == Counter(tokens(take_apart(have, words).line))


def report(counts: Counter[str]) -> str:
    """Recall and precision of images, F1 of captions and credits."""
    found = counts["images right"]
    parts = [f"recall {found / max(1, counts['images']):.3f}", f"precision {found / max(1, counts['images said']):.3f}"]
    for field in ("credit", "caption"):
        measure = 2 * counts[f"{field} right"] / max(1, counts[field] + counts[f"{field} said"])
        parts += [f"{field} F1 {measure:.3f}"]
    return "  ".join(parts)


def ratio(path: Path, words: Words, rounds: int) -> float:
    """CPU time of reading a page as a story, over that of the bare parse."""
    page = document(path)
    return best(lambda: parse(page, words), rounds) / best(lambda: html.document_fromstring(page.data), rounds)


def best(work: Callable[[], object], rounds: int) -> float:
    """The shortest CPU time, in seconds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    main()
