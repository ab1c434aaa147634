"""Who wrote and who published a story, by what its page says for machines."""

from collections.abc import Iterable, Iterator
from typing import Any

from auditor.parsers.html.facts import Facts
from auditor.parsers.html.linked import Table, is_a, text_of
from auditor.text import fold

PARTS = ("author", "creator", "publisher", "sourceOrganization", "copyrightHolder")
MOST = 200  # tables of one graph, and names in one list, that are looked at


def tellers(tops: Iterable[Table], facts: Facts) -> frozenset[str]:
    """The names of authors and houses, folded: each, and all of one list as one text."""
    names = [facts.author, facts.publisher]
    for top in tops:
        for table in _outer(top):
            names += [text_of(table.get("name")), *(name for part in PARTS for name in _names(table.get(part)))]
    return frozenset(fold(name) for name in names if name)


def _outer(top: Table) -> Iterator[Table]:
    """A top table and those of its graph, but for what is said of pictures."""
    graph = top.get("@graph")
    for table in (top, *(graph[:MOST] if isinstance(graph, list) else ())):
        if isinstance(table, dict) and not is_a(table, "ImageObject", "Photograph", "ImageGallery"):
            yield table


def _names(value: Any) -> Iterator[str | None]:
    yield text_of(value)
    if isinstance(value, list):
        yield from (text_of(one) for one in value[:MOST])
