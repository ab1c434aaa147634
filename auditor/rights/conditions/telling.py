"""What is told of a text before the grammar of conditions is asked: most texts have no word of a condition."""

import re
from collections.abc import Iterator

from auditor.facts.table import number_words
from auditor.phrases import Worded
from auditor.restrictions import TIMED
from auditor.rights.shapes import Condition
from auditor.text import fold, without_diacritics
from auditor.words import Words

GLUE = "xINx"  # of agencies whose systems know no blanks
GLUED = re.compile(r"\b[A-Z]{3,20}(?:x[A-Z]{2,20}){2,60}\b")


def unglued(printed: str) -> str:
    """The text with PUBLICATIONxNOTxINxGERxAUT in words, each letter in its place."""
    return GLUED.sub(_in_words, printed) if GLUE in printed else printed


def _in_words(match: re.Match[str]) -> str:
    before, _, places = match[0].partition(GLUE)
    return f"{before.replace('x', ' ')} IN {places.replace('x', ',')}"


def may_state(said: Worded, words: Words, language: str | None) -> bool:
    """Has the text a word that some condition cannot do without?

    One for the credit needs a "must" or "with" beside, a "for" or "until" a date or a number behind it.
    """
    signs = words.restrictions.signs
    found = {sign for index in signs.beginnings(said) for _, sign in signs.at(said, index)}
    if "telling" in found or ("naming" in found and "binding" in found):
        return True
    return "timed" in found and _leads_to_time(said, words, language)


def _leads_to_time(said: Worded, words: Words, language: str | None) -> bool:
    """Does a time follow a timed word, with nothing but words of conditions between?"""
    table, followed = words.restrictions, set[int]()
    for index, word in enumerate(said.words):
        follows = index in followed
        if follows and _is_time(word, words, language):
            return True
        if follows or word in table.signs.firsts:
            followed.update(last for last, sense in table.senses.at(said, index) if follows or sense.part in TIMED)
    return False


def _is_time(word: str, words: Words, language: str | None) -> bool:
    """Is a word, folded, a number, a month or a weekday?"""
    if word[0].isdigit() or word in number_words(words.facts, language):
        return True
    return without_diacritics(fold(word)) in words.date_words


def codes(said: Worded, words: Words) -> Iterator[Condition]:
    """What a code of supply metadata stands for: HONS."""
    for index in words.restrictions.codes.beginnings(said):
        for last, code in words.restrictions.codes.at(said, index):
            if said.written(index, last).isupper():
                for what in code.conditions:
                    days = code.days if what == "until" else None
                    yield Condition(what, said.written(index, last), "", days=days)
