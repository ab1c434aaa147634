"""The report for people: readable at 80 columns, without colour, in a log."""

import io
from pathlib import Path

import msgspec
import pytest

from auditor import house
from auditor.model import (
    Audit,
    Copy,
    CopyGroup,
    Credit,
    Doubt,
    Finding,
    Image,
    Part,
    Picture,
    Place,
    Story,
    Unread,
    Use,
    Waived,
)
from auditor.report import rules, table
from auditor.report.words import short_names


def image(n: int, caption: str, house: str | None, kinds: tuple[str, ...] = ()) -> Image:
    credit = Credit(house, house, house=house, kinds=kinds) if house else None
    return Image(n, caption=caption, credit_line=house, credit=credit, line=4 * n)


def report(done: Audit) -> str:
    out = io.StringIO()
    table.audit(done, out)
    return out.getvalue()


PAGE = Story(
    "desk/page.html",
    "html",
    headline="Ferry makes first crossing",
    images=(
        image(1, "The ferry leaves", "Nadia Brandt/AFP"),
        image(2, "The pier", "Handout via AP", ("handout",)),
        image(3, "The crew", None),
    ),
)
WIRE = Story(
    "desk/wire.txt",
    "text",
    images=(image(1, "The ferry leaves", "AFP"), image(2, "The pier", "Handout via AP", ("handout",))),
)
GROUP = CopyGroup(
    (PAGE, WIRE),
    "84% of desk/wire.txt stands in desk/page.html. desk/page.html leads: it is the longest.",
    (
        Picture((Use(PAGE, PAGE.images[0]), Use(WIRE, WIRE.images[0])), "same URL"),
        Picture((Use(PAGE, PAGE.images[1]), Use(WIRE, WIRE.images[1])), "same URL"),
        Picture((Use(PAGE, PAGE.images[2]),), "in one copy"),
    ),
)
MISSING = Finding(
    "copies/creator-missing",
    "warning",
    "page.html names Nadia Brandt; wire.txt only AFP.",
    "Add Nadia Brandt.",
    Place("desk/wire.txt", 1, 4),
)
AUDIT = Audit("warn", (PAGE, WIRE), (Copy("desk/wire.txt", "desk/page.html", 0.84),), (GROUP,), (MISSING,))


@pytest.fixture(autouse=True)
def eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def row(text: str, said: str) -> str:
    return next(line for line in text.splitlines() if said in line)


def test_the_matrix_has_a_row_a_picture_and_a_column_a_copy() -> None:
    said = report(AUDIT)
    head = row(said, "Picture")
    assert "page.html" in head
    assert "wire.txt" in head
    assert "Nadia Brandt/ " in row(said, "The ferry leaves"), "the agency stands on the next line"
    assert "not in this copy" in row(said, "The crew")
    assert "no credit" in row(said, "The crew")
    assert "(handout)" in said


def test_a_story_with_more_pictures_than_anybody_reads_says_how_many_more() -> None:
    many = Story("a.html", "html", images=tuple(image(n, f"Pier {n}", "AFP") for n in range(1, table.MOST + 3)))
    told = report(Audit("pass", (many,)))
    assert f"Pier {table.MOST}" in told
    assert f"Pier {table.MOST + 1}" not in told
    assert "2 pictures more" in told


def test_the_odd_one_is_marked_without_colour() -> None:
    ferry = row(report(AUDIT), "The ferry leaves")
    assert "≠ AFP" in ferry
    assert "≠ Nadia" not in ferry


def test_a_finding_has_place_picture_sentence_and_remedy() -> None:
    said = report(AUDIT)
    for words in ("wire.txt:4", "picture 1", "copies/creator-missing", "only AFP.", "→ Add Nadia Brandt."):
        assert words in said


def test_why_they_are_copies_is_told_with_short_names() -> None:
    assert "84% of wire.txt stands in page.html. page.html leads" in report(AUDIT)


def test_after_many_findings_the_errors_stand_at_the_end_once_more() -> None:
    grave = tuple(
        Finding(
            "credit/missing",
            "error",
            f"Number {n} has no credit, {'and more ' * 20}.",
            "Add it.",
            Place(PAGE.name, 1, n),
        )
        for n in range(1, 13)
    )
    last = report(Audit("block", (PAGE, WIRE), findings=(*grave, MISSING))).splitlines()[-14:]
    assert [line.split(" ", 1)[0] for line in last[:10]] == ["✗"] * 10
    assert "page.html:1 Number 1 has" in last[0]
    assert "and 2 more" in last[10]
    assert "BLOCK" in " ".join(last)
    assert "BLOCK" in report(Audit("block", (PAGE,), findings=grave[:2])).splitlines()[-1]
    assert report(Audit("block", (PAGE,), findings=grave[:2])).count("Number 1") == 1


