"""The words that head a line of facts in a text copy: a table of its own, no part of what a credit is told by."""

from functools import cache

from msgspec import Struct

from auditor.tables import read_toml, shipped, to_record


class Labels(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that head a line of facts; those in `wire` also say that the text is the wire's own item.

    Behind those in `address` stands where the text is from: an address, or the name of a source.
    """

    date: frozenset[str]
    address: frozenset[str]
    headline: frozenset[str]
    caption: frozenset[str]
    author: frozenset[str]
    other: frozenset[str]
    wire: frozenset[str]


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    labels: Labels


@cache
def labels() -> Labels:
    """The table that comes with the program. Raises RuleFileError where it is wrong."""
    path = shipped() / "text.toml"
    return to_record(read_toml(path), _File, path).labels
