"""TOML files into records, with errors that name file, line, mistake and the nearest right word."""

import itertools
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, TypeVar, get_origin

import msgspec
import tomli

from auditor.errors import RuleFileError, nearest

T = TypeVar("T")
UNKNOWN_FIELD = re.compile(r"unknown field `(?P<field>[^`]+)`(?: - at `\$?(?P<path>[^`]*)`)?")
WRONG_VALUE = re.compile(r"^Invalid enum value '(?P<value>[^']*)'")
ROW = re.compile(r"\.(?P<table>[\w-]+)\[(?P<number>\d+)\](?:\.(?P<field>[\w-]+))?")
AT = re.compile(r" - at (?:`key` in )?`\$?(?P<path>[^`]*)`")
MISSING = re.compile(r"^Object missing required field `(?P<field>[^`]+)`")
WRONG_TYPE = re.compile(r"^Expected `(?P<wanted>[^`]+)`, got `(?P<found>[^`]+)`")
WRONG_DATE = re.compile(r"^Invalid RFC3339 encoded (?:date|datetime)")
TYPE = re.compile(r"`([^`]+)`")
TYPES = {
    "str": "text in quotes",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list in brackets",
    "object": "a table",
    "date": "a day such as 2026-01-31",
    "datetime": "a time such as 2026-01-31T18:00:00Z",
}
"""What msgspec calls the types, for people who write TOML and no Python."""


def shipped() -> Path:
    """The folder of the rules that come with the program: inside the package, or beside it in a checkout."""
    inside = Path(__file__).parent / "rules"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "rules"


def seen_from(folder: Path, path: Path) -> Path:
    """A file as it is known in a folder: from there where it lies below, else as it is."""
    return path.relative_to(folder) if path.is_relative_to(folder) else path


