"""The uses in a ledger into an Account: pictures and uses per agency, month, edition and contract, and the quotas.

A picture counts once in each line, a use each time. A use counts for the agency whose contract covers it, be that the
source or the distributor; where none does, for the agency nearest to the photographer.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from auditor.ledger.covering import Covered, Covering, label
from auditor.ledger.periods import period_of
from auditor.ledger.shapes import Account, CoveredBy, Line, Said, Scene, Tally
from auditor.ledger.store import Ledger, Used
from auditor.model import Unread
from auditor.rights.shapes import Contract, Period, QuotaState

MONTH = len("2019-01")
Kind = tuple[int, int, int, int]
Heads = tuple[str | None, str | None, str | None, str | None, CoveredBy | None]
"""The fields of a Line."""
Places = tuple["Count | None", "Count | None"]


class Count(Struct):
    """Pictures by their numbers, and their uses; `shown`: some of them were asked for."""

    pictures: set[int]
    uses: int = 0
    shown: bool = False


class Moment(Struct, frozen=True):
    """A scene with what is found out about it once: its date, its month, its turn, and whether it is asked for."""

    scene: Scene
    date: datetime.date | None
    month: str | None
    turn: int | None
    shown: bool


def account(ledger: Ledger, covering: Covering, since: str | None = None, unread: Sequence[Unread] = ()) -> Account:
    """What the last run, or else the whole ledger, shows of the time from `since` on (an ISO date or its beginning).

    Stories without a date are counted too, in lines of their own. Quotas are told for the periods of what is shown, and
    counted over all of the ledger.
    """
    moments = {number: _moment(scene, covering, since or "") for number, scene in ledger.scenes().items()}
    book = _Book(covering, moments, ledger.parties())
    book.enter(ledger.uses())
    return Account(
        tallies=book.tallies(),
        quotas=book.quotas(),
        stories=sum(count for scene, count in ledger.stories().items() if moments[scene].shown),
        pictures=len(set().union(*(count.pictures for count in book.lines.values()))),
        uses=sum(count.uses for count in book.lines.values()),
        since=since,
        unread=unread,
    )


def _moment(scene: Scene, covering: Covering, since: str) -> Moment:
    month = scene.day[:MONTH] if scene.day else None
    return Moment(scene, scene.date, month, covering.turn(scene.date), scene.day is None or scene.day >= since)


def _alike(moments: Mapping[int, Moment], periods: Iterable[Period]) -> dict[int, int]:
    """Each scene by the first one that counts in the same lines and quotas: days are many, months few."""
    first: dict[tuple[object, ...], int] = {}
    found = {}
    for number, moment in moments.items():
        within = tuple(period_of(moment.date, per) for per in periods) if moment.date else ()
        key = (moment.month, moment.turn, moment.scene.edition, moment.scene.purpose, moment.shown, within)
        found[number] = first.setdefault(key, number)
    return found


class _Book:
    """The counts under way. Uses are hundreds of thousands: what they are counted under is found out once a kind."""

    def __init__(
        self, covering: Covering, moments: Mapping[int, Moment], parties: Mapping[int, tuple[str, ...]]
    ) -> None:
        self._covering, self._moments, self._parties = covering, moments, parties
        self._staff = {number for number, names in parties.items() if covering.on_staff(names)}
        self._alike = _alike(moments, covering.periods)
        self._places: dict[Kind, Places] = {}
        self._quotas: dict[tuple[str, str], Count] = {}
        self._contracts: dict[str, Contract] = {}
        self.lines: dict[Heads, Count] = {}

    def enter(self, uses: Iterable[Used]) -> None:
        """Counts uses: those that are asked for in their lines, and all of them against the quotas."""
        staff, alike, places = self._staff, self._alike, self._places
        for agencies, makers, free, scene, picture, asked in uses:
            key = (agencies, makers if makers in staff else 0, free, alike[scene])
            line, quota = places.get(key) or self._place(key)
            if quota:
                quota.pictures.add(picture)
            if asked and line:
                line.pictures.add(picture)
                line.uses += 1
                if quota:
                    quota.shown = True

    def _place(self, key: Kind) -> Places:
        """Where uses are counted: in a line if they are shown, and against a quota."""
        agencies, makers, free, scene = key
        moment = self._moments[scene]
        said = Said(self._parties.get(makers, ()), self._parties[agencies], bool(free))
        covered = self._covering.of(said, moment.scene, moment.turn)
        self._places[key] = self._line(covered, moment) if moment.shown else None, self._quota(covered, moment)
        return self._places[key]

    def _line(self, covered: Covered, moment: Moment) -> Count:
        line = (covered.agency, moment.month, moment.scene.edition, covered.label, covered.by)
        return self.lines.get(line) or self.lines.setdefault(line, Count(set()))

    def _quota(self, covered: Covered, moment: Moment) -> Count | None:
        contract = covered.contract
        if contract is None or contract.quota is None or moment.date is None:
            return None
        self._contracts[contract.place] = contract
        period = (contract.place, period_of(moment.date, contract.quota.per))
        return self._quotas.get(period) or self._quotas.setdefault(period, Count(set()))

    def tallies(self) -> list[Tally]:
        """The lines by agency, month, edition and contract; what is not known comes last."""
        lines = sorted(self.lines.items(), key=lambda entry: _order(entry[0]))
        return [Tally(Line(*heads), len(count.pictures), count.uses) for heads, count in lines if count.uses]

    def quotas(self) -> list[QuotaState]:
        """The quotas of what is shown, by contract and period."""
        states = (
            _state(self._contracts[place], period, len(count.pictures))
            for (place, period), count in self._quotas.items()
            if count.shown
        )
        return sorted(states, key=lambda state: (state.contract.casefold(), state.place, state.period))


def _state(contract: Contract, period: str, pictures: int) -> QuotaState:
    assert contract.quota  # nothing else is counted against one
    return QuotaState(contract.agency, label(contract), contract.place, period, pictures, contract.quota.pictures)


def _order(heads: Heads) -> list[tuple[bool, str]]:
    return [(head is None, (head or "").casefold()) for head in heads]
