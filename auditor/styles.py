"""How a newsroom prints a credit: the table `[house-style]` of auditor.toml."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

Omitted = Literal["suppliers", "licence", "pool", "handout", "illustration", "composite", "screenshot", "graphic"]
Sign = Annotated[str, Meta(min_length=1)]


class HouseStyle(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """How a newsroom prints a credit; the default is `Creator/Agency via Distributor`.

    `separator`, `via` and `both` (between two persons) are printed with the blanks that they have here. `leave_out`
    names what leaves no trace. `capitals` prints names all in capitals.
    """

    order: Literal["creator-first", "agency-first"] = "creator-first"
    separator: Sign = "/"
    via: Sign = " via "
    both: Sign = " and "
    leave_out: tuple[Omitted, ...] = ()
    capitals: bool = False
