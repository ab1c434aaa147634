"""What the desk keeps, read from the newsroom's folders: contracts.toml, pictures.toml, staff.toml."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import asdict

from auditor.agencies import Agencies
from auditor.errors import RuleFileError
from auditor.rights import mistakes, pictured, staff
from auditor.rights.mistakes import Mistake
from auditor.rights.recognising import Register
from auditor.rights.shapes import Asked, Contract, ContractRow, Entry, EntryRow, Member, Rights
from auditor.rights.territories import Territories
from auditor.tables import lines_of, read_toml, row_line, seen_from, to_record
from auditor.vocabulary import files

R = TypeVar("R", bound=Struct)
Complain = Callable[[R], Iterator[Mistake]]


class ContractsFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of a `contracts.toml`."""

    contract: tuple[ContractRow, ...] = ()


class PicturesFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of a `pictures.toml`."""

    picture: tuple[EntryRow, ...] = ()


class StaffFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of a `staff.toml`."""

    staff: tuple[Member, ...] = ()


def load(folders: Sequence[Path], base: Path, agencies: Agencies, countries: Territories) -> Rights:
    """What the desk keeps in the folders; asked about is nothing but today. Places are told as seen from `base`.

    Raises RuleFileError, naming file, line and remedy, for a wrong field, date, country, use or agency.
    """
    contracts = list(_contracts(folders, base, agencies, countries))
    keeps_contracts = bool(files(folders, "contracts.toml"))
    return Rights(
        asked=Asked(datetime.date.today()),
        contracts=tuple(contracts) if keeps_contracts else None,
        entries=Register(e for path in files(folders, "pictures.toml") for e in entries(path, base, countries)),
        staff=staff.by_name(_members(folders)),
    )


def _contracts(folders: Sequence[Path], base: Path, agencies: Agencies, countries: Territories) -> Iterator[Contract]:
    for path in files(folders, "contracts.toml"):
        rows = to_record(read_toml(path), ContractsFile, path).contract
        _refuse(path, "contract", rows, lambda row: mistakes.of_contract(row, agencies, countries))
        for row, line in zip(rows, lines_of(path, "contract", len(rows)), strict=True):
            yield contract(row, f"{seen_from(base, path).as_posix()}:{line}", agencies)


def entries(path: Path, base: Path, countries: Territories) -> Iterator[Entry]:
    """The rows of a pictures.toml, or of a kill notice of the same shape."""
    rows = to_record(read_toml(path), PicturesFile, path).picture
    seen = pictured.looks_of(path.parent, rows)
    _refuse(path, "picture", rows, lambda row: mistakes.of_entry(row, countries))
    _refuse(path, "picture", rows, lambda row: pictured.mistakes_in(row, path.parent, seen))
    for row, line in zip(rows, lines_of(path, "picture", len(rows)), strict=True):
        yield entry(row, f"{seen_from(base, path).as_posix()}:{line}", tuple(seen[name] for name in row.files))


def _members(folders: Sequence[Path]) -> Iterator[Member]:
    for path in files(folders, "staff.toml"):
        rows = to_record(read_toml(path), StaffFile, path).staff
        _refuse(path, "staff", rows, mistakes.of_member)
        yield from rows


def contract(row: ContractRow, place: str, agencies: Agencies) -> Contract:
    """A row of contracts.toml with its place, its agency by the short name."""
    name = mistakes.canonical(row.agency, agencies) or row.agency
    return Contract(**{**asdict(row), "agency": name}, place=place)


def entry(row: EntryRow, place: str, looks: tuple[str, ...] = ()) -> Entry:
    """A row of pictures.toml with its place, and what its files show."""
    return Entry(**asdict(row), place=place, looks=looks)


def _refuse(path: Path, table: str, rows: Iterable[R], complain: Complain[R]) -> None:
    for number, row in enumerate(rows):
        for mistake in complain(row):
            raise RuleFileError(f"{path}:{row_line(path, table, number, mistake.field)}: {mistake.said}.")
