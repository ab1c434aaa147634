"""`auditor score`: tells how many pictures are correctly credited."""

from argparse import Namespace

from msgspec.structs import replace

from auditor import copies, report, score
from auditor.commands import gathering
from auditor.commands.printing import output
from auditor.errors import NOT_READ, NOTHING
from auditor.report import counts


def run(options: Namespace) -> int:
    """Tells how many pictures are correctly credited; exit code 0 or 3."""
    run = replace(gathering.gathering(options), how=copies.How("none"))  # each copy is counted by itself
    done = gathering.audited(run, "never")
    told = score.scores(done.stories, run.settled.rights)
    with output(options.output) as out:
        if options.format == "table":
            report.writer("counted", "scores")(told, done.unread, out)
        else:
            report.writer(options.format, "rows")(counts.scores(told, done.unread), out)
    return NOT_READ if done.unread else NOTHING
