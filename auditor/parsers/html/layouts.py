"""A newsroom's own word on its pages: selectors for picture, caption and credit where its CMS is odd."""

import re
from functools import lru_cache

from lxml import etree

from auditor.model import Image
from auditor.parsers.html.dom import Element, matches, text_inside
from auditor.parsers.html.facts import Facts
from auditor.parsers.html.parts import IMAGES, Parts
from auditor.parsers.html.shots import Shot
from auditor.text import squeeze
from auditor.urls import picture_keys
from auditor.vocabulary import STEP, Layout
from auditor.words import Words

PIECE = re.compile(r"[.#][\w-]+|\[[\w-]+(?:=[\w-]+)?\]")


def with_layouts(images: list[Image], parts: Parts, facts: Facts, words: Words) -> list[Image]:
    """The images, those that a layout of the newsroom describes as the layout reads them."""
    told = [image for layout in words.layouts for image in _by_layout(layout, parts, facts)]
    if not told:
        return images
    known = picture_keys(url for image in told for url in image.src)
    others = [image for image in images if not picture_keys(image.src) & known]
    return sorted([*told, *others], key=lambda image: image.line or 0)


def _by_layout(layout: Layout, parts: Parts, facts: Facts) -> list[Image]:
    if layout.fits_if and not matches(_selector(layout.fits_if), parts.root):
        return []
    boxes = matches(_selector(layout.image), parts.root)
    read = (_image(layout, box, facts) for box in boxes)
    return [image for image in read if image is not None]


def _image(layout: Layout, box: Element, facts: Facts) -> Image | None:
    element = next(box.iter(*IMAGES), None)
    if element is None:
        return None
    shot = Shot(element, facts.base)
    caption, credit = (_text(selector, box) for selector in (layout.caption, layout.credit))
    return Image(0, "page", shot.urls, caption, credit, shot.alt, element.sourceline)


def _text(selector: str | None, box: Element) -> str | None:
    found = matches(_selector(selector), box) if selector else []
    return squeeze(text_inside(found[0])) or None if found else None


@lru_cache(maxsize=256)
def _selector(selector: str) -> etree.XPath:
    """A selector such as `div.pic span[itemprop=caption]`, found right when it was loaded, as XPath."""
    steps = filter(None, map(STEP.fullmatch, selector.split()))
    return etree.XPath("." + "".join(_step(match["tag"], match["rest"]) for match in steps))


def _step(tag: str | None, rest: str) -> str:
    return f"//{tag or '*'}" + "".join(map(_condition, PIECE.findall(rest)))


def _condition(piece: str) -> str:
    if piece[0] == ".":
        return f"[contains(concat(' ', normalize-space(@class), ' '), ' {piece[1:]} ')]"
    if piece[0] == "#":
        return f"[@id='{piece[1:]}']"
    name, _, value = piece[1:-1].partition("=")
    return f"[@{name}='{value}']" if value else f"[@{name}]"
