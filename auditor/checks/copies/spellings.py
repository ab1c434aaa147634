"""Names of persons that the captions of a story spell in two ways."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from auditor.checks.copies.exchanged import settled
from auditor.checks.copies.voices import said
from auditor.checks.copies.wording import capitalised, differences
from auditor.checks.evidence import Evidence, place
from auditor.model import CopyGroup, Use
from auditor.names import joined, words
from auditor.words import Words

MOST = 20
"""Copies of one picture whose captions are compared each with each."""
Spelling = tuple[str, tuple[Use, ...]]
"""A name as written and the uses whose captions write it so."""


def name_spelling(group: CopyGroup, words: Words) -> Iterator[Evidence]:
    """A name is spelt `{spelling}` in a caption and `{others_spelling}` in another one of the same story."""
    seen: set[frozenset[str]] = set()
    texts = _texts(group)
    for one, other in (*_same_picture(group, words), *_same_letters(group)):
        pair = frozenset((_plain(one[0]), _plain(other[0])))
        if pair not in seen and not any(_overlap(pair, earlier) for earlier in seen):
            seen.add(pair)
            yield _evidence(one, other, texts)


def _evidence(one: Spelling, other: Spelling, texts: Sequence[str]) -> Evidence:
    """The rarer spelling is the odd one; of equals the later."""
    counts = [sum(text.count(_plain(name)) for text in texts) for name, _ in (one, other)]
    (usual, many), (odd, few) = (one, other) if counts[0] >= counts[1] else (other, one)
    evidence = said(few, many[:MOST], spelling=odd, others_spelling=usual)
    return Evidence(evidence.values, place(few[0]), evidence.also)


def _texts(group: CopyGroup) -> list[str]:
    captions = [i.caption for s in group.stories for i in s.images if i.caption]
    return [_plain(text) for text in (*captions, *(p for s in group.stories for p in s.paragraphs))]


def _plain(text: str) -> str:
    return f" {' '.join(words(text))} "


def _overlap(pair: Iterable[str], earlier: Iterable[str]) -> bool:
    """Whether a pair of spellings only has more or fewer of the words around a pair already found."""
    return all(any(name in known or known in name for known in earlier) for name in pair)


def _same_picture(group: CopyGroup, words: Words) -> Iterator[tuple[Spelling, Spelling]]:
    """Spellings that stand in each other's place in two captions of one picture."""
    for _, uses in settled(group, "captions"):
        told = [use for use in uses if use.image.caption][:MOST]
        for one, other in combinations(told, 2):
            language = one.story.language or other.story.language
            for found in differences(one.image.caption or "", other.image.caption or "", language, words):
                if found.kind == "spelling":
                    yield (found.one, (one,)), (found.other, (other,))


def _same_letters(group: CopyGroup) -> Iterator[tuple[Spelling, Spelling]]:
    """Names in any captions of the group that have the same letters and are not cut into the same words."""
    found: dict[str, dict[tuple[str, ...], list[tuple[str, Use]]]] = defaultdict(lambda: defaultdict(list))
    for picture in group.pictures:
        for use in picture.uses:
            for name in capitalised(use.image.caption or ""):
                found[joined(name)][tuple(words(name))].append((name, use))
    for spellings in found.values():
        first, *others = spellings.values()
        for other in others:
            yield _spelling(first), _spelling(other)


def _spelling(written: Sequence[tuple[str, Use]]) -> Spelling:
    return written[0][0], tuple(use for _, use in written)
