"""Which stories are copies: a direct, directed relation, told by the text that one shares with another.

Containment counts, not likeness: a copy may be a part of a longer story. Every step is linear in the number of stories:
fingerprints go into an inverted index, stories that share two of them are compared on all shingles. The figures are
those that were measured on real news (docs/architecture.md).
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from auditor.copies.bodies import DAYS, Body, close, is_figure, without_figures
from auditor.copies.shingles import compact, contained, fingerprints, shingles

SHARE = 0.35
"""Part of a text that must stand in the other when both dates are known."""
SHARE_UNDATED = 0.48
"""The same without dates, where weekly reports from one template cannot be told by the calendar."""
COMMON = 300
"""Stories that share a fingerprint before it counts as common; from there on it leads to its first story only."""
SHARED = 2
"""Fingerprints that two stories must share before they are compared."""
FIGURES = 10
FIGURES_SHARE = 0.1
"""Shingles, and part of the shared ones, that may be lost to figures only: two or three corrected ones."""


class Pair(Struct, frozen=True):
    """A copy by the numbers of the stories: `share` (0 to 1) of the text of `story` stands in `of`."""

    story: int
    of: int
    share: float


class Text(Struct, frozen=True):
    """What is kept of a story's text: its fingerprints, its day where known, and all its shingles.

    `hashes`: the different ones; `runs`: all of them in order; `blind`: the same with every figure taken for one.
    """

    hashes: "array[int]"
    runs: "array[int]"
    blind: "array[int]"
    prints: frozenset[int]
    day: int | None


def find(bodies: Sequence[Body]) -> list[Pair]:
    """The pairs of stories of which one is a copy of the other, in the order of the later story, then the earlier."""
    texts = read(bodies)
    found = []
    for one, others in candidates(texts):
        whole = set(texts[one].hashes)
        for other in others:
            shared = contained(texts[other].hashes, whole)
            if _is_copy(texts[one], texts[other], shared):
                found.append(_directed(texts, one, other, shared))
    return found


def share(body: Body, of: Body) -> float:
    """How much of the text of one story stands in another, 0 to 1; 0 where there is no text."""
    part, whole = read([body, of])
    return contained(part.hashes, set(whole.hashes)) / len(part.hashes) if part.hashes else 0.0


def read(bodies: Sequence[Body]) -> list[Text]:
    """The texts that decide: bodies without what a site repeats week after week."""
    repeated = _boilerplate(bodies)
    return [_text(body, repeated) for body in bodies]


def _text(body: Body, repeated: frozenset[bytes]) -> Text:
    codes = body.words(repeated)
    runs = array("Q", shingles(codes))
    blind = array("Q", shingles(without_figures(codes))) if any(map(is_figure, codes)) else runs
    return Text(compact(runs), runs, blind, frozenset(fingerprints(runs)), body.day)


def _boilerplate(bodies: Sequence[Body]) -> frozenset[bytes]:
    """Paragraphs that one site prints more than a week apart. To count repetitions alone would drop real copies."""
    days: dict[bytes, tuple[int, int]] = {}
    for body in bodies:
        if (day := body.day) is not None:
            for key in body.paragraph_keys():
                first, last = days.get(key, (day, day))
                days[key] = min(first, day), max(last, day)
    return frozenset(key for key, (first, last) in days.items() if last - first > DAYS)


def candidates(texts: Sequence[Text]) -> Iterator[tuple[int, list[int]]]:
    """For each story the earlier ones that share enough fingerprints with it, within the time window."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        shared: Counter[int] = Counter()
        for value in text.prints:
            earlier = holders[value]
            shared.update(earlier if len(earlier) < COMMON else earlier[:1])
            if len(earlier) < COMMON:
                earlier.append(number)
        near = sorted(other for other, count in shared.items() if count >= SHARED and close(text.day, texts[other].day))
        if near:
            yield number, near


def _is_copy(one: Text, other: Text, shared: int) -> bool:
    least = SHARE if one.day is not None and other.day is not None else SHARE_UNDATED
    part = min(len(one.hashes), len(other.hashes))
    return shared >= least * part and (shared == part or not _from_template(one, other))


def _from_template(one: Text, other: Text) -> bool:
    """Whether the texts agree only where no figures stand: market reports of two days, not two copies of one."""
    part, whole = sorted((one, other), key=lambda text: len(text.runs))
    if part.blind is part.runs:
        return False
    alike_but_for_figures = contained(part.blind, set(whole.blind))
    lost = alike_but_for_figures - contained(part.runs, set(whole.runs))
    return lost > max(FIGURES, FIGURES_SHARE * alike_but_for_figures)


def _directed(texts: Sequence[Text], one: int, other: int, shared: int) -> Pair:
    """The pair from the contained story to the one that holds more; of equals, from the later input to the earlier."""
    part, whole = (one, other) if len(texts[one].hashes) <= len(texts[other].hashes) else (other, one)
    return Pair(part, whole, shared / len(texts[part].hashes))
