"""Pages a second in one process: bare lxml parse, extract, check; and how they compare.

    python benchmarks/speed.py FOLDER [--rounds N]

CPU time, median page of the folder's HTML files (.gz too); the ratios are of medians, page by page. Also prints the
median of several cold starts of the command itself, by the clock.
"""

import argparse
import datetime
import gc
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import lxml.html

from auditor import audit, cli, findings, house, read, records
from auditor.model import Document

BARE = "bare lxml parse"


def main() -> int:
    """Measures and prints."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder")
    asked.add_argument("--rounds", type=int, default=3)
    options = asked.parse_args()
    if not Path(options.folder).is_dir():
        print(f"{options.folder} is not here: nothing measured")
        return 0
    pages = [d for d in read.documents([options.folder]) if isinstance(d, Document)]
    gc.set_threshold(cli.ROUND)  # as the command does
    settled = house.load(None)
    look = findings.lookout(settled.rules, settled.words, settled.rights)
    works: dict[str, Callable[[Document], object]] = {
        BARE: lambda page: lxml.html.document_fromstring(page.data),
        "extract": lambda page: list(audit.stories([page], settled.words)),
        "check": lambda page: records.record(records.story(page, settled.words), look),
    }
    times = {name: [_seconds(work, page, options.rounds) for page in pages] for name, work in works.items()}
    print(
        f"{len(pages)} pages, {sum(len(p.data) for p in pages) / 1e6:.1f} MB, CPU time, best of {options.rounds} rounds"
    )
    for name, each in times.items():
        ratio = statistics.median(mine / bare for mine, bare in zip(each, times[BARE], strict=True))
        middle = statistics.median(each) * 1000
        print(f"{name:16} {len(each) / sum(each):7.0f} pages/s   median page {middle:6.2f} ms   {ratio:5.2f} x bare")
    _print_whole(pages, settled, options.rounds, sum(times[BARE]))
    _print_starts()
    return 0


def _seconds(work: Callable[[Document], object], page: Document, rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        begun = time.process_time()
        work(page)
        taken.append(time.process_time() - begun)
    return min(taken)


def _print_whole(pages: list[Document], settled: house.House, rounds: int, bare: float) -> None:
    """The whole run, copies found and compared, on all pages together."""

    def run(_: Document) -> object:
        told = audit.stories(pages, settled.words)
        return audit.audit(told, settled, "auto", "error", datetime.date(2026, 1, 1))

    taken = _seconds(run, pages[0], rounds)
    rate = len(pages) / taken
    print(f"{'check, one run':16} {rate:7.0f} pages/s   all pages {taken:8.2f} s    {taken / bare:5.2f} x bare")


def _print_starts() -> None:
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder, "story.txt")
        story.write_text(
            "Ferry leaves\n\nThe ferry leaves Sandvik CREDIT: NADIA BRANDT/AP\n\nIt was on time.\n", "utf-8"
        )
        for name, arguments in (("--version", ["--version"]), ("check of one text", ["check", str(story)])):
            print(f"cold start, {name}: {_start(arguments):.3f} s (median of 7)")


def _start(arguments: list[str]) -> float:
    taken = []
    for _ in range(7):
        begun = time.monotonic()
        subprocess.run([sys.executable, "-m", "auditor", *arguments], capture_output=True, check=False)
        taken.append(time.monotonic() - begun)
    return statistics.median(taken)


if __name__ == "__main__":
    sys.exit(main())
