"""How like two captions are, from 0 to 1: the same sentence edited, or one shortened from the other."""

from functools import lru_cache

from auditor.text import tokens

CHARACTERS = 0.85
"""From here on likeness letter by letter counts: short captions in which a name is spelt differently."""
SHORTEST = 6
WITHIN = 0.9


@lru_cache(maxsize=8192)
def alike(one: str, other: str) -> float:
    """Likeness of two folded texts, word by word in order; letter by letter where they are nearly the same."""
    from rapidfuzz import fuzz  # only where copies are compared

    if one == other:
        return 1.0
    letters = fuzz.ratio(one, other) / 100
    words = fuzz.ratio(_words(one), _words(other)) / 100
    return max(words, letters if letters >= CHARACTERS else 0.0)


@lru_cache(maxsize=8192)
def shortened(one: str, other: str) -> bool:
    """Whether one of two folded texts is the other with words left out."""
    from rapidfuzz.distance import LCSseq

    part, whole = sorted((_words(one), _words(other)), key=len)
    return len(part) >= SHORTEST and LCSseq.similarity(part, whole) >= WITHIN * len(part)


def length(text: str) -> int:
    """How many words a folded text has; in scripts without blanks two characters count as one."""
    return len(_words(text)) if " " in text else len(_words(text)) // 2


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[str, ...]:
    return tuple(tokens(text))
