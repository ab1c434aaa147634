"""Which constructions of a text are conditions: told by capitals, by a clause of their own, and by what stands before.

"NO SALES" at the end of a caption is one, "No sales were reported" is none, and "a sign reading NO SALES" neither.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from auditor.phrases import Worded
from auditor.rights.conditions_clauses import Clause, Tag, clauses
from auditor.rights.conditions_dates import Calendar
from auditor.rights.conditions_grammar import Found, constructions, leftover
from auditor.rights.shapes import Condition, What
from auditor.words import Words

NEUTRAL = frozenset("fSJRiH,: ")  # letters that may stand beside a construction and say nothing of their own
OPENING, CLOSING = frozenset('"“„«'), tuple('"”“»')
UNKNOWN = frozenset("xw")
SIGNS = re.compile("[NFYOEXZ]")  # letters that only restrictions have reason to be full of
BEGINS = re.compile("[fRi:, ]*[NFY]")
ENDS_OUT = re.compile(".+O")
NOT_KNOWN: What = "not-understood"


class _Text(Struct):
    """A text while its clauses are read: `open` once one of them was a restriction, or a heading announced them."""

    said: Worded
    open: bool
    free: bool
    """No caption: whatever says a condition says one."""
    credit: bool
    shouted: bool
    """All of it is in capitals, so that capitals tell nothing."""


class _Stretch(Struct, frozen=True):
    """Conditions and the words that make them, from `first` up to `last`."""

    first: int
    last: int
    conditions: tuple[Condition, ...]


def evident(
    said: Worded, words: Words, *, language: str | None, day: datetime.date | None, where: str
) -> Iterator[Condition]:
    """The conditions of a text in its order, without `where`."""
    credit, free = where.endswith("credit line"), not where.endswith(("caption", "credit line"))
    if credit:
        yield from _codes(said, words)
    if not _may_state(said, words):
        return
    parts = clauses(said, words, Calendar(words, language, day))
    text = _Text(said, free, free, credit, all(part.shouted for part in parts))
    stretches = [stretch for before, part in _with_last(parts) for stretch in _read(text, part, before)]
    for stretch in _merged(stretches) or _said_to_apply(text, parts):
        written = _written(said, stretch)
        yield from (replace(condition, words=written) for condition in stretch.conditions)


def _written(said: Worded, stretch: _Stretch) -> str:
    """The words of a stretch, with the sign that closes a quotation in them."""
    end = said.ends[stretch.last - 1]
    written = said.written(stretch.first, stretch.last)
    closing = said.text[end : end + 1]
    return written + closing if closing in CLOSING and OPENING & set(written) else written


def _may_state(said: Worded, words: Words) -> bool:
    """Is there a word that some condition cannot do without? Most captions have none, and need not be cut up."""
    telling = words.restrictions.telling
    return any(True for index in telling.beginnings(said) for _ in telling.at(said, index))


def _with_last(parts: Sequence[Clause]) -> Iterator[tuple[Tag | None, Clause]]:
    """Each clause with the last tag before it."""
    before = None
    for part in parts:
        yield before, part
        before = part.tags[-1]


def _read(text: _Text, clause: Clause, before: Tag | None) -> list[_Stretch]:
    """What a clause says; one that says something opens the text for those behind it."""
    text.open = text.open or _is_heading(clause)
    found = constructions(clause, scoped=text.open)
    rest = leftover(clause, found)
    told = [one for one in found if text.free or _counts(one, clause)]
    told = _in_place(text, clause, told, rest, before)
    if not text.open and all(one.weak for one in told):
        told = []
    open_dates = [one for one in told if one.weak and set(rest) & UNKNOWN]
    stretches = [_stretch(one, clause) for one in told if one not in open_dates]
    if open_dates or _looks_like_one(text, clause, rest, bool(told)):
        stretches.append(_whole(clause))
    text.open = text.open or bool(stretches)
    return stretches


def _counts(one: Found, clause: Clause) -> bool:
    """Is a construction that must be shouted in capitals? A country's name need not be: "Norway OUT"."""
    tags = clause.tags[one.start : one.end]
    return not one.loud or all(tag.shouted or not tag.cased for tag in tags if tag.letter not in "Pf,")


