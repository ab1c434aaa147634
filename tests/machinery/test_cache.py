"""What is built from files is kept, and never fetched when it should not be."""

import os
import pickle
from pathlib import Path

import pytest

from auditor.machinery.cache import remembered


class Builder:
    """Counts how often it builds."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> list[int]:
        self.times += 1
        return [self.times]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("AUDITOR_CACHE", str(folder))
    return folder


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "table.toml"
    path.write_text("a = 1")
    return path


def test_the_same_contents_are_built_once(cache: Path, source: Path) -> None:
    build = Builder()
    assert remembered("words", [source], build) == remembered("words", [source], build) == [1]
    assert build.times == 1


def test_other_contents_are_built_again(cache: Path, source: Path) -> None:
    build = Builder()
    remembered("words", [source], build)
    source.write_text("a = 2")
    assert remembered("words", [source], build) == [2]


def test_another_file_of_the_same_contents_is_another_source(cache: Path, source: Path, tmp_path: Path) -> None:
    build = Builder()
    remembered("words", [source], build)
    other = tmp_path / "other.toml"
    other.write_text(source.read_text())
    assert remembered("words", [other], build) == [2]


def test_a_program_under_work_fetches_nothing_outdated(
    cache: Path, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "program" / "room" / "module.py"
    module.parent.mkdir(parents=True)
    module.write_text("")
    monkeypatch.setattr("auditor.machinery.cache.__file__", str(tmp_path / "program" / "machinery" / "cache.py"))
    build = Builder()
    remembered("words", [source], build)
    os.utime(module, (2_000_000_000, 2_000_000_000))
    assert remembered("words", [source], build) == [2]


@pytest.mark.parametrize("damage", [b"", b"nonsense", pickle.dumps([7])[:-2]])
def test_a_damaged_entry_is_built_again(cache: Path, source: Path, damage: bytes) -> None:
    remembered("words", [source], Builder())
    (kept,) = cache.glob("*.pickle")
    kept.write_bytes(damage)
    assert remembered("words", [source], Builder()) == [1]


def test_a_folder_that_others_may_write_to_is_not_trusted(cache: Path, source: Path) -> None:
    build = Builder()
    remembered("words", [source], build)
    cache.chmod(0o777)
    remembered("words", [source], build)
    assert build.times == 2


def test_it_can_be_switched_off(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDITOR_CACHE", "")
    build = Builder()
    remembered("words", [source], build)
    remembered("words", [source], build)
    assert build.times == 2


def test_a_folder_that_cannot_be_made_is_done_without(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDITOR_CACHE", str(source / "inside-a-file"))
    assert remembered("words", [source], Builder()) == [1]


def test_only_the_newest_versions_are_kept(cache: Path, source: Path) -> None:
    for number in range(20):
        source.write_text(f"a = {number}")
        remembered("words", [source], Builder())
    assert len(list(cache.glob("*.pickle"))) == 8
    assert not list(cache.glob("*.new"))
