"""Fingerprints of a text: five-word shingles, winnowed, so that a shared passage is found wherever it stands.

Winnowing (Schleimer, Wilkerson, Aiken 2003) keeps the smallest hash of every window of 16 shingles: two texts that
share 20 words in a row share a fingerprint, at a tenth of the storage. What it finds is verified on all shingles.
"""

from array import array
from collections.abc import Iterator, Sequence

LENGTH = 5
WINDOW = 16
SHORT = 40
"""Words below which every shingle is a fingerprint."""

FACTOR = 0x9E3779B97F4A7C15
MASK = (1 << 64) - 1


def shingles(codes: Sequence[int]) -> list[int]:
    """The hash of every run of five words, given by their codes, in the order of the text."""
    runs = zip(codes, codes[1:], codes[2:], codes[3:], codes[4:], strict=False)
    return [((((a * FACTOR + b) * FACTOR + c) * FACTOR + d) * FACTOR + e) & MASK for a, b, c, d, e in runs]


def fingerprints(hashes: Sequence[int]) -> set[int]:
    """The shingles that stand for a text in an index: the winnowed ones, or all of a short text."""
    return set(hashes) if len(hashes) <= SHORT - LENGTH else set(_winnow(hashes))


def _winnow(hashes: Sequence[int]) -> Iterator[int]:
    """The smallest hash of every window; a window is searched again only when its smallest has left it."""
    smallest, at = MASK + 1, -1
    for end, value in enumerate(hashes):
        if value <= smallest:
            smallest, at = value, end
        elif at <= end - WINDOW:
            window = hashes[end - WINDOW + 1 : end + 1]
            smallest = min(window)
            at = end - window[::-1].index(smallest)
        if end >= WINDOW - 1:
            yield smallest


def compact(hashes: Sequence[int]) -> "array[int]":
    """The different hashes in eight bytes each, as they are kept for a heap of stories."""
    return array("Q", sorted(set(hashes)))


def contained(part: "array[int]", whole: set[int]) -> int:
    """How many of the hashes of one text stand in another."""
    return sum(1 for value in part if value in whole)
