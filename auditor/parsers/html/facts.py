"""What a page says of itself: headline, address, date, language, publisher."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urljoin

from msgspec import Struct

from auditor.model import Origin
from auditor.parsers.html.dom import Element
from auditor.parsers.html.linked import ARTICLES, Table, is_a, tables_in, text_of
from auditor.parsers.html.parts import Parts
from auditor.parsers.origin import elsewhere
from auditor.text import squeeze

DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?")
HEADLINE = ("og:title", "twitter:title")
PUBLISHED = ("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "publishdate", "pubdate")
ORIGINAL = ("syndication-source", "original-source")
NOT_FREE = (False, "False", "false", "http://schema.org/False", "https://schema.org/False")
AUTHOR = ("author", "article:author", "dc.creator")
PUBLISHER = ("og:site_name", "application-name", "publisher", "dc.publisher")


class Facts(Struct, frozen=True):
    """`base`: what relative URLs are relative to; `image` and `image_alt`: what social networks are shown.

    `origin`: "partner" where the page names an address on another site as that of the original. `paid`: it says that
    it is not free to read.
    """

    headline: str | None = None
    url: str | None = None
    base: str | None = None
    published: str | None = None
    language: str | None = None
    publisher: str | None = None
    author: str | None = None
    image: str | None = None
    image_alt: str | None = None
    origin: Origin | None = None
    paid: bool = False


def facts_of(parts: Parts, linked: list[tuple[Table, int | None]]) -> Facts:
    """The page's own statements, the first that holds something; meta elements before JSON-LD."""
    root = parts.root
    metas, links = _named(parts.head)
    url = links.get("canonical") or metas.get("og:url")
    url = url.strip() if url and url.strip().startswith("http") else None
    base = links.get("base")
    article = _article(linked)
    return Facts(
        _first(metas, HEADLINE) or text_of(article.get("headline")),
        url,
        urljoin(url, base) if url and base else base or url,
        _date(_first(metas, PUBLISHED) or text_of(article.get("datePublished"))),
        root.get("lang")
        or root.get("{http://www.w3.org/XML/1998/namespace}lang")
        or metas.get("og:locale")
        or text_of(article.get("inLanguage")),
        _first(metas, PUBLISHER) or text_of(article.get("publisher")),
        _first(metas, AUTHOR),
        metas.get("og:image"),
        metas.get("og:image:alt"),
        "partner" if any(elsewhere(own, original) for own, original in _originals(metas, links)) else None,
        article.get("isAccessibleForFree") in NOT_FREE,
    )


def _originals(metas: dict[str, str], links: dict[str, str]) -> Iterator[tuple[str | None, str | None]]:
    """The page's own address with each that it names as the original's."""
    canonical, own = links.get("canonical"), metas.get("og:url")
    yield own, canonical
    for name in ORIGINAL:
        yield own or canonical, metas.get(name)


def _named(head: Iterable[Element]) -> tuple[dict[str, str], dict[str, str]]:
    """What meta elements say, by name, and where links lead, by relation; the first of a name counts."""
    metas: dict[str, str] = {}
    links: dict[str, str] = {}
    for element in head:
        if element.tag == "meta":
            name = element.get("property") or element.get("name") or element.get("itemprop")
            if name and (content := element.get("content")):
                metas.setdefault(name.lower(), content)
        else:
            links.setdefault((element.get("rel") or element.tag).lower(), element.get("href") or "")
    return metas, links


def _article(linked: list[tuple[Table, int | None]]) -> Table:
    """What JSON-LD says of the story itself; empty where it says nothing."""
    tables = (table for top, _ in linked for table in tables_in(top))
    return next((table for table in tables if is_a(table, *ARTICLES)), {})


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((squeeze(metas[name]) for name in names if name in metas), None)


def _date(text: str | None) -> str | None:
    match = DATE.search(text[:100]) if text else None
    return match[0] if match else None
