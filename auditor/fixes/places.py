"""Edits of an image's fields into replacements of stretches of its file."""

import html
from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from auditor.fixes.visible import Visible, words_of
from auditor.model import Edit, Image

SIGNS = "|/,;·•–—-"
BLANKS = (" ", "\t", "\xa0")
BRACKETS = {"(": ")", "[": "]", "（": "）", "【": "】"}
Stretch = tuple[int, int]
Reach = Literal["nearest", "alone", "everywhere"]


class UnplaceableError(Exception):
    """An edit whose words cannot be replaced in the file; its text says why."""


class Replacement(Struct, frozen=True, order=True):
    """What stands at start:end of the source becomes `new`."""

    start: int
    end: int
    new: str


def replacements(edit: Edit, image: Image, twins: Sequence[Image], seen: Visible, reach: Reach) -> list[Replacement]:
    """What to replace where; `twins` are the images with the same credit line. Raises UnplaceableError.

    `reach`: the place nearest to the image; the nearest with nothing else in its element ("AP", not that of "AP/dpa");
    or everywhere, as pages print a line again for small screens or below a gallery.
    """
    printed = (image.caption if edit.field == "caption" else image.credit_line) or ""
    places = seen.places(printed)
    if not places:
        raise UnplaceableError("the line does not stand in the file as it is read")
    alone = [place for place in places if seen.is_alone(place)] if reach == "alone" else []
    regions = places if reach == "everywhere" else [_nearest(alone or places, image, twins, seen)]
    return [one for region in regions for one in _in_region(edit, region, seen)]


def _in_region(edit: Edit, region: Stretch, seen: Visible) -> list[Replacement]:
    found = seen.inside(region, edit.old)
    if edit.field == "caption":
        found = found[-1:]
        if found and _is_joined_behind(found[0][1], seen):
            raise UnplaceableError(f"more is joined to “{edit.old}”")
    if not found:
        raise UnplaceableError(f"“{edit.old}” does not stand in the file as one text")
    if len(found) > 1:
        raise UnplaceableError(f"“{edit.old}” stands there {len(found)} times")
    if not edit.new:
        return [_taken_out(found[0], region, seen)]
    return [_replaced(stretch, new, seen) for stretch, new in _by_word(edit, found[0])]


def _is_joined_behind(place: int, seen: Visible) -> bool:
    """Does a separator follow in the same piece of text?"""
    return place < len(seen.text) and seen.text[place] in SIGNS and seen.pieces[place] == seen.pieces[place - 1]


def _nearest(places: Sequence[Stretch], image: Image, twins: Sequence[Image], seen: Visible) -> Stretch:
    """The place nearest to the image's line, rather behind than before it; for twins there one after the other."""
    line = image.line
    if line is None:
        raise UnplaceableError("its line in the file is not known")
    rank = [twin.n for twin in twins if twin.line == line].index(image.n)
    nearest = sorted(places, key=lambda place: (seen.line(place[0]) < line, abs(seen.line(place[0]) - line)))
    return nearest[min(rank, len(nearest) - 1)]


def _by_word(edit: Edit, found: Stretch) -> Iterable[tuple[Stretch, str]]:
    """The words that change, each for itself where their number stays: tags and line ends between them are kept."""
    old, new = words_of(edit.old), edit.new.split()
    if len(old) < 2 or len(old) != len(new):
        return [(found, edit.new)]
    printed = edit.old.split()
    return [
        ((found[0] + start, found[0] + end), word)
        for (start, end), word, was in zip(old, new, printed, strict=False)
        if was != word
    ]


def _replaced(stretch: Stretch, new: str, seen: Visible) -> Replacement:
    start, end = _source(stretch, seen)
    if new.endswith(" ") and seen.source[end : end + 1].isspace():
        new = new.rstrip()
    return Replacement(start, end, html.escape(new, quote=False) if seen.is_html else new)


def _taken_out(stretch: Stretch, region: Stretch, seen: Visible) -> Replacement:
    """The stretch with its brackets, and with the blanks and signs that joined it to the rest of the line."""
    first, last = stretch
    if first > 0 and last < len(seen.text) and BRACKETS.get(seen.text[first - 1]) == seen.text[last]:
        first, last = first - 1, last + 1
    at_start = first <= region[0]
    while at_start and last < region[1] and seen.text[last] in SIGNS and seen.pieces[last] == seen.pieces[last - 1]:
        last += 1
    while first > region[0] and seen.text[first - 1] in SIGNS and seen.pieces[first - 1] == seen.pieces[first]:
        first -= 1
    start, end = _source((first, last), seen)
    while at_start and seen.source[end : end + 1] in BLANKS:
        end += 1
    while not at_start and seen.source[start - 1 : start] in BLANKS:
        start -= 1
    return Replacement(start, end, "")


def _source(stretch: Stretch, seen: Visible) -> Stretch:
    first, last = stretch
    if seen.pieces[first] != seen.pieces[last - 1]:
        raise UnplaceableError("markup divides its words")
    return seen.starts[first], seen.ends[last - 1]


def replaced(source: str, all_of_it: Iterable[Replacement], codec: str, is_html: bool) -> bytes | None:
    """The source with the replacements, encoded piece by piece; None where an encoding lacks a character."""
    pieces, place = [], 0
    for one in sorted(all_of_it):
        if one.start < place:
            continue  # they overlap; the next round sees what is left of it
        pieces.append(source[place : one.start].encode(codec, "surrogateescape"))
        try:
            pieces.append(one.new.encode(codec, "xmlcharrefreplace" if is_html else "strict"))
        except UnicodeEncodeError:
            return None
        place = one.end
    return b"".join([*pieces, source[place:].encode(codec, "surrogateescape")])
