"""The numbers of a text as they are compared, however they are written."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from decimal import Decimal
from functools import cache
from itertools import accumulate, takewhile

from auditor.facts.table import FactWords, of, primary
from auditor.text import UNSPACED

PLAIN_NUMBER = re.compile(r"\d+(?:\.\d+)?")
HOUR = re.compile(r"\d{1,2}\.00")
DECADE = re.compile(r"(?:1\d|20)?[1-9]0|[12]\d00")


def numbers_of(said: Sequence[str], used: Set[int], language: str | None, words: FactWords) -> Iterator[str]:
    """The numbers among the words, less those at the places `used`: 3 of three, 1500000 of 1.5 million, 1960s."""
    numbers = words.numbers.get(primary(language), {})
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
    before, after = of(words.before_decade, language), of(words.after_decade, language)
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
    behind, multipliers = said[index + 1 :], of(words.multipliers, language)
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
