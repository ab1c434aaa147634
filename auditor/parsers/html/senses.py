"""What words in the names of page elements speak for: the last telling word of a name decides."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

T = TypeVar("T")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
PART = re.compile(r"[^\W_]+")
# Letters; shorter words must stand between separators, as generated class names hold any two letters.
SHORTEST_INSIDE = 4


class Senses(Generic[T]):
    """Words that are whole parts of a name, and stems that count anywhere in it, each with what it speaks for."""

    def __init__(self, words: Mapping[str, T], stems: Mapping[str, T]) -> None:
        self._words, self._stems = words, stems
        self._any_stem = re.compile(_any_of(stems)) if stems else None

    def last(self, names: str) -> T | None:
        """What the word or stem that ends last in the names speaks for; None where there is none, as in most."""
        lower = names.lower()
        place, found = self._last_stem(lower)
        parts = PART.findall(lower)
        if names != lower:
            parts += PART.findall(CAMEL.sub(" ", names).lower())
        if self._words.keys().isdisjoint(parts):
            return found
        for match in reversed(list(PART.finditer(names))):
            if match.end() <= place:
                break
            if (spoken := self._spoken(match[0])) is not None:
                return spoken
        return found

    def _last_stem(self, lower: str) -> tuple[int, T | None]:
        """Where the stem ends that ends last, and what it speaks for."""
        place, found = -1, None
        if self._any_stem is None or not self._any_stem.search(lower):
            return place, found
        for stem, value in self._stems.items():
            if stem in lower and (end := lower.rfind(stem) + len(stem)) > place:
                place, found = end, value
        return place, found

    def _spoken(self, part: str) -> T | None:
        value = self._words.get(part.lower())
        if value is not None or part.islower() or part.isupper():
            return value
        pieces = [piece.lower() for piece in CAMEL.split(part) if len(piece) >= SHORTEST_INSIDE]
        return next((self._words[piece] for piece in reversed(pieces) if piece in self._words), None)


def _any_of(texts: Iterable[str]) -> str:
    """A pattern of any of these texts. What several begin with stands in it once, so that it is soon done with."""
    behind: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        if not text:
            return ""
        behind[text[0]].append(text[1:])
    ways = [re.escape(first) + _any_of(rest) for first, rest in behind.items()]
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
