"""`auditor agencies`: lists the agencies, or shows one."""

import sys
from argparse import Namespace

from auditor import house, report
from auditor.commands.inputs import config_of
from auditor.errors import NOTHING, UsageError


def run(options: Namespace) -> int:
    """Lists the agencies, or shows one; exit code 0."""
    table = house.load_words(config_of(options)).agencies
    if options.name is None:
        report.writer("agencies", "listing")(table.by_name.values(), sys.stdout)
        return NOTHING
    found = table.get(options.name)
    if found is None:
        raise UsageError(f'No agency goes by "{options.name}"{table.nearest(options.name)}.')
    report.writer("agencies", "one")(found, sys.stdout)
    return NOTHING
