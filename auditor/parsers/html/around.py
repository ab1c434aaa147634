"""The text that belongs to an image: climbing from it as long as nothing but this image and short text is inside."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from auditor.parsers.html.beside import (
    LARGE,
    LONGEST,
    MOST,
    Described,
    Holders,
    Reader,
    has,
    is_credited,
    may_sign,
    neighbours,
    read,
    with_credit_ahead,
)
from auditor.parsers.html.body import Body
from auditor.parsers.html.dom import Element, text_inside
from auditor.parsers.html.names import is_picture, names_of
from auditor.parsers.html.segments import (
    LONGEST_CAPTION,
    MOST_TEXT,
    Segment,
    segments_of,
)
from auditor.parsers.html.shots import Shot

HIGHEST = 12  # elements between an image and the container of its caption
TWINS = 20  # elements that show one picture
SIDE_BY_SIDE = 4  # pictures over one caption
CROWDED = 30  # elements in one; a list of other things, not the box of a picture


class Around(Struct, frozen=True, eq=False):
    """The text of an image's container, in order, and what else stands in it.

    `figure`: the page says that it is one; `container`: the outermost element with nothing but this image in it.
    """

    segments: list[Segment]
    others: list[Segment]
    container: Element
    figure: bool

    @property
    def labelled(self) -> bool:
        """Does any of the text call itself caption or credit?"""
        return any(segment.role for segment in self.segments)

    @property
    def captioned(self) -> bool:
        """Does it hold both a caption and a credit that call themselves so?"""
        return has(self.segments, "caption") and (self.figure or has(self.segments, "credit"))


def text_around(shot: Shot, holders: Holders, body: Body, by_words: Reader) -> Around:
    """The stretches of text of the image's container, if any. `by_words` tells what an unlabelled text is."""
    reads = Described(by_words, shot)
    box = _Box(shot.top, _figure(shot, holders))
    for _ in range(HIGHEST):
        parent = box.node.getparent()
        if parent is None or parent in body.above or not _alone(shot, holders.get(parent, ())):
            break
        if not box.takes(parent, reads):
            break
    said = box.said + neighbours(box.node, box.said, holders, reads)
    if not said and (row := _row(box.node, shot, holders, body)) is not None:
        said = [segment for segment in neighbours(row, [], holders, reads) if segment.role in ("caption", "credit")]
    return Around(said, box.others, box.node, box.figure is not None)


def _row(node: Element, shot: Shot, holders: Holders, body: Body) -> Element | None:
    """The element that holds a few images and no text, whose one caption is that of the last."""
    row = node.getparent()
    held = holders.get(row, ()) if row is not None and row not in body.above else ()
    if row is None or not 1 < len(held) <= SIDE_BY_SIDE or held[-1] is not shot or text_inside(row).strip():
        return None
    return row


class _Box:
    """The largest element so far that holds the image and its text, that text, and what else stands in it."""

    def __init__(self, node: Element, figure: Element | None) -> None:
        self.node, self.figure = node, figure
        self.inside = figure is not None
        self.said: list[Segment] = []
        self.others: list[Segment] = []

    def takes(self, parent: Element, reads: Described) -> bool:
        """Grows to the parent, unless that holds more than a picture and its text."""
        if len(parent) > CROWDED:
            return False
        length = len(text_inside(parent).strip())
        if length > LARGE and not self.inside:
            return False
        told = self._beside(parent, reads) if length else ([], [])
        if told is None:
            return False
        ahead, behind = told
        self.said, self.node = ahead + self.said + behind, parent
        if parent.tag == "button" or (parent.tag == "a" and "href" in parent.attrib):
            self.said = [replace(segment, linked=True) for segment in self.said]
        self.inside = self.inside and parent is not self.figure
        return True

    def _beside(self, parent: Element, reads: Described) -> tuple[list[Segment], list[Segment]] | None:
        """The image's text in the parent before and behind the node; None where there is more than that."""
        if self.inside:
            return _ahead(self.node, parent, LONGEST_CAPTION), list(_behind(self.node, LONGEST_CAPTION))
        behind = self._short(_behind(self.node, MOST_TEXT), reads)
        if behind is None:
            return None
        ahead = with_credit_ahead(_ahead(self.node, parent, MOST_TEXT), self.said + behind, reads)
        added = _added(self.said, ahead, behind, self.figure is not None, reads)
        if added is None and _is_caption_below(self.said, ahead, behind, parent):
            added = behind
        if added is None:
            return None
        self.others += [segment for segment in ahead + behind if segment not in added]
        return [s for s in ahead if s in added], [s for s in behind if s in added]

    def _short(self, segments: Iterable[Segment], reads: Described) -> list[Segment] | None:
        """The stretches, each read; None as soon as they hold more than one unlabelled text of a caption's length."""
        found: list[Segment] = []
        plain = 0
        for segment in segments:
            found.append(read(segment, self.said, reads))
            plain += len(segment.text) if found[-1].role not in ("caption", "credit") else 0
            if plain > LONGEST and len(found) > 1:
                return None
        return found


