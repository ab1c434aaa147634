"""Writes run after run of the same stories into a ledger until it is killed: `python -m tests.ledger.odd_writer FILE`.

Each run has another content in every story, so that a half-written one would show.
"""

import itertools
import sys
from pathlib import Path

from auditor.ledger.shapes import Said, Scene, Sighting, Taken
from auditor.ledger.store import Ledger

STORIES = 300
EACH = 3


def main() -> None:
    """Writes, and says so after each run."""
    ledger = Ledger(Path(sys.argv[1]))
    for run in itertools.count(1):
        ledger.take_in([taken(number, run) for number in range(STORIES)], (), ())
        sys.stdout.write(f"{run}\n")
        sys.stdout.flush()


def taken(number: int, run: int) -> Taken:
    """A story of a run; its pictures change with every run."""
    shown = tuple(Sighting(((n, Said((), ("AFP",))),), (f"{number}-{run}-{n}",), "") for n in range(1, EACH + 1))
    return Taken(f"s{number}", f"/s{number}", digest(number, run), Scene("2026-01-07"), shown)


def digest(number: int, run: int) -> bytes:
    """Tells the story and, in its first half, the run."""
    return run.to_bytes(8, "big") + number.to_bytes(8, "big")


if __name__ == "__main__":
    main()
