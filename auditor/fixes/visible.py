"""The characters of a file that readers see, each with its place in the source; white space aside."""

import html
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from auditor.text import INVISIBLE, letters_only

REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
QUOTED = re.compile(r"""=\s*(["'])""")
RAW = ("script", "style")
Piece = tuple[int, int]


class Visible:
    """Character `n` of `text` stands at `starts[n]:ends[n]` of the source, in piece `pieces[n]` between two tags."""

    def __init__(self, source: str, is_html: bool) -> None:
        self.source, self.is_html = source, is_html
        self.starts, self.ends, self.pieces = array("q"), array("q"), array("q")
        seen: list[str] = []
        for number, (start, end) in enumerate(text_pieces(source) if is_html else [(0, len(source))]):
            for character, begin, stop in _characters(source, start, end, is_html):
                seen.append(character)
                self.starts.append(begin)
                self.ends.append(stop)
                self.pieces.append(number)
        self.text = "".join(seen)
        self._letters = array("q", (n for n, c in enumerate(self.text) if c.isalnum()))
        self._words = "".join(self.text[n] for n in self._letters)
        self._lines = [match.end() for match in re.finditer(r"\r\n?|\n", source)]

    def places(self, text: str, most: int = 1000) -> list[Piece]:
        """Where the letters and digits of a text stand, whatever signs and tags are between them."""
        wanted, found, at = letters_only(text), list[Piece](), -1
        while wanted and len(found) < most and (at := self._words.find(wanted, at + 1)) >= 0:
            first, last = self._letters[at], self._letters[at + len(wanted) - 1]
            if not self._joined(first) and not self._joined(last + 1):
                found.append((first, last + 1))
        return found

    def is_alone(self, region: Piece) -> bool:
        """Does a region begin and end where pieces do?"""
        first, last = region
        at_start = first == 0 or self.pieces[first - 1] != self.pieces[first]
        return at_start and (last == len(self.text) or self.pieces[last] != self.pieces[last - 1])

    def line(self, place: int) -> int:
        """The line of the source, from 1, on which a character stands."""
        return bisect_right(self._lines, self.starts[place]) + 1

    def inside(self, region: Piece, text: str) -> list[Piece]:
        """Where a text stands in a region as whole words, white space aside."""
        wanted, found, at = bare(text), list[Piece](), region[0]
        while wanted and (at := self.text.find(wanted, at, region[1])) >= 0:
            if not self._joined(at) and not self._joined(at + len(wanted)):
                found.append((at, at + len(wanted)))
            at += 1
        return found

    def _joined(self, place: int) -> bool:
        """Do the characters before and at a place belong to one word?"""
        if not 0 < place < len(self.text) or self.ends[place - 1] != self.starts[place]:
            return False
        return self.text[place - 1].isalnum() and self.text[place].isalnum()


def bare(text: str) -> str:
    """A text without white space and what is never seen."""
    return "".join(text.translate(INVISIBLE).split())


def _characters(source: str, start: int, end: int, is_html: bool) -> Iterator[tuple[str, int, int]]:
    place = start
    while place < end:
        reference = REFERENCE.match(source, place, end) if is_html and source[place] == "&" else None
        stop = reference.end() if reference else place + 1
        for character in html.unescape(reference[0]) if reference else source[place]:
            if not character.isspace() and ord(character) not in INVISIBLE:
                yield character, place, stop
        place = stop


def text_pieces(source: str) -> Iterator[Piece]:
    """The stretches of an HTML source between its tags; comments, scripts and styles left out."""
    place = 0
    while place < len(source):
        tag = source.find("<", place)
        while tag >= 0 and not _is_tag(source, tag):
            tag = source.find("<", tag + 1)
        end = tag if tag >= 0 else len(source)
        if end > place:
            yield place, end
        place = _behind_tag(source, end) if tag >= 0 else end


def _is_tag(source: str, place: int) -> bool:
    behind = source[place + 1 : place + 2]
    return behind.isalpha() or (behind != "" and behind in "/!?")


def _behind_tag(source: str, place: int) -> int:
    """Where a tag, a comment, or a script with all that is in it ends."""
    if source.startswith("<!--", place):
        return _behind(source, "-->", place + 4)
    end = _tag_end(source, place + 1)
    name = source[place + 1 : place + 7].lower()
    raw = next((raw for raw in RAW if name.startswith(raw) and not source[place + 1 + len(raw)].isalnum()), None)
    if raw is None or source[end - 2 : end] == "/>":
        return end
    closing = re.compile(rf"</{raw}", re.I).search(source, end)
    return _tag_end(source, closing.start() + 1) if closing else len(source)


def _tag_end(source: str, place: int) -> int:
    """Behind the next bracket that stands in no attribute's quotes."""
    while True:
        end = _behind(source, ">", place)
        quote = QUOTED.search(source, place, end)
        closing = source.find(quote[1], quote.end()) if quote else -1
        if closing < 0:
            return end
        place = closing + 1


def _behind(source: str, sign: str, place: int) -> int:
    found = source.find(sign, place)
    return found + len(sign) if found >= 0 else len(source)


def words_of(text: str) -> list[tuple[int, int]]:
    """The words of a text, between its white space, as stretches of the text without any."""
    found, place = [], 0
    for blank, run in groupby(text.translate(INVISIBLE), str.isspace):
        length = 0 if blank else len(list(run))
        if length:
            found.append((place, place + length))
        place += length
    return found
