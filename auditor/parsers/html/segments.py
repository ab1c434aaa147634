"""The text around an image, in stretches: what each says it is, and where one ends."""

import re
from itertools import pairwise

from msgspec import Struct

from auditor.parsers.html.dom import Element
from auditor.parsers.html.names import SIGNS, Role, is_camera, is_count, names_of, role_of
from auditor.text import squeeze

MACHINERY = {"script", "style", "noscript", "template", "iframe", "object", "head"}
SILENT = frozenset(MACHINERY | {"svg", "math", "canvas", "video", "audio", "select", "input", "textarea"})
INLINE = frozenset({"a", "b", "em", "font", "i", "mark", "q", "s", "strong", "sub", "sup", "time", "u", "wbr", "abbr"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
TAG_ROLES: dict[str, Role] = {"figcaption": "caption", "cite": "credit", "button": "furniture"}
EMPHASIS = frozenset({"em", "i", "strong", "b", "small"})
POINTERS = ">»›→"
POINTER = re.compile(r"\s\w{1,12} ?[>»›→]{1,2}$")  # "more >": a link behind the text, not the text
GLUED = re.compile(r"[^\W\d_A-Z]{2}[.!?]$")  # a sentence's end; the page sets what follows apart by its style alone
BREAKS = dict.fromkeys((0x200B, 0xAD))  # zero-width space, soft hyphen
CAMERA = "📷"  # how what a page draws stands among its texts
DRAWINGS = frozenset({"i", "span", "svg"})
DEEPEST = 80
MOST_TEXT = 2500  # characters of an element that may be or hold a caption
LONGEST_CAPTION = 20_000  # of one in a figure, which is a caption whatever its length


class Segment(Struct):
    """A stretch of text. `heading`, `linked`: it stands in a heading, in a link; `emphasised`: only its italics set it
    apart from the caption before it.

    `told` is what the page says of it to those who listen to the page, right before it.
    """

    text: str
    role: Role | None = None
    heading: bool = False
    linked: bool = False
    emphasised: bool = False
    told: str = ""


class _Place(Struct, frozen=True):
    """What the elements around a text say of it."""

    role: Role | None = None
    heading: bool = False
    linked: bool = False


class _Writer:
    """Collects texts into segments; `pending`: is there a break before the next one?"""

    def __init__(self, most: int) -> None:
        self.segments: list[Segment] = []
        self.pending = True
        self.emphasised = False
        self.left = most

    def announce(self) -> None:
        """A camera is drawn: what follows is who made the picture."""
        self.pending = True
        self.segments.append(Segment(CAMERA, "unseen"))

    def set_apart(self) -> None:
        """Emphasis begins, behind a blank, that goes on to the end of the caption: perhaps a credit."""
        last = self.segments[-1] if self.segments else None
        if last is not None and not self.pending and last.role == "caption" and last.text[-1:].isspace():
            self.pending = self.emphasised = True

    def say(self, text: str, place: _Place) -> None:
        self.left -= len(text)
        last = self.segments[-1] if self.segments else None
        if not text.strip():
            if last:
                last.text += " "
        elif last is None or self.pending or last.role != place.role:
            self.segments.append(Segment(text, place.role, place.heading, place.linked, self.emphasised))
            self.pending = self.emphasised = False
        else:
            last.text += f" {text}" if text[0].isupper() and GLUED.search(last.text[-3:]) else text
            last.linked = last.linked and (place.linked or not any(map(str.isalnum, text)))


def segments_of(element: Element, most: int = MOST_TEXT) -> list[Segment]:
    """The stretches of text in an element that readers see under a picture, without buttons, counters and badges.

    Reading stops behind `most` characters: what holds more text is no caption.
    """
    writer = _Writer(most)
    _write(element, _Place(), writer, 0)
    for segment in writer.segments:
        segment.text = _without_pointer(_without_breaks(squeeze(segment.text)))
    for segment in writer.segments:
        if is_count(segment.text):
            segment.role = "furniture"
        elif segment.role == "furniture" and segment.text.startswith(SIGNS):
            segment.role = "credit"  # shown on demand, in a box that opens
    for unseen, segment in pairwise(writer.segments):
        if unseen.role == "unseen":
            segment.told = unseen.text
    return [segment for segment in writer.segments if segment.role not in ("unseen", "furniture")]


def _without_breaks(text: str) -> str:
    """The text without the signs that tell a browser where a line may end: typography, no damage."""
    return text if text.isprintable() else squeeze(text.translate(BREAKS))


def _without_pointer(text: str) -> str:
    return text if text[-1:] not in POINTERS or "«" in text else POINTER.sub("", text)


def role_of_element(element: Element, around: Role | None = None) -> Role | None:
    """What an element says it is by tag and names; a figcaption is a caption unless its itemprop says otherwise.

    Inside a caption, an element named after both ("credit-caption") is the credit.
    """
    names = names_of(element)
    by_name = role_of(names, around == "caption") if names else None
    if element.tag == "figcaption":
        return "credit" if by_name == "credit" or (by_name == "byline" and "itemprop" in element.attrib) else "caption"
    return by_name or TAG_ROLES.get(element.tag)


def is_emphasised(element: Element) -> bool:
    """Is all of an element's text set in italics or bold, as pages without a style for captions set them?"""
    children = [child for child in element if child.tag != "br"]
    loose = [element.text, *(child.tail for child in element)]
    return len(children) == 1 and children[0].tag in EMPHASIS and not any((text or "").strip() for text in loose)


def _inside(element: Element, role: Role | None, around: _Place) -> _Place:
    """What is known of the text in an element of this role; of most no more than of the text around it."""
    tag = element.tag
    role = role or around.role
    heading = around.heading or tag in HEADINGS
    linked = around.linked or (tag == "a" and element.get("href") is not None)
    if role == around.role and heading == around.heading and linked == around.linked:
        return around
    return _Place(role, heading, linked)


def _write(element: Element, place: _Place, writer: _Writer, depth: int) -> None:
    tag = element.tag
    if tag in DRAWINGS and not place.linked and (tag == "svg" or not element.text) and is_camera(names_of(element)):
        writer.announce()
    if tag in SILENT or depth > DEEPEST or writer.left < 0:
        return
    role = role_of_element(element, place.role)
    if tag == "blockquote" and role not in ("caption", "credit"):
        return  # what somebody says, not what a picture shows
    apart = tag not in INLINE
    place = _inside(element, role, place)
    writer.pending = writer.pending or apart
    if tag in EMPHASIS and element.getnext() is None and not (element.tail or "").strip():
        writer.set_apart()
    if element.text:
        writer.say(element.text, place)
    for child in element:
        _write(child, place, writer, depth + 1)
        if child.tail:
            writer.say(child.tail, place)
    writer.pending = writer.pending or apart
