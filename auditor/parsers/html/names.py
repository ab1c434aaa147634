"""What a name on a page element says it is: words of class names, ids, itemprops and test ids, from rules/pages.toml."""

import re
from functools import cache, lru_cache
from typing import Literal

from lxml.html import HtmlElement
from msgspec import Struct

from auditor.tables import read_toml, shipped, to_record

Role = Literal["caption", "credit", "byline", "unseen", "furniture"]
NAMING = frozenset({"class", "data-testid", "data-test", "data-qa", "data-role", "data-name", "property", "rel"})
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
PART = re.compile(r"[^\W_]+")
SHORTEST_INSIDE = (
    4  # letters; shorter words must stand between separators, as generated class names hold any two letters
)


class Kind(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """Words that are whole parts of a name, and stems that count anywhere in it."""

    words: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()


class ImageNames(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """Elements other than `img` that show an image, and attributes that hold its URL."""

    elements: tuple[str, ...] = ()
    attributes: frozenset[str] = frozenset()


class PageNames(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """The shape of rules/pages.toml."""

    caption: Kind
    credit: Kind
    byline: Kind
    unseen: Kind
    furniture: Kind
    elsewhere: Kind
    sign: Kind
    image: ImageNames


@cache
def page_names() -> PageNames:
    """The table that comes with the program. Raises RuleFileError where it is wrong."""
    path = shipped() / "pages.toml"
    return to_record(read_toml(path), PageNames, path)


def names_of(element: HtmlElement) -> str:
    """The names a page's makers gave an element, in one string; data attributes without a value name it too."""
    said = [value if name in NAMING else name[5:] for name, value in element.items() if _names_it(name, value)]
    said.append(element.get("itemprop", ""))  # last, as it is the surest
    return " ".join(filter(None, said))


def _names_it(name: str, value: str) -> bool:
    return name in NAMING or (not value and name.startswith("data-"))


@lru_cache(maxsize=8192)
def role_of(names: str, in_caption: bool = False) -> Role | None:
    """What an element inside a picture's container is, by its names: the last telling word decides.

    Inside a caption, words for a caption say nothing new.
    """
    table, best = page_names(), -1
    found: Role | None = None
    roles: tuple[tuple[Role, Kind], ...] = (
        ("caption", Kind() if in_caption else table.caption),
        ("credit", table.credit),
        ("byline", table.byline),
        ("unseen", table.unseen),
        ("furniture", table.furniture),
    )
    for role, kind in roles:
        place = last_place(names, kind)
        if place > best:
            best, found = place, role
    return found


@lru_cache(maxsize=8192)
def is_elsewhere(names: str) -> bool:
    """Do the names say that an element is not part of the story: a teaser, a menu, an advertisement?"""
    return last_place(names, page_names().elsewhere) >= 0


@lru_cache(maxsize=8192)
def is_sign(names: str) -> bool:
    """Do the names of an image, or its URL, say that it is a logo, an icon or a portrait of the author?"""
    return last_place(names, page_names().sign) >= 0


def last_place(names: str, kind: Kind) -> int:
    """Where the last word or stem of a kind ends in the names; -1 where there is none."""
    lower = names.lower()
    place = max((lower.rfind(stem) + len(stem) for stem in kind.stems if stem in lower), default=-1)
    for match in PART.finditer(names):
        if match.end() > place and _says(match[0], kind.words):
            place = match.end()
    return place


def _says(part: str, words: frozenset[str]) -> bool:
    if part.lower() in words:
        return True
    pieces = CAMEL.split(part)
    return len(pieces) > 1 and any(len(p) >= SHORTEST_INSIDE and p.lower() in words for p in pieces)
