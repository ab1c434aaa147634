"""How well and how fast credit lines are taken apart.

    python benchmarks/credits.py [--data FILE] [--seconds N]

Prints lines a second on one core (CPU time, best of five rounds, tables loaded), the time that hostile lines of 100 kB
take, and, where FILE is given, how many of its lines come out right. FILE has one JSON object a line: "raw", the
"context" with "language" and "publisher", and what is expected in "creators", "agencies", "suppliers", "kind" and
"issues".
"""

import argparse
import gc
import json
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from auditor import cli
from auditor.credits import take_apart
from auditor.words import Words

RULES = Path(__file__).parent.parent / "rules"
NAMES = ("Jane Roe", "SAUL ROE", "Hans-Peter Müller", "Ola Nordmann", "山田太郎", "Иван Петров", "J. P. Doe", "Roe")
FORMS = (
    "Photo: {}/Reuters", "(AP Photo/{}, File)", "{}/AFP via Getty Images",
    "© picture alliance/dpa | {}", "Foto: {} / NTB",
    "Mandatory Credit: Photo by {}/Shutterstock (1234567a)", "EFE/EPA/{}", "IMAGO / {}", "Credit: {}/AP More",
    "Foto: {}/Ministry of Defence/Handout via REUTERS", "（{}撮影）", "Courtesy of {}", "{} for The Guardian",
)  # fmt: skip
HOSTILE = ("/", "(", "Jane Roe/", "A, ", "撮", "Foto: ", "AP/", "photo by ", "\u200b", "Jane Roe and ", "&amp;", "- ")
FIELDS = ("creators", "agencies", "suppliers")


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--seconds", type=float, default=1.0, help="how long each of the five rounds lasts")
    asked = parser.parse_args()
    gc.set_threshold(cli.ROUND)  # as the command does
    words = Words.load([RULES])
    rows = [json.loads(line) for line in asked.data.read_text("utf-8").splitlines()] if asked.data else []
    if rows:
        print_accuracy(rows, words)
    lines = [row["raw"] for row in rows] or [form.format(name) for form in FORMS for name in NAMES]
    print(f"{max(speed(lines, words, asked.seconds) for _ in range(5)):,.0f} lines/s ({len(lines)} different lines)")
    for piece in HOSTILE:
        print(f"{hostile(piece, words) * 1000:6.1f} ms  100 kB of {piece!r}")


def speed(lines: list[str], words: Words, seconds: float) -> float:
    """Lines a second of CPU time."""
    done, start = 0, time.process_time()
    while time.process_time() - start < seconds:
        for line in lines:
            take_apart(line, words)
        done += len(lines)
    return done / (time.process_time() - start)


def hostile(piece: str, words: Words) -> float:
    """Seconds for one line of 100 kB of the same piece."""
    line = piece * (100_000 // len(piece))
    start = time.perf_counter()
    take_apart(line, words)
    return time.perf_counter() - start


def print_accuracy(rows: list[dict[str, Any]], words: Words) -> None:
    """Shares of lines whose field is as expected, capitals aside; F1 over the codes."""
    credits = [
        take_apart(
            row["raw"], words, language=row["context"].get("language"), publisher=row["context"].get("publisher")
        )
        for row in rows
    ]
    for field in FIELDS:
        right = sum(
            folded(row[field]) == folded(getattr(credit, field)) for row, credit in zip(rows, credits, strict=True)
        )
        print(f"{field:10} {right / len(rows):.3f}")
    print(f"{'kinds':10} {f1([(row['kind'], credit.kinds) for row, credit in zip(rows, credits, strict=True)]):.3f}")
    print(
        f"{'issues':10} {f1([(row['issues'], credit.issues) for row, credit in zip(rows, credits, strict=True)]):.3f}"
    )


def folded(names: Iterable[str]) -> list[str]:
    return [name.casefold() for name in names]


def f1(pairs: list[tuple[list[str], tuple[str, ...]]]) -> float:
    """F1 over all codes of all lines."""
    right = sum(len(set(wanted) & set(said)) for wanted, said in pairs)
    return 2 * right / max(1, sum(len(set(wanted)) + len(set(said)) for wanted, said in pairs))


if __name__ == "__main__":
    main()
