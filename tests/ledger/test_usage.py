"""`auditor usage`: what counts as one picture, one use, and for whom; and what the ledger remembers."""

import csv
import io
import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from tests.ledger.pages import FERRY, LAMP, MAYOR, Shot, newsroom, page

BRIDGE = Shot("https://pictures.example/bridge-4711.jpg")
Row = dict[str, Any]


@pytest.fixture(autouse=True)
def _no_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AUDITOR_CACHE", "")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def usage(run: Run, *arguments: object, code: int = 0) -> tuple[list[Row], list[Row], Row]:
    """The lines, the quotas and the totals that `usage` prints."""
    ended, out, err = run("usage", "--format", "jsonl", *arguments)
    assert ended == code, err
    rows = [json.loads(line) for line in out.splitlines()]
    return [r for r in rows if r["type"] == "usage"], [r for r in rows if r["type"] == "quota"], rows[-1]


def counted(lines: list[Row], *heads: str) -> list[tuple[Any, ...]]:
    """Some columns of the lines."""
    return [tuple(line[head] for head in heads) for line in lines]


def test_one_picture_in_five_copies_is_one_picture_with_five_uses(run: Run, tmp_path: Path) -> None:
    for number in range(5):
        page(
            tmp_path / "s" / f"copy{number}.html",
            Shot(f"https://cdn{number}.example/{number}77{number}9.jpg"),
            topic="x",
        )
    lines, _, total = usage(run, "s")
    assert counted(lines, "agency", "month", "pictures", "uses") == [("AFP", "2026-01", 1, 5)]
    assert (total["stories"], total["pictures"], total["uses"]) == (5, 1, 5)


@pytest.mark.parametrize(
    ("one", "other", "pictures"),
    [
        pytest.param(BRIDGE, BRIDGE, 1, id="the same address"),
        pytest.param(BRIDGE, Shot("https://cdn.example/w640/bridge-4711_640.jpg"), 1, id="another size of it"),
        pytest.param(BRIDGE, BRIDGE._replace(caption=FERRY), 1, id="the same address under another caption"),
        pytest.param(BRIDGE, BRIDGE._replace(credit="Jonas Wehner/dpa"), 1, id="the same address under another credit"),
        pytest.param(BRIDGE, Shot("https://pictures.example/bridge-4712.jpg"), 2, id="another picture of the event"),
        pytest.param(BRIDGE, Shot("https://pictures.example/ferry-4713.jpg", FERRY), 2, id="nothing in common"),
    ],
)
def test_which_uses_in_different_stories_are_one_picture(
    run: Run, tmp_path: Path, one: Shot, other: Shot, pictures: int
) -> None:
    page(tmp_path / "a" / "first.html", one)
    page(tmp_path / "b" / "second.html", other)
    assert usage(run, "a")[2]["pictures"] == 1
    assert usage(run, "b")[2]["pictures"] == 1
    _, _, total = usage(run)
    assert (total["pictures"], total["uses"]) == (pictures, 2)


def test_a_text_copy_is_known_by_its_caption_in_a_later_run(run: Run, tmp_path: Path) -> None:
    page(tmp_path / "a" / "first.html", BRIDGE)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "wire.txt").write_text(
        f"Bridge open\n\n{MAYOR} CREDIT: NADIA BRANDT/AFP\n\nBrenn has a bridge.\n"
    )
    usage(run, "a")
    usage(run, "b")
    assert usage(run)[2]["pictures"] == 1


def test_an_address_that_stands_for_many_pictures_joins_none(run: Run, tmp_path: Path) -> None:
    for number, caption in enumerate((MAYOR, FERRY, LAMP)):
        shown = (
            f"https://pictures.example/own-{number}4711.jpg 640w, https://pictures.example/loading-wheel-9000.jpg 1w"
        )
        path = page(tmp_path / "s" / f"{number}.html", Shot("https://pictures.example/loading-wheel-9000.jpg", caption))
        path.write_text(path.read_text("utf-8").replace(" alt=''", f" alt='' srcset='{shown}'"), "utf-8")
    assert usage(run, "s")[2]["pictures"] == 3


def test_a_story_counts_once_however_often_it_is_read(run: Run, tmp_path: Path) -> None:
    page(tmp_path / "s" / "one.html", BRIDGE)
    for _ in range(3):
        usage(run, "s")
    run("usage", "./s/one.html", "--no-cache")
    assert usage(run)[2]["uses"] == 1


def test_a_changed_story_replaces_its_rows(run: Run, tmp_path: Path) -> None:
    page(tmp_path / "s" / "one.html", BRIDGE, Shot("https://pictures.example/ferry-4713.jpg", FERRY))
    assert usage(run, "s")[2]["uses"] == 2
    page(tmp_path / "s" / "one.html", Shot("https://pictures.example/lamp-4714.jpg", LAMP, "Jonas Wehner/dpa"))
    usage(run, "s")
    assert counted(usage(run)[0], "agency", "pictures", "uses") == [("dpa", 1, 1)]


