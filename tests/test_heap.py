"""`check` over many inputs: however they are read, kept and compared, the report is the same."""

import gzip
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from auditor import comparisons, reading
from auditor.copies import search
from auditor.findings import Lookout
from auditor.machinery import results, spill
from auditor.machinery.workers import Work
from auditor.model import CopyGroup, Finding, Unread
from tests.conftest import Run
from tests.copies.prose import paragraphs

ROOT = Path(__file__).parent.parent
PAGE = (
    "<html><head><title>{topic}</title></head><body><article><h1>{topic}</h1>{text}<figure><img "
    "src='https://pictures.example/{topic}-4711.jpg' alt='A ferry'><figcaption>The ferry leaves the terminal for the "
    "island of {topic}. Photo: {credit}</figcaption></figure></article></body></html>"
)


@pytest.fixture(autouse=True)
def heap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of pages and texts with their copies, of what cannot be read, and a waiver; and a cache of its own."""
    monkeypatch.setenv("AUDITOR_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "heap"
    folder.mkdir()
    for number in range(12):
        write_story(folder, number)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "cut.txt.gz").write_bytes(gzip.compress(b"a story " * 99)[:-9])
    (folder / b"not-\xff-utf-8.txt".decode("utf-8", "surrogateescape")).write_text("A story\n\nToo short to tell.\n")
    (tmp_path / "auditor.toml").write_text(
        "[[waiver]]\nrule='credit'\nstory='*partner-3*'\nreason='the ministry asked'\nuntil=2999-01-01\n"
    )
    return folder


def write_story(folder: Path, number: int) -> None:
    topic = f"Sandvik {number}"
    text = paragraphs(topic, 5)
    page = PAGE.format(topic=topic, text="".join(f"<p>{p}</p>" for p in text), credit="Nadia Brandt/AP")
    (folder / f"page-{number}.html").write_text(page, "utf-8")
    if number % 3 == 0:
        copied = page.replace("Nadia Brandt", "HANDOUT").replace(text[0], "Another beginning.")
        (folder / f"partner-{number}.html").write_text(copied, "utf-8")
    if number % 4 == 0:
        (folder / f"wire-{number}.txt").write_text("\n\n".join([topic, *text, "The ferry leaves. Photo: AP"]), "utf-8")


def report(run: Run, *options: object) -> tuple[int, str]:
    code, out, err = run("check", "--format", "json", *options, "heap")
    assert "Traceback" not in err
    return code, out


@pytest.fixture
def expected(run: Run, heap: Path) -> tuple[int, str]:
    code, out = report(run, "--jobs", 0, "--no-cache")
    told = json.loads(out)
    assert len(told["stories"]) == 20
    assert len(told["groups"]) == 6
    assert told["waived"]
    assert len(told["unread"]) == 2
    assert {"copies/creator-missing", "credit/handout-without-source"} <= {f["rule"] for f in told["findings"]}
    return code, out


WAYS: list[list[object]] = [
    [],
    ["--no-cache"],
    ["--jobs", 1],
    ["--jobs", 1, "--no-cache"],
    ["--jobs", 2],
    ["--jobs", 2, "--no-cache"],
]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: " ".join(map(str, way)) or "as usual")
def test_the_report_does_not_depend_on_the_way(run: Run, expected: tuple[int, str], way: list[object]) -> None:
    assert report(run, *way) == expected
    assert report(run, *way) == expected, "the second time"


def test_standard_input_is_read_here_beside_workers(run: Run, heap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (heap.parent / "-").write_text("A file of this name is not meant.")
    for jobs in (0, 2):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO((heap / "page-1.html").read_bytes())))
        told = json.loads(run("check", "--format", "json", "--jobs", jobs, "heap/page-1.html", "-")[1])
        assert [s["story"] for s in told["stories"]] == ["heap/page-1.html", "-"]
        assert [s["headline"] for s in told["stories"]] == ["Sandvik 1"] * 2


def test_only_files_are_for_workers(heap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(heap)
    Path("-").write_text("A file of this name is not meant.")
    os.mkfifo("pipe")
    names = ["page-1.html", "-", "pipe", "missing.html", ".", Unread("bare", "The folder holds no story.")]
    assert [name for name in names if reading.is_for_workers(name)] == ["page-1.html"]


@pytest.mark.parametrize("copies", ["all", "none"])
def test_nor_does_it_where_copies_are_told(run: Run, copies: str) -> None:
    known = report(run, "--copies", copies, "--jobs", 0, "--no-cache")
    assert report(run, "--copies", copies) == report(run, "--copies", copies, "--jobs", 2) == known


def test_a_heap_in_files_and_columns_gives_the_same(
    run: Run, expected: tuple[int, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "MANY", 2)
    monkeypatch.setattr(spill, "IN_MEMORY", 0)
    assert report(run, "--jobs", 0) == expected
    assert report(run, "--jobs", 2) == expected


def test_without_numpy_a_heap_gives_the_same(
    run: Run, expected: tuple[int, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "MANY", 2)
    monkeypatch.setattr(search, "find_spec", lambda name: None)
    assert report(run) == expected


def test_the_second_run_reads_no_page(run: Run, expected: tuple[int, str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert report(run) == expected
    read: list[str] = []
    original = reading.records.story
    monkeypatch.setattr(
        reading.records,
        "story",
        lambda page, words: read.append(page.name if hasattr(page, "name") else "") or original(page, words),
    )
    assert report(run) == expected
    assert sorted(filter(None, read)) == ["heap/empty.txt"]


CHANGES = {
    "a page": lambda folder: write_story(folder, 100),
    "a rule": lambda folder: (folder.parent / "auditor.toml").write_text("[rules]\n'credit/no-creator' = 'off'\n"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_has_changed_is_judged_anew(run: Run, heap: Path, what: str) -> None:
    before = report(run)
    CHANGES[what](heap)
    after = report(run)
    assert after != before
    assert after == report(run, "--no-cache")


def crashing(choice: reading.Choice, version: bytes) -> Work:
    """Workers for which some names are too much."""
    work = reading.prepare(choice, version)

    def weak(name: str) -> bytes:
        if "page-2" in name:
            os.kill(os.getpid(), signal.SIGSEGV)
        if "page-5" in name:
            time.sleep(600)
        return work(name)

    return weak


def test_pages_that_crash_or_hang_the_reader_are_named_and_all_others_audited(
    run: Run, expected: tuple[int, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    original = reading.prepare
    monkeypatch.setattr(reading, "prepare", crashing)
    monkeypatch.setattr(reading, "SECONDS", 2.0)
    told = json.loads(report(run, "--jobs", 2)[1])
    why = {u["story"]: u["why"] for u in told["unread"]}
    assert "The reader crashed on this file, 2 times (Segmentation fault)" in why["heap/page-2.html"]
    assert "The reader hung on this file and was stopped after 2 seconds" in why["heap/page-5.html"]
    assert told["verdict"] == "block"
    assert len(told["stories"]) == 18
    monkeypatch.setattr(reading, "prepare", original)
    assert report(run, "--jobs", 2) == expected, "what was lost is tried again in the next run"


KILLED = """
import sys
from auditor import reading
from auditor.machinery import results
from auditor.cli import main
from tests.test_heap import killing

