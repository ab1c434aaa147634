"""What the desk keeps, read from the newsroom's folders: contracts.toml, pictures.toml, staff.toml."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import asdict

from auditor.rights import staff
from auditor.rights.shapes import Asked, Context, Contract, ContractRow, Entry, EntryRow, Member, Rights
from auditor.tables import lines_of, read_toml, to_record

S = TypeVar("S", bound=Struct)


class ContractsFile(Struct, frozen=True, forbid_unknown_fields=True):
    contract: tuple[ContractRow, ...] = ()


class PicturesFile(Struct, frozen=True, forbid_unknown_fields=True):
    picture: tuple[EntryRow, ...] = ()


class StaffFile(Struct, frozen=True, forbid_unknown_fields=True):
    staff: tuple[Member, ...] = ()


def load(folders: Sequence[Path], contexts: tuple[Context, ...]) -> Rights:
    """What the desk keeps in the folders; asked about is nothing but today. Raises RuleFileError for a mistake."""
    contracts = files(folders, "contracts.toml", ContractsFile)
    pictures = files(folders, "pictures.toml", PicturesFile)
    members = files(folders, "staff.toml", StaffFile)
    return Rights(
        asked=Asked(datetime.date.today()),
        contexts=contexts,
        contracts=tuple(c for path, file in contracts for c in _contracts(path, file)) if contracts else None,
        entries=tuple(e for path, file in pictures for e in _entries(path, file)),
        staff=staff.by_name(member for _, file in members for member in file.staff),
    )


def files(folders: Sequence[Path], name: str, shape: type[S]) -> list[tuple[Path, S]]:
    """The files of a name, in the order of the folders, as records."""
    paths = [folder / name for folder in folders if (folder / name).is_file()]
    return [(path, to_record(read_toml(path), shape, path)) for path in paths]


def _contracts(path: Path, file: ContractsFile) -> list[Contract]:
    lines = lines_of(path, "contract", len(file.contract))
    return [contract(row, f"{path}:{line}") for row, line in zip(file.contract, lines, strict=True)]


def _entries(path: Path, file: PicturesFile) -> list[Entry]:
    lines = lines_of(path, "picture", len(file.picture))
    return [entry(row, f"{path}:{line}") for row, line in zip(file.picture, lines, strict=True)]


def contract(row: ContractRow, place: str) -> Contract:
    """A row of contracts.toml with its place."""
    return Contract(**asdict(row), place=place)


def entry(row: EntryRow, place: str) -> Entry:
    """A row of pictures.toml with its place."""
    return Entry(**asdict(row), place=place)
