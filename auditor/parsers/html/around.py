"""The text that belongs to an image: climbing from it as long as nothing but this image and short text is inside."""

from collections.abc import Iterable, Mapping, Sequence

from lxml.html import HtmlElement

from auditor.parsers.html.body import Body
from auditor.parsers.html.segments import Segment, segments_of
from auditor.parsers.html.shots import Shot
from auditor.urls import picture_keys

HIGHEST = 12  # elements between an image and the container of its caption
LONGEST = 700  # characters that stand unlabelled beside an image and may be its caption
NEIGHBOURS = 3  # elements behind an image that may hold its caption

Holders = Mapping[HtmlElement, Sequence[Shot]]


def text_around(shot: Shot, holders: Holders, body: Body) -> list[Segment]:
    """The stretches of text of the image's container, in order; empty where it has none."""
    before: list[Segment] = []
    after: list[Segment] = []
    node = shot.top
    for _ in range(HIGHEST):
        parent = node.getparent()
        if parent is None or parent in body.above or not _alone(shot, holders.get(parent, ())):
            return before + after + _neighbours(node, holders)
        ahead, behind = _siblings(node, parent)
        if not _fits(parent, before + after, ahead, behind):
            return before + after + _neighbours(node, holders)
        before, after, node = ahead + before, after + behind, parent
    return before + after


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
    ahead: list[Segment] = _loose(parent.text)
    behind: list[Segment] = _loose(node.tail)
    for sibling in node.itersiblings(preceding=True):
        ahead = segments_of(sibling) + _loose(sibling.tail) + ahead
    for sibling in node.itersiblings():
        behind += segments_of(sibling) + _loose(sibling.tail)
    return ahead, behind


def _loose(text: str | None) -> list[Segment]:
    return [Segment(" ".join(text.split()))] if text and text.strip() else []


def _fits(parent: HtmlElement, have: list[Segment], ahead: list[Segment], behind: list[Segment]) -> bool:
    """Is the new text still the image's own? Always in a figure; elsewhere labelled, or short, behind it and the first."""
    if parent.tag == "figure" or not (ahead or behind):
        return True
    plain = [s for s in ahead + behind if s.role is None]
    if not plain:
        return True
    if have or any(s.role is None for s in ahead):
        return False
    return sum(len(s.text) for s in plain) <= LONGEST and not any(s.heading and s.linked for s in plain)


def _neighbours(node: HtmlElement, holders: Holders) -> list[Segment]:
    """The text of the elements right behind the node that call themselves caption or credit."""
    found: list[Segment] = []
    for sibling in _first(node.itersiblings(), NEIGHBOURS):
        said = segments_of(sibling)
        if sibling in holders or any(s.role is None for s in said):
            break
        found += said
        if (sibling.tail or "").strip():
            break
    return found


def _first(elements: Iterable[HtmlElement], count: int) -> Iterable[HtmlElement]:
    return (element for element, _ in zip(elements, range(count), strict=False))
