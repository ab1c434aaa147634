"""How long finding the copies takes among many stories, how much memory, and how both grow.

    python benchmarks/copies.py [COUNT …] [--jobs N] [--folder FOLDER]

Makes short stories (default: 10,000 and 100,000) out of invented paragraphs: an archive of 50 days; most stories have
copies, shortened, edited, longer by a paragraph, or parts of a round-up; sites put their own last paragraph under
their stories. Only finding is measured, from story records in files to verified pairs: seconds by the clock and of all
processors together; memory is that of all processes together, shared pages counted once (PSS).
"""

import argparse
import datetime
import math
import os
import random
import tempfile
import threading
import time
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import msgspec

from auditor.copies import heap
from auditor.machinery import workers
from auditor.model import Story

ONSETS = (*"bdfghjklmnprstvz", "br", "dr", "fl", "gr", "kl", "pl", "st", "tr")
VOWELS = (*"aeiou", "ai", "ei", "ou")
CODAS = ("", "", *"lmnrst", "nd", "rk")
VOCABULARY = 60_000
DAYS = 50
SPREAD = 3  # days over which the copies of a story are printed
COPIES = (1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 8, 16, 24)  # stories of one text, in turn
SITES = 2000  # stories a site
BEGIN = datetime.date(2026, 1, 1)


def main() -> None:
    """Makes, measures and prints."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("counts", nargs="*", type=int, default=[10_000, 100_000], metavar="COUNT")
    asked.add_argument("--jobs", type=int, default=2)
    asked.add_argument("--folder", help="work here; not in the system's folder for temporary files")
    options = asked.parse_args()
    print(
        f"{'stories':>9} {'copies':>10} {'seconds':>8} {'CPU s':>7} {'stories/s':>10} {'memory':>9}   grown by",
        flush=True,
    )
    before = None
    for count in options.counts:
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            seconds, busy, pairs, memory = measured(Path(folder), make(Path(folder), count, options.jobs), options.jobs)
        grown = f"{count / before[0]:g} × the stories, {seconds / before[1]:.1f} × the time" if before else ""
        speed = f"{seconds:8.1f} {busy:7.1f} {count / seconds:10,.0f}"
        print(f"{count:9,} {pairs:10,} {speed} {memory / 1e9:6.2f} GB   {grown}", flush=True)
        before = count, seconds


def measured(folder: Path, sizes: Sequence[int], jobs: int) -> tuple[float, float, int, int]:
    """Seconds by the clock, of processors, copies found, and bytes of memory at the peak."""
    with Memory() as memory:
        start, before = time.perf_counter(), sum(os.times()[:4])
        pairs = sum(len(pairs.story) for pairs in heap.find_in_files(folder, sizes, jobs))
        return time.perf_counter() - start, sum(os.times()[:4]) - before, pairs, memory.peak


def make(folder: Path, count: int, jobs: int) -> list[int]:
    """Writes the stories in chunks; gives the size of each."""
    sizes = [min(heap.CHUNK, count - begin) for begin in range(0, count, heap.CHUNK)]
    tasks = (workers.Task(number, str(number)) for number in range(len(sizes)))
    list(workers.run(tasks, maker, (str(folder), count), jobs, heap.HOUR))
    return sizes


def maker(folder: str, count: int) -> workers.Work:
    """Writes one chunk of stories."""

    def work(task: str) -> bytes:
        begin = int(task) * heap.CHUNK
        told = [story(number, count) for number in range(begin, min(begin + heap.CHUNK, count))]
        (Path(folder) / f"stories-{task}").write_bytes(msgspec.msgpack.encode(told))
        return b""

    return work


def story(number: int, count: int) -> Story:
    """A story of an archive of so many; the same number gives the same story."""
    chance = random.Random(f"{number} of {count}")
    text, nth = _text(_place(number, count))
    paragraphs = _paragraphs(text, 4 + text % 4)
    site = chance.randrange(count // SITES + 1)
    if nth:
        paragraphs = _edited(paragraphs, nth, chance)
    if chance.random() < 0.3:
        paragraphs += _paragraphs(-1 - site, 1)
    return Story(
        name=f"{number}.txt",
        format="text",
        publisher=f"site {site}",
        published=(BEGIN + datetime.timedelta(days=number * DAYS // count)).isoformat(),
        paragraphs=tuple(paragraphs),
    )


def _place(number: int, count: int) -> int:
    """Scatters the copies of a text over SPREAD days: a permutation within each so many stories."""
    width = max(1, count * SPREAD // DAYS)
    block, at = divmod(number, width)
    if (block + 1) * width > count:
        return number
    step = next(step for step in range(width * 5 // 8, width + 1) if math.gcd(step, width) == 1)
    return block * width + at * step % width


def _text(place: int) -> tuple[int, int]:
    """The text that stands in a place, and which of its copies."""
    turn, at = divmod(place, sum(COPIES))
    for text, copies in enumerate(COPIES):
        if at < copies:
            return turn * len(COPIES) + text, at
        at -= copies
    raise AssertionError


def _edited(paragraphs: list[str], nth: int, chance: random.Random) -> list[str]:
    kind = nth % 5
    if kind == 1:  # shortened
        return paragraphs[: max(2, len(paragraphs) * chance.randint(4, 8) // 10)]
    if kind == 2:  # a word changed here and there
        words = paragraphs[0].split()
        words[chance.randrange(len(words))] = chance.choice(vocabulary())
        return [" ".join(words), *paragraphs[1:]]
    if kind == 3:  # a figure corrected
        return [paragraphs[0] + f" {chance.randint(2, 99)}", *paragraphs[1:]]
    if kind == 4:  # a round-up
        return [*paragraphs, *_paragraphs(chance.randrange(10**9), 4)]
    return paragraphs


def _paragraphs(text: int, count: int) -> list[str]:
    return [_paragraph(text, number) for number in range(count)]


def _paragraph(text: int, number: int) -> str:
    chance = random.Random(text * 100 + number)
    words = [vocabulary()[int(VOCABULARY * chance.random() ** 3)] for _ in range(chance.randint(30, 60))]
    if number % 2:
        words[len(words) // 2] = str(chance.randint(2, 2000))
    return " ".join(words).capitalize() + "."


@lru_cache
def vocabulary() -> list[str]:
    """Invented words, the frequent ones first and short."""
    chance = random.Random(0)
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        syllables = 1 + int(len(words) > 300) + int(len(words) > 9000)
        parts = (chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(CODAS) for _ in range(syllables))
        words["".join(parts)] = None
    return list(words)


class Memory:
    """Looks every half second at the memory of this process and its children."""

    def __enter__(self) -> "Memory":
        self.peak = 0
        self._end = threading.Event()
        self._watch = threading.Thread(target=self._look)
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._watch.join()

    def _look(self) -> None:
        while not self._end.wait(0.5):
            self.peak = max(self.peak, sum(_proportional(process) for process in _family()))


def _family() -> list[str]:
    children = Path("/proc/self/task").glob("*/children")
    return ["self", *(pid for path in children for pid in path.read_text().split())]


def _proportional(process: str) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0  # it has ended
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


if __name__ == "__main__":
    main()
