"""Two credits of one picture: do they name the same makers and the same sources?

They are compared as taken apart, so that case, aliases, order and markers make no difference.
"""

from collections.abc import Iterable

from auditor.model import Credit
from auditor.names import relation, words
from auditor.text import tokens

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
