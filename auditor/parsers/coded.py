"""An archive's export whose fields are headed by codes of two or three letters ("HD", "ART") into labelled lines."""

import re
from functools import cache

from msgspec import Struct

from auditor.tables import shipped_record

CODE = re.compile(r"([A-Z]{2,3})(?:\s+(\S.*))?$")
FEWEST_CODES = 4  # that tell such an export; capitals at the start of a line may be a word


class Codes(Struct, frozen=True, forbid_unknown_fields=True):
    """The codes by what their fields hold; `first` is the one that every export has."""

    first: str
    text: frozenset[str]
    other: frozenset[str]
    labels: dict[str, str]


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    codes: Codes


@cache
def codes() -> Codes:
    """The table that comes with the program. Raises RuleFileError where it is wrong."""
    return shipped_record("codes.toml", _File).codes


def labelled(text: str) -> str:
    """The text with labels for codes, and without fields that no reader sees; as it is where it is no such export."""
    lines = text.split("\n")
    found = [_code(line) for line in lines]
    if codes().first not in found or len({code for code in found if code}) < FEWEST_CODES:
        return text
    return "\n".join(_told(lines, found))


def _told(lines: list[str], found: list[str]) -> list[str]:
    """Each line in its place: the first of a field behind its label, those of no interest empty."""
    known, told = codes(), list[str]()
    label, kept = "", True
    for line, code in zip(lines, found, strict=True):
        if code:
            label, kept = known.labels.get(code, ""), code not in known.other
            line = line.strip().removeprefix(code).strip()
        if label and line.strip():
            line, label = f"{label}: {line}", ""
        told.append(line if kept else "")
    return told


def _code(line: str) -> str:
    match = CODE.match(line[:200].strip())
    known = codes()
    told = match[1] if match else ""
    return told if told in known.text or told in known.other or told in known.labels else ""
