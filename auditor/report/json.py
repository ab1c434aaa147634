"""One JSON object for a whole audit."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from auditor.model import Audit
from auditor.report import wire

STEP = "  "


def audit(done: Audit, out: TextIO) -> None:
    """Writes the audit, indented, an entry of a list at a time, with a line break at the end."""
    begin = "{\n"
    for name, said in wire.parts(done).items():
        out.write(f'{begin}{STEP}"{name}": ')
        if isinstance(said, Iterator):
            _write_list(said, out)
        else:
            out.write(wire.spelt(said))
        begin = ",\n"
    out.write("\n}\n")


def rows(told: Iterable[wire.Object], out: TextIO) -> None:
    """Writes flat rows as one list."""
    out.write(wire.spelt(list(told), indent=len(STEP)) + "\n")


def _write_list(entries: Iterator[wire.Object], out: TextIO) -> None:
    begin = "[\n"
    for entry in entries:
        lines = wire.spelt(entry, indent=len(STEP))
        out.write(f"{begin}{STEP}{STEP}" + lines.replace("\n", f"\n{STEP}{STEP}"))
        begin = ",\n"
    out.write("[]" if begin == "[\n" else f"\n{STEP}]")
