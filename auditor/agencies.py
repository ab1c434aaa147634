"""The agency table: load, merge, refuse a contested alias, look up, order a chain."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from auditor.errors import RuleFileError, nearest
from auditor.phrases import Key, Phrases, Worded, key_of, worded
from auditor.spelling import Spelling, bare
from auditor.tables import read_toml, to_record
from auditor.text import fold, letters_only

AgencyKind = Literal["news agency", "picture agency", "stock library", "distributor", "platform"]
SHORT = 4  # letters; up to here capitals tell an agency from a word
HOUSE = 8  # letters at the beginning of names by which firms of one house are told: Getty Images, Getty Images Korea
LONGEST_CHAIN = 24  # agencies; no real credit line names more, and ordering compares each with each
MANY = 5  # spellings or distributors of an agency that everybody knows
LIKE = 80  # of 100: a guess at what an unknown name was meant to be must be a good one


class Agency(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True, gc=False):
    """One row of the table. `sold_by` names who distributes its pictures; `country` is an ISO 3166 code.

    `editorial`: a stock library that sells news pictures too, so that its name alone does not make a picture stock.
    `partners`: it passes on what other agencies make, so that an unknown firm beside it is likely one.
    `world`: national agencies everywhere pass on its pictures, and it theirs.
    `signs_first`: in its own credits it stands before the photographer ("REUTERS/Name").
    """

    name: str
    kind: AgencyKind | None = None
    full_name: str | None = None
    country: str | None = None
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()
    sold_by: tuple[str, ...] = ()
    note: str | None = None
    checked: bool = True
    editorial: bool = False
    partners: bool = False
    world: bool = False
    signs_first: bool = False

    @property
    def has_pictures_only(self) -> bool:
        """Does it give pictures and no texts, so that what it is named for is a picture?"""
        return self.kind in ("picture agency", "stock library", "distributor")


class Meaning(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """When a contested alias means `agency` ("" for no agency): any of the listed contexts speaks for it."""

    agency: str
    languages: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()


class Homonym(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """An alias that several parties go by. `otherwise` is its agency without any context, "" for none."""

    alias: str
    means: tuple[Meaning, ...]
    otherwise: str = ""


class AgencyFile(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """The shape of an `agencies.toml`."""

    agency: tuple[Agency, ...] = ()
    homonym: tuple[Homonym, ...] = ()


class Mention(Struct, frozen=True):
    """An agency named in a text: text[start:end]."""

    start: int
    end: int
    text: str
    agency: Agency
    misspelt: bool = False


class Hints(Struct, frozen=True):
    """What is known of the place a text comes from: BCP 47 language, publisher's name."""

    language: str | None = None
    publisher: str | None = None


class _Alias(Struct, frozen=True, gc=False):
    """One way to write an agency's name; `exact` where capitals count."""

    written: str
    agency: str
    misspelt: bool
    exact: bool
    homonym: Homonym | None


