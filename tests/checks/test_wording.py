"""Which differences between two captions are differences in facts."""

import pytest

from auditor.checks.copies.wording import differences
from auditor.words import Words

NONE = [
    ("quotes, dashes, case", "The “Aurora” – a ferry", 'the "Aurora" - A FERRY', None),
    ("shortened", "The ferry leaves Norrvik with 12 people on May 5", "The ferry leaves Norrvik", "en"),
    ("a sentence less", "The ferry leaves Norrvik. It carries 12 people.", "The ferry leaves Norrvik.", "en"),
    (
        "sentences in another order",
        "It carries 12 people. The ferry leaves at 9.",
        "The ferry leaves at 9. It carries 12 people.",
        "en",
    ),
    ("a number in words", "The ferry carries three cars", "The ferry carries 3 cars", "en"),
    ("a number grouped", "It weighs 12,000 tonnes", "It weighs 12 000 tonnes", "en"),
    ("a date in another form", "It left on May 5, 2024, in rain", "It left on 5 May 2024, in rain", "en"),
    ("a date without its year", "It left on May 5, 2024, in rain", "It left on May 5, in rain", "en"),
    ("accents", "The mayor Inés Calderón speaks", "The mayor Ines Calderon speaks", "es"),
    ("a possessive ending", "Norrvik greets Ida Holm's ferry", "Norrvik greets Ida Holm ferry", "en"),
    ("an inflected name", "Die Fähre mit Ida Holms Koffer", "Die Fähre mit Ida Holm Koffer", "de"),
    ("a title", "Mr Dahl shows reporters the letter", "Mayor Per Dahl shows reporters the letter", "en"),
    ("digits of another script", "حرفيون في السوق عام 2026", "حرفيون في السوق عام ٢٠٢٦", "ar"),
    (
        "German nouns",
        "Ein Mann steht am Ufer des Hafens von Norrvik",
        "Ein Herr steht am Ufer des Hafens von Norrvik",
        "de",
    ),
    ("an acronym", "A statement of the United Nations on Monday", "A statement of the UN on Monday", "en"),
    (
        "names in another order",
        "Ida Holm and Per Dahl open the market hall",
        "Per Dahl and Ida Holm open the market hall",
        "en",
    ),
    (
        "a paraphrase",
        "The ferry carries 12 people to Norrvik",
        "Winter came early this year, with 3 metres of snow",
        "en",
    ),
    ("the right of way", "The ferry has the right of way", "The ferry has the right of way.", "en"),
]
FACTS = [
    ("a number", "The ferry carries 12 cars", "The ferry carries 15 cars", "en", "number", "12", "15"),
    ("a number in words", "The ferry carries three cars", "The ferry carries four cars", "en", "number", "3", "4"),
    ("one of two numbers", "It carries 5 of 8 cars", "It carries 8 of 8 cars", "en", "number", "5", "8"),
    ("a score", "Norrvik won 2-1 at home", "Norrvik won 3-1 at home", "en", "number", "2.1", "3.1"),
    ("a date", "It left on May 5, 2024", "It left on May 8, 2024", "en", "date", "2024-05-05", "2024-05-08"),
    ("a month", "It left on 5 May", "It left on 5 June", "en", "date", "05-05", "06-05"),
    (
        "an impossible date",
        "It left on May 29, 2024",
        "It left on May 32, 2024",
        "en",
        "date",
        "2024-05-29",
        "2024-05-32",
    ),
    ("a weekday", "It left on Monday in rain", "It left on Tuesday in rain", "en", "weekday", "monday", "tuesday"),
    (
        "a side",
        "Ida Holm, left, with Per Dahl",
        "Ida Holm, right, with Per Dahl",
        "en",
        "side",
        "holm left",
        "holm right",
    ),
    (
        "a side in German",
        "Ida Holm (links) im Hafen",
        "Ida Holm (rechts) im Hafen",
        "de",
        "side",
        "holm left",
        "holm right",
    ),
    (
        "a place",
        "The ferry leaves for Norrvik at dawn",
        "The ferry leaves for Osthavn at dawn",
        "en",
        "name",
        "Norrvik",
        "Osthavn",
    ),
    (
        "a person",
        "It was opened by Ida Holm on Sunday",
        "It was opened by Eva Strand on Sunday",
        "en",
        "name",
        "Ida Holm",
        "Eva Strand",
    ),
    ("a hyphen", "A letter from Li Meihua", "A letter from Li Mei-hua", "en", "spelling", "Li Meihua", "Li Mei-hua"),
    (
        "a letter",
        "With Anders Norgren in the port",
        "With Anders Norgen in the port",
        "en",
        "spelling",
        "Anders Norgren",
        "Anders Norgen",
    ),
    (
        "in German, in a full name",
        "Am Ufer wartet Anders Norgren",
        "Am Ufer wartet Anders Norgen",
        "de",
        "spelling",
        "Anders Norgren",
        "Anders Norgen",
    ),
    ("Japanese", "昨年は12隻が港を出た", "昨年は15隻が港を出た", "ja", "number", "12", "15"),
]


@pytest.mark.parametrize(("what", "one", "other", "language"), NONE, ids=[case[0] for case in NONE])
def test_no_difference(words: Words, what: str, one: str, other: str, language: str | None) -> None:
    assert differences(one, other, language, words) == []
    assert differences(other, one, language, words) == []


@pytest.mark.parametrize(("what", "one", "other", "language", "expected"), [(*c[:4], c[4:]) for c in FACTS])
def test_one_difference(
    words: Words, what: str, one: str, other: str, language: str, expected: tuple[str, str, str]
) -> None:
    (found,) = differences(one, other, language, words)
    assert (found.kind, found.one, found.other) == expected