def test_a_moved_file_is_the_same_story_and_its_twin_is_another(run: Run, tmp_path: Path) -> None:
    path = page(tmp_path / "s" / "one.html", BRIDGE)
    usage(run, "s")
    path.rename(tmp_path / "moved.html")
    usage(run, "moved.html")
    assert usage(run)[2]["stories"] == 1
    page(tmp_path / "s" / "one.html", BRIDGE)
    usage(run, "s")
    assert (usage(run)[2]["stories"], usage(run)[2]["pictures"]) == (2, 1)


def test_uses_without_a_date_or_an_agency_have_lines_of_their_own(run: Run, tmp_path: Path) -> None:
    page(tmp_path / "s" / "undated.html", BRIDGE, date="")
    page(tmp_path / "s" / "nobody.html", Shot("https://pictures.example/ferry-4713.jpg", FERRY, ""), date="2025-12-31")
    lines, _, total = usage(run, "s", "--since", "2026")
    assert counted(lines, "agency", "month", "uses") == [("AFP", None, 1)]
    assert (total["since"], total["stories"]) == ("2026", 1)
    assert counted(usage(run)[0], "agency", "month") == [("AFP", None), (None, "2025-12")]
    _, out, _ = run("usage")
    assert "no date" in out
    assert "no agency" in out


def test_a_run_tells_of_its_own_stories_and_the_ledger_of_all(run: Run, tmp_path: Path) -> None:
    page(tmp_path / "a" / "first.html", BRIDGE, date="2026-01-07")
    page(tmp_path / "b" / "second.html", Shot("https://pictures.example/ferry-4713.jpg", FERRY), date="2026-02-07")
    usage(run, "a")
    assert counted(usage(run, "b")[0], "month") == [("2026-02",)]
    assert counted(usage(run)[0], "month") == [("2026-01",), ("2026-02",)]
    assert counted(usage(run, "--since", "2026-02")[0], "month") == [("2026-02",)]


CONTRACTS = """
[[contract]]
agency = "Agence France-Presse"
until = 2026-01-31
quota = { pictures = 1, per = "month" }
[[contract]]
agency = "Getty Images"
territories = ["GB"]
"""


@pytest.mark.parametrize(
    ("credit", "date", "line"),
    [
        ("Nadia Brandt/AFP", "2026-01-07", ("AFP", "contract", "AFP until 2026-01-31")),
        ("Nadia Brandt/AFP via Getty Images", "2026-01-07", ("Getty Images", "contract", "Getty Images (GB)")),
        ("Nadia Brandt/AFP via Shutterstock", "2026-01-07", ("AFP", "contract", "AFP until 2026-01-31")),
        ("Nadia Brandt/AFP", "2026-02-07", ("Getty Images", "contract", "Getty Images (GB)")),
        ("Jonas Wehner/dpa", "2026-01-07", ("dpa", "none", None)),
        ("Rosa Lindqvist/dpa", "2026-01-07", ("dpa", "staff", None)),
        ("Rosa Lindqvist", "2026-01-07", (None, "staff", None)),
        ("Jonas Wehner", "2026-01-07", (None, None, None)),
        ("Jonas Wehner/dpa", "", ("dpa", None, None)),
    ],
)
def test_for_whom_a_use_counts(run: Run, tmp_path: Path, credit: str, date: str, line: tuple[object, ...]) -> None:
    newsroom(tmp_path, CONTRACTS, '[[staff]]\nname = "Rosa Lindqvist"\n')
    page(tmp_path / "s" / "one.html", BRIDGE._replace(credit=credit), date=date)
    lines, _, _ = usage(run, "s", "--edition", "GB")
    assert counted(lines, "agency", "covered_by", "contract") == [line]


def test_without_contracts_nothing_is_said_about_them(run: Run, tmp_path: Path) -> None:
    page(tmp_path / "s" / "one.html", BRIDGE)
    assert counted(usage(run, "s")[0], "contract", "covered_by") == [(None, None)]
    assert "contract" not in run("usage")[1].lower()


def test_a_quota_is_counted_over_the_whole_ledger(run: Run, tmp_path: Path) -> None:
    newsroom(tmp_path, CONTRACTS)
    page(tmp_path / "a" / "first.html", BRIDGE, date="2026-01-03")
    page(tmp_path / "b" / "again.html", BRIDGE, date="2026-01-09")
    page(tmp_path / "c" / "third.html", Shot("https://pictures.example/ferry-4713.jpg", FERRY), date="2026-01-31")
    assert counted(usage(run, "a")[1], "period", "pictures", "quota", "over") == [("2026-01", 1, 1, 0)]
    assert counted(usage(run, "b")[1], "pictures", "over") == [(1, 0)]
    assert counted(usage(run, "c")[1], "pictures", "over") == [(2, 1)]
    assert counted(usage(run, "c", "--no-ledger")[1], "pictures", "over") == [(1, 0)]
    _, out, _ = run("usage")
    assert "1 over" in out
    assert "1 quota exceeded" in out


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("never", 0)])
def test_an_exceeded_quota_fails_as_its_rule_says(run: Run, tmp_path: Path, fail_on: str, code: int) -> None:
    newsroom(tmp_path, CONTRACTS)
    page(tmp_path / "s" / "one.html", BRIDGE, Shot("https://pictures.example/ferry-4713.jpg", FERRY))
    assert run("usage", "s", "--fail-on", fail_on)[0] == code


