"""Where a command prints: the report to standard output or a file, all else to standard error."""

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from typing import TextIO

from auditor.errors import NOTHING, UsageError
from auditor.text import visible


@contextlib.contextmanager
def output(path: str | None) -> Iterator[TextIO]:
    """Standard output as UTF-8, or a file. Raises UsageError where it cannot be written.

    A reader who has seen enough (`| head`) changes nothing of how the run ends.
    """
    if path is None:
        with _standard_output() as out:
            yield out
        return
    try:
        with open(path, "w", encoding="utf-8", errors="backslashreplace") as out:
            yield out
    except OSError as error:
        raise UsageError(f"--output {path}: cannot be written ({error.strerror}).") from None


@contextlib.contextmanager
def _standard_output() -> Iterator[TextIO]:
    out = sys.stdout
    if out is None:
        raise UsageError("Standard output is closed; name a file with --output.")
    if isinstance(out, io.TextIOWrapper):
        out.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        yield out
        out.flush()
    except BrokenPipeError:
        _discard(out)
    except OSError as error:
        _discard(out)
        raise UsageError(f"Standard output cannot be written ({error.strerror}).") from None


def _discard(out: TextIO) -> None:
    """Sends what is still to be written nowhere, or Python would complain of it at the end."""
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), out.fileno())


def print_json(told: object) -> int:
    """Prints a document on standard output; exit code 0."""
    from auditor.report import wire  # takes its time to load, and only the gate prints so

    with output(None) as out:
        out.write(wire.spelt(told, indent=2) + "\n")
    return NOTHING


def say(words: str) -> None:
    """A line on standard error, if there is one and somebody still reads it."""
    if sys.stderr is not None:  # print would take standard output instead
        with contextlib.suppress(OSError):
            print(f"auditor: {visible(words)}", file=sys.stderr, flush=True)
