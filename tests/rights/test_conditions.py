"""The restriction reader: texts as agencies write them, ordinary captions, and the words that each condition came from."""

import datetime
from typing import Any

import pytest

from auditor.credits import credited
from auditor.house import House
from auditor.model import Image, Story
from auditor.rights.conditions import of, read
from benchmarks.restrictions import is_aside, ordinary, printed, said, texts

TEXTS = texts()
LEAST_EXACT = 0.95


@pytest.mark.parametrize("text", [t for t in TEXTS if not is_aside(t["text"])], ids=lambda t: t["text"][:60])
def test_a_restriction_becomes_the_conditions_it_states(text: dict[str, Any], shipped_house: House) -> None:
    assert said(text, shipped_house.words) == set(text["conditions"])


def test_so_do_those_that_nobody_looked_at_while_the_reader_was_built(shipped_house: House) -> None:
    aside = [text for text in TEXTS if is_aside(text["text"])]
    exact = sum(said(text, shipped_house.words) == set(text["conditions"]) for text in aside)
    assert exact / len(aside) >= LEAST_EXACT


@pytest.mark.parametrize(("language", "caption"), list(ordinary()), ids=lambda part: part[:60])
def test_an_ordinary_caption_states_none(language: str, caption: str, shipped_house: House) -> None:
    assert read(caption, "caption", shipped_house.words, language=language) == ()


@pytest.mark.parametrize("text", TEXTS, ids=lambda t: t["text"][:60])
def test_the_words_of_a_condition_stand_in_its_text(text: dict[str, Any], shipped_house: House) -> None:
    for condition in read(text["text"], text["where"], shipped_house.words, language=text["language"]):
        assert condition.words
        assert condition.words in text["text"]


WORDS = [
    ("caption", "A view of Halden. REUTERS/Ana Brandt NO RESALES. NO ARCHIVES.", ["NO RESALES", "NO ARCHIVES"]),
    ("caption", "The ferry leaves Oslo. EPA/LISE MOEN NORWAY OUT", ["NORWAY OUT"]),
    ("credit line", "(Photo by Lise Moen / NTB / AFP) / Norway OUT", ["Norway OUT"]),
    ("credit line", "HONS/AP", ["HONS", "HONS"]),
    ("caption", "Der Hafen. ACHTUNG: Nur zur redaktionellen Verwendung", ["Nur zur redaktionellen Verwendung"]),
    ("instructions", "Sperrfrist: 12.05.2024, 18:00 Uhr", ["Sperrfrist: 12.05.2024, 18:00 Uhr"]),
    (
        "instructions",
        'NO SALES - MANDATORY CREDIT "AFP PHOTO / VERIA"',
        ["NO SALES", 'MANDATORY CREDIT "AFP PHOTO / VERIA"'],
    ),
    (
        "instructions",
        "EDITORIAL USE ONLY No use with unauthorised audio. No use in betting.",
        ["EDITORIAL USE ONLY", "No use with unauthorised audio. No use in betting"],
    ),
]


@pytest.mark.parametrize(("where", "text", "words"), WORDS)
def test_each_condition_quotes_what_says_it(where: str, text: str, words: list[str], shipped_house: House) -> None:
    assert [condition.words for condition in read(text, where, shipped_house.words)] == words


DATES = [
    ("EMBARGOED UNTIL 22.30 GMT TUESDAY 3 DECEMBER 2024", "en", None, "embargo 2024-12-03T22:30:00+00:00"),
    ("NOT TO BE PUBLISHED BEFORE 5 P.M. CET, MARCH 3, 2024", "en", None, "embargo 2024-03-03T17:00:00+01:00"),
    ("EMBARGO: 2024-03-15", "en", None, "embargo 2024-03-15"),
    ("EMBARGO 5/6/2024", "en-GB", None, "embargo 2024-06-05"),
    ("EMBARGO 5/6/2024", "en-US", None, "embargo 2024-05-06"),
    ("EMBARGO 5/6/2024", "en", None, "not-understood"),
    ("EMBARGO 31/6/2024", "en", None, "not-understood"),
    ("EMBARGO 25/6/2024", "en", None, "embargo 2024-06-25"),
    ("EMBARGOED UNTIL DECEMBER 30", "en", "2025-01-02", "embargo 2024-12-30"),
    ("EMBARGOED UNTIL DECEMBER 30", "en", None, "not-understood"),
    ("解禁 2024年5月3日 18:00", "ja", None, "embargo 2024-05-03T18:00:00"),
    ("UK OUT UNTIL 14 JUNE 2024", "en", None, "territory not GB"),
    ("WITHIN 30 DAYS FROM 12 MAY 2024 USE ONLY", "en", None, "until 2024-06-11"),
]


@pytest.mark.parametrize(("text", "language", "day", "wanted"), DATES)
def test_dates_are_read_where_the_text_settles_them(
    text: str, language: str, day: str | None, wanted: str, shipped_house: House
) -> None:
    near = datetime.date.fromisoformat(day) if day else None
    told = read(text, "instructions", shipped_house.words, language=language, day=near)
    assert [printed(condition) for condition in told] == [wanted]


def test_all_that_a_story_states_of_an_image_is_gathered(shipped_house: House) -> None:
    images = (
        Image(1, "page", ("https://p.example/a.jpg",), "The pier. NO SALES", "Jane Roe/AP", instructions="NO ARCHIVES"),
        Image(2, "json-ld", ("https://p.example/a.jpg?w=300",), instructions="Editorial use only. No sales."),
        Image(3, "json-ld", ("https://p.example/other.jpg",), instructions="UK OUT"),
    )
    story = credited(Story("copy", "html", language="en", published="2024-05-03", images=images), shipped_house.words)
    told = of(story.images[0], story, shipped_house.words)
    assert [(c.what, c.where, c.by) for c in told] == [
        ("no-sales", "caption", "AP"),
        ("no-archive", "instructions", "AP"),
        ("editorial-only", "json-ld instructions", "AP"),
    ]


@pytest.mark.parametrize(
    "text", ["NO " * 700, "UK, " * 500 + "OUT", '"' * 2000, "no sales f " * 200, "12.05." * 400, "EMBARGO " * 250]
)
def test_no_text_is_too_odd(text: str, shipped_house: House) -> None:
    for where in ("caption", "credit line", "instructions"):
        assert all(condition.words in text for condition in read(text, where, shipped_house.words))
