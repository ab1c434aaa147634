"""Which constructions of a text are conditions: told by capitals, by a clause of their own, and by what stands before.

"NO SALES" at the end of a caption is one, "No sales were reported" is none, and "a sign reading NO SALES" neither.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from auditor.phrases import Worded
from auditor.rights.conditions.clauses import Clause, Tag, clauses
from auditor.rights.conditions.dates import Calendar
from auditor.rights.conditions.grammar import Found, constructions, leftover
from auditor.rights.shapes import Condition, What
from auditor.words import Words

NEUTRAL = frozenset("fSJRiH,: ")  # letters that may stand beside a construction and say nothing of their own
OPENING, CLOSING = frozenset('"“„«'), tuple('"”“»')
UNKNOWN, USES = frozenset("xw"), frozenset("Stab")
SIGNS = re.compile("[NFYOEXZ]")  # letters that only restrictions have reason to be full of
ANNOUNCES = frozenset("QE")
BEGINS = re.compile("[fRi:, ]*[NFY]")
ENDS_OUT = re.compile(".+O")
NOT_KNOWN: What = "not-understood"


class _Text(Struct):
    """A text while its clauses are read: `open` once one of them was a restriction, or a heading announced them.

    `free`: it is no caption, and whatever can be a condition is one. `shouted`: all of it is in capitals, so that
    capitals tell nothing.
    """

    open: bool
    free: bool
    credit: bool
    shouted: bool


class _Stretch(Struct, frozen=True):
    """Conditions and the words that make them, from `first` up to `last`."""

    first: int
    last: int
    conditions: tuple[Condition, ...]


def evident(
    printed: str, said: Worded, words: Words, *, language: str | None, day: datetime.date | None, where: str
) -> Iterator[Condition]:
    """The conditions of a text in its order, without `where`; `said` are its words, one at each word's place."""
    credit, free = where.endswith("credit line"), not where.endswith(("caption", "credit line"))
    parts = clauses(said, words, Calendar(words, language, day))
    text = _Text(free, free, credit, all(part.shouted for part in parts))
    stretches = [stretch for before, part in _with_last(parts) for stretch in _read(text, part, before)]
    for stretch in _merged([*stretches, *_only_announced(text, parts, stretches)]):
        written = _written(printed, said, stretch)
        yield from (replace(condition, words=written) for condition in stretch.conditions)


def _written(printed: str, said: Worded, stretch: _Stretch) -> str:
    """The words of a stretch, with the sign that closes a quotation in them."""
    end = said.ends[stretch.last - 1]
    written = printed[said.starts[stretch.first] : end]
    closing = printed[end : end + 1]
    return written + closing if closing in CLOSING and OPENING & set(written) else written


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
    counted = [one for one in found if text.free or _counts(one, clause, text)]
    told = _in_place(text, clause, counted, rest, before)
    if not text.open and all(one.weak for one in told):
        told = []
    open_dates = [one for one in told if one.weak and _is_about_something_else(clause, rest)]
    stretches = [_stretch(one, clause) for one in told if one not in open_dates]
    if open_dates or _looks_like_one(text, clause, rest, bool(told)):
        stretches.append(_whole(clause))
    text.open = text.open or bool(stretches)
    return stretches


def _counts(one: Found, clause: Clause, text: _Text) -> bool:
    """Is a construction shouted that must be? A country's name need not be: "Norway OUT"; nor one alone in a credit."""
    tags = clause.tags[one.start : one.end]
    alone = text.credit and len(tags) == len(clause.tags)
    return not one.loud or alone or all(tag.shouted or not tag.cased for tag in tags if tag.letter not in "Pf,")


def _in_place(text: _Text, clause: Clause, told: list[Found], rest: str, before: Tag | None) -> list[Found]:
    """Those that stand where a restriction does: in a clause of nothing else, or behind all else in capitals."""
    if text.free or not told:
        return told
    if clause.goes_on:
        return []
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
    if not SIGNS.search(rest) or _is_lone(clause):
        return False
    if text.free:
        return True
    if clause.shouted and not told and (text.credit or not text.shouted):
        return text.open or (text.credit and (ENDS_OUT.fullmatch(clause.letters) is not None or "E" in rest))
    return text.open and BEGINS.match(rest) is not None and (clause.shouted or bool(set(rest) & USES))


def _is_about_something_else(clause: Clause, rest: str) -> bool:
    """May a date be that of what no table knows? Not where the clause speaks of a use: "Usage for the show until …"."""
    return bool(set(rest) & UNKNOWN) and not set(clause.letters) & (USES | {"Y"})


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
    for stretch in sorted(stretches, key=lambda stretch: stretch.first):
        last = found[-1] if found else None
        if last and _is_dark(last) and _is_dark(stretch) and stretch.first <= last.last + 1:
            found[-1] = _Stretch(last.first, max(last.last, stretch.last), last.conditions)
        else:
            found.append(stretch)
    return found


def _is_dark(stretch: _Stretch) -> bool:
    return all(condition.what == NOT_KNOWN for condition in stretch.conditions)


def _only_announced(text: _Text, parts: Iterable[Clause], told: Iterable[_Stretch]) -> list[_Stretch]:
    """Clauses that only say that there is a restriction, such as "RESTRICTIONS APPLY", where nothing says which."""
    stated = {condition.what for stretch in told for condition in stretch.conditions}
    lone = [part for part in parts if _is_lone(part) and (text.free or part.shouted)]
    return [_whole(part) for part in lone if not (stated if "Q" in part.letters else "embargo" in stated)]


def _is_lone(clause: Clause) -> bool:
    letters = set(clause.letters)
    return bool(ANNOUNCES & letters) and letters <= NEUTRAL | ANNOUNCES
