"""The text that belongs to an image: climbing from it as long as nothing but this image and short text is inside."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from itertools import islice, takewhile

from msgspec import Struct
from msgspec.structs import replace

from auditor.parsers.html.body import Body
from auditor.parsers.html.dom import Element, text_inside
from auditor.parsers.html.names import Role
from auditor.parsers.html.segments import (
    LONGEST_CAPTION,
    MOST_TEXT,
    Segment,
    is_emphasised,
    role_of_element,
    segments_of,
)
from auditor.parsers.html.shots import Shot

HIGHEST = 12  # elements between an image and the container of its caption
LONGEST = 700  # characters that stand unlabelled beside an image and may be its caption
SHORT = 400  # characters of an unlabelled text beside a container that its own credit makes a caption
DESCRIBED = 20  # letters of a text that an image's description repeats; fewer may do so by chance
EMPHASISED = 200  # characters of a caption that only its italics set apart
TWINS = 20  # elements that show one picture
LARGE = 4000  # characters, scripts among them; so much text is no caption and is not looked at closely
CROWDED = 30  # elements in one; a list of other things, not the box of a picture
NAME = 70  # characters of a name or house
MOST = 4  # stretches of text that an element outside a figure may add
NEIGHBOURS = 3  # elements behind an image that may hold its caption

Holders = Mapping[Element, Sequence[Shot]]
Reader = Callable[[str], Role | None]


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
        return _has(self.segments, "caption") and (self.figure or _has(self.segments, "credit"))


def text_around(shot: Shot, holders: Holders, body: Body, reads: Reader) -> Around:
    """The stretches of text of the image's container, if any. `reads` tells what an unlabelled text is."""
    reads = _or_as_described(reads, shot)
    box = _Box(shot.top, _figure(shot, holders, body))
    for _ in range(HIGHEST):
        parent = box.node.getparent()
        if parent is None or parent in body.above or not _alone(shot, holders.get(parent, ())):
            break
        if not box.takes(parent, reads):
            break
    said = box.said + _neighbours(box.node, box.said, holders, reads)
    return Around(said, box.others, box.node, box.figure is not None)


def _or_as_described(reads: Reader, shot: Shot) -> Reader:
    """The reader that also takes a text for the caption where the image's own description or title says the same."""

    @cache
    def said() -> list[str]:
        texts = map(_letters, (shot.alt, shot.element.get("title")))
        return [letters for letters in texts if len(letters) >= DESCRIBED]

    def read(text: str) -> Role | None:
        if role := reads(text):
            return role
        letters = _letters(text)
        described = len(letters) >= DESCRIBED and any(letters in one or letters.startswith(one) for one in said())
        return "caption" if described else None

    return read


def _letters(text: str | None) -> str:
    return "".join(filter(str.isalnum, text[:LONGEST])).casefold() if text else ""


class _Box:
    """The largest element so far that holds the image and its text, that text, and what else stands in it."""

    def __init__(self, node: Element, figure: Element | None) -> None:
        self.node, self.figure = node, figure
        self.inside = figure is not None
        self.said: list[Segment] = []
        self.others: list[Segment] = []

    def takes(self, parent: Element, reads: Reader) -> bool:
        """Grows to the parent, unless that holds more than a picture and its text."""
        if len(parent) > CROWDED:
            return False
        length = len(text_inside(parent).strip())
        if length > LARGE and not self.inside:
            return False
        most = LONGEST_CAPTION if self.inside else MOST_TEXT
        ahead, behind = _siblings(self.node, parent, most) if length else ([], [])
        if not self.inside:
            behind = [_read(segment, self.said, reads) for segment in behind]
            ahead = _with_credit_ahead(ahead, self.said + behind, reads)
            added = _added(self.said, ahead, behind, self.figure is not None)
            if added is None:
                return False
            self.others += [segment for segment in ahead + behind if segment not in added]
            ahead, behind = [s for s in ahead if s in added], [s for s in behind if s in added]
        self.said, self.node = ahead + self.said + behind, parent
        if parent.tag == "a" and "href" in parent.attrib:
            self.said = [replace(segment, linked=True) for segment in self.said]
        self.inside = self.inside and parent is not self.figure
        return True


def _figure(shot: Shot, holders: Holders, body: Body) -> Element | None:
    """The outermost figure that holds this image only."""
    found = None
    for figure in shot.top.iterancestors("figure"):
        if figure in body.above or not _alone(shot, holders.get(figure, ())):
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


