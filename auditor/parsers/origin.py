"""What a file says of where its copy stands on the story's way: on the wire, or with a partner of who published it."""

import re
from collections.abc import Iterable
from itertools import islice
from urllib.parse import urlsplit

from auditor.text import fold, without_diacritics
from auditor.words import Words

# "NORRVIK, May 5 (AFP) -", "МОСКВА, 5 мая. /ТАСС/.", "(서울=연합뉴스)": a town, a day, and whose item it is.
DATELINE = re.compile(
    r"(?P<before>[^()/\[\]]{0,60})[(/\[](?P<town>[^()/=\[\]]{1,40}=)?(?P<agency>[^()/=\[\]]{2,40})(?P<end>[)/\]])"
    r"\s?[.:]?\s?(?P<dash>[-\u2010-\u2015\u2212])?"
)
TOP = 2
"""Paragraphs, a byline among them, in which a dateline may stand."""


def has_dateline(paragraphs: Iterable[str], words: Words) -> bool:
    """Does a text begin as an agency's own item does, with town, day and agency?"""
    return any(_is_dateline(text, words) for text in islice(paragraphs, TOP))


def _is_dateline(text: str, words: Words) -> bool:
    found = DATELINE.match(text[:160])
    if not found or not (found["dash"] or found["town"] or found["end"] == "/"):
        return False
    return words.agencies.get(found["agency"].strip()) is not None


def elsewhere(own: str | None, original: str | None) -> bool:
    """Do two addresses of one story, its own and the one that it names as the original's, lead to different sites?"""
    here, there = _site(own), _site(original)
    return bool(here and there and here != there)


def _site(url: str | None) -> str:
    """The part of the host's name that is bought: `post.example` of `amp.post.example`, `post.co.example` likewise."""
    try:
        host = urlsplit((url or "").strip()).hostname or ""
    except ValueError:
        return ""
    labels = without_diacritics(fold(host)).split(".")
    return ".".join(labels[-3:] if len(labels) > 2 and len(labels[-2]) < 4 else labels[-2:])
