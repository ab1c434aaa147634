"""Who is on the newsroom's staff, and when."""

import datetime
from collections.abc import Iterable, Iterator

from auditor.phrases import worded
from auditor.rights.shapes import Member, Staff


def by_name(members: Iterable[Member]) -> Staff:
    """The members by their folded names."""
    found: dict[str, tuple[Member, ...]] = {}
    for member in members:
        key = _key(member.name)
        found[key] = (*found.get(key, ()), member)
    return found


def is_on(staff: Staff, name: str, day: datetime.date | None) -> bool:
    """Is this person on the staff on a day? Where the day is not known, was the person ever?"""
    return any(True for _ in rows(staff, name, day))


def rows(staff: Staff, name: str, day: datetime.date | None) -> Iterator[Member]:
    """The rows by which a person is on the staff on a day, or ever where it is not known."""
    return (member for member in staff.get(_key(name), ()) if day is None or _covers(member, day))


def _covers(member: Member, day: datetime.date) -> bool:
    return (member.from_ is None or member.from_ <= day) and (member.until is None or day <= member.until)


def _key(name: str) -> str:
    return " ".join(worded(name).words)
