"""Pages a second: bare lxml parse, extract, check; and how they compare.

    python benchmarks/speed.py FOLDER [--rounds N]

CPU time, median page of the folder's HTML files (.gz too); the ratios are of medians, page by page. A page is met once
only: each round is a process of its own, warmed on other pages, so that nothing is remembered of the page itself. Also
prints the memory at the end, and the median of several cold starts of the command itself, by the clock.
"""

import argparse
import datetime
import gc
import json
import resource
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
WARMING = Path(__file__).parent.parent / "samples"
Work = Callable[[Document], object]


def main() -> int:
    """Measures and prints."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder")
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--leg", help=argparse.SUPPRESS)
    options = asked.parse_args()
    if not Path(options.folder).is_dir():
        print(f"{options.folder} is not here: nothing measured")
        return 0
    if options.leg:
        print(json.dumps(_times(options.folder, options.leg)))
        return 0
    pages = _pages(options.folder)
    size = sum(len(page.data) for page in pages) / 1e6
    print(f"{len(pages)} pages, {size:.1f} MB, each met once, CPU time, best of {options.rounds} rounds")
    bare = _print_leg(BARE, options, None)
    for leg in ("extract", "check"):
        _print_leg(leg, options, bare)
    _print_whole(pages, sum(bare))
    _print_starts()
    return 0


def _works() -> dict[str, Work]:
    settled = house.load(None)
    look = findings.lookout(settled.rules, settled.words, settled.rights)
    return {
        BARE: lambda page: lxml.html.document_fromstring(page.data),
        "extract": lambda page: list(audit.stories([page], settled.words)),
        "check": lambda page: records.record(records.story(page, settled.words), look),
    }


def _pages(folder: str | Path) -> list[Document]:
    return [page for page in read.documents([str(folder)]) if isinstance(page, Document)]


def _times(folder: str, leg: str) -> tuple[list[float], int]:
    """Seconds for each page of the folder, after a warming on pages of ours; and the memory at the end in kB."""
    gc.set_threshold(cli.ROUND)  # as the command does
    work, pages = _works()[leg], _pages(folder)
    for page in _pages(WARMING):
        if page.name.endswith(".html"):
            work(page)
    return [_seconds(work, page) for page in pages], resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _seconds(work: Work, page: Document) -> float:
    begun = time.process_time()
    work(page)
    return time.process_time() - begun


def _print_leg(leg: str, options: argparse.Namespace, bare: list[float] | None) -> list[float]:
    """Runs the rounds of one leg; its times are printed beside those of the bare parse, and handed back."""
    command = [sys.executable, __file__, options.folder, "--leg", leg]
    rounds = [
        json.loads(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(options.rounds)
    ]
    best = [min(times) for times in zip(*(times for times, _ in rounds), strict=True)]
    ratio = statistics.median(mine / other for mine, other in zip(best, bare or best, strict=True))
    middle, memory = statistics.median(best) * 1000, max(memory for _, memory in rounds) / 1000
    rate = f"{len(best) / sum(best):7.0f} pages/s   median page {middle:6.2f} ms"
    print(f"{leg:16} {rate}   {ratio:5.2f} x bare   {memory:4.0f} MB")
    return best


def _print_whole(pages: list[Document], bare: float) -> None:
    """The whole run, copies found and compared, on all pages together."""
    gc.set_threshold(cli.ROUND)
    settled = house.load(None)
    begun = time.process_time()
    told = audit.stories(pages, settled.words)
    audit.audit(told, settled, "auto", "error", datetime.date(2026, 1, 1))
    taken = time.process_time() - begun
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
