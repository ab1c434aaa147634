"""The records of rights: what the desk keeps, what is asked, and the conditions on which a picture may be shown."""

import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from auditor.model import Image, Story

Purpose = Literal["web", "print", "social", "archive", "syndication", "sponsored"]
Territory = Annotated[str, Meta(pattern="^[A-Z]{2}$")]
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


class Contract(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
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


class Entry(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """What the desk knows of one picture: told by an id, an address (`src`) or its caption, never by its credit."""

    reason: str
    kill: datetime.date | None = None
    embargo: datetime.datetime | datetime.date | None = None
    until: datetime.date | None = None
    territories: tuple[Territory, ...] = ()
    uses: tuple[Purpose, ...] = ()
    caption: str | None = None
    src: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()


class Member(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """A photographer on the newsroom's staff, from and until a day where known."""

    name: str
    from_: datetime.date | None = field(default=None, name="from")
    until: datetime.date | None = None


class Condition(Struct, frozen=True):
    """One condition on which a picture may be shown, whoever set it: a line of the copy, or an entry of the desk.

    `what` with its details: "until" (last day `until`, or `days` after the story's date), "embargo" (not before
    `start`, an ISO date or time), "territory" (`only` in these, or not in them: `barred`), "use" (`uses` only),
    "no-sales" (not to be passed on or sold), "not-understood" (looks like a condition; nobody may guess which). `words`
    are those that say so, `where` the place they come from ("caption", "credit line", "pictures.toml:12"), `by` who
    says it, where known.
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


class Asked(Struct, frozen=True):
    """For which day, edition and use a picture is wanted; None where it is not said.

    `today` is the day of the run; `as_of` None means the story's own date, and today where it has none.
    """

    today: datetime.date
    as_of: datetime.date | None = None
    edition: str | None = None
    use: Purpose | None = None


class Showing(Struct, frozen=True):
    """An image that readers are to see, with what is asked about it and every condition on it: for rules of rights/.

    `day` is the day it is shown. `contracts` is None where the newsroom keeps none: then nothing is said about them.
    """

    story: Story
    image: Image
    asked: Asked
    day: datetime.date
    conditions: tuple[Condition, ...] = ()
    contracts: tuple[Contract, ...] | None = None
