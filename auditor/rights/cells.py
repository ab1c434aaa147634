"""Cells of a spreadsheet into values: days, numbers, lists; a cell that holds none says what to write instead."""

import datetime
import re
from collections.abc import Callable, Mapping
from typing import Any

from auditor.text import fold, squeeze

DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
LONGEST_NUMBER = 9  # digits
Convert = Callable[[str], Any]


def day(cell: str) -> datetime.date:
    """2019-01-31, or 31.1.2019; with slashes nobody can tell the day from the month."""
    match = DOTTED.fullmatch(cell)
    try:
        if match:
            return datetime.date(int(match[3]), int(match[2]), int(match[1]))
        return datetime.date.fromisoformat(cell)
    except ValueError:
        raise ValueError(f'"{cell}" is no day; write it as 2019-01-31') from None


def moment(cell: str) -> datetime.date:
    """A day, or a time of one."""
    try:
        return day(cell) if len(cell) <= len("2019-01-31") else datetime.datetime.fromisoformat(cell)
    except ValueError:
        raise ValueError(f'"{cell}" is no day and no time; write it as 2019-01-31T06:00:00Z') from None


def number(cell: str) -> int:
    """A whole number."""
    if not (cell.isascii() and cell.isdecimal() and len(cell) <= LONGEST_NUMBER):
        raise ValueError(f'"{cell}" is no number')
    return int(cell)


def truth(cell: str) -> bool:
    """TRUE or FALSE, as spreadsheets have it."""
    if fold(cell) not in ("true", "false", "1", "0"):
        raise ValueError(f'"{cell}" is neither true nor false')
    return fold(cell) in ("true", "1")


def several(cell: str) -> list[str]:
    """Parts with commas, semicolons or bars between them."""
    return [part.strip() for part in re.split(r"[,;|]", cell) if part.strip()]


def addresses(cell: str) -> list[str]:
    """URLs with blanks or bars between them."""
    return [part for part in re.split(r"[\s|]", cell) if part]


SPAN: Mapping[str, Convert] = {"from": day, "until": day}
COLUMNS: Mapping[str, Mapping[str, Convert]] = {
    "contracts": {
        "agency": squeeze,
        **SPAN,
        "territories": several,
        "uses": several,
        "quota": number,
        "per": squeeze,
        "pay-per-use": truth,
        "notice-days": number,
    },
    "pictures": {
        "reason": squeeze,
        "kill": day,
        "embargo": moment,
        "until": day,
        "territories": several,
        "uses": several,
        "caption": squeeze,
        "src": addresses,
        "ids": several,
    },
    "staff": {"name": squeeze, **SPAN},
}
"""What may head a column of each table, and how its cells are read."""
