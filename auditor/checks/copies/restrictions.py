"""What the copies of one picture say differently about the conditions of its use."""

from collections.abc import Iterator, Sequence

from auditor.checks.copies.voices import one_a_copy, said, shared
from auditor.checks.evidence import Evidence
from auditor.model import CopyGroup, Use
from auditor.rights.conditions import of
from auditor.rights.shapes import Condition
from auditor.words import Words

NOT_PASSED_ON = frozenset({"mandatory-credit", "not-understood"})  # obeyed by crediting; or nobody knows what it is
PAGE = "html"


def restriction_missing(group: CopyGroup, words: Words) -> Iterator[Evidence]:
    """A condition on a picture's use, `{words}`, stands in one copy and in no form in another.

    A page for readers rightly leaves out what its wire item says to desks.
    """
    for picture in shared(group):
        told = [(use, _conditions(use, words)) for use in picture.uses]
        if any(conditions for _, conditions in told):
            yield from _gone(told)


def _gone(told: Sequence[tuple[Use, list[Condition]]]) -> Iterator[Evidence]:
    """One piece of evidence for each condition that a copy lacks."""
    first: dict[str, Condition] = {}
    for condition in (condition for _, conditions in told for condition in conditions):
        first.setdefault(condition.what, condition)
    for what, condition in first.items():
        full = [use for use, conditions in told if any(c.what == what for c in conditions)]
        copies = {use.story.name for use in full}
        bare = [use for use in one_a_copy(use for use, _ in told) if use.story.name not in copies]
        bare = [use for use in bare if not _is_for_readers(use, full)]
        if bare:
            yield said(bare, full, words=condition.words)


def _conditions(use: Use, words: Words) -> list[Condition]:
    """Those that a copy states in words; a code such as HONS goes with the credit."""
    told = of(use.image, use.story, words)
    return [c for c in told if c.what not in NOT_PASSED_ON and not words.restrictions.codes.whole(c.words)]


def _is_for_readers(use: Use, full: Sequence[Use]) -> bool:
    return use.story.format == PAGE and all(other.story.format != PAGE for other in full)