def test_names_stand_without_the_folder_they_share() -> None:
    assert short_names(["./a.txt", "./b/c.txt"]) == {"./a.txt": "a.txt", "./b/c.txt": "b/c.txt"}
    assert short_names(["x/a.txt", "x/b.txt"]) == {"x/a.txt": "a.txt", "x/b.txt": "b.txt"}
    assert short_names(["a.txt", "x/b.txt"]) == {"a.txt": "a.txt", "x/b.txt": "x/b.txt"}


def test_the_last_line_counts_everything() -> None:
    waived = Waived(MISSING, "the wire names nobody", "2999-01-01")
    done = Audit("block", (PAGE, WIRE), (), (GROUP,), (MISSING,), (waived,), 0, (Unread("x.txt", "empty"),))
    last = report(done).rstrip().splitlines()[-1]
    assert " ".join(last.split()) == "BLOCK 2 stories · 3 pictures · 1 finding (1 warning) · 1 waived · 1 not read"


def test_waived_and_unread_stand_with_their_reason() -> None:
    waived = Waived(MISSING, "the wire names nobody", "2999-01-01")
    said = report(
        Audit("block", waived=(waived,), unread=(Unread("x.txt", "The file is empty."), Unread("y", "Cut.", True)))
    )
    assert "the wire names nobody" in said
    assert "2999-01-01" in said
    assert "The file is empty." in said
    assert "In part: Cut." in said


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    long = Story("desk/" + "x" * 90 + ".html", "html", images=(image(1, "word " * 60, "Name " * 30),))
    assert max(map(len, report(Audit("pass", (PAGE, WIRE, long), (), (GROUP,))).splitlines())) <= width


def test_no_colour_reaches_a_log() -> None:
    assert "\x1b" not in report(AUDIT)


def test_many_copies_stand_in_several_tables_with_the_leading_one_in_each() -> None:
    others = tuple(Story(f"desk/copy{n}.txt", "text", images=(image(1, "The ferry leaves", "AFP"),)) for n in range(7))
    uses = tuple(Use(s, s.images[0]) for s in (PAGE, *others))
    done = Audit("pass", (PAGE, *others), (), (CopyGroup((PAGE, *others), "", (Picture(uses, ""),)),))
    heads = [line for line in report(done).splitlines() if "Picture" in line]
    assert len(heads) > 1
    assert all("page.html" in head for head in heads)
    assert all(any(f"copy{n}.txt" in head for head in heads) for n in range(7))


def test_extracted_stories_show_what_was_not_read(tmp_path: Path) -> None:
    out = io.StringIO()
    table.stories([Story("page.html", "html", images=PAGE.images, unread=("Cut below level 255.",))], out)
    assert "Cut below level 255." in out.getvalue()
    assert "Nadia Brandt/AFP" in out.getvalue()


def test_explained_a_group_says_what_it_rests_on() -> None:
    doubt = Doubt(Use(PAGE, PAGE.images[2]), Use(WIRE, WIRE.images[1]), "captions only 55% alike")
    out = io.StringIO()
    table.audit(
        Audit("pass", (PAGE, WIRE), groups=(msgspec.structs.replace(GROUP, doubts=(doubt,)),)), out, explain=True
    )
    told = " ".join(out.getvalue().split())
    assert "One picture because" in told
    assert "1 page.html 1, wire.txt 1 same URL" in told
    assert "3 page.html 3 in one copy" in told
    assert "? page.html 3, wire.txt 2 perhaps, not compared: captions only 55% alike" in told
    assert "same URL" not in report(Audit("pass", (PAGE, WIRE), groups=(GROUP,)))


def test_no_name_is_cut_on_a_narrow_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    out = io.StringIO()
    table.stories([PAGE], out)
    table.credits(
        [Credit("Nadia Brandt/AFP", "", parts=(Part("Nadia Brandt", "creator", "Nadia Brandt", "parties"),))], out, True
    )
    rules.listing(house.load(None).rules, out)
    assert "…" not in out.getvalue()
