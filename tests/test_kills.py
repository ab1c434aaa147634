"""`auditor kill`: every copy in which a killed picture stands, under whatever credit, and how that is known."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from tests.ledger.pages import FERRY, LAMP, MAYOR, Shot, page

BRIDGE = "https://pictures.example/bridge-4711.jpg"
NOTICE = f"""
[[picture]]
kill = 2026-01-09
reason = "Agency kill notice 4711"
src = ["{BRIDGE}"]
"""
LINKED = f'<script type="application/ld+json">{{"@type": "NewsArticle", "image": {{"@type": "ImageObject", "url": "{BRIDGE}", "creditText": "AFP"}}}}</script>'
BY_CAPTION = f"""
[[picture]]
kill = 2026-01-09
reason = "Agency kill notice 4711"
caption = "{MAYOR}"
"""


def kill(run: Run, folder: Path, notice: str, *arguments: object) -> tuple[int, list[dict[str, Any]]]:
    """The exit code, and the rows that are printed."""
    (folder / "notice.toml").write_text(notice, "utf-8")
    code, out, err = run("kill", "notice.toml", "s", "--format", "jsonl", *arguments)
    assert code != 2, err
    return code, [json.loads(line) for line in out.splitlines()]


def places(rows: list[dict[str, Any]]) -> list[tuple[str, int, bool]]:
    return [(Path(row["story"]).name, row["image"], row["sure"]) for row in rows]


def test_a_killed_picture_is_found_under_any_credit(run: Run, tmp_path: Path) -> None:
    for name, credit in (("a", "Nadia Brandt/AFP"), ("b", "Tom Ridgeway/AP"), ("c", "")):
        page(
            tmp_path / "s" / f"{name}.html",
            Shot(BRIDGE, FERRY, credit),
            Shot("https://pictures.example/lamp-1.jpg", LAMP),
        )
    code, rows = kill(run, tmp_path, NOTICE)
    assert (code, places(rows)) == (1, [("a.html", 1, True), ("b.html", 1, True), ("c.html", 1, True)])
    assert [row["credit"] for row in rows] == ["Photo: Nadia Brandt/AFP", "Photo: Tom Ridgeway/AP", None]
    assert {row["reason"] for row in rows} == {"Agency kill notice 4711"}
    assert {row["entry"] for row in rows} == {"notice.toml:2"}


def test_copies_tell_where_the_notice_cannot(run: Run, tmp_path: Path) -> None:
    page(tmp_path / "s" / "a.html", Shot(BRIDGE), topic="bridge")
    page(
        tmp_path / "s" / "b.html", Shot("https://cdn.example/0815-77123.jpg", MAYOR, "Tom Ridgeway/AP"), topic="bridge"
    )
    code, rows = kill(run, tmp_path, NOTICE)
    assert (code, places(rows)) == (1, [("a.html", 1, True), ("b.html", 1, True)])
    assert rows[1]["because"].startswith("the same picture as picture 1 of s/a.html: ")


def test_from_a_copy_the_trail_leads_on_by_address(run: Run, tmp_path: Path) -> None:
    """The notice knows the caption, a copy another address, and a third story, with a new caption, that one."""
    page(tmp_path / "s" / "a.html", Shot("https://pictures.example/quay-90001.jpg"), topic="bridge")
    page(tmp_path / "s" / "z.html", Shot("https://pictures.example/quay-90001.jpg", FERRY, "Tom Ridgeway/AP"))
    code, rows = kill(run, tmp_path, BY_CAPTION)
    assert (code, places(rows)) == (1, [("a.html", 1, True), ("z.html", 1, True)])
    assert rows[1]["because"] == "the same address as picture 1 of s/a.html"


def test_what_is_made_for_machines_is_found_too(run: Run, tmp_path: Path) -> None:
    path = page(tmp_path / "s" / "a.html", Shot("https://pictures.example/ferry-4712.jpg", FERRY))
    html = path.read_text("utf-8").replace("</head>", f"{LINKED}</head>")
    path.write_text(html, "utf-8")
    _, rows = kill(run, tmp_path, NOTICE)
    assert [row["via"] for row in rows] == ["json-ld"]


def test_nothing_stands(run: Run, tmp_path: Path) -> None:
    page(tmp_path / "s" / "a.html", Shot("https://pictures.example/ferry-4712.jpg", FERRY))
    assert kill(run, tmp_path, NOTICE) == (0, [])
    assert "stands nowhere · 1 story looked at" in run("kill", "notice.toml", "s")[1]


def test_what_could_not_be_read_is_not_passed_as_clean(run: Run, tmp_path: Path) -> None:
    (tmp_path / "s").mkdir()
    (tmp_path / "s" / "a.html").write_bytes(b"\x1f\x8b\x08broken")
    code, rows = kill(run, tmp_path, NOTICE)
    assert (code, [row["type"] for row in rows]) == (3, ["unread"])
    assert "not found in what could be read" in run("kill", "notice.toml", "s")[1]
    page(tmp_path / "s" / "b.html", Shot(BRIDGE))
    assert kill(run, tmp_path, NOTICE)[0] == 1


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_other_formats(run: Run, tmp_path: Path, form: str) -> None:
    page(tmp_path / "s" / "a.html", Shot(BRIDGE, "=SUM(1) \x1b[2J" + MAYOR, "Nadia Brandt/AFP"))
    (tmp_path / "notice.toml").write_text(NOTICE, "utf-8")
    code, out, _ = run("kill", "notice.toml", "s", "--format", form)
    assert (code, "\x1b" in out) == (1, False)
    if form == "json":
        assert [row["image"] for row in json.loads(out)] == [1]
    if form == "csv":
        (row,) = csv.DictReader(io.StringIO(out))
        assert row["caption"].startswith("'=SUM")


@pytest.mark.parametrize(
    ("notice", "said"),
    [
        ("", "no [[picture]]"),
        (
            '[[picture]]\nuntil = 2026-01-09\nreason = "x"\nids = ["AP19001"]\n',
            "notice.toml:1: this entry kills nothing",
        ),
        ('[[picture]]\nkill = 2026-01-09\nreason = "x"\n', "notice.toml:1"),
        ('[[picture]]\nkil = 2026-01-09\nreason = "x"\n', "kil"),
        ("[[picture", "no valid TOML"),
    ],
)
def test_notices_that_say_nothing(run: Run, tmp_path: Path, notice: str, said: str) -> None:
    page(tmp_path / "s" / "a.html", Shot(BRIDGE))
    (tmp_path / "notice.toml").write_text(notice, "utf-8")
    code, out, err = run("kill", "notice.toml", "s")
    assert (code, out) == (2, "")
    assert said in err


def test_a_notice_that_is_not_there(run: Run, tmp_path: Path) -> None:
    page(tmp_path / "s" / "a.html", Shot(BRIDGE))
    code, _, err = run("kill", "notice.toml", "s")
    assert (code, "notice.toml" in err, "Traceback" in err) == (2, True, False)
