"""What a page states about images for machines: JSON-LD, microdata, OpenGraph. Never mixed into what readers see."""

import html
from collections.abc import Iterator
from typing import Any

from lxml import etree
from msgspec.structs import replace

from auditor.model import Image
from auditor.parsers.html.dom import Element, matches, text_inside
from auditor.parsers.html.facts import Facts
from auditor.parsers.html.linked import Table, is_a, tables_in, text_of
from auditor.parsers.html.tellers import tellers
from auditor.text import fold, squeeze

CAPTION = ("caption", "description", "abstract")
CREDIT = ("creditText", "copyrightNotice", "creator", "author", "copyrightHolder", "provider")  # the surest first
CONDITIONS = ("usageInfo", "conditionsOfAccess")
SOURCE_TYPE = "digitalSourceType"
ADDRESS = ("contentUrl", "url", "@id", "thumbnailUrl")
LICENCE, LICENSOR = "license", "acquireLicensePage"
ITEM, PIECE = b"/ImageObject", b"mageO"  # a piece of five letters is looked for in a sixth of the time
ITEMS = etree.XPath("//@itemtype[contains(., '/ImageObject')]/..")  # a third of the time of asking each element
PROPERTIES = etree.XPath(".//*[@itemprop]")
NOT_SHOWN = frozenset({"logo", "author", "publisher", "creator", "brand", "potentialAction"})


def statements_of(root: Element, data: bytes, linked: list[tuple[Table, int | None]], facts: Facts) -> list[Image]:
    """Each statement about an image that says anything of it, as an Image of its own; `data` is the page."""
    found = [*_json_ld(linked), *(_microdata(root) if PIECE in data and ITEM in data else ())]
    told = {replace(image, line=None): image for image in found}
    owners = tellers((top for top, _ in linked), facts) if told else frozenset()
    return [*(_without_owners(image, owners) for image in told.values()), *_open_graph(facts)]


def _without_owners(image: Image, owners: frozenset[str]) -> Image:
    """The statement, its credit no credit of its own where it names who wrote or published the story."""
    is_owners = image.credit_line is not None and fold(image.credit_line) in owners
    return replace(image, stated_as=None) if is_owners else image


def _json_ld(linked: list[tuple[Table, int | None]]) -> Iterator[Image]:
    for top, line in linked:
        for table in tables_in(top, NOT_SHOWN):
            if is_a(table, "ImageObject", "Photograph", "ImageGallery"):
                yield from _stated("json-ld", table, line)


def _stated(via: Any, values: Table, line: int | None) -> Iterator[Image]:
    caption = next((text for name in CAPTION if (text := _text(values.get(name)))), None)
    stated_as, credit = next(((name, text) for name in CREDIT if (text := _text(values.get(name)))), (None, None))
    addresses = [text for name in ADDRESS if (text := text_of(values.get(name))) and "/" in text]
    told = [text for name in CONDITIONS if (text := text_of(values.get(name))) and " " in text]
    made = _source_type(values.get(SOURCE_TYPE))
    licence, licensor = _address(values.get(LICENCE)), _address(values.get(LICENSOR))
    if caption or credit or told or made or licence:
        yield Image(
            0,
            via,
            tuple(dict.fromkeys(addresses)),
            caption,
            credit,
            line=line,
            instructions=" / ".join(told) or None,
            source_type=made,
            stated_as=stated_as,
            web_statement=licence,
            licensor=licensor,
        )


def _text(value: Any) -> str | None:
    """The text of a value; templates leave entities in it, which no program that reads JSON takes out."""
    text = text_of(value)
    return squeeze(html.unescape(text)) or None if text and "&" in text else text


def _address(value: Any) -> str | None:
    """The address that a value is, or that of the page or work it stands for."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value.strip()[:2000] if isinstance(value, str) and "/" in value else None


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