def test_edition_and_use_come_from_the_context(run: Run, tmp_path: Path) -> None:
    newsroom(
        tmp_path, CONTRACTS, settings='ledger = "counts.sqlite"\n[[context]]\nstories = "*/ie/*"\nedition = "IE"\n'
    )
    page(tmp_path / "s" / "ie" / "one.html", BRIDGE)
    page(tmp_path / "s" / "gb" / "two.html", BRIDGE)
    assert counted(usage(run, "s")[0], "edition", "pictures") == [("IE", 1), (None, 1)]
    assert (tmp_path / "counts.sqlite").is_file()


def test_what_could_not_be_read_is_said_until_it_is_read(run: Run, tmp_path: Path) -> None:
    page(tmp_path / "s" / "one.html", BRIDGE)
    (tmp_path / "s" / "two.html").write_bytes(b"\x1f\x8b\x08broken")
    assert usage(run, "s", code=3)[2]["unread"] == 1
    code, out, _ = run("usage")
    assert code == 3
    assert "two.html" in out
    (tmp_path / "s" / "two.html").write_bytes(b"\x00\x01\x02 no story at all" * 50)
    (tmp_path / "empty").mkdir()
    assert usage(run, "s", "empty", code=3)[2]["unread"] == 2
    assert usage(run, code=3)[2]["unread"] == 1  # an empty folder may fill; the file is there, for another reason
    page(tmp_path / "s" / "two.html", BRIDGE)
    usage(run, "s")
    assert usage(run)[2]["unread"] == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["usage"], "There is no ledger"),
        (["usage", "--no-ledger"], "needs paths"),
        (["usage", "--since", "last week"], "2026-01"),
        (["usage", "--since", "2026-13"], "2026-13"),
        (["usage", "s", "--chart", "--format", "csv"], "--chart"),
        (["usage", "--edition", "GB"], "need paths"),
        (["usage", "s", "--ledger", "broken.sqlite"], "broken.sqlite: the ledger cannot be used"),
        (["usage", "s", "--ledger", "s/one.html/x"], "the ledger cannot be used"),
    ],
)
def test_wrong_usage(run: Run, tmp_path: Path, arguments: list[str], said: str) -> None:
    page(tmp_path / "s" / "one.html", BRIDGE)
    (tmp_path / "broken.sqlite").write_bytes(b"no database at all, but long enough to be taken for one" * 20)
    code, _, err = run(*arguments)
    assert code == 2
    assert said in err
    assert "Traceback" not in err


def test_an_empty_folder_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "s").mkdir()
    assert usage(run, "s", code=3)[2] == {
        "type": "total", "version": 1, "since": None, "stories": 0, "pictures": 0, "uses": 0, "unread": 1,
    }  # fmt: skip


def test_the_ledger_is_private_and_a_newer_one_is_left_alone(run: Run, tmp_path: Path) -> None:
    import sqlite3

    page(tmp_path / "s" / "one.html", BRIDGE)
    usage(run, "s", "--ledger", "l.sqlite")
    assert stat.S_IMODE(os.stat("l.sqlite").st_mode) == 0o600
    with sqlite3.connect("l.sqlite") as file:
        file.execute("PRAGMA user_version = 99")
    code, _, err = run("usage", "s", "--ledger", "l.sqlite")
    assert (code, "newer auditor" in err) == (2, True)


def test_cells_of_a_spreadsheet_are_no_formulas(run: Run, tmp_path: Path) -> None:
    (tmp_path / "s").mkdir()
    (tmp_path / "s" / "=HYPERLINK(1).html").write_bytes(b"\x1f\x8b\x08broken")
    os.chdir(tmp_path / "s")
    _, out, _ = run("usage", "=HYPERLINK(1).html", "--format", "csv")
    (row,) = [row for row in csv.DictReader(io.StringIO(out)) if row["type"] == "unread"]
    assert row["story"] == "'=HYPERLINK(1).html"


def test_a_chart_draws_what_is_counted(run: Run, tmp_path: Path) -> None:
    newsroom(tmp_path, CONTRACTS)
    page(tmp_path / "s" / "one.html", BRIDGE, Shot("https://pictures.example/ferry-4713.jpg", FERRY))
    page(tmp_path / "s" / "two.html", Shot("https://pictures.example/lamp-4714.jpg", LAMP, "Jonas Wehner/dpa"))
    _, out, _ = run("usage", "s", "--chart")
    afp, dpa = (next(line for line in out.splitlines() if line.startswith(name)) for name in ("AFP", "dpa"))
    assert afp.count("█") == 2 * dpa.count("█") > 0
    assert "2 of 1" in out
