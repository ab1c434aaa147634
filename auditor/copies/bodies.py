"""What is kept of a story's text to find its copies: a number for every word, from which all fingerprints follow."""

import re
from array import array
from collections.abc import Iterable, Set
from functools import cache
from hashlib import blake2b
from itertools import chain
from urllib.parse import urlsplit

from msgspec import Struct

from auditor.model import Story
from auditor.phrases import LATIN
from auditor.text import fold, words_of

PRIME = 5_273_844_561_193_170_773
"""Below 2^63: words of up to seven bytes keep a number of their own, longer ones share one by chance only."""
DAYS = 7
"""Within so many days copies appear, where their dates are known."""
EIGHT = 8
"""Bytes of a code, in the machine's own order: bodies stay on the machine that made them."""
BLANKED = bytes(byte if byte > 0x7F or chr(byte).isalnum() or byte == ord("_") else ord(" ") for byte in range(256))
"""Every sign of ASCII made a blank."""


class Body(Struct, frozen=True):
    """The text that decides: paragraphs without captions and credit lines.

    `codes`: 8 bytes a word, odd where the word holds a figure; `ends`: the number of words up to the end of each
    paragraph; `keys`: 8 bytes a paragraph, the same for the same paragraph of the same site, empty where the site is
    not known; `day`: of publication, counted from 1 January of the year 1.
    """

    codes: bytes = b""
    ends: tuple[int, ...] = ()
    keys: bytes = b""
    day: int | None = None

    @property
    def count(self) -> int:
        """How many words there are."""
        return len(self.codes) // EIGHT

    def paragraph_keys(self) -> list[bytes]:
        """The key of each paragraph, none where there are no keys."""
        return [self.keys[at : at + EIGHT] for at in range(0, len(self.keys), EIGHT)]

    def words(self, without: Set[bytes]) -> "array[int]":
        """The codes of all words but those of the paragraphs with these keys."""
        dropped = [key in without for key in self.paragraph_keys()]
        codes = array("Q", self.codes)
        if not any(dropped):
            return codes
        starts = (0, *self.ends)
        kept = (codes[starts[n] : end] for n, end in enumerate(self.ends) if not dropped[n])
        return array("Q", chain.from_iterable(kept))


def body(story: Story) -> Body:
    """The body of a story."""
    captions = {fold(text) for image in story.images for text in (image.caption, image.credit_line) if text}
    kept = [folded for paragraph in story.paragraphs if (folded := fold(paragraph)) not in captions]
    words, ends = list[bytes](), []
    for paragraph in kept:
        words += _in_bytes(paragraph)
        ends.append(len(words))
    codes, site = array("Q", codes_of(words)).tobytes(), _site(story)
    return Body(codes, tuple(ends), _keys(site, kept) if site else b"", day_of(story))


def _in_bytes(folded: str) -> list[bytes]:
    """The words of a text in UTF-8. Where all signs are of one byte it is cut there, in half the time of a pattern."""
    if folded.isascii() or not _beyond_latin_letters().search(folded):
        return folded.encode("utf-8", "replace").translate(BLANKED).split()
    return " ".join(words_of(folded)).encode("utf-8", "replace").split()


@cache
def _beyond_latin_letters() -> re.Pattern[str]:
    """What is neither ASCII nor a Latin letter with its accent."""
    letters = "".join(filter(str.isalnum, map(chr, range(0x80, ord(LATIN) + 1))))
    return re.compile(f"[^\0-\x7f{letters}]")


def codes_of(words: Iterable[bytes]) -> list[int]:
    """A number for every word, the same in every process and on every machine; odd where the word holds a figure.

    To work it out anew is faster than to look it up: a table of a language's words fits into no processor's cache.
    """
    number = int.from_bytes
    return [number(word, "big") % PRIME << 1 if word.isalpha() else _code(word) for word in words]


def _code(word: bytes) -> int:
    """The code of a word with figures, or with letters beyond ASCII."""
    text = word.decode()
    has_figure = not text.isalpha() and any(map(str.isdigit, text))
    return int.from_bytes(word, "big") % PRIME << 1 | has_figure


ANY_FIGURE = 1
"""Stands for every word with a figure where all are taken for one."""


def is_figure(code: int) -> bool:
    """Does the word with this code hold a figure?"""
    return bool(code & 1)


def without_figures(codes: Iterable[int]) -> list[int]:
    """The codes, every word with a figure taken for one."""
    return [ANY_FIGURE if code & 1 else code for code in codes]


def _keys(site: str, paragraphs: Iterable[str]) -> bytes:
    named = site.encode("utf-8", "replace") + b"\0"
    return b"".join(
        blake2b(named + paragraph.encode("utf-8", "replace"), digest_size=EIGHT).digest() for paragraph in paragraphs
    )


def _site(story: Story) -> str:
    try:
        host = urlsplit(story.url or "").netloc
    except ValueError:
        host = ""
    return host or story.publisher or ""


def day_of(story: Story) -> int | None:
    """The day of publication, counted from 1 January of the year 1."""
    day = story.day
    return day.toordinal() if day else None


def close(one: int | None, other: int | None) -> bool:
    """May stories of these days be copies? Where one is not known, they may."""
    return one is None or other is None or abs(one - other) <= DAYS
