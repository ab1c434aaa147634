"""`auditor check`: audits stories and compares the copies of each."""

import datetime
from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path

from auditor import audit, baseline, comparisons, copies, house, read, reading, report
from auditor.commands.inputs import bar, config_of, names_under
from auditor.commands.mending import mended
from auditor.commands.printing import output, say
from auditor.errors import FOUND, NOT_READ, NOTHING, UsageError, nearest
from auditor.machinery import results
from auditor.machinery.spill import Spill
from auditor.model import Audit
from auditor.records import Record
from auditor.report.words import ABOUT_UNREAD
from auditor.rights.shapes import Asked

MOST_STALE = 20


def run(options: Namespace) -> int:
    """Audits the stories under the paths; exit code 0, 1 or 3."""
    choice = _choice(options)
    settled = reading.chosen(choice)
    fail_on = options.fail_on or settled.settings.fail_on
    before = _before(options)
    names = _led_by(options.master, names_under(options.paths))
    how = copies.How(options.copies, options.master)
    jobs = reading.jobs(options.jobs, len(names))
    remembered = options.cache and len(names) >= reading.SEVERAL
    here = reading.desk(settled, versioned=remembered or jobs > 0)

    def audited() -> Audit:
        with results.opened(remembered) as known:
            kept = _records(names, choice, here, jobs, known)
            means = comparisons.Means(jobs, results.recall(known, here.version))
            return audit.of_records(kept, settled, how, fail_on, datetime.date.today(), means)

    def judged() -> Audit:
        return _without_known(audited(), before, settled, options, fail_on)

    done = judged()
    changed, lines = mended(done, names, here, options) if options.diff or options.fix else (False, [])
    if changed:
        done = judged()
    with output(options.output) as out:
        report.writer(options.format, "audit")(done, out)
        out.writelines(f"{line}\n" for line in lines)
    return exit_code(done, fail_on)


def _before(options: Namespace) -> Sequence[baseline.Entry]:
    """The baseline of the options. Raises UsageError for options that do not go together."""
    if options.diff and options.format != "table":
        raise UsageError("--diff goes with the table format only: other formats are one document.")
    if options.fix and read.STANDARD_INPUT in options.paths:
        raise UsageError("--fix writes to files, and standard input is none. Name the file, or use --diff.")
    return baseline.load(Path(options.baseline)) if options.baseline else ()


def _without_known(
    done: Audit, before: Sequence[baseline.Entry], settled: house.House, options: Namespace, fail_on: str
) -> Audit:
    """The audit less what a baseline knows, which may be written first; says what of it is stale."""
    if options.write_baseline:
        path = Path(options.write_baseline)
        say(f"{path}: {baseline.write(path, done.findings)} findings written")
        before = baseline.load(path)
    known = baseline.held_back(done, before, [rule.id for rule in settled.rules], fail_on)
    for entry in known.stale[:MOST_STALE]:
        say(f"baseline: no longer found: {entry.rule} in {entry.story}: {entry.excerpt}")
    if len(known.stale) > MOST_STALE:
        say(f"baseline: and {len(known.stale) - MOST_STALE} more no longer found")
    if known.stale:
        say("baseline: run with --write-baseline to drop what is no longer found")
    if known.unjudged:
        say(f"baseline: {known.unjudged} entries are about stories or rules that this run did not look at")
    return known.audit


def _choice(options: Namespace) -> reading.Choice:
    config = config_of(options)
    asked = Asked(datetime.date.today(), options.as_of, options.edition, options.use)
    selected, ignored = tuple(_names(options.select)), tuple(_names(options.ignore))
    return reading.Choice(str(config) if config else None, selected, ignored, asked)


def _names(given: Iterable[str]) -> list[str]:
    return [name.strip() for names in given for name in names.split(",") if name.strip()]


def _led_by(master: str | None, names: list[reading.Name]) -> list[reading.Name]:
    """The inputs with the master copy first, where there is one. Raises UsageError where it is not among them."""
    if master is None:
        return names
    if master not in names:
        raise UsageError(
            f"--master {master}: not among the inputs{nearest(master, [n for n in names if isinstance(n, str)])}."
        )
    return [master, *(name for name in names if name != master)]


def _records(
    names: Sequence[reading.Name], choice: reading.Choice, here: reading.Desk, jobs: int, known: results.Results | None
) -> Spill[Record]:
    """The record of each input."""
    kept: Spill[Record] = Spill(Record)
    with bar(len(names)) as step:

        def put(number: int, data: bytes) -> None:
            kept.put(number, data)
            step()

        if jobs:
            reading.everything_by_workers(names, choice, here, known, put, jobs)
        else:
            reading.everything(names, here, known, put)
    return kept


def exit_code(done: Audit, fail_on: str) -> int:
    """1 with a finding at or above `fail_on`, else 3 with anything unread, else 0.

    That something was not read is a finding too, but has the exit code of its own.
    """
    if any(audit.at_or_above(f.severity, fail_on) and f.rule != ABOUT_UNREAD for f in done.findings):
        return FOUND
    return NOT_READ if done.unread else NOTHING
