"""Two credits of one picture: do they name the same makers and the same sources?

They are compared as taken apart, so that case, aliases, order and markers make no difference.
"""

from collections.abc import Iterable

from auditor.agencies import Agencies
from auditor.model import Credit
from auditor.names import relation, words
from auditor.text import tokens

# Issues of a line whose parties may not be what they seem, or are called by what is no name.
DOUBTFUL = frozenset({"ambiguous", "glued", "truncated", "handle_as_name", "placeholder_name", "supply_code_as_name"})
# Kinds of pictures that went through several hands, each of which may be credited alone: who gave it and who took it,
# who drew or mounted it and whose photographs are in it.
SEVERAL_HANDS = frozenset(
    {"multi", "handout", "courtesy", "social", "composite", "illustration", "graphic", "screenshot", "video_still"}
)
PERSON = ("same", "spelling", "unsure")


def parties(credit: Credit | None) -> tuple[str, ...]:
    """Everybody whom a credit names."""
    return (*credit.creators, *credit.agencies, *credit.suppliers) if credit else ()


def sources(credit: Credit) -> tuple[str, ...]:
    """The agencies and suppliers of a credit, without the newsroom's own name."""
    return credit.agencies if "own" in credit.kinds else (*credit.agencies, *credit.suppliers)


def mentions(credit: Credit | None, name: str) -> bool:
    """Whether the printed line holds all words of a name, whatever the grammar took them for."""
    return credit is not None and set(words(name)) <= set(words(credit.text))


def understood(credit: Credit | None) -> bool:
    """Whether nothing in the credit was left over, or cut off, that might be the name looked for."""
    return credit is not None and not tokens(credit.rest) and "truncated" not in credit.issues


def names_person(credit: Credit, name: str) -> bool:
    """Whether a credit names a person as a maker, in whatever spelling."""
    return any(relation(name, known) in PERSON for known in credit.creators)


def share_a_person(one: Credit, other: Credit) -> bool:
    """Whether a maker of one credit is one of the other's, or stands in its line."""
    return any(names_person(other, name) or mentions(other, name) for name in one.creators) or any(
        mentions(one, name) for name in other.creators
    )


def others_person(one: Credit, other: Credit) -> bool:
    """Whether both name makers, and none in common."""
    return bool(one.creators and other.creators) and not share_a_person(one, other)


def share_a_source(one: Credit, other: Credit) -> bool:
    """Whether a source of one credit is named in the other."""
    return any(names_source(other, s, one) for s in sources(one)) or any(
        names_source(one, s, other) for s in sources(other)
    )


def names_source(credit: Credit, source: str, by: Credit) -> bool:
    """Whether a source that one credit is `by` names stands in another, as itself or in the words as printed."""
    known = sources(credit)
    return source in known or mentions_as_written(credit, source, by) or _same_name(source, known)


def mentions_as_written(credit: Credit, source: str, by: Credit) -> bool:
    """Whether the printed line holds a source by its name, or as the line of the credit `by` has it."""
    written = (source, *(part.text for part in by.parts if part.name == source))
    return any(mentions(credit, text) for text in written)


def _same_name(source: str, known: Iterable[str]) -> bool:
    return any(relation(source, other) == "same" for other in known)


def says_no_more(one: Credit | None, other: Credit | None) -> bool:
    """Whether everybody whom one credit names stands in the other's line."""
    return bool(parties(one)) and all(mentions(other, name) for name in parties(one))


def contradict(one: Credit, other: Credit, agencies: Agencies) -> bool:
    """Whether two credits of one picture cannot both be right; what might agree, or is not sure, is none such.

    They name other makers; or, where one names none, other agencies of which neither sells the other's pictures.
    """
    if not (_is_plain(one) and _is_plain(other)):
        return False
    if one.creators and other.creators:
        full = all(" " in name for name in (*one.creators, *other.creators))
        return full and not share_a_person(one, other)
    if not (one.agencies and other.agencies) or share_a_source(one, other):
        return False
    return not any(_are_related(mine, theirs, agencies) for mine in one.agencies for theirs in other.agencies)


def _is_plain(credit: Credit) -> bool:
    return understood(credit) and DOUBTFUL.isdisjoint(credit.issues) and SEVERAL_HANDS.isdisjoint(credit.kinds)


def _are_related(one: str, other: str, agencies: Agencies) -> bool:
    """Whether one agency may pass on what the other makes, or both are of one house."""
    houses = [{name, agencies.named(name).parent} - {None} for name in (one, other)]
    passes_on = agencies.sells(one, other) or agencies.sells(other, one)
    return passes_on or agencies.outer(one, other) or agencies.outer(other, one) or not houses[0].isdisjoint(houses[1])
