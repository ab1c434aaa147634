"""What every table on a terminal shares: the console, words made harmless, the look of a severity."""

from typing import TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from auditor.model import Severity
from auditor.text import shorten, visible

STYLES: dict[Severity, str] = {"error": "bold red", "warning": "yellow", "notice": "cyan"}


class _Screen(Console):
    """A console that leaves it to the command what a reader's going means; rich would end the run with 1."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def console(out: TextIO) -> Console:
    """A console for a stream: no markup, no emoji codes, no highlighting, so that nothing in a story is obeyed."""
    return _Screen(file=out, markup=False, emoji=False, highlight=False, soft_wrap=False)


def folding(*heads: str) -> Table:
    """An empty table in which a cell that is too wide goes on in the next line: no name is ever cut."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for head in heads:
        table.add_column(head, overflow="fold")
    return table


def plain(words: str, style: str = "") -> Text:
    """Words from a story as text that can neither style nor steer the terminal."""
    return Text(visible(words), style=style)


def excerpt(words: str | None, limit: int) -> Text:
    """The beginning of words from a story."""
    return plain(shorten(words or "", limit))
