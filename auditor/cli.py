"""The command line: its grammar, and how a run ends."""

import argparse
import atexit
import datetime
import gc
import re
from importlib import import_module
from typing import NoReturn, get_args

from auditor import __version__
from auditor.commands.printing import say
from auditor.errors import WRONG_USAGE, AuditorError
from auditor.report import AUDIT_FORMATS, COUNT_FORMATS, CREDIT_FORMATS, EXTRACT_FORMATS, KILL_FORMATS
from auditor.rights.purposes import Purpose

SIGNALLED = 130
# Objects between two rounds of the garbage collector. Start-up makes a hundred thousand that stay; at the usual 700 the
# collector looks through them again and again, a fifth of the time of a short run.
ROUND = 50_000
MOST_JOBS = 256
ENDING = """\
auditor COMMAND --help tells the options of one.

exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage or configuration, 3 something could not be read
"""


def main(arguments: list[str] | None = None) -> int:
    """Runs one command. Returns 0, 1, 2 or 3 as docs/json.md says, 130 where it was interrupted."""
    gc.set_threshold(ROUND)
    atexit.register(gc.freeze)  # or Python looks through all tables once more at the end: a quarter of a short run
    options = parser().parse_args(arguments)
    try:
        command = import_module(f"auditor.commands.{options.command}")  # no other: most need far less than all
        code: int = command.run(options)
        return code
    except AuditorError as error:
        say(str(error))
        return WRONG_USAGE
    except KeyboardInterrupt:
        say("stopped")
        return SIGNALLED