def _siblings(node: Element, parent: Element, most: int) -> tuple[list[Segment], list[Segment]]:
    """The text of the parent before and behind the node."""
    ahead, behind = _loose(parent.text), _loose(node.tail)
    for child in parent:
        if child is node:
            break
        ahead += segments_of(child, most) + _loose(child.tail)
    for sibling in node.itersiblings():
        behind += segments_of(sibling, most) + _loose(sibling.tail)
    return ahead, behind


def _loose(text: str | None) -> list[Segment]:
    return [Segment(" ".join(text.split()))] if text and text.strip() else []


def _added(have: list[Segment], ahead: list[Segment], behind: list[Segment], figure: bool) -> list[Segment] | None:
    """What text outside any figure is the image's; None where the box holds more than a picture and its text."""
    plain = [s for s in behind if s.role not in ("caption", "credit")]
    if sum(len(s.text) for s in plain) > LONGEST:
        return None
    labelled = [s for s in ahead + behind if s not in plain and s.role in ("caption", "credit") and not s.linked]
    if have:
        lacking = [s for s in labelled if s.role == "credit" and not _has(have, "credit")]
        return lacking if lacking or not (ahead or behind) else None
    if _has(labelled, "caption"):
        places = [place for place, segment in enumerate(behind) if segment.role == "caption"]
        beside = {place + step for place in places for step in (-1, 1)}
        return labelled + [s for place, s in enumerate(behind) if _may_sign(s, place in beside)]
    if figure and not labelled:
        return None if ahead or behind else []
    return [s for s in labelled if s in ahead] + behind if len(behind) <= MOST else None


def _may_sign(segment: Segment, beside: bool) -> bool:
    """Somebody's name as the page says, or a short text right `beside` a caption, which may be one."""
    if segment.role or segment.linked or segment.heading:
        return segment.role == "byline"
    return beside and len(segment.text) <= NAME


def _has(segments: list[Segment], role: Role) -> bool:
    return any(segment.role == role for segment in segments)


def _read(segment: Segment, have: list[Segment], reads: Reader) -> Segment:
    """An unlabelled text that is a credit, or a caption with one, as such, where there is no credit yet."""
    if segment.role or segment.linked or segment.heading or len(segment.text) > SHORT or _has(have, "credit"):
        return segment
    return replace(segment, role=reads(segment.text))


def _with_credit_ahead(ahead: list[Segment], have: list[Segment], reads: Reader) -> list[Segment]:
    """The text before an image, its last stretch as a credit where it reads as one and there is none yet."""
    if not ahead:
        return ahead
    last = _read(ahead[-1], have, reads)
    return [*ahead[:-1], last] if last.role == "credit" else ahead


def _neighbours(node: Element, have: list[Segment], holders: Holders, reads: Reader) -> list[Segment]:
    """The text right behind the container that calls itself caption or credit, where one lacks."""
    found: list[Segment] = []
    if _has(have, "caption") and _has(have, "credit"):
        return found
    for sibling in islice(node.itersiblings(), NEIGHBOURS):
        if len(text_inside(sibling)) > LARGE:
            break
        said = [_read(segment, have + found, reads) for segment in segments_of(sibling, LONGEST)]
        if not have and not found and _is_emphasised_caption(sibling, said):
            return [replace(segment, role="caption") for segment in said]
        if not have and not found and _is_credited_caption(said, reads):
            return [replace(segment, role="caption") for segment in said]
        told = list(takewhile(partial(_lacks, have + found, sibling), said))
        found += told
        if sibling in holders or len(told) < len(said) or (sibling.tail or "").strip():
            break
    return found if len(found) <= MOST else []


def _is_emphasised_caption(element: Element, said: list[Segment]) -> bool:
    """One sentence in italics or bold right behind an image; without its full stop it may as well be a heading."""
    return (
        len(said) == 1
        and said[0].text.endswith((".", ")"))
        and len(said[0].text) <= EMPHASISED
        and is_emphasised(element)
    )


def _is_credited_caption(said: list[Segment], reads: Reader) -> bool:
    """A short text and a credit announced by its marker, in the element right behind an image."""
    if len(said) < 2 or any(s.role not in (None, "credit") or s.heading or s.linked for s in said):
        return False
    joined = " ".join(segment.text for segment in said)
    return len(joined) <= SHORT and reads(joined) == "caption"


def _lacks(have: list[Segment], source: Element, segment: Segment) -> bool:
    """A credit where there is none yet; a caption where there is nothing yet, or where it is the element itself."""
    if segment.role == "credit":
        return not _has(have, "credit")
    if segment.role != "caption" or _has(have, "caption"):
        return False
    return not have or source.tag == "figcaption" or role_of_element(source) == "caption"
