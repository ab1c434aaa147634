"""Why a group of copies is one: what speaks for each picture, and what was considered and not compared."""

from collections.abc import Iterable, Mapping

from rich import box
from rich.table import Table

from auditor.model import CopyGroup, Use
from auditor.report.screen import plain


def evidence(group: CopyGroup, names: Mapping[str, str]) -> Table:
    """One row a picture, numbered as in the matrix, then one a doubt."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("Shown as", ratio=2, overflow="fold")
    table.add_column("One picture because", ratio=3, overflow="fold")
    for number, picture in enumerate(group.pictures, 1):
        table.add_row(str(number), plain(_places(picture.uses, names)), plain(picture.because))
    for doubt in group.doubts:
        shown = plain(_places((doubt.one, doubt.other), names))
        table.add_row("?", shown, plain(f"perhaps, not compared: {doubt.because}", "yellow"))
    return table


def _places(uses: Iterable[Use], names: Mapping[str, str]) -> str:
    """Each copy with the numbers of the images in it: page.html 1 and 4, wire.txt 2."""
    numbers: dict[str, list[str]] = {}
    for use in uses:
        numbers.setdefault(use.story.name, []).append(str(use.image.n))
    return ", ".join(f"{names.get(name, name)} {' and '.join(found)}" for name, found in numbers.items())
