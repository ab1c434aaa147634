"""A text into clauses of tagged words: what each word or phrase may do in a restriction, and where a thought ends."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise, zip_longest

from msgspec import Struct

from auditor.phrases import Worded
from auditor.restrictions import Sense
from auditor.rights.conditions.dates import Calendar, Moment
from auditor.words import Words

# One letter for what a word does, so that a restriction can be told by a pattern over letters.
LETTERS = {
    "no": "N",
    "forbidden": "F",
    "only": "Y",
    "out": "O",
    "except": "X",
    "use": "S",
    "place": "P",
    "within": "W",
    "after": "A",
    "until": "B",
    "before": "V",
    "expires": "Z",
    "embargo": "E",
    "naming": "C",
    "must": "M",
    "with": "H",
    "and": "J",
    "heading": "R",
    "apply": "Q",
    "note": "i",
    "unit": "U",
    "filler": "f",
    "quoting": "g",
}
DENIED, ALLOWED, BOTH, ALONE = "tabL"  # a thing that can be denied, allowed, either, or says all by itself
NUMBER, DATE, OPEN_DATE, QUOTED, COMMA, COLON = "KDdq,:"
NAME, WORD = "xw"  # what no table knows: with a capital, or in a script without, it may be a name
TIMED = frozenset("WABV")  # words that count only before a date or a number: "to" is mostly something else
JOINABLE = frozenset(("P", DENIED, ALLOWED, BOTH))
COMMAS = frozenset(",、，&/")
QUOTE = re.compile(r'["“„«「][^"“”„«»「」]{1,200}["”“»」]')
STRONG = re.compile(r"[.;/|()\[\]{}<>*+!?•·…。！？；（）【】\n]|\s[-–—]+\s|^[-–—]+\s|[–—]|--")
SHORTEST_NAME = 3  # letters; a shorter name of a country is an abbreviation, and has capitals


class Tag(Struct, frozen=True):
    """The words `first` up to `last` and the letter for what they do; `sense`, `moment` and `number` tell more of them.

    `shouted`: they are in capitals. `cased`: their script has capitals.
    """

    letter: str
    first: int
    last: int
    shouted: bool = False
    cased: bool = True
    sense: Sense | None = None
    moment: Moment | None = None
    number: int = 0


class Clause(Struct, frozen=True):
    """Words that belong together, as their tags and the string of the tags' letters.

    `shouted`: all of them are in capitals. `goes_on`: small letters go on behind them, "the UK ONLY lane".
    """

    tags: tuple[Tag, ...]
    letters: str
    shouted: bool
    goes_on: bool


def clauses(said: Worded, words: Words, calendar: Calendar) -> list[Clause]:
    """The clauses of a text in its order; each ends at a sign or where capitals begin or end."""
    tags = _timed(list(_tags(said, words, calendar)))
    groups = [_runs(said, group) for group in _by_signs(said, tags)]
    return [_clause(said, run, behind) for runs in groups for run, behind in zip_longest(runs, runs[1:])]


def _tags(said: Worded, words: Words, calendar: Calendar) -> Iterator[Tag]:
    quoted = [match.span() for match in QUOTE.finditer(said.text)]
    index, count = 0, len(said.words)
    while index < count:
        tag = _tag(said, index, words, calendar)
        if any(start < said.starts[index] < end for start, end in quoted):
            tag = _made(said, QUOTED, index, index + 1)
        yield tag
        index = tag.last


def _tag(said: Worded, index: int, words: Words, calendar: Calendar) -> Tag:
    """The longest phrase that begins at a word, or the date or number that it is."""
    if said.words[index][0].isdigit() or calendar.names(said, index):
        dated = calendar.moment(said, index)
        if dated:
            return _made(said, DATE if dated[1].day else OPEN_DATE, index, dated[0], moment=dated[1])
    for last, sense in words.restrictions.senses.at(said, index):
        if sense.part == "place" and not _names_place(said.written(index, last)):
            continue
        return _made(said, _letter(sense), index, last, sense=sense)
    if number := calendar.number(said.words[index]):
        return _made(said, NUMBER, index, index + 1, number=number)
    return _made(said, WORD if said.text[said.starts[index]].islower() else NAME, index, index + 1)


def _made(
    said: Worded,
    letter: str,
    first: int,
    last: int,
    *,
    sense: Sense | None = None,
    moment: Moment | None = None,
    number: int = 0,
) -> Tag:
    written = said.written(first, last)
    cased = any(c.isupper() or c.islower() for c in written)
    return Tag(letter, first, last, written.isupper(), cased, sense, moment, number)


def _letter(sense: Sense) -> str:
    if sense.thing is None:
        return LETTERS[sense.part]
    if sense.thing.denied and sense.thing.allowed:
        return BOTH
    return DENIED if sense.thing.denied else ALLOWED if sense.thing.allowed else ALONE


def _names_place(written: str) -> bool:
    """ "US" is a country, "us" is not."""
    return sum(map(str.isalpha, written)) > SHORTEST_NAME or written.isupper() or not written.isascii()


def _timed(tags: list[Tag]) -> list[Tag]:
    """The tags; words such as "to" and "after" that neither a date nor a number follows are fillers."""
    found: list[Tag] = []
    near = False
    for tag in reversed(tags):
        if tag.letter in TIMED and not near:
            tag = Tag("f", tag.first, tag.last, tag.shouted, tag.cased)
        near = tag.letter in (DATE, OPEN_DATE, NUMBER) or (near and tag.letter in "fWABV")
        found.append(tag)
    return found[::-1]


def _by_signs(said: Worded, tags: list[Tag]) -> Iterator[list[Tag]]:
    """The tags between signs that end a thought; a slash between two things or places of a list is none."""
    group: list[Tag] = []
    for tag in tags:
        if group and _is_strong(said, group[-1], tag):
            yield group
            group = []
        group.append(tag)
    if group:
        yield group


def _is_strong(said: Worded, before: Tag, tag: Tag) -> bool:
    gap = said.gap(tag.first)
    if before.letter == tag.letter == QUOTED or gap in ("", " ") or (gap == ". " and _is_abbreviated(said, before)):
        return False
    if before.letter == tag.letter and tag.letter in JOINABLE and gap.strip() == "/":
        return False
    return STRONG.search(gap) is not None


def _is_abbreviated(said: Worded, tag: Tag) -> bool:
    """ "U.S. OUT": its last full stop is its own."""
    return tag.letter == "P" and "." in said.written(tag.first, tag.last)


def _runs(said: Worded, group: list[Tag]) -> list[list[Tag]]:
    """The tags parted where two words or more in capitals begin or end."""
    runs: list[list[Tag]] = []
    was_shout = None
    for loud, some in groupby(group, lambda tag: tag.shouted or not tag.cased):
        tags = list(some)
        shout = loud and sum(_capitals(said, tag) for tag in tags) > 1
        if was_shout is False and not shout:
            runs[-1] += tags
        else:
            runs.append(tags)
        was_shout = shout
    return runs


def _capitals(said: Worded, tag: Tag) -> int:
    """How many words of two letters or more a tag in capitals has."""
    return sum(len(word) > 1 for word in said.words[tag.first : tag.last]) if tag.cased else 0


def _clause(said: Worded, group: list[Tag], behind: list[Tag] | None) -> Clause:
    tags = group[:1]
    for before, tag in pairwise(group):
        sign = _sign(said.gap(tag.first)) if not before.letter == tag.letter == QUOTED else ""
        tags += [Tag(sign, tag.first, tag.first, cased=False), tag] if sign else [tag]
    cased = [tag for tag in tags if tag.cased]
    shouted = bool(cased) and all(tag.shouted for tag in cased)
    goes_on = bool(behind) and said.text[said.starts[group[-1].last]].islower()
    return Clause(tuple(tags), "".join(tag.letter for tag in tags), shouted, goes_on)


def _sign(gap: str) -> str:
    """The comma or colon between two words, which ends no thought; a slash that stayed is a comma."""
    if COMMAS & set(gap):
        return COMMA
    return COLON if ":" in gap or "：" in gap else ""
