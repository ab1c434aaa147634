"""What the names of a page element say it is: words of classes, itemprops and test ids, from rules/pages.toml."""

import re
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from auditor.parsers.html.dom import Element
from auditor.parsers.html.senses import PART, Senses
from auditor.tables import shipped_record
from auditor.text import fold, is_unspaced

Role = Literal["caption", "credit", "byline", "unseen", "furniture"]
NAMING = frozenset(
    {"class", "property", "rel"}
    | {"data-testid", "data-test-id", "data-test", "data-qa", "data-cy", "data-e2e", "data-e2e-name", "data-hook"}
    | {"data-role", "data-name", "data-element", "data-component", "data-component-name"}
)
LONGEST_COUNT = 40  # characters
LONGEST_BYLINE = 80
LONGEST_PRICE = 30
CURRENCY = re.compile(r"(?:[$£¥€₹₩₺₽₫₦]|\bRp|\bRM|\bKSh)\s?\d|\d\s?(?:[€₽₫₴]|円|元|원|บาท)")
LABEL = re.compile(r"([^:：/／|｜]{1,20})[:：/／|｜]")
ENDS = " .!。！।۔"
YEAR = 4  # digits; one year alone says when a picture was taken
SIGNS = ("©", "ⓒ", "℗")
FIRST = 3  # words that tell what a heading or an invitation is
HEADING_EDGE = " :：-–—|>»*【】[]▶▲■●"
LONGEST = 1000  # characters of one name or list of names; they are kept while the program runs


