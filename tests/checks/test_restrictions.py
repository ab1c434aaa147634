"""Conditions of a picture's use that get lost between copies, and who may rightly leave them out."""

import pytest

from auditor import copies
from auditor.checks.copies.restrictions import restriction_missing
from auditor.credits import credited
from auditor.house import House
from auditor.model import Image, Story

SRC = ("https://p.example/ferry.jpg",)
CASES = [
    ("gone from the partner's page", ("html", "EPA/ANA RUIZ NO SALES"), ("html", "Ana Ruiz/EPA"), "NO SALES"),
    ("gone from the archive", ("text", "(Ana Ruiz/EPA) NO ARCHIVES"), ("text", "(Ana Ruiz/EPA)"), "NO ARCHIVES"),
    ("gone from the archive of a page", ("html", "EPA/ANA RUIZ NO SALES"), ("text", "(Ana Ruiz/EPA)"), "NO SALES"),
    (
        "a page for readers leaves out what the wire says",
        ("text", "(Ana Ruiz/EPA) NO SALES"),
        ("html", "Ana Ruiz/EPA"),
        None,
    ),
    ("in other words", ("html", "EPA/ANA RUIZ NO SALES"), ("html", "Ana Ruiz/EPA NOT FOR RESALE"), None),
    (
        "two at once",
        ("html", "EPA/ANA RUIZ NO SALES. NO ARCHIVES"),
        ("html", "Ana Ruiz/EPA"),
        "NO SALES” and “NO ARCHIVES",
    ),
    ("a credit that is printed is obeyed", ("html", "MANDATORY CREDIT: Ana Ruiz/EPA"), ("html", "Ana Ruiz/EPA"), None),
    ("a code goes with the credit", ("html", "HONS/AP"), ("html", "AP"), None),
]


@pytest.mark.parametrize(("_", "one", "other", "words"), CASES, ids=[case[0] for case in CASES])
def test_what_is_said_of_two_copies(
    _: str, one: tuple[str, str], other: tuple[str, str], words: str | None, shipped_house: House
) -> None:
    stories = [story(f"copy {n}", *said, shipped_house) for n, said in enumerate((one, other), 1)]
    (group,) = copies.group(stories, "all")[1]
    found = list(restriction_missing(group, shipped_house.words))
    assert [e.values["words"] for e in found] == ([words] if words else [])
    assert [e.at.story for e in found if e.at] == (["copy 2"] if words else [])


def story(name: str, form: str, credit: str, house: House) -> Story:
    image = Image(1, src=SRC, caption="The ferry leaves Halden.", credit_line=credit)
    return credited(Story(name, form, images=(image,)), house.words)
