"""The facts of a text: its numbers, dates and weekdays, and who stands on which side."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from auditor.facts.numbers import numbers_of
from auditor.facts.table import FactWords, of, plain, primary
from auditor.text import fold, without_diacritics

GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:([.,' \u00a0\u202f])\d{3})(?:\1\d{3})*(?![\d.,]\d)")
FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
DECIMAL = re.compile(r"(?<=\d),(?=\d{1,2}(?!\d))")
WORD = re.compile(r"\d+(?:[.:/-]\d+)*|[^\W\d_]+")
NUMERIC_DATE = re.compile(r"(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2}))")
SMALL_WORDS = 3
Date = tuple[int | None, int, int | None]
"""Year, month, day; None where it is not said."""


class Said(Struct, frozen=True):
    """The facts of a text.

    `numbers` as they are compared, a decade as 1960s or 60s; `weekdays` count from Monday as 1, each with the word for
    it; `sides` tells for the name before it, or "", on which side it is said to stand.
    """

    numbers: Counter[str]
    dates: tuple[Date, ...]
    weekdays: Mapping[int, str]
    sides: Mapping[str, str]


def facts(text: str, language: str | None, words: FactWords) -> Said:
    """The facts of a caption or a sentence of one.

    Without a language no number words are known, and months and weekdays of all languages.
    """
    text, dates = _numeric_dates(_ungrouped(_in_ascii(fold(text))))
    said = WORD.findall(unicodedata.normalize("NFC", without_diacritics(text)))  # else Hangul stays taken apart
    spelt, used = _spelt_dates(said, of(words.months, language))
    weekdays = of(words.weekdays, language)
    return Said(
        numbers=Counter(numbers_of(said, used, language, words)),
        dates=(*dates, *spelt),
        weekdays={weekdays[word]: word for word in said if word in weekdays},
        sides=_sides(said, words.sides),
    )


def is_calendar_word(word: str, language: str | None, words: FactWords) -> bool:
    """Whether a word is a month, a weekday or a number, which is no name though it may have a capital."""
    bare, spoken = plain(word), primary(language)
    if bare in words.numbers.get(spoken, {}) or (spoken and bare in words.multipliers.get(spoken, {})):
        return True
    return bare in of(words.months, language) or bare in of(words.weekdays, language)


def capitalises_nouns(text: str, language: str | None, words: FactWords) -> bool:
    """Whether a text is in a language in which a capital tells no name: as is said, or by small words in it.

    Where another language is said it takes several of them: templates often say the wrong one.
    """
    if primary(language) in words.capitalised_nouns:
        return True
    said = set(map(plain, filter(str.islower, text.split())))
    known = max((len(said & small.keys()) for small in words.capitalised_nouns.values()), default=0)
    return known >= (SMALL_WORDS if language else 1)


def _in_ascii(text: str) -> str:
    """The text with the digits of every script as 0 to 9 (٢٠٢٦ → 2026)."""
    return FOREIGN_DIGIT.sub(lambda match: str(unicodedata.decimal(match[0])), text)


def _ungrouped(text: str) -> str:
    """12,000 and 12.000 and 12 000 as 12000; 3,5 as 3.5."""
    plain = GROUPED.sub(lambda match: re.sub(r"\D", "", match[0]), text)
    return DECIMAL.sub(".", plain)


def _numeric_dates(text: str) -> tuple[str, list[Date]]:
    """The text without dates such as 2024-05-14 and 14.05.2024, and those dates."""
    dates: list[Date] = []
    for match in NUMERIC_DATE.finditer(text):
        year, month, day, first, second, short = match.groups()
        if year:
            dates.append((int(year), int(month), int(day)))
        else:
            # Whether 5/6 is in May or June the text does not say; as the smaller and the larger it is compared safely.
            low, high = sorted((int(first), int(second)))
            dates.append((int(short) % 100 + 2000 if len(short) == 2 else int(short), low, high))
    return NUMERIC_DATE.sub(" ", text), dates


def _spelt_dates(said: Sequence[str], months: Mapping[str, int]) -> tuple[list[Date], set[int]]:
    """Dates such as "Jan. 5, 2024" and "5 de enero", and the places of the numbers that belong to them."""
    dates: list[Date] = []
    used: set[int] = set()
    for index, word in enumerate(said):
        if word in months:
            day = next((i for i in (index - 1, index + 1, index - 2) if _is_day(said, i) and i not in used), None)
            year = next((i for i in range(index + 1, index + 4) if _is_year(said, i) and i not in used), None)
            if day is not None or year is not None:
                used.update(i for i in (day, year) if i is not None)
                dates.append((_int(said, year), months[word], _int(said, day)))
    return dates, used


def _is_day(said: Sequence[str], index: int) -> bool:
    return 0 <= index < len(said) and said[index].isdecimal() and len(said[index]) < 3


def _is_year(said: Sequence[str], index: int) -> bool:
    return 0 <= index < len(said) and said[index].isdecimal() and len(said[index]) == 4


def _int(said: Sequence[str], index: int | None) -> int | None:
    return None if index is None else int(said[index])


def _sides(said: Sequence[str], sides: Mapping[str, str]) -> dict[str, str]:
    """Side by the word before it ("Berg, left," -> berg: left), by "" where it comes first."""
    found: dict[str, str] = {}
    for index, word in enumerate(said):
        if word in sides:
            found.setdefault(said[index - 1] if index else "", sides[word])
    return found
