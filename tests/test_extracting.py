"""`extract` over many inputs: whoever reads them, what is printed is the same, in the order of the inputs."""

import gzip
import io
import json
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from auditor import extracting
from auditor.commands import inputs
from auditor.copies import search
from auditor.machinery.watching import Step
from auditor.machinery.workers import Work
from tests.conftest import Run
from tests.copies.prose import paragraphs

CAPTION = "The ferry leaves the terminal for the islands. Photo: Nadia Brandt/AP"


@pytest.fixture(autouse=True)
def heap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AUDITOR_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "heap"
    folder.mkdir()
    for number in range(24):
        text = "\n\n".join([f"Story {number}", *paragraphs(f"town {number // 2}", 5), CAPTION])
        (folder / f"{number:02}.txt").write_text(text, "utf-8")
    (folder / "05.txt").write_bytes(b"")
    (folder / "06.txt.gz").write_bytes(gzip.compress(b"a story " * 99)[:-9])
    (folder / b"07-\xff.txt".decode("utf-8", "surrogateescape")).write_text("A story\n\nToo short to tell.\n")
    return folder


def extracted(run: Run, jobs: int, *more: str) -> tuple[int, str, str]:
    return run("extract", "--format", "jsonl", "--jobs", jobs, "heap", *more)


@pytest.mark.parametrize("jobs", [1, 2])
def test_workers_print_the_same_in_the_same_order(run: Run, jobs: int) -> None:
    code, out, err = extracted(run, 0)
    headlines = [json.loads(line)["headline"] for line in out.splitlines()]
    early, late = [f"Story {n}" for n in (0, 1, 2, 3, 4, 6)], [f"Story {n}" for n in range(7, 24)]
    assert headlines == [*early, "A story", *late]
    assert code == 3
    assert err.count("\n") == 2
    assert extracted(run, jobs) == (code, out, err)


def test_standard_input_keeps_its_place(run: Run, heap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for jobs in (0, 2):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO((heap / "03.txt").read_bytes())))
        out = run("extract", "--format", "jsonl", "--jobs", jobs, "heap/01.txt", "-", "missing.txt", "heap/02.txt")[1]
        assert [json.loads(line)["headline"] for line in out.splitlines()] == ["Story 1", "Story 3", "Story 2"]


def weak(config: str | None) -> Work:
    """Workers for which some names are too much."""
    work = extracting.prepare(config)

    def tried(name: str) -> bytes:
        if "02" in name:
            os.kill(os.getpid(), signal.SIGSEGV)
        if "04" in name:
            time.sleep(600)
        if "00" in name:
            time.sleep(0.5)  # the others come before it
        return work(name)

    return tried


def test_what_crashes_or_hangs_is_named_and_all_others_printed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = extracted(run, 0)[1].splitlines()
    monkeypatch.setattr(extracting, "prepare", weak)
    monkeypatch.setattr(extracting, "SECONDS", 2.0)
    code, out, err = extracted(run, 2)
    assert code == 3
    assert out.splitlines() == [line for line in whole if json.loads(line)["headline"] not in ("Story 2", "Story 4")]
    assert "heap/02.txt: The reader crashed on this file, 2 times (Segmentation fault)" in err
    assert "heap/04.txt: The reader hung on this file and was stopped after 2 seconds" in err


@pytest.fixture
def works(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[int]]:
    """The works that a bar was drawn for: their steps as they were announced, and as they were taken."""
    seen: dict[str, list[int]] = {}

    @contextmanager
    def bar(work: str, steps: int) -> Iterator[Step]:
        told = seen.setdefault(work, [0, 0])
        told[0] += steps

        def step() -> None:
            told[1] += 1

        yield step

    monkeypatch.setattr(inputs, "sys", SimpleNamespace(stderr=SimpleNamespace(isatty=lambda: True)))
    monkeypatch.setattr("auditor.report.progress.bar", bar)
    return seen


def test_a_bar_shows_how_far_reading_and_comparing_are(
    run: Run, works: dict[str, list[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    run("extract", "heap")
    assert works == {"reading": [26, 26]}
    works.clear()
    monkeypatch.setattr(search, "MANY", 2)
    run("check", "heap")
    groups = [11, 11]
    assert works["reading"] == [26, 26]
    assert works["comparing"] == groups
    run("check", "--copies", "none", "heap")
    assert works["comparing"] == groups


def test_so_it_does_while_copies_are_looked_for(
    run: Run, works: dict[str, list[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    from auditor.copies import heap

    monkeypatch.setattr(search, "MANY", 2)
    monkeypatch.setattr(heap, "CHUNK", 4)
    run("check", "heap")
    announced, taken = works["looking for copies"]
    assert announced == taken > 5


def test_no_bar_where_nobody_watches(run: Run, works: dict[str, list[int]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs.sys.stderr, "isatty", lambda: False)
    run("check", "heap")
    assert works == {}
