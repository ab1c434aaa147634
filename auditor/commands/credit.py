"""`auditor credit`: takes credit lines apart."""

import io
import sys
from argparse import Namespace
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from auditor import credits, house, read, report
from auditor.commands.inputs import config_of
from auditor.commands.printing import output
from auditor.errors import NOTHING


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
        for text in _standard_input() if given == read.STANDARD_INPUT else [given]:
            line = _line(text)
            yield Line(
                line.text,
                language=line.language or options.language,
                publisher=line.publisher or options.publisher,
            )


def _line(text: str) -> Line:
    if not text.lstrip().startswith("{"):
        return Line(text)
    try:
        return msgspec.json.decode(text, type=Line)
    except msgspec.MsgspecError:
        return Line(text)  # a credit line may well begin with a brace


def _standard_input() -> Iterator[str]:
    for line in io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace", newline="\n"):
        if text := line.strip("\r\n"):
            yield text
