"""Image elements: which elements of a page show an image, and under which URLs."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from urllib.parse import urljoin

from auditor.parsers.html.dom import Element
from auditor.parsers.html.names import page_names
from auditor.urls import picture_keys

WRAPPERS = frozenset({"picture", "source"})
SET = re.compile(r",\s+|,(?=https?:|//)")
URL_IN_TEXT = re.compile(r"(?:https?:)?//[^\s\"'<>()\\]{4,2000}")
STYLE_URL = re.compile(r"url\(\s*[\"']?([^\"')]{4,2000})")
IMAGE_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)", re.I)
NO_PICTURE = re.compile(r"\.(?:js|css|html?|php|aspx?|mp[34]|m3u8|webm|woff2?|svg|json)(?:[?#]|$)", re.I)
MOST_URLS = 40
MANY = 3  # images with one address; a story shows no picture that often


class Shot:
    """One image element (`element`) with all that wraps nothing else around it (`top`), and the elements `around` that.

    Those end, from the inside, below the elements that are the story's own (`above`).
    """

    def __init__(
        self,
        element: Element,
        base: str | None = None,
        stand_ins: frozenset[str] = frozenset(),
        above: frozenset[Element] = frozenset(),
    ) -> None:
        self.element, self.top = element, top_of(element)
        self._base, self._stand_ins = base, stand_ins
        # Kept, as one climb is enough for all that is asked of them.
        self.around = _below(above, self.top)
        self.beside: list[Shot] = []

    @cached_property
    def over(self) -> Element | None:
        """The innermost of the story's own elements that hold the image."""
        return (self.around[-1] if self.around else self.top).getparent()

    @cached_property
    def figure(self) -> Element | None:
        """The innermost figure around the image."""
        return self.innermost("figure")

    @cached_property
    def link(self) -> Element | None:
        """The innermost link around the image."""
        return self.innermost("a")

    def innermost(self, tag: str) -> Element | None:
        """The innermost element of a kind around the image."""
        return next((node for node in self.around if node.tag == tag), None)

    @property
    def alt(self) -> str | None:
        """The alternative text; None where the page gives none."""
        alt: str | None = self.element.get("alt")
        return alt

    @property
    def unscripted(self) -> bool:
        """Is it what a page shows where no scripts run?"""
        parent = self.top.getparent()
        return parent is not None and parent.tag == "noscript"

    @cached_property
    def keys(self) -> frozenset[str]:
        """What its first addresses say of the picture it shows."""
        return picture_keys(self.urls[:3])

    @cached_property
    def urls(self) -> tuple[str, ...]:
        """All its addresses, absolute where the page's own is known; worked out on demand, as few images are asked."""
        parts = [self.element] if self.top is self.element else [self.element, *self.top.iter()]
        found = {
            absolute(url, self._base): None for part in parts for url in _urls_of(part) if url not in self._stand_ins
        }
        return (*tuple(found)[:MOST_URLS], *(url for shot in self.beside for url in shot.urls))


def _below(above: frozenset[Element], element: Element) -> tuple[Element, ...]:
    """The elements around an element, from the inside, up to the first of those `above`."""
    around = []
    for node in element.iterancestors():
        if node in above:
            break
        around.append(node)
    return tuple(around)


def side_by_side(shots: Iterable[Shot]) -> list[Shot]:
    """The shots, those that share one figure with one caption joined to the first of them: they are one picture."""
    first: dict[Element, Shot] = {}
    kept = []
    for shot in shots:
        figure = shot.figure
        if figure is None or not _is_plain(figure):
            kept.append(shot)
        elif figure in first:
            first[figure].beside.append(shot)
        else:
            first[figure] = shot
            kept.append(shot)
    return kept


def _is_plain(figure: Element) -> bool:
    """Does it hold a caption right below, and no figure?"""
    has_caption = next(figure.iterchildren("figcaption"), None) is not None
    return has_caption and next(figure.iterdescendants("figure"), None) is None


def top_of(element: Element) -> Element:
    """The `picture` or other element that stands for this image and holds nothing else.

    libxml2 knows `source` as no void element and nests the next one, and the `img`, into it.
    """
    top = element
    while (parent := top.getparent()) is not None and (parent.tag in WRAPPERS or _is_own_image(parent)):
        top = parent
    return top


def _is_own_image(element: Element) -> bool:
    """An element of the page's own making that names an image itself: amp-img and its like."""
    return "-" in element.tag and ("src" in element.attrib or "data-src" in element.attrib)


def placeholders(images: Iterable[Element]) -> frozenset[str]:
    """The addresses that many images of a page show until their own is loaded."""
    counts: Counter[str] = Counter()
    for image in images:
        if source := image.get("src"):
            counts[source] += 1
        if "url(" in (style := image.get("style", "")):
            counts.update(STYLE_URL.findall(style[:8000]))
    return frozenset(url for url, count in counts.items() if count >= MANY)


def _urls_of(element: Element) -> list[str]:
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


def absolute(url: str, base: str | None) -> str:
    """An address as it is from elsewhere, where the page's own is known."""
    if url.startswith(("http:", "https:")):
        return url
    if url.startswith("//"):
        return "https:" + url
    try:
        return urljoin(base, url) if base else url
    except ValueError:
        return url
