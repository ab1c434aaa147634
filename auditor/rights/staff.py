"""Who is on the newsroom's staff, and when."""

import datetime
from collections.abc import Iterable

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
    return any(day is None or _covers(member, day) for member in staff.get(_key(name), ()))


def _covers(member: Member, day: datetime.date) -> bool:
    return (member.from_ is None or member.from_ <= day) and (member.until is None or day <= member.until)


def _key(name: str) -> str:
    return " ".join(worded(name).words)