class Agencies:
    """All agencies known to one run."""

    def __init__(self, agencies: Iterable[Agency], homonyms: Iterable[Homonym] = ()) -> None:
        self.by_name = {agency.name: agency for agency in agencies}
        self._homonyms = {key_of(homonym.alias): homonym for homonym in homonyms}
        self._phrases: Phrases[_Alias] = Phrases()
        self._by_alias: dict[Key, str] = {}
        for agency in self.by_name.values():
            for written, misspelt in _names(agency):
                self._enter(written, agency.name, misspelt)
        for homonym in self._homonyms.values():
            self._enter(homonym.alias, homonym.otherwise or homonym.means[0].agency, False)

    @classmethod
    def load(cls, paths: Sequence[Path]) -> "Agencies":
        """Reads and merges agency files; later ones add agencies, or aliases to a known name.

        Raises RuleFileError with file and line for a wrong field, a name that no row explains, and a contested alias.
        """
        merged: dict[str, Agency] = {}
        homonyms: dict[Key, Homonym] = {}
        homes: dict[str, Path] = {}
        files = [to_record(read_toml(path), AgencyFile, path) for path in paths]
        for path, file in zip(paths, files, strict=True):
            for row in file.agency:
                merged[row.name] = _merge(merged.get(row.name), row, path)
                homes[row.name] = path
            homonyms.update({key_of(homonym.alias): homonym for homonym in file.homonym})
        _refuse_contested(merged, homonyms, homes)
        for path, file in zip(paths, files, strict=True):
            _refuse_unknown(merged, file, path)
        return cls(merged.values(), homonyms.values())

    def get(self, alias: str) -> Agency | None:
        """The agency that goes by this name or alias in any case; None for an alias that needs a context."""
        key = key_of(alias)
        if key in self._homonyms:
            return self.by_name.get(self._homonyms[key].otherwise)
        name = self._by_alias.get(key)
        return self.by_name[name] if name else None

    def beginning(self, text: str) -> Agency | None:
        """The agency whose name begins with a text that was cut off in it; None where names of several firms do."""
        head = bare(text)
        names = {plain: name for plain, name in self._bare_names.items() if head and plain.startswith(head)}
        best = min(names, key=len, default="")
        one_house = all(name.startswith(best[:HOUSE]) for name in names)
        return self.by_name[names[best]] if names and one_house and best != head else None

    @cached_property
    def _bare_names(self) -> dict[str, str]:
        return {bare(name): name for name in self.by_name}

    def misspelt(self, text: str) -> Agency | None:
        """The well-known agency that a text is, but for one slip."""
        meant = self._spelling.meant(text)
        return self.get(meant) if meant else None

    @cached_property
    def _spelling(self) -> Spelling:
        """The names of agencies that are printed so often that a slip is likelier than another firm."""
        known = (a for a in self.by_name.values() if a.misspellings or len(a.aliases) >= MANY or len(a.sold_by) >= MANY)
        return Spelling(name for agency in known for name, misspelt in _names(agency) if not misspelt)

    def mentions(self, text: str, language: str | None = None, publisher: str | None = None) -> list[Mention]:
        """The agencies named in a text, left to right, longest alias first, whole words only, none inside another.

        Short aliases count only in the capitals in which the table lists them, or all in capitals.
        """
        said = worded(text)
        hints = Hints(language, publisher)
        return [
            Mention(said.starts[first], said.ends[last - 1], said.written(first, last), agency, misspelt)
            for first, last, agency, misspelt in self.found(said, hints)
        ]

    def found(self, said: Worded, hints: Hints) -> list[tuple[int, int, Agency, bool]]:
        """As `mentions`, for a text already cut into words: (first word, index after the last, agency, misspelt)."""
        result: list[tuple[int, int, Agency, bool]] = []
        end = 0
        for index in self._phrases.beginnings(said):
            hit = self.found_at(said, index, hints) if index >= end else None
            if hit:
                result.append(hit)
                end = hit[1]
        return result

    def found_at(self, said: Worded, index: int, hints: Hints) -> tuple[int, int, Agency, bool] | None:
        """The agency whose longest alias begins at word `index`, in the shape of `found`."""
        for last, alias in self._phrases.at(said, index):
            if alias.exact and not _same_capitals(said.written(index, last), alias.written):
                continue
            agency = self._meant(alias, said, hints)
            if agency:
                return index, last, agency, alias.misspelt
        return None

    def _meant(self, alias: _Alias, said: Worded, hints: Hints) -> Agency | None:
        if alias.homonym is None:
            return self.by_name[alias.agency]
        return self.by_name.get(_settle(alias.homonym, frozenset(said.words), hints))

    def sells(self, distributor: str, source: str) -> bool:
        """Whether `distributor` is known to resell pictures of `source` (canonical names)."""
        agency = self.by_name.get(source)
        return agency is not None and distributor in agency.sold_by

    def order(self, names: Sequence[str]) -> list[str]:
        """The chain from the photographer outwards: nobody stands before someone whose pictures they resell.

        Where the table says nothing, or both resell each other, the given order stays.
        """
        left, ordered = list(names[:LONGEST_CHAIN]), []
        while len(left) > 1:
            first = next((name for name in left if not self._waits(name, left)), left[0])
            left.remove(first)
            ordered.append(first)
        return [*ordered, *left, *names[LONGEST_CHAIN:]]

    def _waits(self, name: str, others: list[str]) -> bool:
        return any(self.outer(name, other) for other in others if other != name)

    def outer(self, one: str, other: str) -> bool:
        """Whether `one` stands further from the photographer than `other`: it sells it, or such firms' pictures."""
        sells, sold = self.sells(one, other), self.sells(other, one)
        if sells or sold:
            return sells and not sold
        return self._kind(one) == "distributor" and self._kind(other) in ("picture agency", "stock library")

    def _kind(self, name: str) -> str | None:
        return self.named(name).kind

    def named(self, name: str) -> Agency:
        """The agency of this canonical name; one that the table lacks is taken for a small picture agency."""
        return self.by_name.get(name) or Agency(name, "picture agency")

    def nearest(self, name: str) -> str:
        """' (did you mean "x"?)' for the known name nearest to an unknown one, or an empty string."""
        return nearest(name, [*self.by_name, *(a for agency in self.by_name.values() for a in agency.aliases)], LIKE)

    def _enter(self, written: str, name: str, misspelt: bool) -> None:
        key = key_of(written)
        if not key[0] or (misspelt and key in self._by_alias):
            return  # a difference of case only is an alias, not a spelling mistake
        if key not in self._homonyms:
            self._by_alias[key] = name
        self._phrases.add(written, _Alias(written, name, misspelt, _is_short(written), self._homonyms.get(key)))


