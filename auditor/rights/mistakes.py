"""What can be wrong with a row of what the desk keeps beyond its shape, wherever the row comes from."""

import datetime
from collections.abc import Iterable, Iterator

from msgspec import Struct

from auditor.agencies import Agencies
from auditor.likeness import length
from auditor.rights.recognising import TELLING
from auditor.rights.shapes import ContractRow, EntryRow, Member
from auditor.rights.territories import Territories
from auditor.text import fold
from auditor.urls import picture_key

SHORTEST_ID = 5
SHORTEST_NUMBER = 7
"""Letters and digits from which on an id tells a picture; digits, where it is a number."""


class Mistake(Struct, frozen=True):
    """What is wrong with a field of a row, with the remedy."""

    field: str
    said: str


def of_contract(row: ContractRow, agencies: Agencies, countries: Territories) -> Iterator[Mistake]:
    """What is wrong with a contract."""
    if canonical(row.agency, agencies) is None:
        yield Mistake("agency", f'no agency goes by "{row.agency}"{agencies.nearest(row.agency)}')
    yield from _turned(row.from_, row.until)
    yield from _countries(row.territories, countries)


def canonical(name: str, agencies: Agencies) -> str | None:
    """The short name of the agency that goes by a name or alias."""
    row = agencies.by_name.get(name) or agencies.get(name)
    return row.name if row else None


def of_entry(row: EntryRow, countries: Territories) -> Iterator[Mistake]:
    """What is wrong with a picture's entry."""
    if not row.reason.strip():
        yield Mistake("reason", "the entry gives no reason")
    if not (row.kill or row.embargo or row.until or row.territories or row.uses):
        yield Mistake("picture", "the entry forbids nothing: add kill, embargo, until, territories or uses")
    if row.embargo is not None and not isinstance(row.embargo, datetime.date):
        yield Mistake("embargo", "embargo is a date or a time, as 2019-01-09 or 2019-01-09T06:00:00Z")
    elif row.embargo and row.until and _day(row.embargo) > row.until:
        yield Mistake("embargo", f"the embargo ends after the last day, {row.until}")
    yield from _countries(row.territories, countries)
    yield from _unrecognisable(row)


def _unrecognisable(row: EntryRow) -> Iterator[Mistake]:
    """An entry must tell its picture, or it would be silent about all."""
    for url in row.src:
        if picture_key(url) is None:
            yield Mistake("src", f"the address {url} tells no picture")
    for name in row.ids:
        least = SHORTEST_ID if any(map(str.isalpha, name)) else SHORTEST_NUMBER
        if sum(map(str.isalnum, name)) < least:
            yield Mistake("ids", f'the id "{name}" is too short to tell a picture: {least} letters and digits at least')
    if row.src or row.ids or row.files:
        return
    if row.caption is None:
        yield Mistake("picture", "nothing tells which picture is meant: add ids, src or caption")
    elif length(fold(row.caption)) < TELLING:
        yield Mistake("caption", f"a caption of fewer than {TELLING} words tells no picture: add src or ids")


def of_member(row: Member) -> Iterator[Mistake]:
    """What is wrong with a row of the staff."""
    if not row.name.strip():
        yield Mistake("name", "the name is empty")
    yield from _turned(row.from_, row.until)


def _turned(start: datetime.date | None, until: datetime.date | None) -> Iterator[Mistake]:
    if start and until and until < start:
        yield Mistake("until", f"until {until} comes before from {start}")


def _countries(codes: Iterable[str], countries: Territories) -> Iterator[Mistake]:
    yield from (Mistake("territories", said) for code in codes if (said := countries.complaint(code)))


def _day(moment: datetime.date) -> datetime.date:
    return moment.date() if isinstance(moment, datetime.datetime) else moment
