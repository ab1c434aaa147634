"""`auditor usage`: counts pictures and their uses, and keeps count in a ledger."""

from argparse import Namespace
from contextlib import closing

from auditor import audit, reading, report
from auditor.commands import gathering
from auditor.commands.printing import output, say
from auditor.errors import FOUND, NOT_READ, NOTHING, UsageError
from auditor.house import House
from auditor.ledger import intake, store
from auditor.ledger.account import account
from auditor.ledger.covering import Covering
from auditor.ledger.shapes import Account
from auditor.ledger.store import Ledger
from auditor.report import counts

QUOTA = "rights/quota"


def run(options: Namespace) -> int:
    """Counts the uses in the stories under the paths, or without paths those in the ledger; exit code 0, 1 or 3."""
    _refuse(options)
    if options.paths:
        run = gathering.gathering(options)
        settled, told = run.settled, _taken_in(run, options)
    else:
        settled = reading.chosen(gathering.choice(options))
        told = _looked_up(settled, options)
    with output(options.output) as out:
        if options.format == "table":
            report.writer("chart" if options.chart else "counted", "usage")(told, out)
        else:
            report.writer(options.format, "rows")(counts.usage(told), out)
    return _exit_code(told, settled, options.fail_on or settled.settings.fail_on)


def _refuse(options: Namespace) -> None:
    """Raises UsageError for options that do not go together."""
    if options.chart and options.format != "table":
        raise UsageError("--chart draws for people: it does not go with --format csv or jsonl.")
    if options.no_ledger and (options.ledger or not options.paths):
        raise UsageError("--no-ledger counts the stories under PATH alone: it needs paths, and no --ledger.")
    if not options.paths and (options.as_of or options.edition or options.use):
        raise UsageError("--as-of, --edition and --use say how stories are taken in: they need paths.")


def _taken_in(run: gathering.Gathering, options: Namespace) -> Account:
    """What the stories of the run show; they are in the ledger from now on."""
    done = gathering.audited(run, "never")
    path = None if options.no_ledger else store.path_of(options.ledger, run.settled)
    rights = run.settled.rights
    with closing(Ledger(path)) as ledger:
        ledger.take_in((intake.taken(story, rights) for story in done.stories), done.groups, done.unread)
        if path:
            say(f"counted in {path}")
        return account(ledger, Covering(rights, run.settled.words.agencies), options.since, done.unread)


def _looked_up(settled: House, options: Namespace) -> Account:
    """What all of the ledger shows. Raises UsageError where there is none."""
    path = store.path_of(options.ledger, settled)
    if not path.is_file():
        raise UsageError(f"There is no ledger {path}; `auditor usage PATH` writes one. Name another with --ledger.")
    with closing(Ledger(path)) as ledger:
        return account(ledger, Covering(settled.rights, settled.words.agencies), options.since, ledger.unread())


def _exit_code(told: Account, settled: House, fail_on: str) -> int:
    """1 where a quota is exceeded and the rule about it is at or above `fail_on`, else 3 with anything unread."""
    severity = next((rule.severity for rule in settled.rules if rule.id == QUOTA), None)
    if severity and any(state.over for state in told.quotas) and audit.at_or_above(severity, fail_on):
        return FOUND
    return NOT_READ if told.unread else NOTHING