if __name__ == "__main__":
    results.SECONDS = 0
    reading.prepare = killing
    sys.exit(main(["check", "--format", "json", "--jobs", "1", "heap"]))
"""


def killing(choice: reading.Choice, version: bytes) -> Work:
    """A worker that kills the whole run at a page."""
    work = reading.prepare(choice, version)

    def deadly(name: str) -> bytes:
        if os.environ["KILLED_AT"] in name:
            os.kill(os.getppid(), signal.SIGKILL)
            time.sleep(600)
        return work(name)

    return deadly


@pytest.mark.parametrize("at", ["page-0.html", "page-4", "wire-8"])
def test_a_killed_run_leaves_what_it_had_done(run: Run, heap: Path, expected: tuple[int, str], at: str) -> None:
    script = heap.parent / "killed.py"
    script.write_text(KILLED)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "KILLED_AT": at}
    killed = subprocess.run([sys.executable, str(script)], env=environment, capture_output=True, cwd=heap.parent)
    assert killed.returncode == -signal.SIGKILL
    assert killed.stdout == b"", "no half report"
    with sqlite3.connect(heap.parent / "cache" / results.FILE) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        done = connection.execute("SELECT count(*) FROM result").fetchone()[0]
    names = sorted(p.name for p in heap.glob("*.*") if p.name not in ("empty.txt", "cut.txt.gz"))
    assert done == next(number for number, name in enumerate(names) if at in name)
    assert report(run) == expected


@pytest.mark.parametrize("jobs", ["-1", "many", "1000", "1.5", ""])
def test_a_wrong_number_of_jobs_is_wrong_usage(run: Run, jobs: str) -> None:
    code, out, err = run("check", "--jobs", jobs, "heap")
    assert (code, out) == (2, "")
    assert "--jobs" in err


def test_copies_that_break_a_rule_are_named_and_all_others_compared(
    run: Run, expected: tuple[int, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    original = comparisons.findings.of_group

    def weak(group: CopyGroup, look: Lookout) -> Iterator[Finding]:
        if any("page-0" in story.name for story in group.stories):
            raise ValueError("a rule's own mistake")
        return original(group, look)

    monkeypatch.setattr(comparisons.findings, "of_group", weak)
    code, out = report(run)
    told, whole = json.loads(out), json.loads(expected[1])
    assert code == 1
    failed = [u for u in told["unread"] if "comparison" in u["why"]]
    assert [u["story"] for u in failed] == ["heap/page-0.html", "heap/partner-0.html", "heap/wire-0.txt"]
    assert "The comparison of these 3 copies failed (ValueError: a rule's own mistake)" in failed[0]["why"]
    assert all(u["in_part"] for u in failed)
    assert [g["stories"] for g in told["groups"]] == [g["stories"] for g in whole["groups"]]
    others = [f for f in whole["findings"] if not f["rule"].startswith("copies/") or "-0." not in f["story"]]
    assert [f for f in told["findings"] if "comparison" not in f["message"]] == others
    monkeypatch.setattr(comparisons.findings, "of_group", original)
    assert report(run) == expected, "what failed is tried again in the next run"
