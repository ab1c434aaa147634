"""One JSON object a line: stories, credits, or the single entries of an audit."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from auditor.model import Audit, Credit, Story
from auditor.report import wire


def audit(done: Audit, out: TextIO) -> None:
    """Writes a line for each story, finding, waived finding and unread input; last one with the verdict."""
    told = wire.parts(done)
    for plural, kind in (("stories", "story"), ("findings", "finding"), ("waived", "waived"), ("unread", "unread")):
        entries = told[plural]
        for entry in entries if isinstance(entries, Iterator) else ():
            _write({"type": kind, **entry}, out)
    _write({"type": "verdict", "version": told["version"], "verdict": told["verdict"], "known": told["known"]}, out)


def stories(told: Iterable[Story], out: TextIO) -> None:
    """Writes a line for each story as soon as it is read."""
    for story in told:
        _write(wire.story(story), out)


def credits(taken: Iterable[Credit], out: TextIO, explain: bool = False) -> None:
    """Writes a line for each credit line."""
    for credit in taken:
        _write(wire.credit(credit, explain), out)


def rows(told: Iterable[wire.Object], out: TextIO) -> None:
    """Writes a line for each row."""
    for row in told:
        _write(row, out)


def _write(entry: wire.Object, out: TextIO) -> None:
    out.write(wire.spelt(entry) + "\n")
