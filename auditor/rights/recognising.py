"""Which of the desk's picture entries are about an image: told by an id, the address, what it shows, or the caption.

Never by the credit: a kill notice named one credit, and the same pictures stayed on sale under another.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import overload
from urllib.parse import unquote

from msgspec import Struct

from auditor import looks
from auditor.likeness import alike, length, shortened
from auditor.model import Image, Story
from auditor.rights import statements
from auditor.rights.shapes import Entry
from auditor.text import fold
from auditor.urls import LONGEST, picture_keys

WORD = re.compile(r"[^\W_]+")  # an underscore joins no id to what stands beside it: AP19001_640.jpg
TEXT = 2_000  # characters of a caption or credit line that are looked at
ALIKE = 0.85
"""Likeness of captions that tells a picture alone."""
TELLING = 6
LONG = 10
"""Words from which on a caption tells a picture; and one that is another shortened."""
MOST = 50
"""Entries whose captions are compared with one: those that have most words in common with it."""
KEYED = 4  # letters; shorter words are in too many captions to look them up by
Reason = tuple[Entry, str]


class Register(Sequence[Entry]):
    """The entries, to be looked up by what tells an image."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries = tuple(entries)
        self._by_key: dict[str, list[int]] = defaultdict(list)
        self._by_id: dict[str, list[tuple[int, str, list[str]]]] = defaultdict(list)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._captions = [_caption(entry.caption) for entry in self._entries]
        self._looks = [(number, look) for number, entry in enumerate(self._entries) for look in entry.looks]
        for number, entry in enumerate(self._entries):
            for key in picture_keys(entry.src):
                self._by_key[key].append(number)
            for name in entry.ids:
                words = _words(name)
                self._by_id[words[0]].append((number, name, words))
            for word in self._captions[number].keys:
                self._by_word[word].append(number)

    @property
    def sees(self) -> bool:
        """Does an entry know what its picture shows?"""
        return bool(self._looks)

    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, number: int) -> Entry: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Entry, ...]: ...
    def __getitem__(self, number: int | slice) -> Entry | tuple[Entry, ...]:
        return self._entries[number]

    def about(self, image: Image, story: Story | None = None) -> list[Reason]:
        """The entries about an image, in their order, each with the strongest reason why."""
        if not self._entries:  # most newsrooms, most days
            return []
        found: dict[int, str] = {}
        by_text = (*self._by_ids(image, story), *self._by_addresses(image, story))
        for number, because in (*by_text, *self._by_looks(image), *self._by_caption(image)):
            found.setdefault(number, because)
        return [(self._entries[number], found[number]) for number in sorted(found)]

    def _by_ids(self, image: Image, story: Story | None) -> Iterator[tuple[int, str]]:
        for where, text in _texts(image, story) if self._by_id else ():
            said = _words(text)
            for index, word in enumerate(said):
                for number, name, words in self._by_id.get(word, ()):
                    if said[index : index + len(words)] == words:
                        yield number, f"its id {name} stands in the {where}"

    def _by_addresses(self, image: Image, story: Story | None) -> Iterator[tuple[int, str]]:
        for key in sorted(_keys(image, story)) if self._by_key else ():
            yield from ((number, "its address is that picture's") for number in self._by_key.get(key, ()))

    def _by_looks(self, image: Image) -> Iterator[tuple[int, str]]:
        for number, look in self._looks if image.look else ():
            differing = looks.differing(look, image.look or look)
            if differing <= looks.SAME:
                yield number, f"its file is alike in {looks.BITS - differing} of {looks.BITS} points"

    def _by_caption(self, image: Image) -> Iterator[tuple[int, str]]:
        if not self._by_word or not image.caption:
            return
        said = _caption(image.caption)
        shared = Counter(number for word in said.keys for number in self._by_word.get(word, ()))
        for number, count in shared.most_common(MOST):
            own = self._captions[number]
            if 2 * count >= min(len(said.keys), len(own.keys)) and (because := _why_same(own, said)):
                yield number, because


class _Caption(Struct, frozen=True):
    """A caption, folded, with its words, those by which it is looked up, and its names and numbers."""

    folded: str
    words: frozenset[str]
    keys: frozenset[str]
    telling: frozenset[str]


def _caption(text: str | None) -> _Caption:
    text = (text or "")[:TEXT]
    words = frozenset(_words(text))
    keys = frozenset(word for word in words if len(word) >= KEYED or not word.isascii() or word.isdecimal())
    telling = frozenset(word.lower() for word in WORD.findall(text) if word[0].isupper() or any(map(str.isdigit, word)))
    return _Caption(fold(text), words, keys, telling)


def _why_same(one: _Caption, other: _Caption) -> str | None:
    """Why two captions are one picture's, by a bar that captions of two pictures of one event do not pass."""
    if one.telling - other.words and other.telling - one.words:
        return None  # each has a name or a number that the other lacks
    shorter = min(length(one.folded), length(other.folded))
    like = alike(one.folded, other.folded) if shorter >= TELLING else 0.0
    if like >= ALIKE:
        return f"its caption is {like:.0%} alike"
    return (
        "its caption is that picture's shortened" if shorter >= LONG and shortened(one.folded, other.folded) else None
    )


def _texts(image: Image, story: Story | None) -> Iterator[tuple[str, str]]:
    """Where an id may stand, and what stands there."""
    yield from (("address", unquote(url[:LONGEST])) for url in image.src)
    for where, text in (("caption", image.caption), ("credit line", image.credit_line), ("notes", image.instructions)):
        yield where, (text or "")[:TEXT]
    for other in statements.about(image, story) if story else ():
        yield "data for machines", " ".join(filter(None, (*other.src, other.caption, other.credit_line)))[:LONGEST]


def _keys(image: Image, story: Story | None) -> frozenset[str]:
    return statements.own_keys(image, story) if story else picture_keys(image.src)


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower())
