"""The agencies: the list, and one of them."""

from collections.abc import Iterable
from typing import TextIO

from rich.table import Table
from rich.text import Text

from auditor.agencies import Agency
from auditor.report.screen import console, folding, plain


def listing(agencies: Iterable[Agency], out: TextIO) -> None:
    """Writes one line an agency, by name."""
    table = folding("Agency", "Full name", "Kind", "Country")
    for agency in sorted(agencies, key=lambda a: a.name.casefold()):
        table.add_row(*(plain(v or "") for v in (agency.name, agency.full_name, agency.kind, agency.country)))
    console(out).print(table)


def one(agency: Agency, out: TextIO) -> None:
    """Writes all that the table says of an agency."""
    said = {
        "full name": agency.full_name,
        "kind": agency.kind,
        "country": agency.country,
        "parent": agency.parent,
        "also printed": ", ".join(agency.aliases),
        "misspelt": ", ".join(agency.misspellings),
        "sold by": ", ".join(agency.sold_by),
        "note": agency.note,
        "checked": None if agency.checked else "not every fact of this row",
    }
    table = Table.grid(padding=(0, 2))
    for name, value in said.items():
        if value:
            table.add_row(Text(name, style="dim"), plain(value))
    screen = console(out)
    screen.print(plain(agency.name, "bold"))
    screen.print(table)
