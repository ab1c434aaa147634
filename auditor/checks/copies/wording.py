"""Two captions of one picture, sentence by sentence: which facts and which names they give differently.

Only what both say in one sentence, and say differently, is a difference: a shortened caption is none, nor are quotes,
dashes, case, diacritics and order.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from auditor.facts import Date, FactWords, Said, facts, is_calendar_word
from auditor.likeness import alike
from auditor.names import relation, words
from auditor.text import fold

LONGEST = 2000
SAME_SENTENCE = 0.55
SAME_BUT_FOR_A_NAME = 0.7
NAME = 4
"""Words of a name at most, and letters of a single word at least, that are compared as a name."""
SENTENCE = re.compile(r"(?<=\w{4}[.!?])\s+|(?<=\w{4}[.!?][\"'”’»])\s+|(?<=[。！？])|\n+")
ENDS = ".,;:!?)"
EDGES = ".,;:!?()[]{}\"'“”„‘’‚«»‹›…*|/"


class Difference(Struct, frozen=True):
    """What two captions give differently: `kind` number, date, weekday, side, name or spelling, and both wordings."""

    kind: str
    one: str
    other: str


def differences(one: str, other: str, language: str | None, table: FactWords) -> list[Difference]:
    """The differences between two captions as printed, in the order of the first."""
    one, other = one[:LONGEST], other[:LONGEST]
    if fold(one) == fold(other):
        return []
    found: list[Difference] = []
    for mine, theirs in _pairs(_sentences(one), _sentences(other)):
        said = [facts(text, language, table) for text in (mine, theirs, other, one)]
        found += _facts(*said)
        if alike(fold(mine), fold(theirs)) >= SAME_BUT_FOR_A_NAME:
            found += _names(mine, theirs, (one, other), language, table)
    return list(dict.fromkeys(found))


def capitalised(caption: str) -> list[str]:
    """Every two and three words in a row that have capitals, as written: what may be a person's name."""
    said = caption[:LONGEST].split()
    found = []
    for start in range(len(said)):
        for end in (start + 2, start + 3):
            inner = said[start : end - 1]
            if end <= len(said) and all(map(_capital, said[start:end])) and not any(w[-1:] in ENDS for w in inner):
                found.append(_bare(said[start:end]))
    return found


def _sentences(caption: str) -> list[str]:
    """The sentences; after an abbreviation or before a small letter none ends."""
    found: list[str] = []
    for piece in filter(None, SENTENCE.split(caption)):
        if found and piece[0].islower():
            found[-1] += " " + piece
        else:
            found.append(piece)
    return found


