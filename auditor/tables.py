"""TOML files into records, with errors that name file, line, mistake and the nearest right word."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import tomli

from auditor.errors import RuleFileError, nearest

T = TypeVar("T")
UNKNOWN_FIELD = re.compile(r"unknown field `(?P<field>[^`]+)`(?: - at `\$?(?P<path>[^`]*)`)?")
AT = re.compile(r" - at `\$?(?P<path>[^`]*)`")


def shipped() -> Path:
    """The folder of the rules that come with the program: inside the package, or beside it in a checkout."""
    inside = Path(__file__).parent / "rules"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "rules"


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


def _explain(message: str, shape: type, path: Path) -> str:
    unknown = UNKNOWN_FIELD.search(message)
    place = AT.search(message)
    field = unknown["field"] if unknown else place["path"].rsplit(".", 1)[-1].split("[")[0] if place else ""
    where = f"{path}:{line}" if (line := line_of(path, field)) else str(path)
    hint = nearest(field, _all_fields(shape)) if unknown else ""
    return f"{where}: {message[:1].lower()}{message[1:]}{hint}."


def lines_of(path: Path, table: str, count: int) -> Sequence[int | None]:
    """The lines of the `[[table]]` heads; where they are written in another way, the first that names them."""
    head = re.compile(rf"\s*\[\[\s*{re.escape(table)}\s*\]\]")
    lines = [number for number, line in enumerate(path.read_text("utf-8-sig").splitlines(), 1) if head.match(line)]
    return lines if len(lines) == count else [line_of(path, table)] * count


def _all_fields(shape: Any) -> set[str]:
    """Field names, as written in TOML, of a Struct and of every Struct it mentions."""
    found: set[str] = set()
    todo, seen = [shape], set()
    while todo:
        kind = todo.pop()
        todo.extend(getattr(kind, "__args__", ()))
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind not in seen:
            seen.add(kind)
            for field in msgspec.structs.fields(kind):
                found.add(field.encode_name)
                todo.append(field.type)
    return found


def line_of(path: Path, key: str) -> int | None:
    """The first line (from 1) of a TOML file on which `key` is set or heads a table; None where it is not."""
    if not key:
        return None
    wanted = re.compile(rf"""^\s*(?:\[+\s*(?:[\w.-]+\.)?)?["']?{re.escape(key)}["']?\s*[=\].]""")
    lines = path.read_text("utf-8-sig").splitlines()
    return next((number for number, line in enumerate(lines, 1) if wanted.match(line)), None)
