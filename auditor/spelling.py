"""One slip of the pen: which well-known name a text was meant to be."""

from collections.abc import Iterable
from typing import Literal

from auditor.text import letters_only

LEAST = 7  # letters; shorter names are too near to others
END = 3  # letters at either end of a name; no slip touches both ends of one that is long enough
SURE = 10  # letters; from here on any slip in a single word tells the name, as in names of several words
WORD = 5  # letters; in a name of several words one of so many may lack a letter or have one too many, a longer one any
Slip = Literal["swapped", "doubled", "other"]
Known = tuple[str, str]  # a name, and its bare letters


class Spelling:
    """Names by their first and by their last letters: a single slip leaves the ones or the others as they are."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_head: dict[str, list[Known]] = {}
        self._by_tail: dict[str, list[Known]] = {}
        self._right: set[str] = set()
        for name in names:
            plain = bare(name)
            if len(plain) >= LEAST and plain.isascii():
                self._right.add(plain)
                self._by_head.setdefault(plain[:END], []).append((name, plain))
                self._by_tail.setdefault(plain[-END:], []).append((name, plain))

    def meant(self, text: str) -> str | None:
        """The only name from which a text differs by one slip; None where it is right, or could be another's name.

        A single word counts from ten letters on, below that only with two letters swapped or one doubled: Reuter and
        Blomberg are people.
        """
        said = bare(text)
        if len(said) < LEAST - 1 or said in self._right:
            return None
        near = (*self._by_head.get(said[:END], ()), *self._by_tail.get(said[-END:], ()))
        told = [name for name, plain in near if -1 <= len(said) - len(plain) <= 1 and _tells(said, text, name, plain)]
        return min(told, default=None)


def bare(name: str) -> str:
    """Letters and digits only, small."""
    plain = name.casefold().replace(" ", "")
    return plain if plain.isalnum() else letters_only(plain)


def _tells(said: str, text: str, name: str, plain: str) -> bool:
    """Whether a text is near enough to a name to be nothing else."""
    kind = slip(said, plain)
    if kind != "other":
        return kind is not None
    written, meant = text.split(), name.split()
    if len(meant) == 1:
        return len(said) >= SURE
    if len(written) != len(meant):
        return False
    wrong, right = next((a, b) for a, b in zip(written, meant, strict=True) if bare(a) != bare(b))
    return len(right) > WORD or (len(right) == WORD and len(wrong) != WORD)


def slip(said: str, name: str) -> Slip | None:
    """The one slip between two words, None where there is none, or more than one."""
    if abs(len(said) - len(name)) > 1:
        return None
    start, least = 0, min(len(said), len(name))
    while start < least and said[start] == name[start]:
        start += 1
    wrong, right = said[start:], name[start:]
    while wrong and right and wrong[-1] == right[-1]:
        wrong, right = wrong[:-1], right[:-1]
    if len(wrong) == 2 and wrong == right[::-1]:
        return "swapped"
    if len(wrong) == 1 and not right:
        return "doubled" if said[start - 1 : start] == wrong else "other"
    return "other" if len(wrong) <= 1 and len(right) <= 1 and wrong != right else None