def _names(agency: Agency) -> list[tuple[str, bool]]:
    right = [agency.name, *([agency.full_name] if agency.full_name else []), *agency.aliases]
    return [(written, False) for written in right] + [(written, True) for written in agency.misspellings]


def _is_short(alias: str) -> bool:
    return sum(map(str.isalpha, alias)) <= SHORT and alias.lower() != alias.upper()


@lru_cache(maxsize=8192)
def _same_capitals(text: str, alias: str) -> bool:
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)  # "ＡＰ" is AP
    said, wanted = letters_only(plain), letters_only(alias)
    return said in (wanted, wanted.upper())


def _settle(homonym: Homonym, words: frozenset[str], hints: Hints) -> str:
    """The agency for which most of the context speaks; a tie goes to the first listed."""
    best, most = homonym.otherwise, 0
    for meaning in homonym.means:
        speaks = _speaks(meaning, words, hints)
        if speaks > most:
            best, most = meaning.agency, speaks
    return best


def _speaks(meaning: Meaning, words: frozenset[str], hints: Hints) -> int:
    language, _, country = (hints.language or "").partition("-")
    beside = any(words.issuperset(key_of(phrase)[0]) for phrase in meaning.beside)
    publisher = fold(hints.publisher or "") in {fold(name) for name in meaning.publishers} if hints.publisher else False
    return 4 * publisher + 4 * beside + 2 * (country.upper() in meaning.countries) + (language in meaning.languages)


def _merge(known: Agency | None, row: Agency, path: Path) -> Agency:
    if known is None:
        if row.kind is None:
            raise RuleFileError(f'{_at(path, row.name)}: agency "{row.name}" is new and needs a kind.')
        return row
    said: dict[str, Any] = {
        "aliases": known.aliases + row.aliases,
        "misspellings": known.misspellings + row.misspellings,
        "sold_by": known.sold_by + row.sold_by,
    }
    for field in ("kind", "full_name", "country", "parent", "note", "editorial", "partners", "world"):
        said[field] = getattr(row, field) or getattr(known, field)
    return msgspec.structs.replace(known, **said)


def _refuse_contested(agencies: dict[str, Agency], homonyms: dict[Key, Homonym], homes: dict[str, Path]) -> None:
    claimed: dict[Key, str] = {}
    for agency in agencies.values():
        for written, _ in _names(agency):
            key = key_of(written)
            other = claimed.setdefault(key, agency.name)
            if other != agency.name and key not in homonyms:
                where = _at(homes[agency.name], written)
                raise RuleFileError(
                    f'{where}: "{written}" is claimed by both "{other}" and "{agency.name}"; '
                    "take it from one of them, or add a [[homonym]] row that says when it means which."
                )


def _refuse_unknown(agencies: dict[str, Agency], file: AgencyFile, path: Path) -> None:
    named = [name for row in file.agency for name in row.sold_by]
    named += [meaning.agency for row in file.homonym for meaning in row.means if meaning.agency]
    named += [row.otherwise for row in file.homonym if row.otherwise]
    for name in named:
        if name not in agencies:
            hint = nearest(name, agencies)
            raise RuleFileError(f'{_at(path, name)}: no agency is named "{name}"{hint}.')


def _at(path: Path, text: str) -> str:
    """file:line of the last quoted mention of a text in a file (a contest is always with an earlier row)."""
    lines = path.read_text("utf-8-sig").splitlines()
    found = [number for number, line in enumerate(lines, 1) if f'"{text}"' in line]
    return f"{path}:{found[-1]}" if found else str(path)
