"""The facts that a caption states and that no edit may change: numbers, dates, weekdays, who stands on which side."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from auditor.tables import read_toml, to_record
from auditor.text import fold, tokens, without_diacritics

GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:([.,' \u00a0\u202f])\d{3})(?:\1\d{3})*(?![\d.,]\d)")
FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
DECIMAL = re.compile(r"(?<=\d),(?=\d{1,2}(?!\d))")
WORD = re.compile(r"\d+(?:[.:/-]\d+)*|[^\W\d_]+")
NUMERIC_DATE = re.compile(r"(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2}))")
Date = tuple[int | None, int, int | None]
"""Year, month, day; None where it is not said."""


class Table(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """`rules/facts.toml`: words by language, as they stand in the file."""

    capitalised_nouns: tuple[str, ...] = ()
    numbers: Mapping[str, str] = {}
    months: Mapping[str, tuple[str, ...]] = {}
    weekdays: Mapping[str, tuple[str, ...]] = {}
    sides: Mapping[str, str] = {}


class FactWords(Struct, frozen=True):
    """The table ready for look-up: folded word -> number, month, weekday or side; the first three by language."""

    capitalised_nouns: frozenset[str] = frozenset()
    numbers: Mapping[str, Mapping[str, int]] = {}
    months: Mapping[str, Mapping[str, int]] = {}
    weekdays: Mapping[str, Mapping[str, int]] = {}
    sides: Mapping[str, str] = {}


class Said(Struct, frozen=True):
    """The facts of a text.

    `weekdays` count from Monday as 1, each with the word for it; `sides` tells for the name before it, or "", on which
    side it is said to stand.
    """

    numbers: Counter[str]
    dates: tuple[Date, ...]
    weekdays: Mapping[int, str]
    sides: Mapping[str, str]


def load(paths: Iterable[Path]) -> FactWords:
    """The tables of all files in one; later files add to earlier ones. Raises RuleFileError."""
    tables = [to_record(read_toml(path), Table, path) for path in paths]
    return FactWords(
        capitalised_nouns=frozenset(language for table in tables for language in table.capitalised_nouns),
        numbers=_by_language([(lang, (text,)) for t in tables for lang, text in t.numbers.items()], first=2),
        months=_by_language([item for t in tables for item in t.months.items()], first=1),
        weekdays=_by_language([item for t in tables for item in t.weekdays.items()], first=1),
        sides={_plain(word): side for t in tables for side, text in t.sides.items() for word in text.split()},
    )


def _by_language(rows: Iterable[tuple[str, Sequence[str]]], first: int) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for language, lists in rows:
        values = found.setdefault(language, {})
        for words in lists:
            for value, word in enumerate(words.split(), first):
                if word != "-":
                    values.setdefault(_plain(word), value)
    return found


def _plain(word: str) -> str:
    return "".join(tokens(without_diacritics(fold(word))))


def facts(text: str, language: str | None, words: FactWords) -> Said:
    """The facts of a caption or a sentence of one.

    Without a language no number words are known, and months and weekdays of all languages.
    """
    text, dates = _numeric_dates(_ungrouped(_in_ascii(fold(text))))
    said = WORD.findall(without_diacritics(text))
    spelt, used = _spelt_dates(said, _of(words.months, language))
    rest = [word for index, word in enumerate(said) if index not in used]
    numbers = words.numbers.get(_primary(language), {})
    weekdays = _of(words.weekdays, language)
    return Said(
        numbers=Counter(number for word in rest if (number := _number(word, numbers))),
        dates=(*dates, *spelt),
        weekdays={weekdays[word]: word for word in said if word in weekdays},
        sides=_sides(said, words.sides),
    )


def is_calendar_word(word: str, language: str | None, words: FactWords) -> bool:
    """Whether a word is a month or a weekday, which is no name though it may have a capital."""
    plain = _plain(word)
    return plain in _of(words.months, language) or plain in _of(words.weekdays, language)


def _primary(language: str | None) -> str:
    return (language or "").lower().replace("_", "-").split("-")[0]


def _of(tables: Mapping[str, Mapping[str, int]], language: str | None) -> Mapping[str, int]:
    if (known := _primary(language)) in tables:
        return tables[known]
    return {word: value for table in reversed(tuple(tables.values())) for word, value in table.items()}


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


def _number(word: str, numbers: Mapping[str, int]) -> str | None:
    """A number as it is compared: 2-1 as 2:1, 10:30 as 10.30, three as 3."""
    if word[0].isdigit():
        return re.sub(r"[:/-]", ".", word).lstrip("0") or "0"
    return str(numbers[word]) if word in numbers else None


def _sides(said: Sequence[str], sides: Mapping[str, str]) -> dict[str, str]:
    """Side by the word before it ("Berg, left," -> berg: left), by "" where it comes first."""
    found: dict[str, str] = {}
    for index, word in enumerate(said):
        if word in sides:
            found.setdefault(said[index - 1] if index else "", sides[word])
    return found
