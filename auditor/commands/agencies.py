"""`auditor agencies`: lists the agencies, or shows one."""

from argparse import Namespace

from auditor import house, report
from auditor.commands.inputs import config_of
from auditor.commands.printing import output
from auditor.errors import NOTHING, UsageError


def run(options: Namespace) -> int:
    """Lists the agencies, or shows one; exit code 0."""
    table = house.load_words(config_of(options)).agencies
    if options.name is None:
        with output(None) as out:
            report.writer("agencies", "listing")(table.by_name.values(), out)
        return NOTHING
    found = table.get(options.name)
    if found is None:
        raise UsageError(f'No agency goes by "{options.name}"{table.nearest(options.name)}.')
    with output(None) as out:
        report.writer("agencies", "one")(found, out)
    return NOTHING
