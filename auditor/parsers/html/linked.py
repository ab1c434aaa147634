"""JSON-LD: what a page tells machines in `application/ld+json`, as plain tables."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from auditor.parsers.html.dom import Element

MOST = 5000  # tables and lists of one page that are looked at
ARTICLES = ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "LiveBlogPosting", "OpinionNewsArticle")

Table = dict[str, Any]


def linked_data(scripts: Iterable[Element]) -> tuple[list[tuple[Table, int | None]], tuple[str, ...]]:
    """The top tables with the line their script begins on, and sentences on what could not be read."""
    found: list[tuple[Table, int | None]] = []
    flaws = []
    for script in scripts:
        if "ld+json" in (script.get("type") or "") and script.text:
            data = _decoded(script.text) or _decoded(_clean(script.text))
            if data is None:
                flaws.append(f"The JSON-LD in line {script.sourceline} is no valid JSON; its statements are left out.")
                continue
            found += [(table, script.sourceline) for table in (data if isinstance(data, list) else [data]) if table]
    return [(table, line) for table, line in found if isinstance(table, dict)], tuple(flaws)


def _decoded(text: str) -> Any:
    try:
        return msgspec.json.decode(text, strict=False)
    except (msgspec.DecodeError, RecursionError):
        return None


def _clean(text: str) -> str:
    """The script without the line breaks and comment marks that pages leave in it."""
    for mark in ("<!--", "-->", "//<![CDATA[", "//]]>"):
        text = text.strip().removeprefix(mark).removesuffix(mark)
    return text.rstrip(";").translate({10: " ", 13: " ", 9: " "})


def tables_in(top: Any, leave: frozenset[str] = frozenset()) -> Iterator[Table]:
    """Every table in a table, itself first; what stands under the keys to `leave` is left out."""
    stack: list[Any] = [top]
    for _ in range(MOST):
        if not stack:
            return
        value = stack.pop()
        if isinstance(value, dict):
            yield value
            inside = [inner for name, inner in value.items() if name not in leave]
        else:
            inside = value
        stack += [inner for inner in reversed(inside) if isinstance(inner, dict | list)]


def is_a(table: Table, *types: str) -> bool:
    """Is the table of one of these schema.org types?"""
    said = table.get("@type")
    return bool(set(said if isinstance(said, list) else [said]) & set(types)) if isinstance(said, list | str) else False


def text_of(value: Any, depth: int = 3) -> str | None:
    """The text of a value: itself, the name of the person or house it is, or those of a list."""
    if isinstance(value, str):
        return " ".join(value[:2000].split()) or None
    if isinstance(value, dict) and depth:
        return text_of(value.get("name"), depth - 1)
    if isinstance(value, list) and depth:
        names = [name for name in (text_of(one, depth - 1) for one in value[:10]) if name]
        return ", ".join(names) or None
    return None