def read_toml(path: Path) -> dict[str, Any]:
    """The file as plain tables. Raises RuleFileError where it is missing, not UTF-8 or no TOML."""
    try:
        return tomli.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise RuleFileError(f"{path}: cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError as error:
        raise RuleFileError(f"{path}: byte {error.start} is not UTF-8; save the file as UTF-8.") from None
    except tomli.TOMLDecodeError as error:
        raise RuleFileError(f"{path}:{error.lineno}: no valid TOML: {error.msg}.") from None


def to_record(table: dict[str, Any], shape: type[T], path: Path) -> T:
    """The table as a record of `shape`. Raises RuleFileError naming file, line, field and the nearest right word."""
    try:
        return msgspec.convert(table, shape)
    except msgspec.ValidationError as error:
        raise RuleFileError(_explain(str(error), shape, path)) from None


def shipped_record(name: str, shape: type[T]) -> T:
    """A table that the program has for itself, and no newsroom adds to. Raises RuleFileError where it is wrong."""
    path = shipped() / name
    return to_record(read_toml(path), shape, path)


def _explain(message: str, shape: type, path: Path) -> str:
    unknown = UNKNOWN_FIELD.search(message)
    place = AT.search(message)
    path_to = place["path"].replace("[...]", "") if place else ""
    field = unknown["field"] if unknown else path_to.rsplit(".", 1)[-1].split("[")[0]
    row = ROW.match(place["path"]) if place else None
    line = row_line(path, row["table"], int(row["number"]), field, row["field"] or "") if row else line_of(path, field)
    where = f"{path}:{line}" if line else str(path)
    return f"{where}: {_in_words(message, field, shape)}{hint(message, shape)}."


def _in_words(message: str, field: str, shape: type) -> str:
    """What msgspec refuses, in words: the line tells where, so that its path is left out."""
    if unknown := UNKNOWN_FIELD.search(message):
        return f'there is no field "{unknown["field"]}" here'
    if missing := MISSING.match(message):
        return f'the field "{missing["field"]}" is missing'
    about = f'"{field}": ' if field else ""
    if value := WRONG_VALUE.match(message):
        allowed = ", ".join(sorted(_values_of(shape, field)))
        return f'{about}"{value["value"]}" {f"is none of {allowed}" if allowed else "is unknown"}'
    if wrong := WRONG_TYPE.match(message):
        if (wrong["wanted"], wrong["found"]) == ("array", "object"):
            return f"write [[{field}]], with two brackets"
        return f"{about}{_types(wrong['wanted'])} is wanted, not {_types(wrong['found'])}"
    if WRONG_DATE.match(message):
        return f"{about}a day such as 2026-01-31 is wanted"
    return about + TYPE.sub(lambda kind: _types(kind[1]), AT.sub("", message[:1].lower() + message[1:]))


def _types(said: str) -> str:
    return " or ".join(TYPES.get(kind, kind) for kind in said.split(" | ") if kind != "null")


def _values_of(shape: type, field: str) -> set[str]:
    """The words that a field of this name allows, in a Struct or one that it mentions."""
    fields = (f for kind in _all_types(shape) if _is_struct(kind) for f in msgspec.structs.fields(kind))
    return {value for f in fields if f.encode_name == field for value in _all_values(f.type)}


def hint(message: str, shape: type) -> str:
    """The nearest right word for a field or value that msgspec refuses, as `nearest` tells it."""
    if unknown := UNKNOWN_FIELD.search(message):
        return nearest(unknown["field"], _all_fields(shape))
    wrong = WRONG_VALUE.search(message)
    return nearest(wrong["value"], _all_values(shape)) if wrong else ""


def _all_fields(shape: Any) -> set[str]:
    """Field names, as written in TOML, of a Struct and of every Struct it mentions."""
    structs = (kind for kind in _all_types(shape) if _is_struct(kind))
    return {field.encode_name for kind in structs for field in msgspec.structs.fields(kind)}


def _all_values(shape: Any) -> set[str]:
    """The words that a Struct, or one that it mentions, allows in fields that take no others."""
    return {value for kind in _all_types(shape) if get_origin(kind) is Literal for value in kind.__args__}


def _all_types(shape: Any) -> list[Any]:
    """A type and every type that it mentions."""
    found: list[Any] = []
    todo = [shape]
    while todo:
        kind = todo.pop()
        if kind in found:
            continue
        found.append(kind)
        if _is_struct(kind):
            todo.extend(field.type for field in msgspec.structs.fields(kind))
        elif get_origin(kind) is not Literal:
            todo.extend(getattr(kind, "__args__", ()))
    return found


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def row_line(path: Path, table: str, number: int, *keys: str) -> int | None:
    """The line on which one of the keys is set in the `[[table]]` of a number (from 0), else the line of its head."""
    lines = _lines(path)
    heads = [index for index, line in enumerate(lines) if _head(table).match(line)]
    if len(heads) <= number:
        return next((line for key in (*keys, table) if (line := line_of(path, key))), None)
    row = list(itertools.takewhile(lambda line: not line.lstrip().startswith("[["), lines[heads[number] + 1 :]))
    found = (n for key in keys if key for n, line in enumerate(row, heads[number] + 2) if _setting(key).match(line))
    return next(found, heads[number] + 1)


def lines_of(path: Path, table: str, count: int) -> Sequence[int | None]:
    """The lines of the `[[table]]` heads; where they are written in another way, the first that names them."""
    lines = [number for number, line in enumerate(_lines(path), 1) if _head(table).match(line)]
    return lines if len(lines) == count else [line_of(path, table)] * count


def line_of(path: Path, key: str) -> int | None:
    """The first line (from 1) of a TOML file on which `key` is set or heads a table; None where it is not."""
    if not key:
        return None
    return next((number for number, line in enumerate(_lines(path), 1) if _setting(key).match(line)), None)


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8-sig").splitlines()


def _head(table: str) -> re.Pattern[str]:
    return re.compile(rf"\s*\[\[\s*{re.escape(table)}\s*\]\]")


def _setting(key: str) -> re.Pattern[str]:
    return re.compile(rf"""^\s*(?:\[+\s*(?:[\w.-]+\.)?)?["']?{re.escape(key)}["']?\s*[=\].]""")
