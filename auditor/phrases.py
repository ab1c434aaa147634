"""Phrases looked up in a text word by word: whole words only, longest first, in linear time."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import accumulate
from typing import Any, Generic, TypeVar

from msgspec import Struct

from auditor.text import JOINERS, SAME_IN_CAPITALS, UNSPACED

T = TypeVar("T")
# Words as in auditor.text, and the signs that stand for a word in a credit line.
HANGUL = "\uac00-\ud7af"
SINGLE = UNSPACED.replace("\u3040-\u30ff", "\u3040-\u30fa\u30fc-\u30ff")  # the dot in "撮影・山田" is no word
LATIN = "\u02ff"  # up to it stand Latin letters with their accents, and no other script
BEYOND_LATIN = re.compile(f"[^\0-{LATIN}]")
LATIN_WORD = re.compile(r"(\([Cc]\)|[©®]|\w+)")  # the same on such a text, in less time
ASCII_WORD = re.compile(r"(\(c\)|\w+)", re.ASCII)  # the same on a text in small letters
ALIKE = {**SAME_IN_CAPITALS, **dict.fromkeys(map(ord, JOINERS))}
SOFT = frozenset(" -._'’·・&")


class Worded(Struct, frozen=True, gc=False):
    """A text and its words: `words` folded for comparing; word i stands at text[starts[i]:ends[i]]."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def written(self, first: int, last: int) -> str:
        """The words from `first` up to but not including `last`, as written, with what stands between them."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def gap(self, index: int) -> str:
        """What stands before word `index`; for `index` = number of words, what stands after the last one."""
        start = self.ends[index - 1] if index else 0
        return self.text[start : self.starts[index]] if index < len(self.words) else self.text[start:]


@lru_cache(maxsize=512)
def worded(text: str) -> Worded:
    """The words of a text with their places."""
    if text.isascii():
        pieces = ASCII_WORD.split(text.lower())
        words = pieces[1::2] if "(" not in text else map(fold_word, pieces[1::2])  # "(c)" is folded further
    else:
        pieces = (_word() if BEYOND_LATIN.search(text) else LATIN_WORD).split(text)
        words = map(fold_word, pieces[1::2])
    borders = tuple(accumulate(map(len, pieces)))  # of gap, word, gap … gap
    return Worded(text, tuple(words), borders[:-1:2], borders[1::2])


@lru_cache(maxsize=1)
def _word() -> re.Pattern[str]:
    """A word of any script; a pattern of so many letters takes time to make, and most runs meet none of them.

    Vowel signs and accents that Unicode counts apart from letters belong to the word: "फोटो" is one. So do joiners.
    """
    marks = "".join(c for c in map(chr, range(0x300, 0xE00)) if unicodedata.category(c) in ("Mn", "Mc"))
    letter = rf"[^\W{SINGLE}{HANGUL}]|[{marks}]"
    return re.compile(rf"([(（][CcＣｃ][)）]|[{SINGLE}©®℗ⓒ📷📸]|[{HANGUL}]+|(?:{letter})(?:{letter}|[{JOINERS}])*)")


@lru_cache(maxsize=16384)
def fold_word(word: str) -> str:
    """One word as it is compared: NFKC, no case, nor what capitals do not show; one copyright sign, and one camera."""
    if word.isascii() and word[0] != "(":
        return word.lower()
    plain = unicodedata.normalize("NFKC", word).translate(ALIKE).casefold()
    return "©" if plain == "(c)" or word in "ⓒ℗" else "📷" if word == "📸" else plain


@lru_cache(maxsize=4096)
def fold_gap(gap: str) -> str:
    """What stands between two words of a phrase, as it is compared: blank, hyphen, dot are the same, a slash is not."""
    if not gap or gap in SOFT:
        return " "
    return unicodedata.normalize("NFKC", gap).strip() or " "


Key = tuple[tuple[str, ...], tuple[str, ...]]


@lru_cache(maxsize=16384)
def key_of(phrase: str) -> Key:
    """What two ways to write one phrase have in common: its words folded, and what stands between them."""
    if phrase.isascii() and phrase.replace(" ", "").isalnum():  # most phrases of the tables, in a fifth of the time
        words = tuple(phrase.lower().split())
        return words, (" ",) * (len(words) - 1)
    said = worded(phrase)
    return said.words, tuple(fold_gap(said.gap(i)) for i in range(1, len(said.words)))


def _between(said: Worded, first: int, last: int) -> tuple[str, ...]:
    """What stands between the words of a stretch, as it is compared."""
    text, starts, ends = said.text, said.starts, said.ends
    return tuple([fold_gap(text[ends[i - 1] : starts[i]]) for i in range(first + 1, last)])


class Phrases(Generic[T]):
    """A table of phrases; each may have several values. Built once, then only read."""

    def __init__(self) -> None:
        self._root: dict[str, Any] = {}  # word -> node below it; "" -> [(gaps, value)] of the phrase ending here
        # The words (folded) with which phrases begin: cheaper to ask than `at`, as most words begin none.
        self.firsts: Mapping[str, object] = self._root

    def add(self, phrase: str, value: T) -> None:
        """Enters a phrase. One without any word (a lone sign) is not entered."""
        words, gaps = key_of(phrase)
        node = self._root
        for word in words:
            node = node.setdefault(word, {})
        if words:
            node.setdefault("", []).append((gaps, value))

    def beginnings(self, said: Worded) -> list[int]:
        """The words of a text at which a phrase may begin; the others need not be asked for."""
        root = self._root
        return [index for index, word in enumerate(said.words) if word in root]

    def begins_in(self, words: Iterable[str]) -> bool:
        """Whether any of these words (folded) begins a phrase: what spares most steps their walk over a line."""
        return not self._root.keys().isdisjoint(words)

    def stands_in(self, said: Worded) -> bool:
        """Whether any phrase stands in a text, as whole words and with the same signs between them."""
        return any(True for index in self.beginnings(said) for _ in self.at(said, index))

    def at(self, said: Worded, index: int, end: int | None = None) -> Iterator[tuple[int, T]]:
        """Phrases that begin at word `index`, longest first: (index after the phrase's last word, value)."""
        words = said.words
        node = self._root.get(words[index])
        if node is None:
            return iter(())
        position, limit = index + 1, len(words) if end is None else end
        longer = node.get(words[position]) if position < limit else None
        if longer is None:  # most words: one of a single word, or the first of a phrase that is not here
            entries = node.get("", ())
            if len(entries) == 1:
                return iter(((position, entries[0][1]),))
            return iter([(position, value) for _, value in entries])
        found = [(position, node[""])] if "" in node else []
        while longer is not None:
            position += 1
            if "" in longer:
                found.append((position, longer[""]))
            longer = longer.get(words[position]) if position < limit else None
        hits: list[tuple[int, T]] = []
        for last, entries in reversed(found):
            gaps = _between(said, index, last) if last - index > 1 else ()
            for wanted, value in entries:
                if wanted == gaps:
                    hits.append((last, value))
        return iter(hits)

    def whole(self, text: str) -> list[T]:
        """The values of the phrase that is the whole text, signs at its ends aside."""
        said = worded(text)
        return [value for last, value in self.at(said, 0) if last == len(said.words)] if said.words else []
