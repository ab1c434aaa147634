"""The records of rights: what the desk keeps, what is asked, and the conditions on which a picture may be shown."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, field

from auditor.model import Image, Story
from auditor.rights.purposes import Purpose as Purpose

Territory = str
"""A country or an edition's country: ISO 3166-1 alpha-2."""
Period = Literal["day", "week", "month", "quarter", "year"]
What = Literal[
    "killed",
    "embargo",
    "until",
    "territory",
    "use",
    "no-archive",
    "no-sales",
    "editorial-only",
    "one-time",
    "mandatory-credit",
    "not-understood",
]


class Quota(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """At most so many pictures in each period."""

    pictures: Annotated[int, Meta(ge=1)]
    per: Period = "month"


class ContractRow(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """What the newsroom has agreed with an agency: it covers what that agency distributes, from and with `from` until
    and with `until`. Without territories it holds everywhere, without uses for all of them.

    `pay-per-use`: each use is paid for, there is no subscription. `notice-days`: so many days before its end the desk
    wants to hear of it.
    """

    agency: str
    from_: datetime.date | None = field(default=None, name="from")
    until: datetime.date | None = None
    territories: tuple[Territory, ...] = ()
    uses: tuple[Purpose, ...] = ()
    quota: Quota | None = None
    pay_per_use: bool = False
    notice_days: Annotated[int, Meta(ge=0)] = 30


class Contract(ContractRow, frozen=True):
    """A contract by its agency's canonical name, and where it stands: "contracts.toml:4"."""

    place: str = ""


class QuotaState(Struct, frozen=True):
    """How many pictures of a contract were used in a period (`2019-01`, `2019-W02` …), and how many may be.

    `place` is where the contract stands.
    """

    agency: str
    contract: str
    place: str
    period: str
    pictures: int
    quota: int

    @property
    def over(self) -> int:
        """So many pictures are too many."""
        return max(0, self.pictures - self.quota)


class EntryRow(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """What the desk knows of one picture: told by an id, an address (`src`) or its caption, never by its credit.

    `files` are picture files beside the one that holds the entry. `embargo` is a date or a time of TOML: msgspec cannot
    tell one from the other, so that the loader does.
    """

    reason: str
    kill: datetime.date | None = None
    embargo: Any = None
    until: datetime.date | None = None
    territories: tuple[Territory, ...] = ()
    uses: tuple[Purpose, ...] = ()
    caption: str | None = None
    src: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


class Entry(EntryRow, frozen=True):
    """A picture's entry, and where it stands: "pictures.toml:12"; `looks` are what its files show (see `looks`)."""

    place: str = ""
    looks: tuple[str, ...] = ()


class Member(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """A photographer on the newsroom's staff, from and until a day where known."""

    name: str
    from_: datetime.date | None = field(default=None, name="from")
    until: datetime.date | None = None


Staff = Mapping[str, tuple[Member, ...]]
"""The newsroom's photographers by their folded names; one who came back has a row for each time."""


class Condition(Struct, frozen=True):
    """One condition on which a picture may be shown, whoever set it: a line of the copy, or an entry of the desk.

    `what` with its details: "killed" (on the day `start`), "until" (last day `until`, or `days` after the story's
    date), "embargo" (not before `start`, an ISO date or time), "territory" (`only` in these, or not in them: `barred`;
    for so long as `until` or `days` say), "use" (`uses` only), "no-sales" (not to be passed on or sold),
    "not-understood" (looks like a condition; nobody may guess which). `words` are those that say so, `where` the place
    they come from ("caption", "credit line", "pictures.toml:12"), `by` who says it, where known. `because`: why an
    entry of the desk is about this picture.
    """

    what: What
    words: str
    where: str
    by: str | None = None
    start: str | None = None
    until: datetime.date | None = None
    days: int | None = None
    only: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()
    uses: tuple[Purpose, ...] = ()
    because: str | None = None


class Asked(Struct, frozen=True):
    """For which day, edition and use a picture is wanted; None where it is not said.

    `today` is the day of the run; `as_of` None means the story's own date, and today where it has none.
    """

    today: datetime.date
    as_of: datetime.date | None = None
    edition: str | None = None
    use: Purpose | None = None


class Context(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """What is asked about stories whose name or URL fits a shell pattern, where the command line does not say it."""

    stories: str
    as_of: datetime.date | None = None
    edition: Territory | None = None
    use: Purpose | None = None


class Rights(Struct, frozen=True):
    """What the newsroom knows of rights, and what it asks.

    `contracts` is None where it keeps none: then nothing is said about them.
    """

    asked: Asked
    contexts: tuple[Context, ...] = ()
    contracts: tuple[Contract, ...] | None = None
    entries: Sequence[Entry] = ()
    staff: Staff = {}


class Showing(Struct, frozen=True):
    """An image that readers are to see, with what is asked about it and every condition on it: for rules of rights/.

    `asked` is what holds for this story, `day` the day it is shown, `published` the day of the story where it has one.
    `contracts` is None where the newsroom keeps none, `staff` empty.
    """

    story: Story
    image: Image
    asked: Asked
    day: datetime.date
    published: datetime.date | None = None
    conditions: tuple[Condition, ...] = ()
    contracts: tuple[Contract, ...] | None = None
    staff: Staff = {}

    def bound_by(self, what: What) -> Iterator[Condition]:
        """The conditions of one kind on it."""
        return (condition for condition in self.conditions if condition.what == what)
