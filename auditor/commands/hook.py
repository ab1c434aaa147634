"""`auditor hook`: audits one story on standard input before it is published."""

import os
import sys
from argparse import Namespace

from auditor import house
from auditor.commands.inputs import config_of
from auditor.commands.printing import print_json
from auditor.errors import UsageError
from auditor.gate import envelope, hook


def run(options: Namespace) -> int:
    """Audits one story on standard input before it is published; exit code 0, 1 or 3."""
    if options.schema:
        return print_json(envelope.schema())
    for folder in options.copies_from:
        if not os.path.exists(folder):
            raise UsageError(f"--copies-from {folder}: there is no such folder.")
    settled = house.load(config_of(options))
    fail_on = options.fail_on or settled.settings.fail_on
    data = sys.stdin.buffer.read(settled.settings.largest_story + 1)
    answer = hook.decide(data, options.form, settled, fail_on, options.copies_from)
    print_json(answer)
    return hook.exit_code(answer, fail_on)
