"""The constructions that restrictions have: patterns over the letters of a clause, and the conditions they make."""

import datetime
import re
from collections.abc import Callable, Iterable, Sequence
from typing import get_args

from msgspec import Struct

from auditor.restrictions import Meaning, Sense
from auditor.rights.conditions.clauses import Clause, Tag
from auditor.rights.shapes import Condition, Purpose, What

PURPOSES: tuple[Purpose, ...] = get_args(Purpose)
Made = tuple[Condition, ...]
Maker = Callable[[Sequence[Tag]], Made]


class Found(Struct, frozen=True):
    """A construction in a clause: the tags `start` up to `end`, and the conditions it makes.

    `loud`: in running text it counts only in capitals. `weak`: it counts only beside another one.
    """

    start: int
    end: int
    conditions: Made
    loud: bool = False
    weak: bool = False


class Construction(Struct, frozen=True):
    """A pattern over letters (clauses.LETTERS) and what its tags make; `loud` and `weak` as in Found."""

    pattern: re.Pattern[str]
    make: Maker
    loud: bool = False
    weak: bool = False


def _condition(what: What, **details: object) -> Condition:
    return Condition(what, "", "", **details)  # type: ignore[arg-type]


def _senses(tags: Iterable[Tag], part: str) -> list[Sense]:
    return [tag.sense for tag in tags if tag.sense and tag.sense.part == part]


def _meant(meaning: Meaning | None, uses: Iterable[str], bars: bool) -> Made:
    if meaning == "none":
        return ()
    if meaning == "use":
        named = set(uses)
        left = tuple(purpose for purpose in PURPOSES if (purpose in named) != bars)
        return (_condition("use", uses=left),)
    return (_condition(meaning or "not-understood"),)


def _denied(tags: Sequence[Tag]) -> Made:
    things = [s.thing for s in _senses(tags, "thing") if s.thing]
    return tuple(c for thing in things for c in _meant(thing.denied, thing.uses, True))


def _allowed(tags: Sequence[Tag]) -> Made:
    """What is left where only some things are allowed; several uses are allowed together."""
    things = [s.thing for s in _senses(tags, "thing") if s.thing and s.thing.allowed]
    uses = [use for thing in things if thing.allowed == "use" for use in thing.uses]
    others = tuple(c for thing in things if thing.allowed != "use" for c in _meant(thing.allowed, (), False))
    return (*others, *(_meant("use", uses, False) if uses else ()))


def _alone(tags: Sequence[Tag]) -> Made:
    things = [s.thing for s in _senses(tags, "thing") if s.thing and s.thing.alone]
    return tuple(c for thing in things for c in _meant(thing.alone, thing.uses, False))


def _codes(tags: Iterable[Tag]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for sense in _senses(tags, "place") for code in sense.codes))


def _barred(tags: Sequence[Tag]) -> Made:
    """Countries that are barred, for so long where that is told."""
    return (_condition("territory", barred=_codes(tags), days=_days(tags), until=_day(tags)),)


def _only_in(tags: Sequence[Tag]) -> Made:
    return (_condition("territory", only=_codes(tags)),)


def _days(tags: Sequence[Tag]) -> int | None:
    number = next((tag.number for tag in tags if tag.letter == "K"), 0)
    unit = next((sense.days for sense in _senses(tags, "unit")), 0)
    return number * unit or None


def _day(tags: Sequence[Tag]) -> datetime.date | None:
    return next((tag.moment.day for tag in tags if tag.moment), None)


def _within(tags: Sequence[Tag]) -> Made:
    """So many days after the story's date, or after the day that is told."""
    days = _days(tags)
    if any(tag.letter == "d" for tag in tags) or days is None:
        return (_condition("not-understood"),)
    if day := _day(tags):
        return (_condition("until", until=day + datetime.timedelta(days)),)
    return (_condition("until", days=days),)


def _denied_until(tags: Sequence[Tag]) -> Made:
    return (*_denied(tags), *_until(tags))


def _allowed_within(tags: Sequence[Tag]) -> Made:
    return (*_allowed(tags), *_within(tags))


def _until(tags: Sequence[Tag]) -> Made:
    day = _day(tags)
    return (_condition("until", until=day),) if day else (_condition("not-understood"),)


def _unclear(_: Sequence[Tag]) -> Made:
    return (_condition("not-understood"),)


def _embargo(tags: Sequence[Tag]) -> Made:
    start = next((tag.moment.iso() for tag in tags if tag.moment), None)
    return (_condition("embargo", start=start),) if start else (_condition("not-understood"),)


def _credit(tags: Sequence[Tag]) -> Made:
    return (_condition("mandatory-credit"),)


