"""`auditor rules`: lists the rules, explains one, or runs the examples of rule files."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from auditor import examples, house, report, rulebook
from auditor.commands.inputs import config_of
from auditor.commands.printing import output
from auditor.errors import FOUND, NOTHING, UsageError, nearest
from auditor.text import visible


def run(options: Namespace) -> int:
    """Lists the rules, explains one, or runs the examples of a folder's rule files; exit code 0 or 1."""
    settled = house.load(config_of(options))
    if options.test is not None:
        return _test(Path(options.test), settled)
    if options.id is None:
        return _print_rules(settled.rules)
    if topic := [rule for rule in settled.rules if rule.topic == options.id]:
        return _print_rules(topic)
    found = next((rule for rule in settled.rules if rule.id == options.id), None)
    if found is None:
        known = {name for rule in settled.rules for name in (rule.id, rule.topic)}
        raise UsageError(f'There is no rule or topic "{options.id}"{nearest(options.id, known)}.')
    with output(None) as out:
        report.writer("rules", "explain")(found, out)
    return NOTHING


def _test(folder: Path, settled: house.House) -> int:
    if not folder.is_dir():
        raise UsageError(f"There is no folder {folder}.")
    tested = rulebook.load([folder], {}, settled.extensions.checks)
    wrong = list(examples.wrong(tested, settled.words))
    with output(None) as out:
        out.writelines(f"{visible(str(example))}\n" for example in wrong)
        out.write(f"{len(tested)} rules, {len(wrong)} examples wrong\n")
    return FOUND if wrong else NOTHING


def _print_rules(known: Sequence[rulebook.Rule]) -> int:
    with output(None) as out:
        report.writer("rules", "listing")(known, out)
    return NOTHING
