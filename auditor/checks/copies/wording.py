"""Two captions of one picture, sentence by sentence: which facts and which names they give differently.

Only what both say in one sentence, and say differently, is a difference: a shortened caption is none, nor are quotes,
dashes, case, diacritics and order.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from difflib import SequenceMatcher
from functools import partial
from itertools import takewhile

from msgspec import Struct

from auditor.facts import Date, Said, agree, capitalises_nouns, facts, is_calendar_word, is_decade
from auditor.likeness import alike
from auditor.names import relation
from auditor.names import words as words_of
from auditor.text import fold
from auditor.words import Words

LONGEST = 2000
SAME_SENTENCE = 0.55
SAME_BUT_FOR_A_NAME = 0.7
NAME = 4
"""Words of a name at most, and letters of a single word at least, that are compared as a name."""
SENTENCE = re.compile(r"(?<=\w{4}[.!?])\s+|(?<=\w{4}[.!?][\"'”’»])\s+|(?<=[。！？])|\n+")
STEM, ENDING = 6, 3
"""Letters that two forms of a word have in common at least, and apart at most."""
ENDS = ".,;:!?)"
IsName = Callable[[str, str, str], bool]
EDGES = ".,;:!?()[]{}\"'“”„‘’‚«»‹›…*|/"


class Difference(Struct, frozen=True):
    """What two captions give differently: `kind` number, date, weekday, side, name or spelling, and both wordings."""

    kind: str
    one: str
    other: str


def differences(one: str, other: str, language: str | None, words: Words) -> list[Difference]:
    """The differences between two captions as printed, in the order of the first."""
    one, other = one[:LONGEST], other[:LONGEST]
    if fold(one) == fold(other):
        return []
    found: list[Difference] = []
    of_nouns = any(capitalises_nouns(text, language, words.facts) for text in (one, other))
    is_name = partial(_is_name, language=language, given=words.given if of_nouns else None, words=words)
    for mine, theirs in _pairs(_sentences(one), _sentences(other)):
        said = [facts(text, language, words.facts) for text in (mine, theirs, other, one)]
        found += _facts(*said)
        if alike(fold(mine), fold(theirs)) >= SAME_BUT_FOR_A_NAME:
            found += _names(mine, theirs, (one, other), is_name, of_nouns)
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
    only = _without(mine.numbers - theirs.numbers, theirs.numbers, all_theirs.numbers)
    others = _without(theirs.numbers - mine.numbers, mine.numbers, all_mine.numbers)
    if only and others:
        yield Difference("number", only[0], others[0])


def _without(numbers: Iterable[str], theirs: Counter[str], all_theirs: Counter[str]) -> list[str]:
    """The numbers that the other sentence does not give in another form, nor the rest of the other caption at all."""
    elsewhere = all_theirs - theirs
    decades = list(filter(is_decade, theirs))
    return [n for n in numbers if n not in elsewhere and not _agrees(n, theirs, decades) and not _apart(n, theirs)]


def _agrees(number: str, theirs: Iterable[str], decades: Iterable[str]) -> bool:
    return any(agree(number, other) for other in (theirs if is_decade(number) else decades))


def _apart(number: str, theirs: Counter[str]) -> bool:
    """Whether 2014.2018, of 2014-2018, stands there in two: from 2014 to 2018."""
    parts = Counter(number.split("."))
    return len(parts) > 1 and all(theirs[part] >= count for part, count in parts.items())


def _compatible(one: Date, other: Date) -> bool:
    """Whether two dates can be the same day as far as both say; day and month of 5/6 in either order."""
    if one[0] and other[0] and one[0] != other[0]:
        return False
    if one[2] is None or other[2] is None:
        return one[1] == other[1]
    return sorted(one[1:], key=str) == sorted(other[1:], key=str)


def _date(date: Date) -> str:
    return "-".join(f"{part:02}" for part in date if part is not None)


def _names(mine: str, theirs: str, captions: tuple[str, str], is_name: IsName, of_nouns: bool) -> Iterator[Difference]:
    """Words with a capital that stand in each other's place: a name spelt differently, or another name."""
    one, other = mine.split(), theirs.split()
    folded = [[" ".join(words_of(word)) or word for word in sentence] for sentence in (one, other)]
    for tag, start, end, from_, to in _steps(*folded):
        if tag != "replace" or end - start > NAME or to - from_ > NAME:
            continue
        kind = _kind(_bare(one[start:end]), _bare(other[from_:to]))
        a, b = _name_around(one, start, end, kind), _name_around(other, from_, to, kind)
        if not (kind and a and b and is_name(kind, a, b)) or _both(a, b, captions) or _titled(a, b):
            continue
        title = _before_a_name(one, end) and (kind == "name" or of_nouns)
        if not title and not (start == 0 and _other_ending(one[0], other[from_])):
            yield Difference(kind, a, b)


def _before_a_name(said: Sequence[str], end: int) -> bool:
    """Whether a full name goes on from here: what stands before it is a title, in other words perhaps."""
    return _goes_on(said, end) and _goes_on(said, end + 1)


def _other_ending(one: str, other: str) -> bool:
    """Whether the first words of two sentences, capitals or not, are forms of one word: Demonstrantit, -ia, -en."""
    alike_for = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(fold(one), fold(other), strict=False)))
    return alike_for >= STEM and max(len(one), len(other)) - alike_for <= ENDING


def _is_name(kind: str, one: str, other: str, language: str | None, given: Set[str] | None, words: Words) -> bool:
    """Whether capitals tell a name here: two words of it, or one long enough where nouns have none.

    `given`: the given names, by which persons are told where every noun has a capital; else None.
    """
    said = [*one.split(), *other.split()]
    if any(any(map(str.isdigit, word)) or is_calendar_word(word, language, words.facts) for word in said):
        return False
    if " " not in one or " " not in other:
        return given is None and min(len(one), len(other)) >= NAME
    return given is None or kind == "spelling" or all(_has_given(name, given) for name in (one, other))


def _has_given(name: str, given: Set[str]) -> bool:
    return any(fold(word) in given for word in name.split())


def _titled(one: str, other: str) -> bool:
    """Whether both may be one person, once with title and surname ("Mr Dahl"), once with more ("Mayor Per Dahl")."""
    mine, theirs = words_of(one), words_of(other)
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
    mine, theirs = words_of(one), words_of(other)
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
    return f" {' '.join(words_of(text))} "
