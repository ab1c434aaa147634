"""Known findings: written once, counted later, told when they are gone."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

STORY = """Ferry makes first crossing

The new ferry between Sandvik and Holmsund made its first crossing on Monday, two years later
than planned and with half of the cars that the operator had hoped for on its deck.

The ferry leaves the new terminal at Sandvik on its first crossing. CREDIT NADIA BRANDT/AP

Harbour master Elin Strand said the delay had been worth every day: the piers had been too weak.
"""
TWICE = (
    STORY + "\nThe ferry leaves the new terminal at Sandvik on its first crossing. CREDIT NADIA BRANDT/AP\n\nThe end.\n"
)


def told(run: Run, *options: str) -> tuple[int, dict[str, Any], str]:
    code, out, err = run("check", "--format", "json", *options)
    return code, json.loads(out), err


def rules(report: dict[str, Any]) -> list[str]:
    return sorted(finding["rule"] for finding in report["findings"])


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")


def test_what_is_written_is_known_from_then_on(run: Run, tmp_path: Path) -> None:
    write(tmp_path, a=STORY)
    _, before, _ = told(run, "a.txt")
    code, first, err = told(run, "a.txt", "--write-baseline", "known.jsonl", "--fail-on", "notice")
    assert (code, first["verdict"], first["known"], first["findings"]) == (0, "pass", len(before["findings"]), [])
    assert f"{len(before['findings'])} findings written" in err
    _, later, err = told(run, "a.txt", "--baseline", "known.jsonl")
    assert (later["known"], later["findings"]) == (len(before["findings"]), [])
    assert err == ""


def test_the_totals_say_how_many_are_known(run: Run, tmp_path: Path) -> None:
    write(tmp_path, a=STORY)
    assert "2 known" in run("check", "a.txt", "--write-baseline", "known.jsonl")[1]


def test_the_file_is_for_people_and_for_diffs(run: Run, tmp_path: Path) -> None:
    write(tmp_path, b=STORY, a=STORY)
    run("check", "--copies", "none", ".", "--write-baseline", "known.jsonl")
    lines = (tmp_path / "known.jsonl").read_text("utf-8").splitlines()
    assert lines[0] == '{"auditor-baseline":1}'
    entries = [json.loads(line) for line in lines[1:]]
    assert [(e["story"], e["rule"], e["count"]) for e in entries] == [
        ("a.txt", "credit/all-caps", 1),
        ("a.txt", "credit/missing-colon", 1),
        ("b.txt", "credit/all-caps", 1),
        ("b.txt", "credit/missing-colon", 1),
    ]
    assert entries[0]["excerpt"] == "The name in “CREDIT NADIA BRANDT/AP” is printed in capitals."
    again = (tmp_path / "known.jsonl").read_bytes()
    run("check", "--copies", "none", "b.txt", "a.txt", "--write-baseline", "known.jsonl")
    assert (tmp_path / "known.jsonl").read_bytes() == again


# what became of the story -> the rules that are shown, how many are known
LATER = {
    "nothing": (STORY, [], 2),
    "the line moved": (STORY.replace("\n\n", "\n\n\n\n"), [], 2),
    "the same trouble once more": (TWICE, ["credit/all-caps", "credit/missing-colon"], 2),
    "another name in capitals": (
        STORY.replace("NADIA BRANDT", "ROSA LINDQVIST"),
        ["credit/all-caps", "credit/missing-colon"],
        0,
    ),
    "mended": (STORY.replace("CREDIT NADIA BRANDT", "Photo: Nadia Brandt"), [], 0),
}


@pytest.mark.parametrize("change", LATER)
def test_only_what_is_new_is_shown(run: Run, tmp_path: Path, change: str) -> None:
    story, shown, known = LATER[change]
    write(tmp_path, a=STORY)
    run("check", "a.txt", "--write-baseline", "known.jsonl")
    write(tmp_path, a=story)
    _, later, _ = told(run, "a.txt", "--baseline", "known.jsonl")
    assert (rules(later), later["known"]) == (shown, known)


def test_one_finding_less_of_two_equal_ones_is_stale(run: Run, tmp_path: Path) -> None:
    write(tmp_path, a=TWICE)
    run("check", "a.txt", "--write-baseline", "known.jsonl")
    assert [json.loads(x)["count"] for x in (tmp_path / "known.jsonl").read_text().splitlines()[1:]] == [2, 2]
    write(tmp_path, a=STORY)
    _, later, err = told(run, "a.txt", "--baseline", "known.jsonl")
    assert (later["known"], later["findings"]) == (2, [])
    assert err.count("no longer found") == 3


def test_stale_entries_are_told_and_what_was_not_looked_at_is_not_called_stale(run: Run, tmp_path: Path) -> None:
    write(tmp_path, a=STORY, b=STORY)
    run("check", "--copies", "none", "a.txt", "b.txt", "--write-baseline", "known.jsonl")
    write(tmp_path, a=STORY.replace("NADIA BRANDT", "Nadia Brandt"))
    _, _, err = told(run, "a.txt", "--baseline", "known.jsonl", "--ignore", "credit/missing-colon")
    assert "no longer found: credit/all-caps in a.txt: The name in “CREDIT NADIA BRANDT/AP”" in err
    assert "no longer found: credit/missing-colon" not in err
    assert "in b.txt" not in err
    assert "3 entries are about stories or rules that this run did not look at" in err


@pytest.mark.parametrize("path", ["a.txt", "./a.txt", "sub/../a.txt"])
def test_a_path_written_otherwise_is_the_same_story(run: Run, tmp_path: Path, path: str) -> None:
    write(tmp_path, a=STORY)
    (tmp_path / "sub").mkdir()
    run("check", "./a.txt", "--write-baseline", "known.jsonl")
    assert told(run, path, "--baseline", "known.jsonl")[1]["known"] == 2


def test_what_could_not_be_read_is_never_known(run: Run, tmp_path: Path) -> None:
    write(tmp_path, a=STORY)
    code, report, _ = told(run, "a.txt", "missing.txt", "--write-baseline", "known.jsonl")
    assert (code, rules(report)) == (3, ["audit/unread"])
    code, report, _ = told(run, "a.txt", "missing.txt", "--baseline", "known.jsonl")
    assert (code, rules(report)) == (3, ["audit/unread"])


# a file that is no baseline -> what the error names
WRONG = {
    "missing": (None, ["known.jsonl", "No such file", "--write-baseline"]),
    "empty": ("", ["known.jsonl:1", "--write-baseline"]),
    "no JSON": ("rubbish", ["known.jsonl:1", "--write-baseline"]),
    "another version": ('{"auditor-baseline":2}', ["known.jsonl:1", "version 2"]),
    "an entry cut off": ('{"auditor-baseline":1}\n{"story":"a.txt"', ["known.jsonl:2"]),
    "a wrong field": (
        '{"auditor-baseline":1}\n\n{"story":"a","rule":"b","excerpt":"c","fingerprint":"d","cuont":1}',
        ["known.jsonl:3", "cuont"],
    ),
    "not UTF-8": (b'{"auditor-baseline":1}\n\xff', ["known.jsonl", "byte 23", "UTF-8"]),
}


@pytest.mark.parametrize("mistake", WRONG)
def test_a_file_that_is_no_baseline_audits_nothing(run: Run, tmp_path: Path, mistake: str) -> None:
    content, named = WRONG[mistake]
    write(tmp_path, a=STORY)
    if content is not None:
        data = content if isinstance(content, bytes) else content.encode()
        (tmp_path / "known.jsonl").write_bytes(data)
    code, out, err = run("check", "a.txt", "--baseline", "known.jsonl")
    assert (code, out) == (2, "")
    for word in named:
        assert word in err
    assert "Traceback" not in err


def test_a_baseline_that_cannot_be_written_is_a_mistake(run: Run, tmp_path: Path) -> None:
    write(tmp_path, a=STORY)
    code, _, err = run("check", "a.txt", "--write-baseline", "no/such/known.jsonl")
    assert code == 2
    assert "no/such/known.jsonl: cannot be written" in err
