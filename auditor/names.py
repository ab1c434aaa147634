"""Whether two names are one person's: the same, spelt differently, or another's."""

from typing import Literal

from auditor.text import fold, tokens, without_diacritics

Relation = Literal["same", "spelling", "unsure", "different"]
WORD = 0.7
NAME = 0.85
TRANSPOSED = 5
"""Letters of a name from which on two that changed places make no other name: Byline and Bylien, not Ian and Ina."""
# Letters that lose no mark when diacritics are taken off, as they are written without them.
PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"})
UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))


def relation(one: str, other: str) -> Relation:
    """How two names of persons relate.

    Case, diacritics, order, blanks, dots and hyphens between words make no difference. "spelling": transposed letters,
    transliterations, joined words, initials, left-out given names and particles. "unsure": in different scripts.
    """
    mine, theirs = words(one), words(other)
    if sorted(mine) == sorted(theirs):
        return "same"
    if _latin(mine) != _latin(theirs):
        return "unsure"
    if _within(mine, theirs) or _within(theirs, mine) or _close(mine, theirs):
        return "spelling"
    return "different"


def words(name: str) -> list[str]:
    """The words of a name as they are compared: folded, without diacritics."""
    return tokens(without_diacritics(fold(name)).translate(PLAIN))


def joined(name: str) -> str:
    """The name as one word: equal for Jongun, Jong-un and Jong Un."""
    return "".join(words(name))


def _latin(names: list[str]) -> bool:
    return any("a" <= character <= "z" for word in names for character in word)


def _within(part: list[str], whole: list[str]) -> bool:
    """Whether every word of a shorter name stands in the longer one, in full or as its initial; one must be in full."""
    left = list(whole)
    for word in part:
        fits = next((w for w in left if w == word), None) or next((w for w in left if _initial(word, w)), None)
        if fits is None:
            return False
        left.remove(fits)
    return any(len(word) > 1 and word in whole for word in part)


def _initial(one: str, other: str) -> bool:
    return one[:1] == other[:1] and 1 in (len(one), len(other))


def _close(mine: list[str], theirs: list[str]) -> bool:
    from rapidfuzz import fuzz  # only where names differ
    from rapidfuzz.distance import OSA

    one, other = (_without_umlauts("".join(name)) for name in (mine, theirs))
    if fuzz.ratio(one, other) / 100 >= NAME:
        return True
    if len(one) >= TRANSPOSED and sorted(one) == sorted(other) and OSA.distance(one, other) == 1:
        return True
    ratios = [fuzz.ratio(a, b) / 100 for a, b in zip(mine, theirs, strict=False)]
    return len(mine) == len(theirs) > 1 and min(ratios) >= WORD and max(ratios) == 1


def _without_umlauts(word: str) -> str:
    for written, plain in UMLAUTS:
        word = word.replace(written, plain)
    return word
