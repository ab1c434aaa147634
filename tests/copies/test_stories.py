"""Which stories are copies of one story, and which only look like it."""

import pytest

from auditor.copies import find
from auditor.model import Image, Story
from tests.copies.prose import paragraphs

FERRY = paragraphs("ferry", 8)
MARKET = paragraphs("market", 8)
FOOTER = paragraphs("footer", 4)
JAPANESE = (
    "台風の接近に伴い、北の港では漁船が避難を始めた。市は住民に早めの準備を呼びかけている。夜には雨が強まる見込みだ。"
)


def story(name: str, *text: str, **fields: str) -> Story:
    return Story(name=name, format="html", paragraphs=text, **fields)  # type: ignore[arg-type]


def pairs(*stories: Story) -> list[tuple[str, str]]:
    return [(copy.story, copy.of) for copy in find(stories)]


COPIES = [
    ("the same text", FERRY, FERRY),
    (
        "quotes and case",
        ("“Never again”, she said. " + FERRY[0], *FERRY[1:]),
        ('"Never again", SHE said. ' + FERRY[0], *FERRY[1:]),
    ),
    ("shortened to a third", FERRY, FERRY[:3]),
    ("a paragraph dropped and one added", FERRY, (*FERRY[:3], MARKET[0], *FERRY[4:])),
    ("other order", FERRY, (*FERRY[4:], *FERRY[:4])),
    ("contained in a longer story", FERRY, (*MARKET, *FERRY, *FOOTER)),
    ("a brief of under 40 words", FERRY, (FERRY[0],)),
    ("Japanese", (JAPANESE, *FERRY[:1]), (JAPANESE,)),
]
NO_COPIES = [
    ("two topics", FERRY, MARKET),
    ("a shared quote", (*FERRY, FOOTER[0]), (*MARKET, FOOTER[0])),
    ("a live blog that quotes one paragraph of each", (*FERRY, *paragraphs("blog", 20)), (FERRY[0], *MARKET)),
    ("no text", (), ()),
    ("a word", ("Ferry.",), ("Ferry.",)),
]


@pytest.mark.parametrize(("what", "one", "other"), COPIES, ids=[case[0] for case in COPIES])
def test_copies(what: str, one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert len(pairs(story("a", *one), story("b", *other))) == 1


@pytest.mark.parametrize(("what", "one", "other"), NO_COPIES, ids=[case[0] for case in NO_COPIES])
def test_no_copies(what: str, one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert pairs(story("a", *one), story("b", *other)) == []


def test_the_part_is_a_copy_of_the_whole() -> None:
    (copy,) = find([story("part", *FERRY[:4]), story("whole", *FERRY)])
    assert (copy.story, copy.of) == ("part", "whole")
    assert copy.share == 1


def test_the_share_is_what_stands_in_the_other() -> None:
    (copy,) = find([story("whole", *FERRY), story("part", *FERRY[:3], MARKET[0])])
    assert 0.65 < copy.share < 0.8


def test_market_reports_from_one_template_are_no_copies() -> None:
    template = "The exchange rate closed at {} after {} on Monday, with {} contracts traded. " * 6
    days = [template.format(*range(start, start + 3), *range(start, start + 15)) for start in (100, 700)]
    assert pairs(*(story(str(n), day) for n, day in enumerate(days))) == []


def test_one_corrected_figure_makes_no_template() -> None:
    text = " ".join(FERRY)
    assert pairs(story("a", f"{text} It carried 12 people."), story("b", f"{text} It carried 14 people."))


@pytest.mark.parametrize(
    ("day", "found"), [("2024-05-14", 1), ("2024-05-20T10:00:00Z", 1), ("2024-05-23", 0), ("May", 1)]
)
def test_copies_appear_within_a_week(day: str, found: int) -> None:
    assert len(pairs(story("a", *FERRY, published="2024-05-13"), story("b", *FERRY, published=day))) == found


def test_what_a_site_prints_week_after_week_does_not_count() -> None:
    days = ("2024-05-01", "2024-05-02", "2024-06-20")
    pages = [story(day, *paragraphs(day, 3), *FOOTER, url=f"https://a.example/{day}", published=day) for day in days]
    assert pairs(*pages) == []
    assert len(pairs(*pages[:2])) == 1  # what the calendar does not tell, text alone cannot


def test_captions_and_credits_do_not_decide() -> None:
    image = Image(n=1, caption=FOOTER[0], credit_line=FOOTER[1])
    pages = [
        Story(name=topic, format="html", paragraphs=(*paragraphs(topic, 2), *FOOTER[:2]), images=(image,))
        for topic in ("ferry", "market")
    ]
    assert pairs(*pages) == []


def test_a_story_of_hundreds_of_copies_is_still_found() -> None:
    stories = [story(f"{n}", *FERRY[:3]) for n in range(320)]
    found = {name for pair in pairs(*stories) for name in pair}
    assert found == {s.name for s in stories}
