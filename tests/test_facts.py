"""Numbers, dates, weekdays and sides that a caption states."""

from pathlib import Path

import pytest

from auditor.errors import RuleFileError
from auditor.facts import FactWords, agree, capitalises_nouns, facts, load
from auditor.words import Words


@pytest.fixture
def table(words: Words) -> FactWords:
    return words.facts


NUMBERS = [
    ("Three of 12 boats", "en", ["12", "3"]),
    ("trois des 12 bateaux", "fr", ["12", "3"]),
    ("12,000 and 12.000 and 12 000", None, ["12000", "12000", "12000"]),
    ("3.5 and 3,5", None, ["3.5", "3.5"]),
    ("a 2-1 win, a 2:1 win", None, ["2.1", "2.1"]),
    ("the 19-year-old", "en", ["19"]),
    ("two", None, []),
    ("sex", "sv", ["6"]),
    ("sex", "en", []),
    ("in 2019 200 people", "en", ["200", "2019"]),
    ("عام ٢٠٢٦", "ar", ["2026"]),
    ("१२ नाव", "hi", ["12"]),
    ("1.5 million", "en", ["1500000"]),
    ("1,5 Mio. Euro", "de", ["1500000"]),
    ("dos mil millones", "es", ["2000000000"]),
    ("one billion of 3 billion", "en", ["3000000000"]),
    ("million after million", "en", []),
    ("10,5 mln zł", "pl", ["10500000"]),
    ("約3万人", "ja", ["30000"]),
    ("약 3만명", "ko", ["30000"]),
    ("2-1 million", "en", ["2.1"]),
    ("at 10:00 and 10:30", "en", ["10", "10.30"]),
    ("6:30 p.m.", "en", ["18.30"]),
    ("8pm, 12 pm, 9 am, 8 pm.", "en", ["12", "20", "20", "9"]),
    ("the 1960s", "en", ["1960s"]),
    ("in den 60er-Jahren", "de", ["60s"]),
    ("années 1960", "fr", ["1960s"]),
    ("1960 was a good year", "en", ["1960"]),
    ("the 1964s", "en", ["1964"]),
    ("vor 60 Jahren", "de", ["60"]),
    ("5 de 60 personas", "es", ["5", "60"]),
]

AGREE = [
    ("1964", "1960s", True),
    ("1969", "1960s", True),
    ("1970", "1960s", False),
    ("64", "60s", True),
    ("1964", "60s", True),
    ("60s", "1960s", True),
    ("1860s", "1960s", False),
    ("6", "60s", False),
    ("196", "1960s", False),
    ("19.64", "1960s", False),
    ("1964", "1965", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), AGREE)
def test_a_year_agrees_with_its_decade(one: str, other: str, expected: bool) -> None:
    assert agree(one, other) == agree(other, one) == expected


NOUNS = [
    ("Ein Mann steht am Ufer", "de", True),
    ("Ein Mann steht am Ufer", "de-AT", True),
    ("Der Mann mit dem Koffer am Ufer", None, True),
    ("Der Mann steht mit dem Koffer auf der Brücke", "en", True),
    ("A man stands on the shore", None, False),
    ("A man stands on the shore with the die in his hand", "en", False),
    ("", None, False),
]


@pytest.mark.parametrize(("text", "language", "expected"), NOUNS)
def test_where_every_noun_has_a_capital(table: FactWords, text: str, language: str | None, expected: bool) -> None:
    assert capitalises_nouns(text, language, table) == expected


@pytest.mark.parametrize(("text", "language", "expected"), NUMBERS)
def test_numbers(table: FactWords, text: str, language: str | None, expected: list[str]) -> None:
    assert sorted(facts(text, language, table).numbers.elements()) == expected


DATES = [
    ("May 5, 2024", "en", (2024, 5, 5)),
    ("5 May 2024", "en", (2024, 5, 5)),
    ("on Sept. 5", "en", (None, 9, 5)),
    ("am 5. Januar 2024", "de", (2024, 1, 5)),
    ("el 5 de enero de 2024", "es", (2024, 1, 5)),
    ("5 января 2024", "ru", (2024, 1, 5)),
    ("5 mars 2024", None, (2024, 3, 5)),
    ("2024-05-14", None, (2024, 5, 14)),
    ("14.05.2024", None, (2024, 5, 14)),
    ("in May 2024", "en", (2024, 5, None)),
]


@pytest.mark.parametrize(("text", "language", "expected"), DATES)
def test_dates(table: FactWords, text: str, language: str | None, expected: tuple[int | None, int, int | None]) -> None:
    said = facts(text, language, table)
    assert said.dates == (expected,)
    assert not said.numbers


def test_a_month_without_a_day_is_a_word(table: FactWords) -> None:
    assert facts("They may march", "en", table).dates == ()


def test_weekdays_and_sides(table: FactWords) -> None:
    said = facts("Ida Holm, left, and Per Dahl, right, on Monday", "en", table)
    assert said.weekdays == {1: "monday"}
    assert said.sides == {"holm": "left", "dahl": "right"}


def test_a_newsroom_adds_words(tmp_path: Path) -> None:
    path = tmp_path / "facts.toml"
    path.write_text('[months]\nxx = ["un du tri kvar"]\n', "utf-8")
    assert facts("5 kvar 2024", "xx", load([path])).dates == ((2024, 4, 5),)


def test_an_unknown_field_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "facts.toml"
    path.write_text('[month]\nxx = ["un"]\n', "utf-8")
    with pytest.raises(RuleFileError, match="month"):
        load([path])