def _shape(pattern: str, make: Maker, *, loud: bool = False, weak: bool = False) -> Construction:
    for name, stands_for in NAMED.items():
        pattern = pattern.replace(name, stands_for)
    return Construction(re.compile(pattern), make, loud, weak)


# Each repeats over letters that cannot begin what follows it, so that no clause makes a pattern backtrack far.
NAMED = {
    "PLACES": "P(?:f*[J,][fJ]*P)*",
    "DENIABLE": "[tb](?:[fJ,SN]*[tb])*(?:f*S)?",
    "ALLOWABLE": "[ab](?:f*Jf*[ab])*(?:f*S)?",
    "SEVERAL": "[ab](?:[fJ]*[ab])*(?:f*S)?",
    "NAMES": "(?:[xqf:CJPKi]|[ab](?=[xfi]|$))*",
    "TIME": "f*Kf*U(?:[fJ]*A?f*[SDd])?",
}
# In the order in which they claim words: what is told surely before what might read otherwise.
CONSTRUCTIONS: tuple[Construction, ...] = (
    _shape("E[fiJBSVAN,:]*[Dd]", _embargo),
    _shape("N[fSJtb]*V[f:]*[Dd]|N[fS]*B[f:]*[Dd]", _embargo),
    _shape("N[fS]*[tb][fS]*B[f:]*[Dd]|PLACES[fS]*[tb][fS]*Of*Bf*[Dd]", _unclear),
    _shape("[NF][fS]*DENIABLEf*Af*[Dd]", _denied_until),
    _shape("PLACESf*[OX](?:f*Y|W?TIME|f*Bf*D)?", _barred, loud=True),
    _shape("X[fS]*PLACES(?:f*Y)?|O:PLACES|PLACES[fS]*F", _barred, loud=True),
    _shape("(?:Mf*C|Cf*M|Y[fHS]*C|Hf*C)NAMES", _credit),
    _shape("[NF][fS]*Af*Kf*U", _within),
    _shape("[NF][fS]*Af*[Dd]", _until),
    _shape("(?:Yf*)?[ZB][f:]*[Dd](?:f*Y)?", _until, weak=True),
    _shape("[ab]f*Xf*(?:Sf*)?F", _allowed),
    _shape("ALLOWABLEf*Wf*TIMEf*Y", _allowed_within),
    _shape("Y[fS:]*SEVERAL(?:f*Y)?|(?:Sf*)?ALLOWABLEf*Y", _allowed),
    _shape("(?:Y[fS]*|Sf*)(?:Wf*)?TIME(?:f*S)?(?:f*Y)?|Wf*TIMEf*(?:Sf*)?Y", _within),
    _shape("Wf*TIME(?:f*S)?", _within, weak=True),
    _shape("Kf*Uf*Sf*Y", _within),
    _shape("[NF][fNSJ:]*(?:DENIABLE)?[fSJ]*PLACES(?![fSJ,]*[tbP])", _barred, loud=True),
    _shape("[NF][fNSJ:]*DENIABLE(?:f*[FO])?", _denied),
    _shape("(?<!P)(?:Sf*)?DENIABLEf*[FO]", _denied),
    _shape("Y[fS:]*PLACES", _only_in, loud=True),
    _shape("PLACES[fS,]*Y", _only_in, loud=True),
    _shape("[ab]f*S|Sf*[ab]", _alone),
    _shape("L", _alone),
)
REPORTING = re.compile("[ab][fSxwJ,]*Y$")  # "for use in connection with reporting on the festival only"


def constructions(clause: Clause, scoped: bool) -> list[Found]:
    """The constructions of a clause in its order; `scoped`: what is allowed may be narrowed by words nobody knows."""
    letters = clause.letters
    found: list[Found] = []
    for construction in CONSTRUCTIONS:
        for match in construction.pattern.finditer(letters):
            start, end = match.span()
            made = construction.make(clause.tags[start:end])
            if made:
                found.append(Found(start, end, made, construction.loud, construction.weak))
                letters = f"{letters[:start]}{'_' * (end - start)}{letters[end:]}"
    narrowed = REPORTING.search(letters) if scoped else None
    if narrowed and (made := _allowed(clause.tags[narrowed.start() : narrowed.end()])):
        found.append(Found(*narrowed.span(), made))
    return sorted(found, key=lambda one: one.start)


def leftover(clause: Clause, found: Iterable[Found]) -> str:
    """The letters of a clause that no construction has claimed; blanks stand for the others."""
    letters = list(clause.letters)
    for one in found:
        letters[one.start : one.end] = " " * (one.end - one.start)
    return "".join(letters)
