"""Results of earlier runs: kept, forgotten, damaged, locked, and safe from a kill."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from auditor.machinery import results
from auditor.machinery.results import FILE, Results, key, opened

ROOT = Path(__file__).parents[2]
KEY, OTHER = key(b"1", "a.txt", b"story"), key(b"1", "b.txt", b"story")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AUDITOR_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_a_result_is_there_in_the_next_run() -> None:
    with opened() as kept:
        assert kept
        kept.put(KEY, b"result")
    with opened() as kept:
        assert kept
        assert kept.get(KEY) == b"result"
        assert kept.get(OTHER) is None


KEYS = [
    (b"1", "a.txt", b"story"),
    (b"2", "a.txt", b"story"),
    (b"1", "b.txt", b"story"),
    (b"1", "a.txt", b"story."),
    (b"1a", ".txt", b"story"),
]


def test_version_name_and_bytes_each_make_another_key() -> None:
    assert len({key(*of) for of in KEYS}) == len(KEYS)


@pytest.mark.parametrize("setting", ["", "off"])
def test_where_nothing_may_be_kept_nothing_is(monkeypatch: pytest.MonkeyPatch, folder: Path, setting: str) -> None:
    if not setting:
        monkeypatch.setenv("AUDITOR_CACHE", "")
    with opened(wanted=not setting) as kept:
        assert kept is None
    assert not folder.exists()


def test_the_file_is_in_a_folder_of_the_users_own(folder: Path) -> None:
    with opened() as kept:
        assert kept
    assert (folder / FILE).exists()
    assert folder.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("damage", [b"", b"no database at all, but long enough to be read as one " * 50])
def test_a_damaged_file_is_made_anew(folder: Path, damage: bytes) -> None:
    folder.mkdir(mode=0o700)
    (folder / FILE).write_bytes(damage)
    with opened() as kept:
        assert kept
        kept.put(KEY, b"result")
        kept.write()
        assert kept.get(KEY) == b"result"


def test_a_damaged_entry_is_no_result(folder: Path) -> None:
    with opened() as kept:
        assert kept
        kept.put(KEY, b"result")
    with sqlite3.connect(folder / FILE) as connection:
        connection.execute("UPDATE result SET data = x'00'")
    with opened() as kept:
        assert kept
        assert kept.get(KEY) is None


def test_a_file_that_another_run_has_locked_costs_the_result_only(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "WAIT", 0.01)
    with opened() as kept:
        assert kept
        other = sqlite3.connect(folder / FILE)
        other.execute("BEGIN IMMEDIATE")
        kept.put(KEY, b"result")
        kept.write()
        assert kept.get(KEY) is None
        other.close()
        kept.put(KEY, b"result")
        kept.write()
        assert kept.get(KEY) == b"result"


def test_what_no_run_has_used_for_long_is_forgotten(folder: Path) -> None:
    with opened() as kept:
        assert kept
        kept.put(KEY, b"old")
        kept.put(OTHER, b"old but used")
    with sqlite3.connect(folder / FILE) as connection:
        connection.execute("UPDATE result SET day = day - 31")
    with opened() as kept:
        assert kept
        assert kept.get(OTHER)
    with opened() as kept:
        assert kept
        assert kept.get(KEY) is None
        assert kept.get(OTHER) == b"old but used"


WRITER = """
from auditor.machinery.results import opened

with opened() as kept:
    for number in range(10 ** 6):
        kept.put(number.to_bytes(16, "big"), b"result %d" % number)
        if number % 10 == 9:
            kept.write()
            print(number + 1, flush=True)
"""


@pytest.mark.parametrize("lines", [1, 2, 7, 40])
def test_a_kill_loses_nothing_that_was_written(folder: Path, lines: int) -> None:
    paths = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-c", WRITER], env=paths, stdout=subprocess.PIPE) as writer:
        assert writer.stdout
        written = [int(writer.stdout.readline()) for _ in range(lines)][-1]
        writer.kill()
    found = Results.at(folder / FILE)
    assert found
    assert all(found.get(n.to_bytes(16, "big")) == b"result %d" % n for n in range(written))
    with sqlite3.connect(folder / FILE) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) % 10 FROM result").fetchone() == (0,), "half a transaction"
