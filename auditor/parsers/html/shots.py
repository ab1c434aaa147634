"""Image elements: which elements of a page show an image, and under which URLs."""

import re
from collections import Counter
from collections.abc import Iterable
from urllib.parse import urljoin

from lxml.html import HtmlElement
from msgspec import Struct

from auditor.parsers.html.names import page_names

WRAPPERS = frozenset({"picture", "source"})
SET = re.compile(r",\s+|,(?=https?:|//)")
URL_IN_TEXT = re.compile(r"(?:https?:)?//[^\s\"'<>()\\]{4,2000}")
STYLE_URL = re.compile(r"url\(\s*[\"']?([^\"')]{4,2000})")
NO_PICTURE = re.compile(r"\.(?:js|css|html?|php|aspx?|mp[34]|m3u8|webm|woff2?|svg|json)(?:[?#]|$)", re.I)
MOST_URLS = 40
MANY = 3  # images with one address; a story shows no picture that often


class Shot(Struct, frozen=True, eq=False):
    """One image element (`element`) with all that wraps nothing else around it (`top`)."""

    element: HtmlElement
    top: HtmlElement
    urls: tuple[str, ...]
    alt: str | None = None
    unscripted: bool = False


def top_of(element: HtmlElement) -> HtmlElement:
    """The `picture` or other element that stands for this image and holds nothing else.

    libxml2 knows `source` as no void element and nests the next one, and the `img`, into it.
    """
    top = element
    while (parent := top.getparent()) is not None and (
        parent.tag in WRAPPERS or parent.tag in page_names().image.elements
    ):
        top = parent
    return top


def placeholders(images: Iterable[HtmlElement]) -> frozenset[str]:
    """The addresses that many images of a page show until their own is loaded."""
    counts: Counter[str] = Counter()
    for image in images:
        counts.update(filter(None, [image.get("src"), *STYLE_URL.findall(image.get("style", "")[:8000])]))
    return frozenset(url for url, count in counts.items() if count >= MANY)


def shot_of(element: HtmlElement, base: str | None, stand_ins: frozenset[str] = frozenset()) -> Shot:
    """The image element with its URLs, made absolute where a base is known, and its alternative text."""
    top = top_of(element)
    parts = [element] if top is element else list(top.iter())
    found: dict[str, None] = {}
    for part in sorted(parts, key=lambda part: part is not element):
        for url in _urls_of(part):
            if url not in stand_ins:
                found[_absolute(url, base)] = None
    parent = top.getparent()
    return Shot(
        element, top, tuple(found)[:MOST_URLS], element.get("alt"), parent is not None and parent.tag == "noscript"
    )


def _urls_of(element: HtmlElement) -> list[str]:
    found: list[str] = []
    for name, value in element.items():
        if "src" in name or name in page_names().image.attributes:
            found += _urls_in(name, value)
        elif name == "style" and "url(" in value:
            found += STYLE_URL.findall(value[:8000])
        elif name.startswith("data-") and "//" in value:
            found += [url for url in URL_IN_TEXT.findall(value[:20_000]) if not NO_PICTURE.search(url)]
    return [url for url in found if not url.startswith(("data:", "blob:", "javascript:", "about:", "#"))]


def _urls_in(name: str, value: str) -> list[str]:
    value = value[:20_000].strip()
    if value[:1] in "{[":
        return URL_IN_TEXT.findall(value)
    if "srcset" in name or ", " in value:
        return [part.split(None, 1)[0] for part in SET.split(value) if part.strip()]
    return [value] if value else []


def _absolute(url: str, base: str | None) -> str:
    if url.startswith(("http:", "https:")):
        return url
    if url.startswith("//"):
        return "https:" + url
    try:
        return urljoin(base, url) if base else url
    except ValueError:
        return url
