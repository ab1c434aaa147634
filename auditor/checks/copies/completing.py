"""A credit completed by what the other copies print for the same picture: words are added, none is changed or lost.

There are edits only where nothing is left to decide: every word of both lines is placed, all copies that say more
agree, and this copy names nobody whom they do not name.
"""

from collections.abc import Callable, Sequence

from auditor.checks.agreement import parties
from auditor.checks.edits import JOINING, Edits, is_sure, printed_parties
from auditor.checks.evidence import place
from auditor.model import Credit, Edit, Use
from auditor.text import tokens

Completing = Callable[[Credit, str, Credit], str]
"""A credit, its parties as printed, and the fuller credit, into what to print; empty where that is not sure."""


def with_creators(odd: Sequence[Use], full: Sequence[Use]) -> Edits:
    """The photographer before the agencies as they are printed: "AFP" becomes "Rosa Lindqvist/AFP"."""

    def before(mine: Credit, printed: str, other: Credit) -> str:
        makers = _makers(other)
        return makers + printed if makers and not mine.creators else ""

    return _completed(odd, full, before)


def with_agencies(odd: Sequence[Use], full: Sequence[Use]) -> Edits:
    """The agencies behind the photographer as printed: "Rosa Lindqvist" becomes "Rosa Lindqvist/AFP"."""

    def behind(mine: Credit, printed: str, other: Credit) -> str:
        makers = _makers(other)
        if not makers or mine.agencies or mine.suppliers or set(mine.creators) != set(other.creators):
            return ""
        stroke = makers[len(makers.rstrip("/ ")) :]
        return printed + stroke + (other.house or "")[len(makers) :]

    return _completed(odd, full, behind)


def with_kind(odd: Sequence[Use], full: Sequence[Use], word: str) -> Edits:
    """The label in brackets behind the parties, where the copies are in one language: "AFP" becomes "AFP (File)"."""
    alike = [use for use in odd if use.story.language == full[0].story.language]
    return _completed(alike, full, lambda _, printed, __: f"{printed} ({word})")


def _completed(odd: Sequence[Use], full: Sequence[Use], how: Completing) -> Edits:
    fullest = max(full, key=lambda use: len(parties(use.image.credit)))
    other = fullest.image.credit
    if other is None or not is_sure(other) or not all(_is_within(use, other) for use in full):
        return ()
    edits = (_edit(use, other, how) for use in odd if _is_within(use, other))
    return tuple(edit for edit in edits if edit)


def _is_within(use: Use, other: Credit) -> bool:
    return set(parties(use.image.credit)) <= set(parties(other))


def _edit(use: Use, other: Credit, how: Completing) -> Edit | None:
    mine = use.image.credit
    if mine is None or not is_sure(mine):
        return None
    printed = printed_parties(mine)
    new = how(mine, printed, other) if printed else ""
    return Edit("credit-line", printed, new, place(use)) if new else None


def _makers(credit: Credit) -> str:
    """What house style prints before the first source, "Rosa Lindqvist/"; empty where that is not the makers alone."""
    house = credit.house or ""
    cuts = [at for name in (*credit.agencies, *credit.suppliers) if (at := house.find(name)) >= 0]
    before = house[: min(cuts)] if cuts else ""
    names = set(tokens(" ".join(credit.creators)))
    return before if names and names <= set(tokens(before)) <= {*names, *JOINING} else ""