def _in_place(text: _Text, clause: Clause, told: list[Found], rest: str, before: Tag | None) -> list[Found]:
    """Those that stand where a restriction does: in a clause of nothing else, or behind all else in capitals."""
    if text.free or not told:
        return told
    plain = "".join(" " if letter in NEUTRAL else letter for letter in rest)
    begins = len(plain.rstrip()) if (clause.shouted and (text.credit or not text.shouted)) else 0
    if plain.strip() and not clause.shouted:
        return told if text.open and not plain[: told[0].start].strip() else []
    if plain.strip() and not begins:
        return []
    kept = [one for one in told if one.start >= begins]
    return kept if kept and not _is_quoted(clause, kept[0], before) else []


def _is_quoted(clause: Clause, first: Found, before: Tag | None) -> bool:
    """Is it what a sign says: "protesters with a banner reading TURKEY OUT"?"""
    tag = next((tag for tag in reversed(clause.tags[: first.start]) if tag.letter != ":"), before)
    return tag is not None and tag.letter == "g"


def _looks_like_one(text: _Text, clause: Clause, rest: str, told: bool) -> bool:
    """Is there something like a restriction in the words that no construction has claimed?"""
    if not SIGNS.search(rest):
        return False
    if text.free:
        return True
    if clause.shouted and text.credit and not told:
        return ENDS_OUT.fullmatch(clause.letters) is not None or "E" in rest or (text.open and bool(BEGINS.match(rest)))
    return text.open and BEGINS.match(rest) is not None and (clause.shouted or bool(set(rest) & set("Stab")))


def _is_heading(clause: Clause) -> bool:
    """Does a clause announce restrictions: "ATTENTION EDITORS", "ACHTUNG:"?"""
    return clause.letters.startswith("R") and (clause.letters in ("R", "R:") or clause.letters.startswith("R:"))


def _stretch(one: Found, clause: Clause) -> _Stretch:
    return _Stretch(clause.tags[one.start].first, clause.tags[one.end - 1].last, one.conditions)


def _whole(clause: Clause) -> _Stretch:
    return _Stretch(clause.tags[0].first, clause.tags[-1].last, (Condition(NOT_KNOWN, "", ""),))


def _merged(stretches: Iterable[_Stretch]) -> list[_Stretch]:
    """The stretches in order; neighbours that nobody understands are one."""
    found: list[_Stretch] = []
    for stretch in stretches:
        last = found[-1] if found else None
        if last and _is_dark(last) and _is_dark(stretch) and stretch.first <= last.last + 1:
            found[-1] = _Stretch(last.first, max(last.last, stretch.last), last.conditions)
        else:
            found.append(stretch)
    return found


def _is_dark(stretch: _Stretch) -> bool:
    return all(condition.what == NOT_KNOWN for condition in stretch.conditions)


def _said_to_apply(text: _Text, parts: Iterable[Clause]) -> list[_Stretch]:
    """ "RESTRICTIONS APPLY", where nothing says which."""
    told = (part for part in parts if "Q" in part.letters and (text.free or part.shouted))
    return [_whole(part) for part in told if set(part.letters) <= {*NEUTRAL, "Q"} or text.free][:1]


def _codes(said: Worded, words: Words) -> Iterator[Condition]:
    """What a code of supply metadata stands for: HONS."""
    for index in range(len(said.words)):
        for last, code in words.restrictions.codes.at(said, index):
            if said.written(index, last).isupper():
                for what in code.conditions:
                    days = code.days if what == "until" else None
                    yield Condition(what, said.written(index, last), "", days=days)
