"""What the copies of one picture say differently about the conditions of its use."""

from collections.abc import Iterator, Sequence

from auditor.checks.copies.voices import one_a_copy, said, shared
from auditor.checks.evidence import Evidence
from auditor.model import CopyGroup, Use
from auditor.rights.conditions import of
from auditor.rights.shapes import Condition, What
from auditor.words import Words

NOT_PASSED_ON = frozenset({"mandatory-credit", "not-understood"})  # obeyed by crediting; or nobody knows what it is
PAGE = "html"
Where = tuple[int, ...]
"""Uses of a picture by their numbers."""


def restriction_missing(group: CopyGroup, words: Words) -> Iterator[Evidence]:
    """A condition on a picture's use, `{words}`, stands in one copy and in no form in another.

    A page for readers rightly leaves out what its wire item says to desks.
    """
    for picture in shared(group):
        told = [(use, _conditions(use, words)) for use in picture.uses]
        if any(conditions for _, conditions in told):
            yield from _gone(told)


def _gone(told: Sequence[tuple[Use, list[Condition]]]) -> Iterator[Evidence]:
    """One piece of evidence for all conditions that stand in the same copies, and are gone from the same others."""
    lost: dict[tuple[Where, Where], list[str]] = {}
    for what, words in _stated(told).items():
        full = tuple(number for number, (_, conditions) in enumerate(told) if any(c.what == what for c in conditions))
        lost.setdefault((full, _without([use for use, _ in told], full)), []).append(words)
    for (full, bare), quoted in lost.items():
        if bare:
            uses = [use for use, _ in told]
            yield said([uses[n] for n in bare], [uses[n] for n in full], words="” and “".join(quoted))


def _stated(told: Sequence[tuple[Use, list[Condition]]]) -> dict[What, str]:
    """Each kind of condition with the words that state it first."""
    found: dict[What, str] = {}
    for condition in (condition for _, conditions in told for condition in conditions):
        found.setdefault(condition.what, condition.words)
    return found


def _without(uses: Sequence[Use], full: Where) -> Where:
    """The first use in each copy that has none of the uses in `full`, and is no page for readers of a wire item."""
    copies = {uses[n].story.name for n in full}
    bare = one_a_copy(use for use in uses if use.story.name not in copies)
    stating = [uses[n] for n in full]
    return tuple(uses.index(use) for use in bare if not _is_for_readers(use, stating))


def _conditions(use: Use, words: Words) -> list[Condition]:
    """Those that a copy states in words; a code such as HONS goes with the credit."""
    told = of(use.image, use.story, words)
    return [c for c in told if c.what not in NOT_PASSED_ON and not words.restrictions.codes.whole(c.words)]


def _is_for_readers(use: Use, full: Sequence[Use]) -> bool:
    return use.story.format == PAGE and all(other.story.format != PAGE for other in full)
