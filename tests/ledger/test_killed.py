"""A ledger whose writer is killed at any moment is whole: a run is in it, or it is not."""

import random
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from auditor.ledger.store import Ledger
from tests.ledger.odd_writer import EACH, STORIES, taken

ROOT = Path(__file__).parents[2]
KILLS = 8


def killed(file: Path, seconds: float) -> int:
    """Lets a writer end at least one run, kills it so much later; the last run that it said was written."""
    command = [sys.executable, "-m", "tests.ledger.odd_writer", str(file)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        said = [writer.stdout.readline()]
        timer = threading.Timer(seconds, writer.kill)
        timer.start()
        said += writer.stdout.readlines()
    assert writer.returncode == -signal.SIGKILL
    return max(int(line) for line in said if line.endswith("\n"))


@pytest.mark.parametrize("number", range(KILLS))
def test_a_killed_run_is_in_the_ledger_or_it_is_not(tmp_path: Path, number: int) -> None:
    file = tmp_path / "ledger.sqlite"
    last = killed(file, random.Random(number).uniform(0.0, 0.4))
    with closing(sqlite3.connect(file)) as ledger:
        assert ledger.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        runs = ledger.execute("SELECT substr(digest, 1, 8), count(*) FROM story GROUP BY 1").fetchall()
        uses = ledger.execute("SELECT count(*), count(DISTINCT picture) FROM use").fetchone()
        orphans = ledger.execute("SELECT count(*) FROM use WHERE picture NOT IN (SELECT id FROM picture)").fetchone()
    ((run, stories),) = runs
    assert int.from_bytes(run, "big") >= last, "a run that was said to be written is lost"
    assert (stories, *uses, *orphans) == (STORIES, STORIES * EACH, STORIES * EACH, 0)


def test_the_next_run_goes_on_where_a_killed_one_stopped(tmp_path: Path) -> None:
    file = tmp_path / "ledger.sqlite"
    killed(file, 0.1)
    with closing(Ledger(file)) as ledger:
        ledger.take_in([taken(number, 0) for number in range(STORIES + 1)], (), ())
        assert sum(1 for _ in ledger.uses()) == (STORIES + 1) * EACH


def test_a_copy_may_be_written_to_while_others_use_the_ledger(tmp_path: Path) -> None:
    file = tmp_path / "ledger.sqlite"
    with closing(Ledger(file)) as one:
        one.take_in([taken(1, 1)], (), ())
        with closing(sqlite3.connect(file)) as writing:
            writing.execute("BEGIN IMMEDIATE")
            with closing(Ledger.copy_of(file)) as copy:
                copy.take_in([taken(2, 1)], (), ())
                assert len(list(copy.uses())) == 2 * EACH
        assert len(list(one.uses())) == EACH
