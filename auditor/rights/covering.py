"""Whether contracts or staff cover a picture: for its chain of agencies, a day, a country and a use."""

import datetime
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from auditor.agencies import Agencies
from auditor.rights import staff
from auditor.rights.shapes import Contract, Member, Purpose, Staff

Part = Literal["ended", "not begun", "territory", "use"]


class Wanted(Struct, frozen=True):
    """For which day, country and use a picture is wanted; what is None is not asked about.

    `made` is the day of the story that it was made for, which decides about staff: where it is not known, whoever was
    ever on the staff was so then.
    """

    day: datetime.date
    made: datetime.date | None = None
    edition: str | None = None
    use: Purpose | None = None


class Miss(Struct, frozen=True):
    """A contract that covers the picture but for these parts; `link` is the agency of the chain that it is about."""

    contract: Contract
    link: str
    parts: tuple[Part, ...]


class Cover(Struct, frozen=True):
    """What covers a picture: a contract, or its maker's time on the staff; neither where nothing does.

    `link` is the agency of the chain that the contract is about. `misses` are what came nearest, the nearest first.
    """

    contract: Contract | None = None
    link: str | None = None
    member: Member | None = None
    misses: tuple[Miss, ...] = ()


def cover(
    makers: Sequence[str],
    chain: Sequence[str],
    wanted: Wanted,
    contracts: Sequence[Contract],
    people: Staff,
    agencies: Agencies,
) -> Cover:
    """What covers a picture by these makers, through the hands of these agencies (from the photographer outwards).

    Of several contracts: a subscription before one that is paid by use, one with an agency that the chain names before
    one with an agency that owns or sells it, the outer link before the inner one.
    """
    member = next((m for name in makers for m in staff.rows(people, name, wanted.made)), None)
    found, misses = [], []
    for contract, link in _about(chain, contracts, agencies):
        parts = _failing(contract, wanted)
        if parts:
            misses.append(Miss(contract, link, parts))
        else:
            found.append((contract, link))
    if found:
        contract, link = min(found, key=lambda pair: (pair[0].pay_per_use, pair[0].agency != pair[1]))
        return Cover(contract, link, member)
    return Cover(member=member, misses=tuple(sorted(misses, key=lambda miss: _distance(miss, wanted))))


def _about(chain: Sequence[str], contracts: Sequence[Contract], agencies: Agencies) -> Iterator[tuple[Contract, str]]:
    """Each contract that is about a link of the chain, with the link; outer links first.

    Who sells a link's pictures counts too, unless each use is paid: then the credit would name whom one paid.
    """
    for link in reversed(chain):
        owners, sellers = set(_owners(link, agencies)), _sellers(link, agencies)
        for contract in contracts:
            if contract.agency in owners or (contract.agency in sellers and not contract.pay_per_use):
                yield contract, link


def _owners(link: str, agencies: Agencies) -> Iterator[str]:
    """An agency, its owner, and so on."""
    seen: set[str] = set()
    name: str | None = link
    while name and name not in seen:
        seen.add(name)
        yield name
        row = agencies.by_name.get(name)
        name = row.parent if row else None


def _sellers(link: str, agencies: Agencies) -> tuple[str, ...]:
    row = agencies.by_name.get(link)
    return row.sold_by if row else ()


def _failing(contract: Contract, wanted: Wanted) -> tuple[Part, ...]:
    """The parts of a contract that do not fit what is wanted."""
    parts: list[Part] = []
    if contract.until and contract.until < wanted.day:
        parts.append("ended")
    if contract.from_ and wanted.day < contract.from_:
        parts.append("not begun")
    if wanted.edition and contract.territories and wanted.edition not in contract.territories:
        parts.append("territory")
    if wanted.use and contract.uses and wanted.use not in contract.uses:
        parts.append("use")
    return tuple(parts)


def _distance(miss: Miss, wanted: Wanted) -> tuple[int, bool, int]:
    """How far a contract is from covering: parts that fail, whether it is about a link itself, days away."""
    contract = miss.contract
    days = [abs((day - wanted.day).days) for day in (contract.from_, contract.until) if day]
    return len(miss.parts), contract.agency != miss.link, min(days, default=0)
