"""`auditor credit`: takes credit lines apart."""

import io
import re
import sys
from argparse import Namespace
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from auditor import credits, house, read, report
from auditor.commands.inputs import config_of
from auditor.commands.printing import output
from auditor.errors import NOTHING, UsageError

OBJECT = re.compile(r'\s*\{\s*(?:"|\}\s*$)')


class Line(Struct, frozen=True):
    """A credit line on standard input as JSON, with what is known of its page."""

    text: str
    language: str | None = None
    publisher: str | None = None


def run(options: Namespace) -> int:
    """Takes credit lines apart; exit code 0."""
    words = house.load_words(config_of(options))
    lines = _lines(options)
    taken = (credits.take_apart(x.text, words, language=x.language, publisher=x.publisher) for x in lines)
    with output(options.output) as out:
        report.writer(options.format, "credits")(taken, out, options.explain)
    return NOTHING


def _lines(options: Namespace) -> Iterator[Line]:
    for given in options.lines:
        for line in _standard_input() if given == read.STANDARD_INPUT else [Line(given)]:
            yield Line(
                line.text,
                language=line.language or options.language,
                publisher=line.publisher or options.publisher,
            )


def _standard_input() -> Iterator[Line]:
    lines = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", errors="replace", newline="\n")
    for number, line in enumerate(lines, 1):
        if text := line.strip("\r\n"):
            yield _line(text, number)


def _line(text: str, number: int) -> Line:
    if not OBJECT.match(text):  # a credit line may well begin with a brace
        return Line(text)
    try:
        return msgspec.json.decode(text, type=Line)
    except msgspec.MsgspecError as error:
        raise UsageError(
            f"Standard input, line {number}: {error}. A JSON line has text, and language and publisher where known."
        ) from None
