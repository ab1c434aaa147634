"""Images that a page holds only in data from which a script draws them: Next, Nuxt, Fusion and their like.

Data are of the whole site; an image is the story's where it stands in the table that has the page's headline, and there
in no table with another one.
"""

import html
import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from lxml import etree

from auditor.model import Image
from auditor.parsers.html.captions import caption_and_credit
from auditor.parsers.html.dom import Element
from auditor.parsers.html.facts import Facts
from auditor.parsers.html.linked import Table
from auditor.parsers.html.names import StateNames, page_names, role_of
from auditor.parsers.html.segments import Segment
from auditor.parsers.html.shots import IMAGE_FILE, absolute
from auditor.text import small_letters, squeeze
from auditor.urls import picture_key
from auditor.words import Words

MOST_TEXT = 6_000_000  # characters of data on one page
MOST_STARTS = 20  # places of one script at which data may begin
MOST = 40_000  # tables and lists of one page
DEEPEST = 60
FEWEST_ROWS = 5
LONGEST = 3000  # characters of a text in a table
SAME = 20  # letters of a headline that make it the same where one is longer
WHOLE = re.compile(r"\s*(?=[{\[])")
START = re.compile(r"[=(:]\s*(?=(?:\{\s*\"|\[\s*[\"{\[\d]))")
TAG = re.compile(r"<[^<>]{0,300}>")
ATTRIBUTES = etree.XPath(
    "//@*[string-length() > 200 and (starts-with(., '{') or starts-with(., '['))]", smart_strings=False
)
DECODER = json.JSONDecoder()


def images_in_state(root: Element, headline: str | None, facts: Facts, words: Words) -> list[Image]:
    """The story's images with a caption or credit among the page's data, in their order there."""
    told = {letters for text in (headline, facts.headline) if len(letters := _letters(text)) >= SAME}
    if not told:
        return []
    found: dict[tuple[str | None, str | None, str | None], Image] = {}
    for top in _data(root):
        for story in _stories(top, told):
            for table in _images(story, told):
                image = _image(table, facts, words)
                if image:
                    found.setdefault((picture_key(image.src[0]), image.caption, image.credit_line), image)
    return list(found.values())


def _data(root: Element) -> Iterator[Any]:
    """Every piece of data in scripts and attributes, in the order of the page."""
    left = MOST_TEXT
    flight: list[str] = []
    for script in root.iter("script"):
        text = script.text or ""
        left -= len(text)
        if left < 0 or "ld+json" in (script.get("type") or ""):
            continue
        for data in _pieces(text):
            if isinstance(data, list) and len(data) == 2 and isinstance(data[1], str):
                flight.append(data[1])  # a stretch of the rows that Next sends
            else:
                yield data
    for row in "".join(flight).split("\n"):
        yield from _pieces(row.partition(":")[2])
    values: Any = ATTRIBUTES(root)
    for value in values:
        left -= len(value)
        if left >= 0:
            yield from _pieces(value)


def _pieces(text: str) -> Iterator[Any]:
    """The data in a script: all of it, or what stands behind an equals sign, a colon or a bracket."""
    start = WHOLE.match(text) or START.search(text)
    for _ in range(MOST_STARTS):
        if start is None:
            return
        try:
            data, place = DECODER.raw_decode(text, start.end())
            yield _resolved(data) if isinstance(data, list) else data
        except (ValueError, RecursionError):
            place = start.end() + 1
        start = START.search(text, place)


def _resolved(rows: list[Any]) -> Any:
    """The data of a list in which tables name their values by place, as Nuxt 3 writes it; any other list as it is."""
    first = next((row for row in rows if isinstance(row, dict) and row), None)
    if first is None or len(rows) < FEWEST_ROWS or not all(type(value) is int for value in first.values()):
        return rows
    known: dict[int, Any] = {}
    return [_row(rows, place, known, 0) for place, row in enumerate(rows[:MOST]) if isinstance(row, dict)]


