"""`auditor history`: shows the verdicts on a story."""

from argparse import Namespace

from auditor import house
from auditor.commands.inputs import config_of
from auditor.commands.printing import output, say
from auditor.errors import NOTHING
from auditor.gate import recall, store


def run(options: Namespace) -> int:
    """Shows the verdicts on a story; exit code 0."""
    path = store.path_of(options.store, house.load(config_of(options)))
    found = store.history(path, options.story)
    if not found:
        say(
            f'no verdict on "{options.story}" in {path}; a story goes by its URL, its headline, or the first 8 digits '
            "or more of its fingerprint"
        )
    with output(options.output) as out:
        (recall.json_lines if options.format == "jsonl" else recall.lines)(found, out)
    return NOTHING
