"""A credit as the house prints it."""

from collections.abc import Sequence

from msgspec import Struct

from auditor.styles import HouseStyle

PREFIXES = {
    "illustration": "Illustration: ",
    "composite": "Composite: ",
    "screenshot": "Screengrab: ",
    "graphic": "Graphic: ",
}
NOBODY = {"courtesy": "Courtesy", "composite": "Composite", "pool": "Pool", "screenshot": "Screengrab"}


class Parties(Struct, frozen=True, gc=False):
    """What the house style needs of a credit. `given` is how a picture without any name came: Handout, Private …"""

    creators: Sequence[str]
    suppliers: Sequence[str]
    agencies: Sequence[str]
    clients: Sequence[str]
    kinds: frozenset[str]
    licence: str | None
    given: str


def print_house(said: Parties, style: HouseStyle) -> str | None:
    """The credit in house style, None where nobody and nothing is named."""
    core = _core(said, style)
    if not core:
        return said.given or next((text for kind, text in NOBODY.items() if kind in said.kinds), None)
    suffix = " (AI-generated)" if "ai_generated" in said.kinds else ""
    suffix += f" ({said.licence})" if said.licence and "licence" not in style.leave_out else ""
    return _prefix(said, style) + (core.upper() if style.capitals else core) + suffix


def _prefix(said: Parties, style: HouseStyle) -> str:
    if not said.kinds:
        return ""
    if "courtesy" in said.kinds and not said.agencies and len(said.creators) + len(said.suppliers) == 1:
        return "Courtesy of "
    if PREFIXES.keys().isdisjoint(said.kinds):
        return ""
    return next((text for kind, text in PREFIXES.items() if kind in said.kinds and kind not in style.leave_out), "")


def _core(said: Parties, style: HouseStyle) -> str:
    sources = [*(() if "suppliers" in style.leave_out else said.suppliers), *_role(said, style)]
    head = style.separator.join([_people(said.creators, style), *sources] if said.creators else sources)
    alone = "multi" in said.kinds and not (said.creators or said.suppliers)
    chain = ("; " if alone else style.via).join(said.agencies) + "".join([f" for {client}" for client in said.clients])
    if not head or not said.agencies:
        return head or chain
    if style.order == "agency-first":
        return chain + style.separator + head
    return head + (style.via if sources else style.separator) + chain


def _role(said: Parties, style: HouseStyle) -> list[str]:
    if not said.kinds:
        return []
    if "pool" in said.kinds and "pool" not in style.leave_out:
        return ["Pool"]
    nameless = not said.creators and not said.suppliers and len(said.agencies) == 1
    return ["Handout"] if "handout" in said.kinds and nameless and "handout" not in style.leave_out else []


def _people(names: Sequence[str], style: HouseStyle) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + style.both + names[-1]
