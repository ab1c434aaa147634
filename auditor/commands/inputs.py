"""What a command is given to look at: its auditor.toml, its paths, and how far it is with them."""

import contextlib
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from auditor import house, read, reading
from auditor.commands.printing import say
from auditor.model import Unread
from auditor.report.words import many


def config_of(options: Namespace) -> Path | None:
    """The auditor.toml that the options name, or the nearest one above this folder."""
    if options.config is None:
        return house.find_config(Path.cwd())
    return Path(options.config)


def names_under(paths: Sequence[str]) -> list[reading.Name]:
    """The inputs; what is passed over in folders is said."""
    skipped = read.skipped(paths)
    if skipped:
        suffixes = ", ".join(filter(None, read.STORY_SUFFIXES))
        say(f"{many(skipped, 'file')} in the folders passed over; in a folder only {suffixes} are read as stories")
    return list(read.names(paths))


def inputs(paths: Sequence[str], largest: int) -> Iterator[read.Input]:
    """The documents under the paths, none of more than `largest` bytes, with a bar where somebody is watching."""
    names = names_under(paths)
    with bar(len(names)) as step:
        for name in names:
            yield name if isinstance(name, Unread) else read.document(name, largest)
            step()


def bar(total: int) -> contextlib.AbstractContextManager[Callable[[], None]]:
    """A bar where somebody may be watching, and a step of it."""
    if not sys.stderr.isatty():
        return contextlib.nullcontext(lambda: None)
    from auditor.report import progress  # rich takes its time to load

    return progress.bar(total)
