"""What every command that reads many stories does first: inputs into records, records into an Audit."""

import datetime
from argparse import Namespace
from collections.abc import Iterable, Sequence

from msgspec import Struct

from auditor import audit, beside, comparisons, copies, reading
from auditor.commands.inputs import bar, config_of, names_under
from auditor.commands.printing import say
from auditor.errors import UsageError, nearest
from auditor.house import House
from auditor.machinery import results
from auditor.machinery.spill import Spill
from auditor.model import Audit
from auditor.records import Record
from auditor.report.words import many
from auditor.rights.shapes import Asked


class Gathering(Struct, frozen=True):
    """The inputs of a run, the house that looks at them, and how: `jobs` are worker processes, `how` finds copies.

    `remembered`: results of earlier runs are looked up, and those of this one kept.
    """

    names: Sequence[reading.Name]
    choice: reading.Choice
    settled: House
    here: reading.Desk
    how: copies.How
    jobs: int
    remembered: bool


def gathering(options: Namespace) -> Gathering:
    """What the options ask for. Options that a command does not have are left at what `check` does without them."""
    said = vars(options)
    wanted = choice(options)
    settled = reading.chosen(wanted)
    how = copies.How(said.get("copies", "auto"), said.get("master"))
    names = _led_by(how.master, names_under(options.paths, options.output))
    jobs = reading.jobs(options.jobs, len(names))
    remembered = options.cache and len(names) >= reading.SEVERAL
    here = reading.desk(settled, versioned=remembered or jobs > 0)
    return Gathering(names, wanted, settled, here, how, jobs, remembered)


def audited(run: Gathering, fail_on: str, beyond: audit.Beyond = audit.nothing) -> Audit:
    """Reads the inputs and audits them."""
    with results.opened(run.remembered) as known:
        kept = _records(run, known)
        recall = results.recall(known, run.here.version)
        eyes = beside.Eyes(recall)
        means = comparisons.Means(run.jobs, recall, eyes, bar)
        done = audit.of_records(kept, run.settled, run.how, fail_on, datetime.date.today(), means, beyond)
    if eyes.unseen:
        say(f"{many(eyes.unseen, 'picture file')} beside the stories not looked at: install auditor[images]")
    return done


def _records(run: Gathering, known: results.Results | None) -> Spill[Record]:
    """The record of each input."""
    kept: Spill[Record] = Spill(Record)
    with bar("reading", len(run.names)) as step:

        def put(number: int, data: bytes) -> None:
            kept.put(number, data)
            step()

        if run.jobs:
            reading.everything_by_workers(run.names, run.choice, run.here, known, put, run.jobs)
        else:
            reading.everything(run.names, run.here, known, put)
    return kept


def choice(options: Namespace) -> reading.Choice:
    """By what the options choose the house: its config file, rules, and what is asked."""
    said, config = vars(options), config_of(options)
    asked = Asked(datetime.date.today(), said.get("as_of"), said.get("edition"), said.get("use"))
    selected, ignored = (tuple(_names(said.get(option, ()))) for option in ("select", "ignore"))
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
