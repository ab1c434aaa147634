"""Invented prose for tests: the same topic always gives the same sentences, two topics share none."""

import random

SYLLABLES = tuple(a + b for a in "bcdfghjklm" for b in "ae")


def paragraphs(topic: str, count: int = 6, words: int = 30) -> tuple[str, ...]:
    """Paragraphs of nonsense words about a topic."""
    rng = random.Random(topic)
    vocabulary = ["".join(rng.choices(SYLLABLES, k=rng.randint(2, 4))) for _ in range(400)]
    return tuple(" ".join(rng.choices(vocabulary, k=words)).capitalize() + "." for _ in range(count))
