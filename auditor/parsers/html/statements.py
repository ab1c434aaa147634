"""What a page states about images for machines: JSON-LD, microdata, OpenGraph. Never mixed into what readers see."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from auditor.model import Image
from auditor.parsers.html.dom import Element, matches, text_inside
from auditor.parsers.html.facts import Facts
from auditor.parsers.html.linked import Table, is_a, tables_in, text_of
from auditor.text import squeeze

CAPTION = ("caption", "description", "abstract")
CREDIT = ("creditText", "copyrightNotice", "creator", "author", "copyrightHolder", "provider")  # the surest first
CONDITIONS = ("usageInfo", "conditionsOfAccess")
SOURCE_TYPE = "digitalSourceType"
ADDRESS = ("contentUrl", "url", "@id", "thumbnailUrl")
ITEM, PIECE = "/ImageObject", "mageO"  # a piece of five letters is looked for in a sixth of the time
ITEMS = etree.XPath("//@itemtype[contains(., '/ImageObject')]/..")  # a third of the time of asking each element
PROPERTIES = etree.XPath(".//*[@itemprop]")
NOT_SHOWN = frozenset({"logo", "author", "publisher", "creator", "brand", "potentialAction"})


def statements_of(root: Element, text: str, linked: list[tuple[Table, int | None]], facts: Facts) -> list[Image]:
    """Each statement about an image that says anything of it, as an Image of its own; `text` is the page's."""
    found = [*_json_ld(linked), *(_microdata(root) if PIECE in text and ITEM in text else ())]
    told = {
        (image.via, image.src, image.caption, image.credit_line, image.instructions, image.source_type): image
        for image in found
    }
    return [*told.values(), *_open_graph(facts)]


def _json_ld(linked: list[tuple[Table, int | None]]) -> Iterator[Image]:
    for top, line in linked:
        for table in tables_in(top, NOT_SHOWN):
            if is_a(table, "ImageObject", "Photograph", "ImageGallery"):
                yield from _stated("json-ld", table, line)


def _stated(via: Any, values: Table, line: int | None) -> Iterator[Image]:
    caption = next((text for name in CAPTION if (text := text_of(values.get(name)))), None)
    credit = next((text for name in CREDIT if (text := text_of(values.get(name)))), None)
    addresses = [text for name in ADDRESS if (text := text_of(values.get(name))) and "/" in text]
    told = [text for name in CONDITIONS if (text := text_of(values.get(name))) and " " in text]
    made = _source_type(values.get(SOURCE_TYPE))
    if caption or credit or told or made:
        src = tuple(dict.fromkeys(addresses))
        instructions = " / ".join(told) or None
        yield Image(0, via, src, caption, credit, line=line, instructions=instructions, source_type=made)


def _source_type(value: Any) -> str | None:
    """How the picture came about, the last part of its address: `trainedAlgorithmicMedia` (IPTC's or schema.org's)."""
    named = value.get("@id") if isinstance(value, dict) else value
    return named.strip().rstrip("/").rpartition("/")[2][:100] or None if isinstance(named, str) else None


def _microdata(root: Element) -> Iterator[Image]:
    """Items of type ImageObject; an inner item's properties are its own."""
    for item in matches(ITEMS, root):
        said: Table = {}
        for element in matches(PROPERTIES, item):
            if _owner(element) is item:
                said.setdefault(element.get("itemprop", "").strip(), _value(element))
        yield from _stated("microdata", said, item.sourceline)


def _owner(element: Element) -> Element | None:
    return next((node for node in element.iterancestors() if node.get("itemtype")), None)


def _value(element: Element) -> str:
    for name in ("content", "src", "href"):
        if value := element.get(name):
            return str(value)
    return squeeze(text_inside(element)[:2000])


def _open_graph(facts: Facts) -> Iterator[Image]:
    """The image for social networks, where the page says in words what it shows."""
    if facts.image and facts.image_alt:
        yield Image(0, "open-graph", (facts.image,), alt_text=facts.image_alt)
