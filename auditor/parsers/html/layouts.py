"""A newsroom's own word on its pages: selectors for picture, caption and credit where its CMS is odd."""

import re
from functools import lru_cache
from pathlib import Path

from lxml import etree

from auditor.errors import RuleFileError
from auditor.model import Image
from auditor.parsers.html.dom import Element, matches, text_inside
from auditor.parsers.html.facts import Facts
from auditor.parsers.html.parts import IMAGES, Parts
from auditor.parsers.html.shots import Shot
from auditor.text import squeeze
from auditor.urls import picture_keys
from auditor.vocabulary import Layout
from auditor.words import Words

STEP = re.compile(r"(?P<tag>[a-z][\w-]*)?(?P<rest>(?:[.#][\w-]+|\[[\w-]+(?:=[\w-]+)?\])*)", re.I)
PIECE = re.compile(r"[.#][\w-]+|\[[\w-]+(?:=[\w-]+)?\]")


def with_layouts(images: list[Image], parts: Parts, facts: Facts, words: Words) -> list[Image]:
    """The images, those that a layout of the newsroom describes as the layout reads them."""
    told = [image for path, layout in words.layouts for image in _by_layout(path, layout, parts, facts)]
    if not told:
        return images
    known = picture_keys(url for image in told for url in image.src)
    others = [image for image in images if not picture_keys(image.src) & known]
    return sorted([*told, *others], key=lambda image: image.line or 0)


def _by_layout(path: Path, layout: Layout, parts: Parts, facts: Facts) -> list[Image]:
    if layout.fits_if and not matches(_selector(path, layout.fits_if), parts.root):
        return []
    boxes = matches(_selector(path, layout.image), parts.root)
    read = (_image(path, layout, box, facts) for box in boxes)
    return [image for image in read if image is not None]


def _image(path: Path, layout: Layout, box: Element, facts: Facts) -> Image | None:
    element = next(box.iter(*IMAGES), None)
    if element is None:
        return None
    shot = Shot(element, facts.base)
    caption, credit = (_text(path, selector, box) for selector in (layout.caption, layout.credit))
    return Image(0, "page", shot.urls, caption, credit, shot.alt, element.sourceline)


def _text(path: Path, selector: str | None, box: Element) -> str | None:
    found = matches(_selector(path, selector), box) if selector else []
    return squeeze(text_inside(found[0])) or None if found else None


@lru_cache(maxsize=256)
def _selector(path: Path, selector: str) -> etree.XPath:
    """A selector such as `div.pic span[itemprop=caption]` as XPath. Raises RuleFileError naming file and line."""
    steps = [STEP.fullmatch(step) for step in selector.split()]
    if not steps or None in steps:
        lines = path.read_text("utf-8-sig").splitlines()
        number = next((number for number, line in enumerate(lines, 1) if selector in line), 1)
        raise RuleFileError(
            f'{path}:{number}: "{selector}" is no selector; write tag.class, #id or [name=value], '
            "with a blank before an element inside it."
        )
    return etree.XPath("." + "".join(_step(match["tag"], match["rest"]) for match in steps if match))


def _step(tag: str | None, rest: str) -> str:
    return f"//{tag or '*'}" + "".join(map(_condition, PIECE.findall(rest)))


def _condition(piece: str) -> str:
    if piece[0] == ".":
        return f"[contains(concat(' ', normalize-space(@class), ' '), ' {piece[1:]} ')]"
    if piece[0] == "#":
        return f"[@id='{piece[1:]}']"
    name, _, value = piece[1:-1].partition("=")
    return f"[@{name}='{value}']" if value else f"[@{name}]"
