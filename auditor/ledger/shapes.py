"""The records of counting: what is written of a story, and what is answered about many."""

import datetime
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from auditor.model import Unread
from auditor.rights.shapes import Purpose, QuotaState

CoveredBy = Literal["contract", "staff", "free", "none"]


class Said(Struct, frozen=True):
    """Whom a credit names: who made the picture, and the agencies from the photographer outwards.

    `free`: nobody needs a contract, for the picture is the house's own, or under a licence for all.
    """

    makers: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    free: bool = False


class Sighting(Struct, frozen=True):
    """A picture as one story shows it: `uses` are the numbers of its images there, each with what its credit says.

    `keys` are those of its addresses, `caption` its words, folded; by these it is known again.
    """

    uses: tuple[tuple[int, Said], ...]
    keys: tuple[str, ...]
    caption: str


class Scene(Struct, frozen=True):
    """When, where and for what a story shows its pictures: ISO date, edition, use; None where it is not known."""

    day: str | None = None
    edition: str | None = None
    purpose: Purpose | None = None

    @property
    def date(self) -> datetime.date | None:
        """The day as a date."""
        return datetime.date.fromisoformat(self.day) if self.day else None


class Taken(Struct, frozen=True):
    """What is written of a story: its name as given, its lasting name, a digest of its content, and its pictures."""

    given: str
    name: str
    digest: bytes
    scene: Scene
    sightings: tuple[Sighting, ...]


class Line(Struct, frozen=True):
    """What the uses of one tally have in common: agency, month (`2019-01`), edition, contract.

    None: no agency is named, the story bears no date, there is no edition, no contract. `covered_by`
    is None where that cannot be told: no agency is named, there is no date, the newsroom keeps no contracts.
    """

    agency: str | None
    month: str | None
    edition: str | None
    contract: str | None
    covered_by: CoveredBy | None


class Tally(Struct, frozen=True):
    """How many pictures and uses a line has."""

    line: Line
    pictures: int
    uses: int


class Account(Struct, frozen=True):
    """An answer about many stories, of which so many show pictures or none."""

    tallies: Sequence[Tally]
    quotas: Sequence[QuotaState]
    stories: int
    pictures: int
    uses: int
    since: str | None = None
    unread: Sequence[Unread] = ()
