"""The text that belongs to an image: climbing from it as long as nothing but this image and short text is inside."""

from collections.abc import Callable, Mapping, Sequence
from itertools import islice

from lxml.html import HtmlElement
from msgspec import Struct
from msgspec.structs import replace

from auditor.parsers.html.body import Body
from auditor.parsers.html.names import Role
from auditor.parsers.html.segments import Segment, is_emphasised, segments_of
from auditor.parsers.html.shots import Shot
from auditor.urls import picture_keys

HIGHEST = 12  # elements between an image and the container of its caption
LONGEST = 700  # characters that stand unlabelled beside an image and may be its caption
SHORT = 400  # characters of an unlabelled text beside a container that its own credit makes a caption
EMPHASISED = 200  # characters of a caption that only its italics set apart
CROWDED = 30  # elements in one; a list of other things, not the box of a picture
MOST = 4  # stretches of text that an element outside a figure may add
NEIGHBOURS = 3  # elements behind an image that may hold its caption

Holders = Mapping[HtmlElement, Sequence[Shot]]
Reader = Callable[[str], Role | None]


class Around(Struct, frozen=True, eq=False):
    """The text of an image's container, in order. `figure`: the page says that it is one; `container`: the outermost."""

    segments: list[Segment]
    container: HtmlElement
    figure: bool

    @property
    def labelled(self) -> bool:
        """Does any of the text call itself caption or credit?"""
        return any(segment.role for segment in self.segments)


def text_around(shot: Shot, holders: Holders, body: Body, reads: Reader) -> Around:
    """The stretches of text of the image's container; none where it has none. `reads` tells what an unlabelled text is."""
    node, said = shot.top, list[Segment]()
    figure = _figure(shot, holders, body)
    inside = figure is not None
    for _ in range(HIGHEST):
        parent = node.getparent()
        if parent is None or parent in body.above or len(parent) > CROWDED or not _alone(shot, holders.get(parent, ())):
            break
        ahead, behind = _siblings(node, parent)
        if not inside:
            behind = [_read(segment, said, reads) for segment in behind]
        if not inside and not _may_add(said, ahead, behind, figure is not None):
            break
        said, node = ahead + said + behind, parent
        if parent.tag == "a" and "href" in parent.attrib:
            said = [replace(segment, linked=True) for segment in said]
        inside = inside and parent is not figure
    return Around(said + _neighbours(node, said, holders, reads), node, figure is not None)


def _figure(shot: Shot, holders: Holders, body: Body) -> HtmlElement | None:
    """The outermost figure that holds this image only."""
    found = None
    for node in shot.top.iterancestors():
        if node in body.above or not _alone(shot, holders.get(node, ())):
            break
        if node.tag == "figure":
            found = node
    return found


def _alone(shot: Shot, held: Sequence[Shot]) -> bool:
    return all(other is shot or same_picture(shot, other) for other in held)


def same_picture(one: Shot, other: Shot) -> bool:
    """A twin: the same file in another size, or what a page shows until or unless scripts run."""
    if not one.urls or not other.urls or one.unscripted != other.unscripted:
        return True
    keys, others = picture_keys(one.urls[:3]), picture_keys(other.urls[:3])
    return not keys or not others or bool(keys & others)


def _siblings(node: HtmlElement, parent: HtmlElement) -> tuple[list[Segment], list[Segment]]:
    """The text of the parent before and behind the node."""
    ahead, behind = _loose(parent.text), _loose(node.tail)
    for child in parent:
        if child is node:
            break
        ahead += segments_of(child) + _loose(child.tail)
    for sibling in node.itersiblings():
        behind += segments_of(sibling) + _loose(sibling.tail)
    return ahead, behind


def _loose(text: str | None) -> list[Segment]:
    return [Segment(" ".join(text.split()))] if text and text.strip() else []


def _may_add(have: list[Segment], ahead: list[Segment], behind: list[Segment], figure: bool) -> bool:
    """May text outside any figure be the image's? Only behind it, and only labelled, or short and the first."""
    if not ahead and not behind:
        return True
    if any(s.role not in ("caption", "credit") or s.linked for s in ahead) or len(behind) > MOST:
        return False
    if all(s.role in ("caption", "credit") for s in behind):
        return not have or all(s.role == "credit" for s in behind) and not _has(have, "credit")
    return not have and (not figure or _has(behind, "credit")) and sum(len(s.text) for s in behind) <= LONGEST


def _has(segments: list[Segment], role: Role) -> bool:
    return any(segment.role == role for segment in segments)


def _read(segment: Segment, have: list[Segment], reads: Reader) -> Segment:
    """An unlabelled text that is a credit, or a caption with one, as such, where there is no credit yet."""
    if segment.role or segment.linked or segment.heading or len(segment.text) > SHORT or _has(have, "credit"):
        return segment
    return replace(segment, role=reads(segment.text))


def _neighbours(node: HtmlElement, have: list[Segment], holders: Holders, reads: Reader) -> list[Segment]:
    """The text of the elements right behind the container that call themselves caption or credit, where one lacks."""
    found: list[Segment] = []
    for sibling in islice(node.itersiblings(), NEIGHBOURS):
        said = [_read(segment, have + found, reads) for segment in segments_of(sibling)]
        if not have and not found and _is_emphasised_caption(sibling, said):
            return [replace(segment, role="caption") for segment in said]
        if sibling in holders or not all(_lacks(have + found, segment, sibling) for segment in said):
            break
        found += said
        if (sibling.tail or "").strip():
            break
    return found if len(found) <= MOST else []


def _is_emphasised_caption(element: HtmlElement, said: list[Segment]) -> bool:
    """One sentence in italics or bold right behind an image; without its full stop it may as well be a heading."""
    return (
        len(said) == 1
        and said[0].text.endswith((".", ")"))
        and len(said[0].text) <= EMPHASISED
        and is_emphasised(element)
    )


def _lacks(have: list[Segment], segment: Segment, source: HtmlElement) -> bool:
    """A credit where there is none yet; a caption where there is nothing yet, or a figcaption."""
    if segment.role == "credit":
        return not _has(have, "credit")
    return segment.role == "caption" and (not have or source.tag == "figcaption")
