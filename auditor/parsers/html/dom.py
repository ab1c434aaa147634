"""Text into a tree of elements, and word of what a hostile or broken page made us leave out."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from lxml import etree

from auditor.errors import UnreadableError

if TYPE_CHECKING:  # the types of lxml's plain elements are drawn loosely, those of its HTML elements closely
    from lxml.html import HtmlElement

    Element: TypeAlias = HtmlElement
else:  # at run time plain ones: an HTML element costs a look-up in Python each time one is met
    Element = etree._Element
TEXT = etree.XPath("string()", smart_strings=False)
WINDOW = 32_768  # bytes; a tag of 200,000 attributes, for which libxml2 needs minutes, is far longer
MOST_ATTRIBUTES = 5_000  # of one element
LARGE = 400_000  # bytes of a page whose tags are looked at one by one if they hold very many quotes
MANY_QUOTES = 80_000
QUOTED = re.compile(rb"""=\s*(["'])""")
SCRIPT = re.compile(rb"<(script|style)\b", re.I)


def matches(expression: etree.XPath, element: Element) -> list[Element]:
    """The elements that a compiled XPath finds from an element."""
    found: Any = expression(element)
    return [match for match in found if isinstance(match.tag, str)]


def text_inside(element: Element) -> str:
    """All text in an element, as it stands."""
    if not len(element):  # no child: the element itself knows
        return element.text or ""
    text: Any = TEXT(element)
    return str(text)


def load(data: bytes) -> tuple[Element, tuple[str, ...]]:
    """The root element of a page in UTF-8, and sentences on what was cut.

    Raises UnreadableError for what cannot be parsed at all.
    """
    if _has_crowded_tag(data):
        raise UnreadableError(
            f"One tag has more than {MOST_ATTRIBUTES:,} attributes; such a page is not read. Export the page again."
        )
    # Without the table of ids, which nobody asks for, a page is parsed in nine tenths of the time.
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    try:
        root: Any = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableError(f"No HTML could be read ({error}). Check that the file is a page.") from None
    if root is None:
        raise UnreadableError("The page holds nothing but comments or blanks. Export it again.")
    return root, _cut(parser)


def _has_crowded_tag(data: bytes) -> bool:
    """Is there a tag with more attributes than any page needs? Looked for only where something hints at it."""
    if len(data) > LARGE and data.count(b'"') + data.count(b"'") > MANY_QUOTES:
        return any(attributes > MOST_ATTRIBUTES for attributes in _tags(data))
    seen = 0
    for at in range(0, len(data) - WINDOW, WINDOW):
        if at >= seen and data.find(b">", at, at + WINDOW) < 0 and not _in_script(data, at):
            seen, attributes = _tag(data, data.rfind(b"<", 0, at + 1) + 1)
            if attributes > MOST_ATTRIBUTES:
                return True
    return False


def _in_script(data: bytes, place: int) -> bool:
    """Does a place stand in a script, whose brackets are no tags?"""
    return data.rfind(b"<script", 0, place) > data.rfind(b"</script", 0, place)


def _tags(data: bytes) -> Iterator[int]:
    """The number of attributes of each tag, scripts left out."""
    place = 0
    while (place := data.find(b"<", place)) >= 0:
        if script := SCRIPT.match(data, place):
            place = max(data.find(b"</" + script[1], place), place + 1)
        elif data[place + 1 : place + 2].isalpha():
            place, attributes = _tag(data, place + 1)
            yield attributes
        else:
            place += 1


def _tag(data: bytes, start: int) -> tuple[int, int]:
    """Where the tag that opens before `start` ends, past brackets in quotes, and how many attributes it may have."""
    place, attributes, end = start, 0, start
    while attributes <= MOST_ATTRIBUTES:
        if end <= place:
            end = data.find(b">", place) + 1 or len(data)
        quote = QUOTED.search(data, place, end)
        attributes += len(data[place : quote.start() if quote else end].split())
        closing = data.find(quote[1], quote.end()) if quote else -1
        if closing < 0:
            break
        place = closing + 1
    return end, attributes


def _cut(parser: etree.HTMLParser) -> tuple[str, ...]:
    errors = parser.error_log.filter_from_fatals()
    limits = [error for error in errors if error.type_name == "ERR_RESOURCE_LIMIT"]
    if not limits:
        return ()
    return (
        f"The page is nested or stretched beyond what the reader takes; what follows line {limits[0].line} is missing.",
    )
