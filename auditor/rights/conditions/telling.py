"""What is told of a text before the grammar of conditions is asked: most texts have no word of a condition."""

import re
from collections.abc import Iterator

from auditor.phrases import Worded
from auditor.rights.shapes import Condition
from auditor.words import Words

GLUE = "xINx"  # of agencies whose systems know no blanks
GLUED = re.compile(r"\b[A-Z]{3,20}(?:x[A-Z]{2,20}){2,60}\b")


def unglued(printed: str) -> str:
    """The text with PUBLICATIONxNOTxINxGERxAUT in words, each letter in its place."""
    return GLUED.sub(_in_words, printed) if GLUE in printed else printed


def _in_words(match: re.Match[str]) -> str:
    before, _, places = match[0].partition(GLUE)
    return f"{before.replace('x', ' ')} IN {places.replace('x', ',')}"


def may_state(said: Worded, words: Words) -> bool:
    """Has the text a word that some condition cannot do without? One for the credit needs a "must" or "with" beside."""
    table = words.restrictions
    return table.telling.stands_in(said) or (table.naming.stands_in(said) and table.binding.stands_in(said))


def codes(said: Worded, words: Words) -> Iterator[Condition]:
    """What a code of supply metadata stands for: HONS."""
    for index in range(len(said.words)):
        for last, code in words.restrictions.codes.at(said, index):
            if said.written(index, last).isupper():
                for what in code.conditions:
                    days = code.days if what == "until" else None
                    yield Condition(what, said.written(index, last), "", days=days)