class Kind(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """Words that are whole parts of a name, and stems that count anywhere in it."""

    words: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()


class CountWords(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """Words beside the numbers of a counter, a duration or a time; `units` stand behind how long a film runs."""

    words: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()


class StateNames(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """Keys of the data from which scripts draw a page: of headlines, image addresses, names; and kinds of images."""

    headline: frozenset[str] = frozenset()
    address: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()


class Openings(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """What a text begins with, in small letters."""

    openings: frozenset[str] = frozenset()


class Signed(Openings, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """`pages`: the part of an address below which a site keeps the pages of its authors.

    `labels`: words before a colon or slash and the name of who wrote the text, in scripts without capitals.
    """

    pages: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()


class HeadingWords(Openings, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """`texts`: what a heading says as a whole, in small letters."""

    texts: frozenset[str] = frozenset()


class Invitations(Openings, frozen=True):
    """What asks its reader to do something: what such a text begins with, and what it ends with."""

    endings: tuple[str, ...] = ()


class ImageNames(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """Attributes that hold the URL of an image."""

    attributes: frozenset[str] = frozenset()


class PageNames(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """The shape of rules/pages.toml."""

    caption: Kind
    credit: Kind
    byline: Kind
    camera: Kind
    unseen: Kind
    furniture: Kind
    elsewhere: Kind
    sign: Kind
    moving: Kind
    picture: Kind
    count: CountWords
    signed: Signed
    invitation: Invitations
    heading_another: HeadingWords
    state: StateNames
    image: ImageNames


@cache
def page_names() -> PageNames:
    """The table that comes with the program. Raises RuleFileError where it is wrong."""
    return shipped_record("pages.toml", PageNames)


def names_of(element: Element) -> str:
    """The names a page's makers gave an element, in one string; data attributes without a value name it too."""
    said = itemprop = ""
    for name, value in element.items():
        if name in NAMING:
            said += " " + value[:LONGEST]
        elif name == "itemprop":
            itemprop = value
        elif not value and name.startswith("data-"):
            said += " " + name[5:LONGEST]
    return f"{said} {itemprop}" if itemprop else said  # last, as it is the surest


@lru_cache(maxsize=8192)
def role_of(names: str, in_caption: bool = False) -> Role | None:
    """What an element inside a picture's container is, by its names: the last telling word decides.

    Inside a caption, words for a caption say nothing new.
    """
    found = _roles().last(names)
    if found == "caption" and in_caption:
        found = _roles(found).last(names)
    return found


def is_count(text: str) -> bool:
    """Is a text nothing but numbers with the words of a counter or a clock: "2 of 12", "View 6 Images", "17:06 Uhr"?"""
    if len(text) > LONGEST_COUNT or not any(map(str.isdecimal, text)) or text[0] in SIGNS or is_price(text):
        return False
    parts = PART.findall(text.lower())
    words = page_names().count.words
    return all(part.isdecimal() or part in words for part in parts) and not (len(parts) == 1 and len(parts[0]) == YEAR)


def is_price(text: str) -> bool:
    """Is a text of its own what something costs: "49.90 €", "税込み5,980円"?"""
    return len(text) <= LONGEST_PRICE and CURRENCY.search(text) is not None


def is_signed(text: str) -> bool:
    """Does a short text name who wrote the story: "By Jane Roe, staff writer", "Von Jonas Wehner"?"""
    label = LABEL.match(text)
    if label and label[1].strip() in page_names().signed.labels:
        return True
    first, *name = text.split() if len(text) <= LONGEST_BYLINE else [""]
    if len(name) < 2 or first.casefold().rstrip(":") not in page_names().signed.openings:
        return False
    return all(word[0].isupper() for word in name[:2]) and text[-1] not in ".!?"


def is_authors_page(address: str) -> bool:
    """Does a link lead to what somebody of the newsroom wrote: "/author/jane-roe/"?"""
    *above, _ = address[:LONGEST].partition("?")[0].rstrip("/").split("/")
    return not page_names().signed.pages.isdisjoint(above)


def is_invitation(text: str) -> bool:
    """Does a text ask its reader to do something: "Sign up for the Daily Briefing", "Hören Sie unseren Podcast"?"""
    asking, begun = page_names().invitation, text[:LONGEST_BYLINE].casefold()
    if not asking.openings.isdisjoint(_first_words(begun)):
        return True
    return begun.startswith(_unspaced_openings()) or text[-LONGEST_BYLINE:].rstrip(ENDS).endswith(asking.endings)


@cache
def _unspaced_openings() -> tuple[str, ...]:
    """Openings of invitations in scripts that write no blanks between words."""
    return tuple(filter(is_unspaced, page_names().invitation.openings))


def heads_another(text: str) -> bool:
    """Is a short text what stands over something that is not the story's: "Lesen Sie auch:", "Sponsored by Roe Ltd"?"""
    said = fold(text[: LONGEST_BYLINE + 1]).strip(HEADING_EDGE)
    if len(said) > LONGEST_BYLINE:
        return False
    openings, texts = _headings_of_others()
    return said in texts or not openings.isdisjoint(_first_words(said))


@cache
def _headings_of_others() -> tuple[frozenset[str], frozenset[str]]:
    """How such headings begin, and how they read as a whole; both folded, as Greek ones in capitals have no accents."""
    told = page_names().heading_another
    return frozenset(map(fold, told.openings)), frozenset(map(fold, told.texts))


def _first_words(text: str) -> tuple[str, ...]:
    """The first word of a text, the first two, and the first three."""
    said = text.split(None, FIRST)[:FIRST]
    return tuple(" ".join(said[: count + 1]) for count in range(len(said)))


@lru_cache(maxsize=8192)
def is_elsewhere(names: str) -> bool:
    """Do the names say that an element is not part of the story: a teaser, a menu, an advertisement?"""
    return _one(page_names().elsewhere).last(names) is not None


@lru_cache(maxsize=8192)
def is_sign(names: str) -> bool:
    """Do the names of an image, or its URL, say that it is a logo, an icon or a portrait of the author?"""
    return _one(page_names().sign).last(names) is not None


@lru_cache(maxsize=8192)
def is_moving(names: str) -> bool:
    """Do the names say that an element plays a film?"""
    return _one(page_names().moving).last(names) is not None


@lru_cache(maxsize=8192)
def is_camera(names: str) -> bool:
    """Do the names say that an element draws a camera, and not one for films?"""
    return _one(page_names().camera).last(names) is not None and not is_moving(names)


@lru_cache(maxsize=8192)
def is_picture(names: str) -> bool:
    """Do the names say that an element is the box of a picture?"""
    return _one(page_names().picture).last(names) is not None


@cache
def _roles(without: Role | None = None) -> Senses[Role]:
    """Words and stems with the role they speak for."""
    table = page_names()
    kinds: tuple[tuple[Role, Kind], ...] = (
        ("caption", table.caption),
        ("credit", table.credit),
        ("byline", table.byline),
        ("unseen", table.unseen),
        ("furniture", table.furniture),
    )
    words = {word: role for role, kind in reversed(kinds) for word in kind.words}
    stems = {stem: role for role, kind in reversed(kinds) for stem in kind.stems}
    return Senses({w: r for w, r in words.items() if r != without}, {s: r for s, r in stems.items() if r != without})


@cache
def _one(kind: Kind) -> Senses[bool]:
    return Senses(dict.fromkeys(kind.words, True), dict.fromkeys(kind.stems, True))
