"""Brackets in and behind a caption: where one opens, and whether what it holds is a credit."""

import re

from auditor.parsers.wording import (
    LONGEST_CREDIT,
    MOST_NAME_WORDS,
    SENTENCE_BREAK,
    is_credit,
    is_name,
    is_persons_name,
    is_stand_in,
    saying,
    uncased,
)
from auditor.words import Words

MOST_FULL_NAME = 4
MOST_SMALL = 1  # words of a name that begin small, beside the small words that names have
BRACKETS = {")": "(", "）": "（", "]": "[", "】": "【", "］": "［", "〉": "〈", "〕": "〔"}
CLOSING = {opening: closing for closing, opening in BRACKETS.items()}
SENTENCE_END = re.compile(
    r"(?<=[^\W\d_][^\W_])[.!?…][\"'”’»)\]）]?\s+|(?<=[\])\d\"”’»])[.!?…]\s+|[。！？]|[।॥۔።။។]\s*|[)”\"]\s+(?=\()|(?<=[.!?…])\s?[—–]\s?"
)
SIGNS = ("@", "©", "®", "ⓒ")  # that may stand before a name; "$21.99" is a price
BEHIND_NAME = re.compile(r"\s\([^()]{1,40}\)$")  # "Jonas Wehner (SPD)"
OPENED = re.compile(r"[\s(（\[]")


def opening_of(text: str) -> int:
    """Where the bracket opens that a text ends with; -1 where it ends with none, or with one too long for a credit."""
    opening, depth = BRACKETS.get(text[-1:]), 0
    for place in range(len(text) - 1, max(-1, len(text) - LONGEST_CREDIT), -1) if opening else ():
        depth += (text[place] == text[-1]) - (text[place] == opening)
        if not depth:
            return place
    return -1


def is_open(text: str) -> bool:
    """Does a text end inside a bracket?"""
    return any(text.rfind(opening) > text.rfind(closing) for closing, opening in BRACKETS.items())


def bracketed(text: str, words: Words) -> int | None:
    """The bracket at the end: a credit where it reads as one, or where it stands behind a whole sentence."""
    bare = text.rstrip(" .")
    start = opening_of(bare)
    if start < 0:
        return None
    inner, before = bare[start + 1 : -1], text[:start].rstrip()
    if not _fits_bracket(inner, before, words):
        return None
    earlier = bracketed(before, words) if before[-1:] == bare[-1:] else None
    if earlier is None:
        earlier = _party_before(before, _are_agencies(inner, words), words)
    return start if earlier is None else earlier


def _are_agencies(inner: str, words: Words) -> bool:
    """Does a bracket hold agencies, and no person beside them: "(EFE)", "(dpa/picture alliance via Getty)"?"""
    persons = any(is_persons_name(part.strip(), words) for part in inner.split("/"))
    return bool(words.agencies.mentions(inner)) and is_credit(inner, words) and not persons


def _party_before(text: str, name: bool, words: Words) -> int | None:
    """Where an agency, or a `name`, stands alone between the last sentence and a bracket: "… pier. ANA RUIZ (EFE)"."""
    begin = max((match.end() for match in SENTENCE_END.finditer(text)), default=len(text))
    alone = text[begin:]
    full_name = name and 2 <= len(alone.split()) <= MOST_FULL_NAME and is_name(alone, words)
    return begin if full_name or (words.agencies.mentions(alone) and is_credit(alone, words)) else None


def _fits_bracket(inner: str, before: str, words: Words) -> bool:
    """Behind a whole sentence any name may stand; behind a name only what is surely a credit: "Jane Roe (CDU)"."""
    ended = before[-1:] in '.!?…”"' and bool(before)
    if is_credit(inner, words):
        return ended or not words.suppliers.whole(inner) or (uncased(before[-1:]) > 0 and _is_press(inner, words))
    if is_stand_in(inner, words) or is_persons_name(inner, words):
        return True
    return (ended and _may_name(inner, words)) or _names_archive(inner, words)


def _names_archive(text: str, words: Words) -> bool:
    """Does a word for an old picture stand before its owner's name: "archivio Masci", "arhiva Telegram"?"""
    first, _, owner = text.partition(" ")
    role = words.role(first) if owner and is_name(owner, words) and not words.role(text) else None
    return role is not None and "file" in role.kinds


def _is_press(text: str, words: Words) -> bool:
    """Is it a paper or broadcaster? In scripts without capitals few captions have a full stop before the bracket."""
    return bool(words.of_sort("newspaper", [text]) or words.of_sort("broadcaster", [text]))


def _may_name(text: str, words: Words) -> bool:
    """Could a text in the credit's place be a name: capitals first, few words, no figure, no "file picture"?"""
    return (
        (text[:1].isalpha() or text.startswith(SIGNS))
        and not text[0].islower()
        and not any(map(str.isdecimal, text))
        and len(text.split()) <= MOST_NAME_WORDS
        and not SENTENCE_BREAK.search(text)
        and len(saying(text, words)) <= MOST_SMALL
        and words.role(text) is None
    )
