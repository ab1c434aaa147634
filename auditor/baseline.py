"""Findings that were there before: kept in a file, counted in later runs, not shown."""

from collections import Counter
from collections.abc import Iterable, Sequence
from os.path import normpath
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from auditor.audit import verdict
from auditor.errors import RuleFileError, UsageError
from auditor.machinery.spill import Spill
from auditor.machinery.writing import replace_file
from auditor.model import Audit, Finding
from auditor.text import shorten, squeeze, visible

T = TypeVar("T")
VERSION = 1
BEGINNING = b'{"auditor-baseline"'
EXCERPT = 100  # characters of the message, for people who read the file
ABOUT_RUN = "audit/"
"""Findings about the run itself are never held back: what could not be read today was not known before."""


class Head(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The first line of a baseline."""

    auditor_baseline: int


class Entry(Struct, frozen=True, forbid_unknown_fields=True, order=True):
    """A finding that is known, `count` times: one line of the file. `excerpt` is for people and is not compared."""

    story: str
    rule: str
    excerpt: str
    fingerprint: str
    count: int = 1


class Known(Struct, frozen=True):
    """What an audit left of a baseline: its entries that were found no more, and how many it could not judge."""

    audit: Audit
    stale: tuple[Entry, ...]
    unjudged: int


def load(path: Path) -> tuple[Entry, ...]:
    """The entries of a baseline file. Raises RuleFileError with file, line and remedy for what is none."""
    try:
        lines = path.read_bytes().decode().splitlines()
    except OSError as error:
        raise RuleFileError(f"{path}: cannot be read ({error.strerror}). Write it with --write-baseline.") from None
    except UnicodeDecodeError as error:
        raise RuleFileError(f"{path}: byte {error.start} is not UTF-8. Write it anew with --write-baseline.") from None
    head = _line(lines[0] if lines else "", Head, path, 1)
    if head.auditor_baseline != VERSION:
        raise RuleFileError(f"{path}:1: version {head.auditor_baseline} is not known. Write it with --write-baseline.")
    return tuple(_line(line, Entry, path, n) for n, line in enumerate(lines[1:], 2) if line.strip())


def refuse_other_file(path: Path) -> None:
    """Raises UsageError where a file that is no baseline would be written over: a story, by a slip."""
    try:
        with path.open("rb") as file:
            begins = file.read(len(BEGINNING))
    except OSError:
        return  # not there yet, or else to be said when it is written
    if begins and begins != BEGINNING:
        raise UsageError(f"--write-baseline {path}: is there already and is no baseline. Name another file.")


def write(path: Path, found: Iterable[Finding]) -> int:
    """Writes the findings as a baseline, sorted, one a line; returns how many. Raises UsageError."""
    entries = _entries(found)
    lines = [Head(VERSION), *entries]
    data = b"".join(msgspec.json.format(msgspec.json.encode(line), indent=-1) + b"\n" for line in lines)
    try:
        replace_file(path, data)
    except OSError as error:
        raise UsageError(f"--write-baseline {path}: cannot be written ({error.strerror}).") from None
    return sum(entry.count for entry in entries)


def held_back(done: Audit, entries: Sequence[Entry], rules: Iterable[str], fail_on: str) -> Known:
    """The audit with its known findings counted instead of kept; `rules` are the ids of those that have run.

    An entry is stale if its story was read and its rule has run, and it was found less often than it says.
    """
    if not entries:
        return Known(done, (), 0)
    left = _counted(entries)
    kept: Spill[Finding] = Spill(Finding)
    known = 0
    for finding in done.findings:
        if left[finding.fingerprint] and not finding.rule.startswith(ABOUT_RUN):
            left[finding.fingerprint] -= 1
            known += 1
        else:
            kept.append(finding)
    read = {normpath(story.name) for story in done.stories} - {normpath(item.story) for item in done.unread}
    judged = set(rules)
    gone = [replace(entry, count=left[entry.fingerprint]) for entry in entries if left[entry.fingerprint]]
    stale = tuple(entry for entry in gone if entry.story in read and entry.rule in judged)
    held = replace(done, findings=kept, known=known, verdict=verdict(kept, fail_on))
    return Known(held, stale, len(gone) - len(stale))


def _counted(entries: Iterable[Entry]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for entry in entries:
        counts[entry.fingerprint] += entry.count
    return counts


def _entries(found: Iterable[Finding]) -> list[Entry]:
    """One entry a fingerprint, in order of story and rule."""
    by_print: dict[str, Entry] = {}
    for finding in found:
        if not finding.rule.startswith(ABOUT_RUN):
            known = by_print.get(finding.fingerprint)
            by_print[finding.fingerprint] = replace(known, count=known.count + 1) if known else _entry(finding)
    return sorted(by_print.values())


def _entry(finding: Finding) -> Entry:
    excerpt = shorten(visible(squeeze(finding.message)), EXCERPT)
    return Entry(normpath(finding.place.story), finding.rule, excerpt, finding.fingerprint)


def _line(line: str, shape: type[T], path: Path, number: int) -> T:
    try:
        return msgspec.json.decode(line, type=shape)
    except msgspec.MsgspecError as error:
        raise RuleFileError(
            f"{path}:{number}: no line of a baseline ({error}). Write the file anew with --write-baseline."
        ) from None
