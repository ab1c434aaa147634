"""What a command is given to look at: its auditor.toml, its paths, and how far it is with them."""

import contextlib
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from auditor import house, read, reading
from auditor.commands.printing import say
from auditor.errors import UsageError
from auditor.machinery.watching import Step, unwatched
from auditor.report.words import many

FEWEST = 2
"""Steps from which on a bar is worth looking at."""


def config_of(options: Namespace) -> Path | None:
    """The auditor.toml that the options name, or the nearest one above this folder."""
    if options.config is None:
        return house.find_config(Path.cwd())
    return Path(options.config)


def names_under(paths: Sequence[str], output: str | None) -> list[reading.Name]:
    """The inputs; what is passed over in folders is said. Raises UsageError where the report would replace one."""
    skipped = read.skipped(paths)
    if skipped:
        suffixes = ", ".join(filter(None, read.STORY_SUFFIXES))
        say(f"{many(skipped, 'file')} in the folders passed over; in a folder only {suffixes} are read as stories")
    names = list(read.names(paths))
    if output is not None and os.path.isfile(output):
        report = os.path.realpath(output)
        if any(os.path.realpath(name) == report for name in names if isinstance(name, str)):
            raise UsageError(f"--output {output}: is one of the stories, and would be lost. Name another file.")
    return names


def bar(work: str, steps: int) -> contextlib.AbstractContextManager[Step]:
    """A bar where somebody may be watching, and a step of it."""
    if steps < FEWEST or not sys.stderr.isatty():
        return unwatched(work, steps)
    from auditor.report import progress  # rich takes its time to load

    return progress.bar(work, steps)
