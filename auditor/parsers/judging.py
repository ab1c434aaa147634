"""What a block of a text, split into caption and credit, tells: is it a caption line, and whose is the credit?"""

import re

from auditor.credits import take_apart
from auditor.model import Credit
from auditor.parsers import inline
from auditor.parsers.blocks import SENTENCE
from auditor.parsers.tails import ENDS, FEWEST_UNCASED, MOST_SENTENCES, MOST_WORDS
from auditor.parsers.wording import LONGEST_CREDIT, is_credit, uncased
from auditor.words import Words

FEWEST_WORDS = 3
BRACKETS = "()[]（）【】 "
ENTRY = re.compile(r"\d{1,3}[.:)]\s|[•·▪*-]\s")
Read = tuple[str | None, str | None]
"""A caption and its credit line."""


def parted(credit: str, words: Words) -> tuple[str | None, str]:
    """The sign-off of a caption and the credit line behind it: "(Photo by Rosa Lindqvist / AFP) CREDIT: AFP"."""
    for label in words.labels_inside(credit):
        before = credit[: label.start].rstrip()
        if label.colon and before.endswith((")", "]")) and is_credit(before, words):
            return before, credit[label.start :]
    return None, credit


def behind_label(text: str, read: Read, words: Words) -> Read:
    """The caption and credit of a labelled line less a word for the picture before them: "PHOTO: The gate. (AP)"."""
    label = words.label_at_start(text)
    if label is None or not label.colon:
        return read
    caption, credit = inline.split(text[label.end :].strip(), words)
    return (caption, credit) if caption and (credit or read[0]) else read


def is_announced(credit: str, words: Words) -> bool:
    return words.label_at_start(credit) is not None or words.label_at_end(credit) is not None


def is_field(text: str, words: Words) -> bool:
    """Is it a line of facts that gives a credit: "CREDIT: …", whatever stands behind?"""
    label = words.label_at_start(text) if len(text) <= LONGEST_CREDIT else None
    return label is not None and label.colon and label.marker.inside and label.end < len(text)


def may_be_caption(text: str) -> bool:
    """Has a line that nothing but the line beside it tells as a caption as many words as one?"""
    return FEWEST_WORDS <= len(text.split()) <= MOST_WORDS or uncased(text) >= FEWEST_UNCASED


def is_short(caption: str) -> bool:
    """Is it as short as captions are, and no entry of a list: "41: of a hundred readers …"?"""
    if ENTRY.match(caption):
        return False
    return len(caption.split()) <= MOST_WORDS and len(SENTENCE.findall(caption)) <= MOST_SENTENCES


def goes_on(credit: str, words: Words) -> bool:
    """Does nothing or a sentence follow the marker ("Photo: see page 4")? Few credits begin with a small letter."""
    label = words.label_at_start(credit)
    behind = credit[label.end :].strip() if label else ""
    first = behind[:1] if behind.split()[:1] and behind.split()[0].isalpha() else ""
    if words.is_label(credit):
        return words.role(credit) is None
    if not first.islower():
        return False
    return not (words.role(behind) or words.suppliers.whole(behind) or words.agencies.mentions(behind))


def names_party(credit: str, words: Words) -> bool:
    """Does an unannounced credit name an agency, or, in its bracket, a person or a party that is known?

    "(CDU)" or "(left)" at the end of a caption is none.
    """
    bare = credit.strip(BRACKETS)
    if words.agencies.mentions(bare) or words.role(bare) or words.suppliers.whole(bare):
        return True
    taken = take_apart(bare, words)
    known = is_full_name(taken) or any(map(words.suppliers.whole, taken.suppliers))
    return bare != credit and not taken.rest and known


def signs(caption: str, credit: str, words: Words) -> bool:
    """Does a person with a house, or a party with a word for the picture, stand behind a caption's full stop?

    A person alone is as likely who wrote an entry of a live blog.
    """
    if caption[-1] not in ENDS or credit[-1] in ENDS:
        return False
    taken = take_apart(credit, words)
    return not taken.rest and bool(taken.suppliers) and (is_full_name(taken) or bool(taken.kinds))


def is_full_name(taken: Credit) -> bool:
    return any(" " in name for name in taken.creators)
