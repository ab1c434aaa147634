"""`auditor check`: audits stories and compares the copies of each."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from auditor import audit, baseline, house, read, report
from auditor.commands import gathering
from auditor.commands.mending import mended
from auditor.commands.printing import output, say
from auditor.errors import UsageError
from auditor.ledger.forecast import Forecast
from auditor.model import Audit

MOST_STALE = 20


def run(options: Namespace) -> int:
    """Audits the stories under the paths; exit code 0, 1 or 3."""
    before = _before(options)
    run = gathering.gathering(options)
    fail_on = options.fail_on or run.settled.settings.fail_on

    def judged() -> Audit:
        return _without_known(
            gathering.audited(run, fail_on, Forecast(run.settled)), before, run.settled, options, fail_on
        )

    done = judged()
    changed, lines = mended(done, run.names, run.here, options) if options.diff or options.fix else (False, [])
    if changed:
        done = judged()
    with output(options.output) as out:
        report.writer(options.format, "audit")(done, out, **({"explain": True} if options.explain else {}))
        out.writelines(f"{line}\n" for line in lines)
    return audit.exit_code(((f.severity, f.rule) for f in done.findings), bool(done.unread), fail_on)


def _before(options: Namespace) -> Sequence[baseline.Entry]:
    """The baseline of the options. Raises UsageError for options that do not go together."""
    for option in ("diff", "explain"):
        if getattr(options, option) and options.format != "table":
            raise UsageError(f"--{option} goes with the table format only: other formats are one document.")
    if options.fix and read.STANDARD_INPUT in options.paths:
        raise UsageError("--fix writes to files, and standard input is none. Name the file, or use --diff.")
    if options.write_baseline:
        baseline.refuse_other_file(Path(options.write_baseline))
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
