"""Pages a second of `auditor check` over a heap, with one worker process and with two, then again from the cache.

    python benchmarks/heap.py FOLDER [--pages 10000] [--jobs 1 2]

Makes the heap in a temporary folder out of the HTML pages of the folder, with headlines and paragraphs of other pages
shuffled in, and the words of every sentence outside captions, so that no two tell the same by chance; every tenth page
has the paragraphs of the page before it. Prints seconds by the clock and of all processors, pages a second, and the
most memory that any process held.
"""

import argparse
import gzip
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

HEADLINE = re.compile(r"(<h1\b[^<>]*>)([^<>]{1,300})(?=</h1>)", re.I)
COPY = 10
SENTENCES = re.compile(r"<(script|style|figcaption)\b.*?</\1>|(?<=>)[^<>]{40,3000}(?=<)", re.I | re.S)
PARAGRAPH = re.compile(r"(<p\b[^<>]*>)([^<>]{40,3000})(?=</p>)", re.I)


def main() -> None:
    """Makes, runs and prints."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder")
    asked.add_argument("--pages", type=int, default=10_000)
    asked.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    options = asked.parse_args()
    pages = [text(path) for path in sorted(Path(options.folder).rglob("*.htm*"))]
    if not pages:
        print(f"{options.folder} holds no HTML pages: nothing measured")
        return
    with tempfile.TemporaryDirectory() as folder:
        heap, cache = Path(folder, "heap"), Path(folder, "cache")
        size = sum(write(heap, page, number) for number, page in enumerate(shuffled(pages, options.pages)))
        print(f"{options.pages:,} pages, {size / 1e6:,.0f} MB")
        for jobs in options.jobs[:-1]:
            show(f"{jobs} at work", check(heap, cache, jobs, "--no-cache"), options.pages)
        for what in (f"{options.jobs[-1]} at work, results kept", "from kept results"):
            show(what, check(heap, cache, options.jobs[-1]), options.pages)


def text(path: Path) -> str:
    """A page as text; bytes that are not UTF-8 pass as they are."""
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8", "surrogateescape")


def shuffled(pages: Sequence[str], count: int) -> Iterator[str]:
    """So many pages, in turn, with other headlines and paragraphs; every COPYth with those of the page before."""
    headlines = [said[2] for page in pages for said in HEADLINE.finditer(page)]
    paragraphs = [said[2] for page in pages for said in PARAGRAPH.finditer(page)]
    for number in range(count):
        chance = random.Random(number - (number % COPY == COPY - 1))
        yield retold(pages[number % len(pages)], headlines, paragraphs, chance)


def retold(page: str, headlines: Sequence[str], paragraphs: Sequence[str], chance: random.Random) -> str:
    """A page with other headlines and paragraphs, and its remaining sentences mixed."""
    page = HEADLINE.sub(lambda said: said[1] + chance.choice(headlines), page)
    page = PARAGRAPH.sub(lambda said: said[1] + chance.choice(paragraphs), page)
    return SENTENCES.sub(lambda said: said[0] if said[1] else mixed(said[0], chance), page)


def mixed(paragraph: str, chance: random.Random) -> str:
    """The words of a paragraph in another order."""
    words = paragraph.split()
    chance.shuffle(words)
    return " ".join(words)


def write(folder: Path, page: str, number: int) -> int:
    """Writes a page into a folder of a thousand; gives its size in bytes."""
    path = folder / f"{number // 1000:03}" / f"{number:06}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.write_bytes(page.encode("utf-8", "surrogateescape"))


def check(heap: Path, cache: Path, jobs: int, *options: str) -> tuple[float, float, int, int]:
    """Seconds by the clock, of processors, bytes of the largest process, bytes of the report."""
    command = [sys.executable, "-m", "auditor", "check", "--format", "json", "--jobs", str(jobs), *options, str(heap)]
    begun, before = time.perf_counter(), sum(os.times()[:4])
    with tempfile.TemporaryFile() as report:
        run = subprocess.run(command, stdout=report, env={**os.environ, "AUDITOR_CACHE": str(cache)}, check=False)
        size = report.seek(0, os.SEEK_END)
    if run.returncode not in (0, 1, 3) or not size:
        raise SystemExit(f"auditor ended with {run.returncode}, and a report of {size} bytes")
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return time.perf_counter() - begun, sum(os.times()[:4]) - before, most, size


def show(what: str, figures: tuple[float, float, int, int], pages: int) -> None:
    """One line of the table."""
    seconds, busy, memory, report = figures
    speed = f"{seconds:7.1f} s   {busy:7.1f} CPU s   {pages / seconds:6.0f} pages/s"
    size = f"largest process so far {memory / 1e6:5.0f} MB   report {report / 1e6:.1f} MB"
    print(f"{what:25} {speed}   {size}", flush=True)


if __name__ == "__main__":
    main()