def parser() -> argparse.ArgumentParser:
    """The grammar of the command line."""
    top = _Parser(
        prog="auditor",
        description="Audits captions and credit lines across the copies of a news story.",
        epilog=ENDING,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"auditor {__version__}")
    several = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for add in (_check, _extract, _credit, _usage, _kill, _score, _hook, _serve, _history, _import, _rules, _agencies):
        add(several)
    return top


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in a line; its whole usage is for --help."""

    def error(self, message: str) -> NoReturn:
        """Ends the run."""
        self.exit(WRONG_USAGE, f"{self.prog}: {message}\n{self.prog} --help tells how it is used.\n")


Subparsers = argparse._SubParsersAction  # argparse has no public name for it
Options = argparse._ActionsContainer  # a command, or a group of its options


def _command(several: "Subparsers[_Parser]", name: str, does: str) -> argparse.ArgumentParser:
    command = several.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.")
    command.add_argument(
        "--config", metavar="FILE", help="use this auditor.toml, not the nearest one above this folder"
    )
    return command


def _paths(command: argparse.ArgumentParser, at_least: str = "+") -> None:
    command.add_argument(
        "paths", nargs=at_least, metavar="PATH", help="a file, a folder, .gz of a file, or - for standard input"
    )
    command.add_argument("--output", metavar="FILE", help="write the report here, not to standard output")


def _selection(command: Options) -> None:
    for option, does in (("--select", "run only these"), ("--ignore", "leave these out")):
        command.add_argument(
            option, action="append", default=[], metavar="RULE", help=f"{does}: ids or topics, with commas"
        )


def _fail_on(command: Options) -> None:
    command.add_argument(
        "--fail-on",
        choices=("error", "warning", "notice", "never"),
        help="block from this severity on (default: error, or as auditor.toml says)",
    )


def _check(several: "Subparsers[_Parser]") -> None:
    command = _command(several, "check", "audit stories and compare the copies of each")
    _paths(command)
    _format(command, AUDIT_FORMATS)
    _fail_on(command)
    _compared(command.add_argument_group("copies"))
    _selection(command.add_argument_group("rules"))
    _asked(command.add_argument_group("rights (docs/rights.md)"))
    _living(command.add_argument_group("old findings and fixes (docs/living-with-findings.md)"))
    _many(command.add_argument_group("many stories"))


def _format(command: Options, formats: tuple[str, ...]) -> None:
    command.add_argument(
        "--format",
        choices=formats,
        default=formats[0],
        metavar="NAME",
        help=f"{', '.join(formats)} (default: {formats[0]})",
    )


def _compared(command: Options) -> None:
    command.add_argument(
        "--copies",
        choices=("auto", "all", "none"),
        default="auto",
        help="auto: found by their text (default); all: every input is a copy of one story; none: no two are",
    )
    command.add_argument("--master", metavar="FILE", help="the original, with which the other copies are compared")
    command.add_argument(
        "--explain", action="store_true", help="show why pictures count as one, and which were left open"
    )


def _many(command: Options) -> None:
    """How many stories are read."""
    _jobs(command)
    command.add_argument("--no-cache", dest="cache", action="store_false", help="remember nothing from run to run")


def _jobs(command: Options) -> None:
    command.add_argument(
        "--jobs",
        type=_count,
        metavar="N",
        help="read with N processes, 0: with none but this (default: one a core from 100 inputs on)",
    )


def _asked(command: Options) -> None:
    """What rules of rights/ are asked about, where auditor.toml does not say it."""
    said = "publish on this day: 2019-01-31 (default: the story's date, else today)"
    command.add_argument("--as-of", type=_day, metavar="DATE", help=said)
    command.add_argument("--edition", metavar="COUNTRY", help="publish in this country: GB")
    purposes = get_args(Purpose)
    command.add_argument("--use", choices=purposes, metavar="USE", help=f"publish for {', '.join(purposes)}")


def _day(given: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(given)
    except ValueError:
        raise argparse.ArgumentTypeError(f'a day such as 2019-01-31, not "{given}"') from None


def _living(command: Options) -> None:
    """What a newsroom with old findings needs."""
    command.add_argument("--baseline", metavar="FILE", help="only count the findings that this file knows")
    command.add_argument(
        "--write-baseline", metavar="FILE", help="write all findings into this file: they are known now"
    )
    command.add_argument("--diff", action="store_true", help="show what --fix would change, and what it cannot")
    command.add_argument("--fix", action="store_true", help="mend the files where the meaning stays the same")


def _count(given: str) -> int:
    if not given.isdecimal() or int(given) > MOST_JOBS:
        raise argparse.ArgumentTypeError(f'a number from 0 to {MOST_JOBS}, not "{given}"')
    return int(given)


def _extract(several: "Subparsers[_Parser]") -> None:
    command = _command(several, "extract", "show what is read from stories, without rules")
    _paths(command)
    _format(command, EXTRACT_FORMATS)
    _jobs(command)


def _credit(several: "Subparsers[_Parser]") -> None:
    command = _command(several, "credit", "take credit lines apart")
    command.add_argument(
        "lines", nargs="+", metavar="LINE", help="a credit line, or - for one a line on standard input"
    )
    _format(command, CREDIT_FORMATS)
    command.add_argument("--explain", action="store_true", help="show the step that decided each part")
    command.add_argument("--language", metavar="CODE", help="of the page that the line is from, where known: de, en-GB")
    command.add_argument("--publisher", metavar="NAME", help="of the page that the line is from, where known")
    command.add_argument("--output", metavar="FILE", help="write here, not to standard output")


def _usage(several: "Subparsers[_Parser]") -> None:
    command = _command(several, "usage", "count pictures and their uses by agency, month and contract")
    _paths(command, at_least="*")
    _format(command, COUNT_FORMATS)
    command.add_argument("--chart", action="store_true", help="draw bars instead of the table")
    command.add_argument("--since", type=_since, metavar="DATE", help="from this year, month or day on: 2026-01")
    command.add_argument("--ledger", metavar="FILE", help="the ledger, not the one that auditor.toml names")
    command.add_argument("--no-ledger", action="store_true", help="count the stories under PATH only, keep nothing")
    _fail_on(command)
    _asked(command)
    _many(command)


def _since(given: str) -> str:
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", given):
        raise argparse.ArgumentTypeError(f'a year, month or day such as 2026-01, not "{given}"')
    _day(given + "0000-01-01"[len(given) :])
    return given


def _kill(several: "Subparsers[_Parser]") -> None:
    command = _command(several, "kill", "find every copy in which a killed picture still stands")
    command.add_argument("notice", metavar="NOTICE", help="a TOML file with [[picture]] tables, as in pictures.toml")
    _paths(command)
    _format(command, KILL_FORMATS)
    _many(command)


def _score(several: "Subparsers[_Parser]") -> None:
    command = _command(several, "score", "tell how many pictures are correctly credited")
    _paths(command)
    _format(command, COUNT_FORMATS)
    _many(command)


def _hook(several: "Subparsers[_Parser]") -> None:
    command = _command(several, "hook", "audit one story on standard input, before it is published; verdict as JSON")
    command.add_argument(
        "--as", dest="form", choices=("auto", "json", "html", "text"), default="auto", help="what standard input holds"
    )
    command.add_argument(
        "--copies-from", action="append", default=[], metavar="FOLDER", help="compare with the copies in this folder"
    )
    command.add_argument("--schema", action="store_true", help="print the JSON Schema of an envelope")
    _fail_on(command)


def _serve(several: "Subparsers[_Parser]") -> None:
    command = _command(several, "serve", "answer CMSs and editors over HTTP (needs the extra `server`)")
    command.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: this machine only)")
    command.add_argument("--port", type=_port, default=8765, help="0 for any free one (default: 8765)")
    command.add_argument("--workers", type=_some, metavar="N", help="audit N stories at once (default: one a core)")
    command.add_argument(
        "--limit-concurrency", type=_some, default=32, metavar="N", help="more requests at once get 503 (default: 32)"
    )
    command.add_argument(
        "--limit-client", type=_some, metavar="N", help="more at once from one address get 429 (default: 3 of 4 places)"
    )
    _store(command)
    _fail_on(command)


def _history(several: "Subparsers[_Parser]") -> None:
    command = _command(several, "history", "show the verdicts that `serve` gave on a story")
    command.add_argument("story", metavar="STORY", help="its URL, its headline, or the start of its fingerprint")
    _format(command, ("text", "jsonl"))
    command.add_argument("--output", metavar="FILE", help="write here, not to standard output")
    _store(command)


def _store(command: argparse.ArgumentParser) -> None:
    command.add_argument("--store", metavar="FILE", help="the findings store, not the one that auditor.toml names")


def _port(given: str) -> int:
    if not given.isdecimal() or int(given) > 65535:
        raise argparse.ArgumentTypeError(f'a port from 0 to 65535, not "{given}"')
    return int(given)


def _some(given: str) -> int:
    if given == "0":
        raise argparse.ArgumentTypeError("1 or more")
    return _count(given)


def _import(several: "Subparsers[_Parser]") -> None:
    command = _command(several, "import", "make contracts.toml, pictures.toml or staff.toml of a spreadsheet")
    command.add_argument("kind", choices=("contracts", "pictures", "staff"))
    command.add_argument("file", metavar="FILE", help="CSV with a header; of staff also code replacements")
    command.add_argument("--output", metavar="FILE", help="write here, not to standard output; no file may be there")
    command.set_defaults(command="importing")  # `import` can be no module's name


def _rules(several: "Subparsers[_Parser]") -> None:
    command = _command(several, "rules", "list the rules, explain one, or run their examples")
    command.add_argument("id", nargs="?", metavar="ID", help="explain this rule, with its examples; or list a topic's")
    command.add_argument("--test", metavar="DIR", help="run the examples of the rule files in this folder")


def _agencies(several: "Subparsers[_Parser]") -> None:
    command = _command(several, "agencies", "list the agencies, or show one")
    command.add_argument("name", nargs="?", metavar="NAME", help="show the agency that goes by this name or alias")