def _row(rows: list[Any], place: Any, known: dict[int, Any], depth: int) -> Any:
    """The value in a place with those that it names in turn, each made once."""
    if type(place) is not int or not 0 <= place < len(rows) or depth > DEEPEST:
        return None
    if place not in known:
        row = known[place] = rows[place]
        if isinstance(row, dict):
            known[place] = table = {}
            table.update({key: _row(rows, value, known, depth + 1) for key, value in row.items()})
        elif isinstance(row, list):
            known[place] = [_row(rows, value, known, depth + 1) for value in row]
    return known[place]


def _tables(top: Any, told: set[str], inside: bool) -> Iterator[Table]:
    """Every table in the data in order; `inside` a story, none of a table with another headline."""
    stack: list[tuple[Any, int]] = [(top, 0)]
    for _ in range(MOST):
        if not stack:
            return
        value, depth = stack.pop()
        if isinstance(value, dict):
            if inside and depth and _is_other_story(value, told):
                continue
            yield value
        inner = list(value.values()) if isinstance(value, dict) else value
        if depth < DEEPEST:
            stack += [(one, depth + 1) for one in reversed(inner) if isinstance(one, dict | list)]


def _stories(top: Any, told: set[str]) -> list[Table]:
    """The outermost table with the page's headline, if any."""
    if not isinstance(top, dict | list):
        return []
    return [table for table in _tables(top, told, inside=False) if any(_same(one, told) for one in _headline(table))][
        :1
    ]


def _images(story: Table, told: set[str]) -> Iterator[Table]:
    return (table for table in _tables(story, told, inside=True) if _address(table))


def _is_other_story(table: Table, told: set[str]) -> bool:
    """Has a table a headline, which is not the page's, and does it not call itself an image or a gallery?"""
    headlines = _headline(table)
    return bool(headlines) and not any(_same(one, told) for one in headlines) and not _is_shown(table)


def _same(one: str, told: set[str]) -> bool:
    return any(one.startswith(other) or other.startswith(one) for other in told)


def _headline(table: Table) -> set[str]:
    """What a table calls itself, in letters."""
    said = (_said(value) for key, value in table.items() if key.lower() in _names().headline)
    return {letters for text in said if len(letters := _letters(text)) >= SAME}


def _address(table: Table) -> str | None:
    """The address of the image that a table is; None where it is none."""
    for key, value in table.items():
        named = key.lower() in _names().address and isinstance(value, str) and "/" in value and len(value) <= LONGEST
        if named and (IMAGE_FILE.search(value) or _is_shown(table)):
            return str(value)
    return None


def _is_shown(table: Table) -> bool:
    """Does a table say of itself that it is an image or a gallery?"""
    kinds = (table.get(key) for key in ("type", "__typename", "@type", "_type"))
    return any(isinstance(kind, str) and any(word in kind.lower() for word in _names().kinds) for kind in kinds)


def _image(table: Table, facts: Facts, words: Words) -> Image | None:
    """The image that a table is, where it has a caption or a credit."""
    address = _address(table)
    segments = []
    for key, value in table.items():
        role = role_of(key)
        text = _said(value) if role in ("caption", "credit", "byline") else ""
        if text:
            segments.append(Segment(text, role))
    caption, credit = caption_and_credit(segments, words) if segments else (None, None)
    if address is None or not (caption or credit):
        return None
    alt = next((v for k in ("alt", "altText", "alt_text") if isinstance(v := table.get(k), str)), None)
    return Image(0, "page", (absolute(address, facts.base),), caption, credit, alt)


def _said(value: Any, depth: int = 3) -> str:
    """The text of a value: itself without markup, or the names in a table or list."""
    if isinstance(value, str):
        return squeeze(html.unescape(TAG.sub(" ", value))) if len(value) <= LONGEST else ""
    if isinstance(value, dict) and depth:
        told = (_said(v, depth - 1) for k, v in list(value.items())[:50] if k.lower() in _names().names)
        return next((text for text in told if text), "") or _joined(
            [v for v in value.values() if isinstance(v, list)], depth
        )
    return _joined(value, depth) if isinstance(value, list) and depth else ""


def _joined(values: list[Any], depth: int) -> str:
    return " / ".join(dict.fromkeys(text for value in values[:10] if (text := _said(value, depth - 1))))


def _letters(text: str | None) -> str:
    return small_letters(text[:LONGEST]) if text else ""


@cache
def _names() -> StateNames:
    return page_names().state
