"""Under which contract a use falls, by whom its credit names, and when, where and for what it is shown."""

import datetime
from bisect import bisect
from collections.abc import Iterable, Iterator

from msgspec import Struct

from auditor.agencies import Agencies
from auditor.ledger.shapes import CoveredBy, Said, Scene
from auditor.rights import staff
from auditor.rights.covering import Wanted, cover
from auditor.rights.shapes import Contract, Rights


class Covered(Struct, frozen=True):
    """The agency that a use counts for, what covers it, and the contract, with its label, if one does.

    `by` is None where that cannot be told: no agency is named, there is no date, the newsroom keeps no contracts.
    """

    agency: str | None
    by: CoveredBy | None = None
    contract: Contract | None = None
    label: str | None = None


class Covering:
    """The contracts and the staff of a newsroom; an answer is remembered between two days on which it may change."""

    def __init__(self, rights: Rights, agencies: Agencies) -> None:
        self._rights, self._agencies = rights, agencies
        self._turns = sorted(set(_turns(rights)))
        self._known: dict[tuple[object, ...], Covered] = {}
        self.periods = {contract.quota.per for contract in rights.contracts or () if contract.quota}

    def on_staff(self, makers: tuple[str, ...]) -> bool:
        """Is or was one of them on the staff? Whoever never was does not matter here."""
        people = self._rights.staff
        return bool(people) and any(staff.is_on(people, name, None) for name in makers)

    def turn(self, day: datetime.date | None) -> int | None:
        """A number for the day, the same for all days between which no contract and no time on the staff changes."""
        return bisect(self._turns, day) if day else None

    def of(self, said: Said, scene: Scene, turn: int | None) -> Covered:
        """What covers the uses of a credit in a scene, the turn of whose day is known."""
        key = (said, turn, scene.edition, scene.purpose)
        if key not in self._known:
            self._known[key] = self._found(said, scene)
        return self._known[key]

    def _found(self, said: Said, scene: Scene) -> Covered:
        source, day = said.agencies[0] if said.agencies else None, scene.date
        if said.free and source:
            return Covered(source, "free")
        if day is None:
            return Covered(source)
        wanted = Wanted(day, day, scene.edition, scene.purpose)
        contracts = self._rights.contracts
        found = cover(said.makers, said.agencies, wanted, contracts or (), self._rights.staff, self._agencies)
        if found.contract:
            return Covered(found.contract.agency, "contract", found.contract, label(found.contract))
        if found.member:
            return Covered(source, "staff")
        return Covered(source, "none" if source and contracts is not None else None)


def _turns(rights: Rights) -> Iterator[datetime.date]:
    """The days on which a contract or a time on the staff begins, and those after their ends."""
    members = (member for rows in rights.staff.values() for member in rows)
    spans: Iterable[tuple[datetime.date | None, datetime.date | None]] = [
        *((contract.from_, contract.until) for contract in rights.contracts or ()),
        *((member.from_, member.until) for member in members),
    ]
    for first, last in spans:
        if first:
            yield first
        if last and last < datetime.date.max:
            yield last + datetime.timedelta(days=1)


def label(contract: Contract) -> str:
    """A contract in words that tell it from the others: `AFP from 2018-01-01 until 2020-12-31 (GB, IE; web)`."""
    days = f" from {contract.from_}" if contract.from_ else ""
    days += f" until {contract.until}" if contract.until else ""
    limits = "; ".join(filter(None, [", ".join(contract.territories), ", ".join(contract.uses)]))
    return f"{contract.agency}{days}{f' ({limits})' if limits else ''}"
