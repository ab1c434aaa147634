"""The fingerprints of many bodies at once: numpy columns, one value a word, a shingle, or a fingerprint.

The same numbers as `shingles` makes one story at a time; the stories stand one behind the other, `ends` says where each
one's values end.
"""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from auditor.copies.bodies import ANY_FIGURE, Body
from auditor.copies.shingles import FACTOR, LENGTH, SHORT, WINDOW

Numbers = NDArray[np.uint64]
Counts = NDArray[np.int64]
Flags = NDArray[np.bool_]
UNDATED = np.int32(-1)


class Bodies(Struct, frozen=True):
    """Bodies as columns: word codes; words a paragraph; paragraph keys (0: none); paragraphs and day a story."""

    codes: Numbers
    words: Counts
    keys: Numbers
    paragraphs: Counts
    days: NDArray[np.int32]


class Column(Struct, frozen=True):
    """Values of stories, one story behind the other."""

    values: Numbers
    ends: Counts

    def of(self, number: int) -> Numbers:
        """The values of one story."""
        return self.values[self.ends[number - 1] if number else 0 : self.ends[number]]


def bodies(given: Sequence[Body]) -> Bodies:
    """The columns of some bodies."""
    paragraphs = np.array([len(body.ends) for body in given], np.int64)
    ends = np.array([end for body in given for end in body.ends], np.int64)
    words = np.diff(ends, prepend=0)
    first = (np.cumsum(paragraphs) - paragraphs)[paragraphs > 0]
    words[first] = ends[first]  # the ends count from the beginning of each body
    return Bodies(
        codes=np.frombuffer(b"".join(body.codes for body in given), np.uint64),
        words=words,
        keys=np.frombuffer(b"".join(body.keys or bytes(8 * len(body.ends)) for body in given), np.uint64),
        paragraphs=paragraphs,
        days=np.array([UNDATED if body.day is None else body.day for body in given], np.int32),
    )


def without(given: Bodies, repeated: Numbers) -> tuple[Numbers, Counts]:
    """The codes that are left, and the story of each, when the paragraphs with the repeated keys are dropped."""
    stories = np.repeat(np.arange(len(given.paragraphs)), given.paragraphs)
    kept = ~np.isin(given.keys, repeated)
    return given.codes[np.repeat(kept, given.words)], np.repeat(stories[kept], given.words[kept])


def shingles(codes: Numbers, stories: Counts) -> tuple[Numbers, Counts]:
    """The hash of every run of words within a story, and the story of each."""
    runs = max(0, len(codes) - LENGTH + 1)
    hashes = np.zeros(runs, np.uint64)
    for step in range(LENGTH):
        hashes = hashes * np.uint64(FACTOR) + codes[step : step + runs]
    within = stories[:runs] == stories[LENGTH - 1 :][:runs]
    return hashes[within], stories[:runs][within]


def blind(codes: Numbers, stories: Counts, number: int) -> tuple[Numbers, Counts]:
    """The shingles of the stories that hold figures, every figure taken for one, and the story of each."""
    figures = (codes & np.uint64(1)).astype(bool)
    holds = np.zeros(number, bool)
    holds[stories[figures]] = True
    kept = holds[stories]
    return shingles(np.where(figures, np.uint64(ANY_FIGURE), codes)[kept], stories[kept])


def fingerprints(hashes: Numbers, stories: Counts, number: int) -> tuple[Numbers, Counts]:
    """The different fingerprints of each story, and the story of each: the winnowed hashes, or all of a short text."""
    short = (np.bincount(stories, minlength=number) <= SHORT - LENGTH)[stories]
    smallest, width = hashes, 1
    while width < WINDOW:  # the smallest of twice as many, four times as many …
        smallest = np.minimum(smallest[:-width], smallest[width:]) if len(smallest) > width else smallest[:0]
        width *= 2
    begins = stories[: len(smallest)]
    windows = (begins == stories[WINDOW - 1 :][: len(smallest)]) & ~short[: len(smallest)]
    windows[1:] &= (smallest[1:] != smallest[:-1]) | (begins[1:] != begins[:-1])
    values = np.concatenate([smallest[windows], hashes[short]])
    owners = np.concatenate([begins[windows], stories[short]])
    order = np.lexsort((values, owners))
    values, owners = values[order], owners[order]
    new = _first(values, owners)
    return values[new], owners[new]


def _first(values: Numbers, owners: Counts) -> Flags:
    """Is each value the first of its kind in its story? The values are sorted within the stories."""
    new = np.ones(len(values), bool)
    new[1:] = (values[1:] != values[:-1]) | (owners[1:] != owners[:-1])
    return new


def column(values: Numbers, stories: Counts, number: int) -> Column:
    """The values, sorted within each of `number` stories."""
    ends = np.cumsum(np.bincount(stories, minlength=number))
    values = values.copy()
    begin = 0
    for end in ends.tolist():
        values[begin:end].sort()
        begin = end
    return Column(values, ends)


def differing(sorted_values: Column) -> Counts:
    """How many different values each story has."""
    owners = np.repeat(np.arange(len(sorted_values.ends)), np.diff(sorted_values.ends, prepend=0))
    new = _first(sorted_values.values, owners)
    return np.bincount(owners[new], minlength=len(sorted_values.ends))


def contained(parts: Sequence[Numbers], whole: Numbers) -> Counts:
    """How many different values of each part stand in the whole; all are sorted, the whole is not empty."""
    values = np.concatenate(parts)
    sizes = np.array([len(part) for part in parts])
    found = whole.take(whole.searchsorted(values), mode="clip") == values
    found &= _first(values, np.repeat(np.arange(len(parts)), sizes))
    held = np.zeros(len(values) + 1, np.int64)
    np.cumsum(found, out=held[1:])
    ends = np.cumsum(sizes)
    counts: Counts = held[ends] - held[ends - sizes]
    return counts


def held(part: Numbers, whole: Numbers) -> int:
    """How many values of one part stand in the whole, equal ones each; both are sorted, the whole is not empty."""
    return int(np.count_nonzero(whole.take(whole.searchsorted(part), mode="clip") == part))
