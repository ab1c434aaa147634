"""What restrictions are made of, `rules/restrictions.toml`, and countries by their names, `rules/territories.toml`."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal, TypeVar

from msgspec import Struct

from auditor.phrases import Phrases, fold_word
from auditor.tables import read_toml, to_record

T = TypeVar("T")
Part = Literal[
    "no",
    "forbidden",
    "only",
    "out",
    "except",
    "use",
    "within",
    "after",
    "until",
    "before",
    "expires",
    "embargo",
    "naming",
    "must",
    "with",
    "and",
    "heading",
    "apply",
    "note",
    "quoting",
    "filler",
]
# What every construction of a restriction, and every other sign of one, has one of; or a thing that says all by itself.
TELLING = frozenset({"no", "forbidden", "only", "out", "except", "use", "expires", "embargo", "apply", "heading"})
TIMED = frozenset({"within", "until"})  # or one of these, which count only before a date or a number: "to" is common
NAMING = "naming"  # words for the credit, which stand before most credits, are part of one only beside BINDING
BINDING = frozenset({"must", "with"})
Sign = Literal["telling", "timed", "naming", "binding"]
Meaning = Literal["no-sales", "no-archive", "editorial-only", "one-time", "use", "not-understood", "none"]
Bound = Literal["until", "no-archive", "no-sales", "editorial-only", "one-time"]


class _Row(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True, kw_only=True):
    texts: tuple[str, ...]


class Thing(_Row, frozen=True):
    """What may be denied or allowed, and what each means; `uses` are those that a denial bars, an "only" leaves."""

    denied: Meaning | None = None
    allowed: Meaning | None = None
    alone: Meaning | None = None
    uses: tuple[str, ...] = ()


class Word(_Row, frozen=True):
    part: Part


class Unit(_Row, frozen=True):
    days: int


class Zone(_Row, frozen=True):
    minutes: int


class Half(_Row, frozen=True):
    """Words for the halves of a day, and the hours that they add."""

    hours: int


class Clock(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """Small words inside a date with its time, and words for the hour behind its number, with blanks between them."""

    inside_dates: str = ""
    hours: str = ""


class Code(_Row, frozen=True):
    """A code in a credit line, in capitals, and the conditions that it stands for; `note` explains it to editors."""

    note: str
    conditions: tuple[Bound, ...]
    days: int | None = None


class Territory(_Row, frozen=True):
    code: str


class Region(_Row, frozen=True):
    codes: tuple[str, ...]


class RestrictionsFile(Struct, frozen=True, forbid_unknown_fields=True):
    thing: tuple[Thing, ...] = ()
    word: tuple[Word, ...] = ()
    unit: tuple[Unit, ...] = ()
    zone: tuple[Zone, ...] = ()
    half: tuple[Half, ...] = ()
    clock: Clock = Clock()
    code: tuple[Code, ...] = ()


class TerritoriesFile(Struct, frozen=True, forbid_unknown_fields=True):
    territory: tuple[Territory, ...] = ()
    region: tuple[Region, ...] = ()


class Sense(Struct, frozen=True):
    """What a phrase does in a restriction; "thing", "place" and "unit" beside the parts of the table.

    `codes` are countries (ISO 3166-1 alpha-2), `days` those of a unit of time.
    """

    part: Part | Literal["thing", "place", "unit"]
    thing: Thing | None = None
    codes: tuple[str, ...] = ()
    days: int = 0


class Restrictions(Struct, frozen=True):
    """The tables ready for look-up; of several senses of a phrase the first in the file counts, a country before all.

    `signs` are the phrases of which every condition has a telling one, a timed one with a date or a number, or one for
    the naming and one that binds. `zones` are minutes from UTC, `halves` hours to add; `inside_dates` and `hours` are
    folded words.
    """

    senses: Phrases[Sense]
    signs: Phrases[Sign]
    zones: Phrases[int]
    halves: Phrases[int]
    codes: Phrases[Code]
    inside_dates: frozenset[str]
    hours: frozenset[str]


def load(restrictions: Sequence[Path], territories: Sequence[Path]) -> Restrictions:
    """The tables of all files in one; later files add to earlier ones. Raises RuleFileError."""
    places = [to_record(read_toml(path), TerritoriesFile, path) for path in territories]
    files = [to_record(read_toml(path), RestrictionsFile, path) for path in restrictions]
    senses = [(row.texts, sense) for row, sense in (*_places(places), *_senses(files))]
    return Restrictions(
        senses=_phrases(senses),
        signs=_phrases((texts, sign) for texts, sense in senses if (sign := _sign(sense))),
        zones=_phrases((row.texts, row.minutes) for file in files for row in file.zone),
        halves=_phrases((row.texts, row.hours) for file in files for row in file.half),
        codes=_phrases((row.texts, row) for file in files for row in file.code),
        inside_dates=frozenset(fold_word(word) for file in files for word in file.clock.inside_dates.split()),
        hours=frozenset(fold_word(word) for file in files for word in file.clock.hours.split()),
    )


def _places(files: Iterable[TerritoriesFile]) -> Iterator[tuple[_Row, Sense]]:
    for file in files:
        yield from ((row, Sense("place", codes=row.codes)) for row in file.region)
        yield from ((row, Sense("place", codes=(row.code,))) for row in file.territory)


def _senses(files: Iterable[RestrictionsFile]) -> Iterator[tuple[_Row, Sense]]:
    for file in files:
        yield from ((thing, Sense("thing", thing=thing)) for thing in file.thing)
        yield from ((word, Sense(word.part)) for word in file.word)
        yield from ((unit, Sense("unit", days=unit.days)) for unit in file.unit)


def _sign(sense: Sense) -> Sign | None:
    """What of a condition a phrase shows; None for those that show none."""
    if sense.part in TELLING or (sense.thing is not None and sense.thing.alone is not None):
        return "telling"
    if sense.part in TIMED:
        return "timed"
    return "naming" if sense.part == NAMING else "binding" if sense.part in BINDING else None


def _phrases(rows: Iterable[tuple[tuple[str, ...], T]]) -> Phrases[T]:
    found: Phrases[T] = Phrases()
    for texts, value in rows:
        for text in texts:
            found.add(text, value)
    return found
