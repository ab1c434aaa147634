"""The facts that a caption states and that no edit may change: numbers, dates, weekdays, who stands on which side."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from decimal import Decimal
from functools import cache
from itertools import accumulate, takewhile
from pathlib import Path

from msgspec import Struct

from auditor.tables import read_toml, to_record
from auditor.text import UNSPACED, fold, tokens, without_diacritics

GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:([.,' \u00a0\u202f])\d{3})(?:\1\d{3})*(?![\d.,]\d)")
FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
DECIMAL = re.compile(r"(?<=\d),(?=\d{1,2}(?!\d))")
WORD = re.compile(r"\d+(?:[.:/-]\d+)*|[^\W\d_]+")
NUMERIC_DATE = re.compile(r"(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2}))")
PLAIN_NUMBER = re.compile(r"\d+(?:\.\d+)?")
HOUR = re.compile(r"\d{1,2}\.00")
DECADE = re.compile(r"(?:1\d|20)?[1-9]0|[12]\d00")
SMALL_WORDS = 3
Date = tuple[int | None, int, int | None]
"""Year, month, day; None where it is not said."""


class Decades(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that make a number the decade that begins with it, `before` and `after` it, by language."""

    before: Mapping[str, str] = {}
    after: Mapping[str, str] = {}


class Table(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """`rules/facts.toml`: words by language, as they stand in the file; `characters` and `sides` by what they mean."""

    capitalised_nouns: Mapping[str, str] = {}
    numbers: Mapping[str, str] = {}
    multipliers: Mapping[str, tuple[str, ...]] = {}
    characters: Mapping[str, str] = {}
    decades: Decades = Decades()
    afternoon: str = ""
    months: Mapping[str, tuple[str, ...]] = {}
    weekdays: Mapping[str, tuple[str, ...]] = {}
    sides: Mapping[str, str] = {}


class FactWords(Struct, frozen=True):
    """The table ready for look-up: folded word -> number, power of a thousand, month, weekday or side, by language.

    `capitalised_nouns`: small words -> 1, by language; `characters` -> by how much the number before it is multiplied;
    `before_decade` and `after_decade`: words -> 1. `afternoon`: words behind an hour.
    """

    capitalised_nouns: Mapping[str, Mapping[str, int]] = {}
    numbers: Mapping[str, Mapping[str, int]] = {}
    multipliers: Mapping[str, Mapping[str, int]] = {}
    characters: Mapping[str, int] = {}
    before_decade: Mapping[str, Mapping[str, int]] = {}
    after_decade: Mapping[str, Mapping[str, int]] = {}
    afternoon: frozenset[str] = frozenset()
    months: Mapping[str, Mapping[str, int]] = {}
    weekdays: Mapping[str, Mapping[str, int]] = {}
    sides: Mapping[str, str] = {}


class Said(Struct, frozen=True):
    """The facts of a text.

    `numbers` as they are compared, a decade as 1960s or 60s; `weekdays` count from Monday as 1, each with the word for
    it; `sides` tells for the name before it, or "", on which side it is said to stand.
    """

    numbers: Counter[str]
    dates: tuple[Date, ...]
    weekdays: Mapping[int, str]
    sides: Mapping[str, str]


def load(paths: Iterable[Path]) -> FactWords:
    """The tables of all files in one; later files add to earlier ones. Raises RuleFileError."""
    tables = [to_record(read_toml(path), Table, path) for path in paths]
    return FactWords(
        capitalised_nouns=_sets(table.capitalised_nouns for table in tables),
        numbers=_by_language([(lang, (text,)) for t in tables for lang, text in t.numbers.items()], first=2),
        multipliers=_by_language([item for t in tables for item in t.multipliers.items()], first=1),
        characters={
            _plain(c): int(value) for t in tables for value, text in t.characters.items() for c in text.split()
        },
        afternoon=frozenset(word for table in tables for word in table.afternoon.split()),
        before_decade=_sets(table.decades.before for table in tables),
        after_decade=_sets(table.decades.after for table in tables),
        months=_by_language([item for t in tables for item in t.months.items()], first=1),
        weekdays=_by_language([item for t in tables for item in t.weekdays.items()], first=1),
        sides={_plain(word): side for t in tables for side, text in t.sides.items() for word in text.split()},
    )


def _sets(tables: Iterable[Mapping[str, str]]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for language, text in (item for table in tables for item in table.items()):
        found.setdefault(language, {}).update(dict.fromkeys(map(_plain, text.split()), 1))
    return found


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
    said = WORD.findall(unicodedata.normalize("NFC", without_diacritics(text)))  # else Hangul stays taken apart
    spelt, used = _spelt_dates(said, _of(words.months, language))
    weekdays = _of(words.weekdays, language)
    return Said(
        numbers=Counter(_numbers(said, used, language, words)),
        dates=(*dates, *spelt),
        weekdays={weekdays[word]: word for word in said if word in weekdays},
        sides=_sides(said, words.sides),
    )


def is_calendar_word(word: str, language: str | None, words: FactWords) -> bool:
    """Whether a word is a month, a weekday or a number, which is no name though it may have a capital."""
    plain = _plain(word)
    if plain in words.numbers.get(_primary(language), {}) or plain in words.multipliers.get(_primary(language), {}):
        return True
    return plain in _of(words.months, language) or plain in _of(words.weekdays, language)


def capitalises_nouns(text: str, language: str | None, words: FactWords) -> bool:
    """Whether a text is in a language in which a capital tells no name: as is said, or by small words in it.

    Where another language is said it takes several of them: templates often say the wrong one.
    """
    if _primary(language) in words.capitalised_nouns:
        return True
    said = set(map(_plain, filter(str.islower, text.split())))
    known = max((len(said & small.keys()) for small in words.capitalised_nouns.values()), default=0)
    return known >= (SMALL_WORDS if language else 1)


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


def _numbers(said: Sequence[str], used: Set[int], language: str | None, words: FactWords) -> Iterator[str]:
    """The numbers among the words, but those of dates: 3 of three, 1500000 of 1.5 million, 1960s of 1960er."""
    numbers = words.numbers.get(_primary(language), {})
    for index, word in enumerate(said):
        number = _number(word, numbers) if index not in used else None
        if number and _is_decade(said, index, language, words):
            yield number + "s"
        elif number:
            yield _of_day(number, said[index + 1 : index + 3], words) or _times(number, said, index, language, words)


def _of_day(number: str, behind: Sequence[str], words: FactWords) -> str:
    """6.30 p.m. as 18.30; empty where it is no hour of the afternoon."""
    hour, point, minute = number.partition(".")
    if not hour.isdecimal() or int(hour) > 11 or words.afternoon.isdisjoint(accumulate(behind)):
        return ""
    return f"{int(hour) + 12}{point}{minute}"


def _number(word: str, numbers: Mapping[str, int]) -> str | None:
    """A number as it is compared: 2-1 as 2:1, 10:30 as 10.30, 10:00 as 10, three as 3."""
    if word[0].isdigit():
        number = re.sub(r"[:/-]", ".", word).lstrip("0") or "0"
        return number[:-3] if HOUR.fullmatch(number) else number
    return str(numbers[word]) if word in numbers else None


def _is_decade(said: Sequence[str], index: int, language: str | None, words: FactWords) -> bool:
    if not DECADE.fullmatch(said[index]):
        return False
    before, after = _of(words.before_decade, language), _of(words.after_decade, language)
    follows = said[index + 1] if index + 1 < len(said) else ""
    joined = any(follows.startswith(word) for word in after if not word.isascii() and _unspaced().match(word))
    return follows in after or joined or any(word in before for word in said[max(0, index - 2) : index])


@cache
def _unspaced() -> re.Pattern[str]:
    """A letter that no blank need follow."""
    return re.compile(f"[{UNSPACED}\uac00-\ud7af]")


def _times(number: str, said: Sequence[str], index: int, language: str | None, words: FactWords) -> str:
    """A number with the words behind it that multiply it: 1.5 million, dos mil millones, 3万."""
    if said[index][0].isdigit() and not PLAIN_NUMBER.fullmatch(said[index]):
        return number  # a score, a range
    behind, multipliers = said[index + 1 :], _of(words.multipliers, language)
    power = 3 * sum(multipliers[word] for word in takewhile(multipliers.__contains__, behind[:2]))
    factor = 10**power if power else _factor(behind[0], words) if behind else 1
    return number if factor == 1 else f"{(Decimal(number) * factor).normalize():f}"


def _factor(follows: str, words: FactWords) -> int:
    return next((factor for sign, factor in words.characters.items() if follows.startswith(sign)), 1)


def is_decade(number: str) -> bool:
    """Is a number, as it is compared, a decade?"""
    return number.endswith("s")


def agree(one: str, other: str) -> bool:
    """Whether two different numbers can be one as far as both say: 1964 and the 1960s, 64 and the 60s, but not 1974."""
    if not is_decade(one):
        one, other = other, one
    if not is_decade(one):
        return False
    decade, value = int(one[:-1]), other.rstrip("s")
    if not value.isdecimal() or len(value) > 4:
        return False
    number = int(value) // 10 * 10
    return number == decade or (min(number, decade) < 100 and number % 100 == decade % 100)


def _sides(said: Sequence[str], sides: Mapping[str, str]) -> dict[str, str]:
    """Side by the word before it ("Berg, left," -> berg: left), by "" where it comes first."""
    found: dict[str, str] = {}
    for index, word in enumerate(said):
        if word in sides:
            found.setdefault(said[index - 1] if index else "", sides[word])
    return found
