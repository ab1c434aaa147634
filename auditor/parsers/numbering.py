"""Lines and captions that are numbered: "1. …", "(2) …", "3/4 …", "[1/2] …", "Bild 1: …", "【写真1】…"."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from auditor.words import Words

NUMBER = re.compile(
    r"(?P<open>[\[(（【]?)(?P<word>[^\W\d_]{0,12}) ?(?P<number>\d{1,3})(?P<of> ?/ ?\d{1,3})?"
    r"(?P<end>[.:)\]）】]{0,2})(?!\d)\s*"
)


class Number(Struct, frozen=True):
    """The number that a text begins with, the word before it, and where the text itself begins."""

    value: int
    word: str
    behind: int
    counted: bool


def number_of(text: str) -> Number | None:
    """The number at the start of a text, with a sign that says that it is one; None where there is none."""
    found = NUMBER.match(text)
    if found is None or not (found["end"] or found["of"]):
        return None
    return Number(int(found["number"]), found["word"], found.end(), bool(found["open"] and found["of"]))


def in_a_row(numbers: Iterable[Number | None]) -> set[int]:
    """The numbers of a list that count: those with the one before or behind them in it."""
    values = {number.value for number in numbers if number}
    return {value for value in values if value - 1 in values or value + 1 in values}


def unnumbered(captions: Sequence[str], words: Words) -> list[str]:
    """The captions without their numbers: where they count, or are told by "[1/2]" or by a word for a picture."""
    numbers = [number_of(caption) for caption in captions]
    row = in_a_row(numbers)
    return [
        caption[number.behind :]
        if number and (number.counted or words.is_label(number.word) or (number.value in row and not number.word))
        else caption
        for caption, number in zip(captions, numbers, strict=True)
    ]
