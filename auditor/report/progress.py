"""A progress bar on standard error."""

import contextlib
from collections.abc import Iterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from auditor.machinery.watching import Step


@contextlib.contextmanager
def bar(work: str, steps: int) -> Iterator[Step]:
    """A bar on standard error; each call of what it gives is one of the steps. It goes when all is done."""
    columns = (TextColumn(work), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=steps)
        yield lambda: progress.advance(task)
