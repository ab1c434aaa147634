"""A spreadsheet, as CSV, into contracts.toml, pictures.toml or staff.toml: all of its rows, or nothing."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from auditor.agencies import Agencies
from auditor.errors import UsageError, nearest
from auditor.rights import mistakes
from auditor.rights.cells import COLUMNS
from auditor.rights.mistakes import Mistake
from auditor.rights.shapes import ContractRow, EntryRow, Member
from auditor.rights.territories import Territories
from auditor.tables import hint
from auditor.text import fold

DELIMITERS = ",;\t"
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
TOLD = 20
"""Mistakes that are told; who sees so many looks at the table as a whole."""
MISSING = re.compile(r"missing required field `([^`]+)`")
LONGEST = 10_000  # characters of a cell
COMMENT = "//"  # begins a line of a code replacement file that is none
TABLES = {"contracts": "contract", "pictures": "picture", "staff": "staff"}
SHAPES: Mapping[str, type[Struct]] = {"contracts": ContractRow, "pictures": EntryRow, "staff": Member}


class Row(Struct, frozen=True):
    """A row of a table by its number there (the header is 1), with its cells by their columns; blank ones left out."""

    number: int
    cells: Mapping[str, str]


class Known(Struct, frozen=True):
    """What tells a right row from a wrong one."""

    agencies: Agencies
    countries: Territories


def imported(data: bytes, kind: str, known: Known) -> bytes:
    """The TOML file of a kind (contracts, pictures, staff) from the bytes of a CSV file with a header.

    For staff also a code replacement file of Photo Mechanic: code, tab, name, and perhaps further columns. Raises
    UsageError, naming rows and columns, where anything is wrong.
    """
    import tomli_w  # for this alone

    text = _decoded(data)
    rows = list(_code_replacements(text) if kind == "staff" and _is_code_replacements(text) else _rows(text, kind))
    wrong: list[str] = []
    told = [table for row in rows if (table := _table(row, kind, known, wrong))]
    if wrong:
        more = [f"and {len(wrong) - TOLD} more"] if len(wrong) > TOLD else []
        raise UsageError("\n  ".join(["nothing was imported:", *wrong[:TOLD], *more]))
    if not told:
        raise UsageError("there is no row below the header.")
    return tomli_w.dumps({TABLES[kind]: told}).encode()


def _decoded(data: bytes) -> str:
    """The text of a file as spreadsheets write it: with a mark, else UTF-8, else windows-1252."""
    named = next((name for mark, name in MARKS.items() if data.startswith(mark)), None)
    for encoding in (named,) if named else ("utf-8", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UsageError("this is no text; save the table as CSV, in UTF-8.")


def _rows(text: str, kind: str) -> Iterator[Row]:
    head, *_ = text.lstrip().splitlines() or [""]
    delimiter = max(DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    numbered = enumerate(reader, 1)
    try:
        start, header = next(((number, cells) for number, cells in numbered if any(cells)), (1, []))
        columns = _columns(header, kind, start)
        for number, cells in numbered:
            said = {column: cell.strip() for column, cell in zip(columns, cells, strict=False) if cell.strip()}
            if any(cell.strip() for cell in cells[len(columns) :]):
                raise UsageError(
                    f"row {number} has more cells than the header: put quotes around a cell with “{delimiter}”."
                )
            if said:
                yield Row(number, said)
    except csv.Error as error:
        raise UsageError(f"line {reader.line_num}: no valid CSV: {error}.") from None


def _columns(header: Sequence[str], kind: str, number: int) -> list[str]:
    """The columns by the names of the fields. Raises UsageError for one that is none, or there twice."""
    known = COLUMNS[kind]
    columns = [fold(name).replace(" ", "-").replace("_", "-") for name in header]
    while columns and not columns[-1]:
        columns.pop()
    for place, column in enumerate(columns, 1):
        if column not in known:
            hint = nearest(column, known) or f"; they are {', '.join(known)}"
            raise UsageError(f'row {number}, column {place}: {kind} have no column "{column}"{hint}.')
        if column in columns[: place - 1]:
            raise UsageError(f'row {number}, column {place}: "{column}" is there twice.')
    return columns


def _is_code_replacements(text: str) -> bool:
    """Is it lines of code, tab and name, without a header?"""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith(COMMENT)]
    head = {fold(cell) for cell in lines[0].split("\t")} if lines else set()
    return bool(lines) and "\t" in lines[0] and head.isdisjoint(COLUMNS["staff"])


def _code_replacements(text: str) -> Iterator[Row]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith(COMMENT):
            code, *names = line.split("\t")
            if not names or not names[0].strip():
                raise UsageError(f"line {number}: no name behind the code “{code}” and a tab.")
            yield Row(number, {"name": names[0].strip()})


def _table(row: Row, kind: str, known: Known, wrong: list[str]) -> dict[str, Any]:
    """The row as a TOML table; what is wrong with it is put on the list."""
    table: dict[str, Any] = {}
    found: list[Mistake] = []
    for column, cell in row.cells.items():
        try:
            table[column] = COLUMNS[kind][column](_short(cell))
        except ValueError as error:
            found.append(Mistake(column, str(error)))
    if not found:
        table = _settled(table, known)
        found = list(_mistakes(table, kind, known))
    for mistake in found:
        column = f", column {mistake.field}" if mistake.field in COLUMNS[kind] else ""
        wrong.append(f"row {row.number}{column}: {mistake.said}")
    return table


def _short(cell: str) -> str:
    if len(cell) > LONGEST:
        raise ValueError(f"{len(cell)} characters are too many for a cell")
    return cell


def _settled(table: dict[str, Any], known: Known) -> dict[str, Any]:
    """The table with its quota in one, and countries by their codes."""
    quota = {name: table.pop(column) for name, column in (("pictures", "quota"), ("per", "per")) if column in table}
    if "territories" in table:
        table["territories"] = [known.countries.code(name) or name for name in table["territories"]]
    return {**table, "quota": quota} if quota else table


def _mistakes(table: dict[str, Any], kind: str, known: Known) -> Iterator[Mistake]:
    try:
        row = msgspec.convert(table, SHAPES[kind])
    except msgspec.ValidationError as error:
        yield _of_shape(str(error), SHAPES[kind])
        return
    check: Mapping[str, Callable[[Any], Iterator[Mistake]]] = {
        "contracts": lambda row: mistakes.of_contract(row, known.agencies, known.countries),
        "pictures": lambda row: mistakes.of_entry(row, known.countries),
        "staff": mistakes.of_member,
    }
    yield from check[kind](row)


def _of_shape(said: str, shape: type) -> Mistake:
    """A mistake from what msgspec says: "Object missing required field `agency`", "… - at `$.uses[0]`"."""
    what, _, path = said.partition(" - at `$")
    missing = MISSING.search(what)
    parts = re.findall(r"[\w-]+", path) or [missing[1] if missing else ""]
    field = "quota" if parts == ["quota", "pictures"] else parts[-1] if parts[0] == "quota" else parts[0]
    return Mistake(field, f"{what[:1].lower()}{what[1:]}{hint(said, shape)}")
