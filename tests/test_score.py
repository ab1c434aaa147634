"""`auditor score`: which credits are correct, and what they are counted by."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.ledger.pages import FERRY, LAMP, MAYOR, Shot, newsroom, page


@pytest.mark.parametrize(
    ("credit", "grade"),
    [
        ("Nadia Brandt/AFP", "correct"),
        ("Nadia Brandt/AFP via Getty Images", "correct"),
        ("Tom Ridgeway and Nadia Brandt/AP", "correct"),
        ("Tom Ridgeway/Ministry of Ports", "correct"),
        ("Nadia Brandt/Wikimedia Commons/CC BY-SA 4.0", "correct"),
        ("Rosa Lindqvist", "correct"),
        ("Tom Ridgeway", "no_source"),
        ("AFP", "no_maker"),
        ("Ministry of Ports/Handout via AP", "no_maker"),
        ("STR/AFP", "no_maker"),
        ("Left: Tom Ridgeway/AP; right: Nadia Brandt/AFP", "not_assignable"),
        ("No name", "uncredited"),
        ("Handout", "uncredited"),
        ("", "uncredited"),
        ("Graphic: Tom Ridgeway/dpa", "no_photograph"),
    ],
)
def test_what_a_credit_is_worth(run: Run, tmp_path: Path, credit: str, grade: str) -> None:
    newsroom(tmp_path, "", '[[staff]]\nname = "Rosa Lindqvist"\n')
    page(tmp_path / "s" / "one.html", Shot("https://pictures.example/bridge-4711.jpg", MAYOR, credit))
    whole = scores(run, "s")["all", None]
    assert {name: whole[name] for name in GRADES if whole[name]} == {grade: 1}
    assert whole["pictures"] == (grade != "no_photograph")


GRADES = ("correct", "no_source", "not_assignable", "no_maker", "uncredited", "no_photograph")


def scores(run: Run, *arguments: object, code: int = 0) -> dict[tuple[str, str | None], dict[str, object]]:
    """The scores that are printed, by what they are about."""
    ended, out, err = run("score", "--format", "jsonl", *arguments)
    assert ended == code, err
    rows = [json.loads(line) for line in out.splitlines()]
    return {(row["by"], row["value"]): row for row in rows if row["type"] == "score"}


def test_a_line_for_several_pictures_tells_of_none_who_made_it(run: Run, tmp_path: Path) -> None:
    both = "Tom Ridgeway, Nadia Brandt/AP"
    page(
        tmp_path / "s" / "one.html",
        Shot("https://pictures.example/bridge-4711.jpg", MAYOR, both),
        Shot("https://pictures.example/ferry-4712.jpg", FERRY, both),
        Shot("https://pictures.example/lamp-4713.jpg", LAMP, "Tom Ridgeway/AP"),
    )
    whole = scores(run, "s")["all", None]
    assert (whole["pictures"], whole["correct"], whole["not_assignable"]) == (3, 1, 2)


def test_shares_by_folder_agency_and_month(run: Run, tmp_path: Path) -> None:
    bridge, ferry = "https://pictures.example/bridge-4711.jpg", "https://pictures.example/ferry-4712.jpg"
    page(tmp_path / "web" / "one.html", Shot(bridge), Shot(ferry, FERRY, "AFP"), date="2026-01-07")
    page(tmp_path / "web" / "two.html", Shot(ferry, FERRY, "Tom Ridgeway"), date="2026-02-07")
    page(tmp_path / "app" / "three.html", Shot(bridge, MAYOR, ""), date="")
    told = scores(run, "web", "app")
    shares = {key: (row["pictures"], row["share"], row["maker_share"]) for key, row in told.items()}
    assert shares == {
        ("all", None): (4, 0.25, 0.5),
        ("folder", "app"): (1, 0.0, 0.0),
        ("folder", "web"): (3, 0.3333, 0.6667),
        ("agency", "AFP"): (2, 0.5, 0.5),
        ("agency", None): (2, 0.0, 0.5),
        ("month", "2026-01"): (2, 0.5, 0.5),
        ("month", "2026-02"): (1, 0.0, 1.0),
        ("month", None): (1, 0.0, 0.0),
    }


def test_a_picture_that_a_copy_repeats_counts_once_with_its_best_credit(run: Run, tmp_path: Path) -> None:
    bridge = "https://pictures.example/bridge-4711.jpg"
    page(tmp_path / "s" / "one.html", Shot(bridge, MAYOR, ""), Shot(bridge))
    whole = scores(run, "s")["all", None]
    assert (whole["pictures"], whole["correct"]) == (1, 1)


def test_the_report_names_what_it_can_be_compared_with_and_what_was_not_read(run: Run, tmp_path: Path) -> None:
    page(tmp_path / "s" / "one.html", Shot("https://pictures.example/bridge-4711.jpg"))
    (tmp_path / "s" / "two.html").write_bytes(b"\x1f\x8b\x08broken")
    code, out, _ = run("score", "s")
    assert code == 3
    for part in ("100.0% correctly credited", "58.7%", "two.html", "AFP", "2026-01"):
        assert part in out


def test_nothing_to_score_is_no_share(run: Run, tmp_path: Path) -> None:
    page(tmp_path / "s" / "one.html")
    assert scores(run, "s")["all", None]["share"] is None
    assert "– correctly credited" in run("score", "s")[1]
    (tmp_path / "empty").mkdir()
    assert run("score", "empty")[0] == 3
