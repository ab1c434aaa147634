"""Where a command prints: the report to standard output or a file, all else to standard error."""

import contextlib
import io
import sys
from collections.abc import Iterator
from typing import TextIO

from auditor.errors import NOTHING, UsageError
from auditor.report import wire
from auditor.text import visible


@contextlib.contextmanager
def output(path: str | None) -> Iterator[TextIO]:
    """Standard output as UTF-8, or a file."""
    if path is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        yield sys.stdout
        return
    try:
        with open(path, "w", encoding="utf-8", errors="backslashreplace") as out:
            yield out
    except OSError as error:
        raise UsageError(f"--output {path}: cannot be written ({error.strerror}).") from None


def print_json(told: object) -> int:
    """Prints a document on standard output; exit code 0."""
    with output(None) as out:
        out.write(wire.spelt(told, indent=2) + "\n")
    return NOTHING


def say(words: str) -> None:
    """A line on standard error."""
    print(f"auditor: {visible(words)}", file=sys.stderr)