def _pairs(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each sentence with the likeliest one of the other caption, where that is alike enough."""
    for sentence in mine:
        best = max(theirs, key=lambda other: alike(fold(sentence), fold(other)), default="")
        if alike(fold(sentence), fold(best)) >= SAME_SENTENCE:
            yield sentence, best


def _facts(mine: Said, theirs: Said, all_theirs: Said, all_mine: Said) -> Iterator[Difference]:
    """Facts that each sentence gives and that the other caption gives nowhere."""
    yield from _numbers(mine, theirs, all_theirs, all_mine)
    dates = [d for d in mine.dates if not any(_compatible(d, t) for t in all_theirs.dates)]
    others = [d for d in theirs.dates if not any(_compatible(d, m) for m in all_mine.dates)]
    if dates and others:
        yield Difference("date", _date(dates[0]), _date(others[0]))
    if not set(mine.weekdays) & set(all_theirs.weekdays) and not set(theirs.weekdays) & set(all_mine.weekdays):
        for (_, day), (_, other) in zip(mine.weekdays.items(), theirs.weekdays.items(), strict=False):
            yield Difference("weekday", day, other)
    for name, side in mine.sides.items():
        if theirs.sides.get(name, side) != side and mine.sides != theirs.sides:
            yield Difference("side", f"{name} {side}".strip(), f"{name} {theirs.sides[name]}".strip())
            return


def _numbers(mine: Said, theirs: Said, all_theirs: Said, all_mine: Said) -> Iterator[Difference]:
    elsewhere, elsewhere_mine = all_theirs.numbers - theirs.numbers, all_mine.numbers - mine.numbers
    only = [number for number in (mine.numbers - theirs.numbers) if number not in elsewhere]
    others = [number for number in (theirs.numbers - mine.numbers) if number not in elsewhere_mine]
    if only and others:
        yield Difference("number", only[0], others[0])


def _compatible(one: Date, other: Date) -> bool:
    """Whether two dates can be the same day as far as both say; day and month of 5/6 in either order."""
    if one[0] and other[0] and one[0] != other[0]:
        return False
    if one[2] is None or other[2] is None:
        return one[1] == other[1]
    return sorted(one[1:], key=str) == sorted(other[1:], key=str)


def _date(date: Date) -> str:
    return "-".join(f"{part:02}" for part in date if part is not None)


def _names(
    mine: str, theirs: str, captions: tuple[str, str], language: str | None, table: FactWords
) -> Iterator[Difference]:
    """Words with a capital that stand in each other's place: a name spelt differently, or another name."""
    one, other = mine.split(), theirs.split()
    folded = [[" ".join(words(word)) or word for word in sentence] for sentence in (one, other)]
    for tag, start, end, from_, to in _steps(*folded):
        if tag != "replace" or end - start > NAME or to - from_ > NAME:
            continue
        kind = _kind(_bare(one[start:end]), _bare(other[from_:to]))
        a, b = _name_around(one, start, end, kind), _name_around(other, from_, to, kind)
        if kind and a and b and _is_name(a, b, language, table) and not _both(a, b, captions) and not _titled(a, b):
            yield Difference(kind, a, b)


def _is_name(one: str, other: str, language: str | None, table: FactWords) -> bool:
    """Whether capitals tell a name here: two words of it, or one long enough where nouns have none."""
    said = [*one.split(), *other.split()]
    if any(any(map(str.isdigit, word)) or is_calendar_word(word, language, table) for word in said):
        return False
    if " " in one and " " in other:
        return True
    return (language or "").lower()[:2] not in table.capitalised_nouns and min(len(one), len(other)) >= NAME


def _titled(one: str, other: str) -> bool:
    """Whether both may be one person, once with title and surname ("Mr Dahl"), once with more ("Mayor Per Dahl")."""
    mine, theirs = words(one), words(other)
    return mine[-1] == theirs[-1] and len(mine) != len(theirs)


def _steps(one: Sequence[str], other: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, one, other, autojunk=False).get_opcodes()


def _bare(said: Sequence[str]) -> str:
    return " ".join(_stripped(word) for word in said)


def _stripped(word: str) -> str:
    """The word without punctuation around it and without a possessive ending."""
    word = word.strip(EDGES)
    return word[:-2] if word[-2:] in ("'s", "’s") else word


def _name_around(said: Sequence[str], start: int, end: int, kind: str) -> str:
    """The words, if each has a capital, with the capitalised words beside them; empty where they are no name.

    The first word of a sentence has a capital anyway: it counts only for a spelling, where the name would be one word.
    """
    if not all(_capital(word) for word in said[start:end]) or (start == 0 and end == 1 and not _goes_on(said, end)):
        return ""
    while start > 1 and _goes_on(said, start):
        start -= 1
    while end < len(said) and _goes_on(said, end):
        end += 1
    if start == 1 and end == 2 and kind == "spelling" and _goes_on(said, 1):
        start = 0
    return _bare(said[start:end])


def _goes_on(said: Sequence[str], index: int) -> bool:
    """Whether a name may go on from the word before `index` to the one at it."""
    here = 0 < index < len(said) and _capital(said[index]) and _capital(said[index - 1])
    return here and said[index - 1][-1] not in ENDS


def _capital(word: str) -> bool:
    word = word.lstrip(EDGES)
    return word[:1].isupper()


def _kind(one: str, other: str) -> str:
    """How two names differ: not at all, in the spelling, or altogether; an ending or an acronym is no difference."""
    mine, theirs = words(one), words(other)
    if not mine or not theirs or mine == theirs or _inflected("".join(mine), "".join(theirs)):
        return ""
    if _acronym(one) != _acronym(other):
        return ""
    close = relation(one, other)
    within = set(mine) <= set(theirs) or set(theirs) <= set(mine)
    return "" if within or close == "unsure" else "spelling" if close == "spelling" else "name"


def _inflected(one: str, other: str) -> bool:
    """Whether one word is the other with an ending of one or two letters, as many languages inflect names."""
    part, whole = sorted((one, other), key=len)
    return whole.startswith(part) and 0 < len(whole) - len(part) < 3


def _acronym(name: str) -> bool:
    return name.replace(".", "").isupper() and len(name) < 7


def _both(one: str, other: str, captions: tuple[str, str]) -> bool:
    """Whether either name stands in both captions, so that nothing was replaced."""
    first, second = (_plain(caption) for caption in captions)
    return _plain(one) in second or _plain(other) in first


def _plain(text: str) -> str:
    return f" {' '.join(words(text))} "
