"""`auditor kill`: finds every copy in which a killed picture still stands."""

from argparse import Namespace
from pathlib import Path

from auditor import kills, report
from auditor.beside import Eyes
from auditor.commands import gathering
from auditor.commands.printing import output
from auditor.errors import FOUND, NOT_READ, NOTHING, UsageError
from auditor.machinery.results import never
from auditor.report import counts
from auditor.rights import desk
from auditor.rights.recognising import Register


def run(options: Namespace) -> int:
    """Finds every copy in which a picture of the notice stands; exit code 1 if any does, else 0 or 3."""
    run = gathering.gathering(options)
    notice = _notice(Path(options.notice), run)
    done = gathering.audited(run, "never")
    found = kills.standing(done.stories, done.groups, notice, Eyes(never) if notice.sees else None)
    with output(options.output) as out:
        if options.format == "table":
            report.writer("counted", "kills")(found, done.unread, len(done.stories), out)
        else:
            report.writer(options.format, "rows")(counts.kills(found, done.unread), out)
    return FOUND if found else NOT_READ if done.unread else NOTHING


def _notice(path: Path, run: gathering.Gathering) -> Register:
    """The entries of a notice. Raises UsageError where there is none, or one that kills nothing."""
    entries = Register(desk.entries(path, Path.cwd(), run.settled.countries))
    if not entries:
        raise UsageError(f"{path}: there is no [[picture]] in this notice.")
    for entry in entries:
        if entry.kill is None:
            raise UsageError(f"{entry.place}: this entry kills nothing; give it a day: kill = 2019-01-31.")
    return entries
