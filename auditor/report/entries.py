"""Findings as people read them: what several rules say of one picture is told once, in the words that tell most."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from auditor.model import Finding, RuleText
from auditor.report.words import ORDER


class Entry(Struct, frozen=True):
    """A finding, and the rules whose findings about the same image it tells, too."""

    finding: Finding
    covered: tuple[str, ...] = ()

    @property
    def rules(self) -> str:
        """The ids of all its rules: `copies/credit-missing, credit/missing`."""
        return ", ".join((self.finding.rule, *self.covered))


def entries(findings: Sequence[Finding], rules: Iterable[RuleText]) -> list[Entry]:
    """The findings in their order, less those that a finding as grave, of a rule that `covers` theirs, tells."""
    covers = {rule.id: rule.covers for rule in rules if rule.covers}
    lesser = {rule for told_too in covers.values() for rule in told_too}
    about = {_about(found, found.rule): found for found in findings if found.rule in lesser}
    covered: dict[Finding, list[str]] = {}
    told: set[Finding] = set()
    for found in findings if about else ():
        for rule in covers.get(found.rule, ()):
            other = about.get(_about(found, rule))
            if other is not None and ORDER.index(found.severity) <= ORDER.index(other.severity):
                covered.setdefault(found, []).append(rule)
                told.add(other)
    return [Entry(found, tuple(covered.get(found, ()))) for found in findings if found not in told]


def _about(found: Finding, rule: str) -> tuple[str, int | None, str]:
    return found.place.story, found.place.image, rule
