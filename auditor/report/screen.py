"""What every table on a terminal shares: the console, words made harmless, the look of a severity."""

import os
from typing import TextIO

from rich.console import Console
from rich.text import Text

from auditor.model import Place, Severity
from auditor.text import shorten, visible

STYLES: dict[Severity, str] = {"error": "bold red", "warning": "yellow", "notice": "cyan"}
# A sign beside the colour: in a log, without colour, and to a colour-blind eye the table must say the same.
SIGNS: dict[Severity, str] = {"error": "✗", "warning": "!", "notice": "·"}


def console(out: TextIO) -> Console:
    """A console for a stream: no markup, no emoji codes, no highlighting, so that nothing in a story is obeyed."""
    return Console(file=out, markup=False, emoji=False, highlight=False, soft_wrap=False)


def plain(words: str, style: str = "") -> Text:
    """Words from a story as text that can neither style nor steer the terminal."""
    return Text(visible(words), style=style)


def excerpt(words: str | None, limit: int) -> Text:
    """The beginning of words from a story."""
    return plain(shorten(words or "", limit))


def short_names(names: list[str]) -> dict[str, str]:
    """Story names without the folder that all of them share."""
    folder = os.path.commonpath([os.path.dirname(name) for name in names]) if _same_kind(names) else ""
    return {name: os.path.relpath(name, folder) if folder else name for name in names}


def _same_kind(names: list[str]) -> bool:
    return bool(names) and len({os.path.isabs(name) for name in names}) == 1 and all(os.path.dirname(n) for n in names)


def where(place: Place, names: dict[str, str]) -> str:
    """`page.html:12`, or the file alone where the line is not known."""
    name = names.get(place.story, place.story)
    return f"{name}:{place.line}" if place.line else name


def many(count: int, one: str, several: str = "") -> str:
    """`1 story`, `2 stories`."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"
