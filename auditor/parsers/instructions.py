"""Text for desks that stands under a picture: on what conditions it may be used. No part of caption or credit."""

from collections.abc import Iterable

from auditor.rights.conditions import CAPTION, read
from auditor.text import squeeze
from auditor.words import Words

RESTRICTIONS = frozenset({"restriction"})
LONGEST = 500  # characters of a line of a text that is nothing else
BETWEEN = " / "


def instructions_in(texts: Iterable[str], caption: str | None, credit: str | None, words: Words) -> str | None:
    """The notes for desks in the texts under an image that stand neither in its caption nor in its credit line."""
    printed = squeeze(f"{caption or ''} {credit or ''}")
    left = [note for text in texts for note in words.cut_residue(squeeze(text), RESTRICTIONS)[1]]
    return BETWEEN.join(dict.fromkeys(note for note in left if note not in printed)) or None


def is_instructions(text: str, words: Words) -> bool:
    """Does a line begin with a condition, or with a heading such as "Restrictions:" and then one?

    "Mandatory credit: Jane Roe/AP" is a credit.
    """
    if len(text) > LONGEST or words.label_at_start(text):
        return False
    first = next(iter(read(text, CAPTION, words)), None)
    return first is not None and text[: text.find(first.words)].strip(" (-*+")[-1:] in ("", ":")