def _figure(shot: Shot, holders: Holders) -> Element | None:
    """The outermost figure that holds this image only."""
    found = None
    for figure in shot.around if shot.figure is not None else ():
        if figure.tag != "figure":
            continue
        if not _alone(shot, holders.get(figure, ())):
            break
        found = figure
    return found


def _alone(shot: Shot, held: Sequence[Shot]) -> bool:
    return len(held) <= TWINS and all(other is shot or same_picture(shot, other) for other in held)


def same_picture(one: Shot, other: Shot) -> bool:
    """A twin: the same file in another size, or what a page shows until or unless scripts run."""
    if not one.urls or not other.urls or one.unscripted != other.unscripted:
        return True
    return not one.keys or not other.keys or not one.keys.isdisjoint(other.keys)


def _ahead(node: Element, parent: Element, most: int) -> list[Segment]:
    """The text of the parent before the node."""
    ahead = _loose(parent.text)
    for child in parent:
        if child is node:
            break
        ahead += segments_of(child, most) + _loose(child.tail)
    return ahead


def _behind(node: Element, most: int) -> Iterator[Segment]:
    """The text behind the node in its parent, worked out as it is asked for: much is another story's, and unasked."""
    yield from _loose(node.tail)
    for sibling in node.itersiblings():
        yield from segments_of(sibling, most)
        yield from _loose(sibling.tail)


def _loose(text: str | None) -> list[Segment]:
    return [Segment(" ".join(text.split()))] if text and text.strip() else []


def _added(
    have: list[Segment], ahead: list[Segment], behind: list[Segment], figure: bool, reads: Described
) -> list[Segment] | None:
    """What text outside any figure is the image's; None where the box holds more than a picture and its text."""
    plain = [s for s in behind if s.role not in ("caption", "credit")]
    if sum(len(s.text) for s in plain) > LONGEST:
        return None
    labelled = [s for s in ahead + behind if s not in plain and s.role in ("caption", "credit") and not s.linked]
    if have:
        credits = [s for s in labelled if s.role == "credit"]
        lacking = credits if credits and not is_credited(have, reads) else []
        return lacking if lacking or not (ahead or behind) else None
    if has(labelled, "caption"):
        places = [place for place, segment in enumerate(behind) if segment.role == "caption"]
        beside = {place + step for place in places for step in (-1, 1)}
        return labelled + [s for place, s in enumerate(behind) if may_sign(s, place in beside)]
    if figure and not labelled:
        return None if ahead or behind else []
    return [s for s in labelled if s in ahead] + behind if len(behind) <= MOST else None


def _is_caption_below(have: list[Segment], ahead: list[Segment], behind: list[Segment], box: Element) -> bool:
    """Is the one text below an image over which only its credit stands its caption, in what calls itself its box?"""
    if ahead or len(behind) != 1 or not have or any(segment.role not in ("credit", "byline") for segment in have):
        return False
    return not (behind[0].heading or behind[0].linked) and is_picture(names_of(box))
