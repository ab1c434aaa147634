"""`auditor serve`: answers over HTTP until it is told to stop."""

import os
from argparse import Namespace

from auditor.commands.inputs import config_of
from auditor.gate import serve


def run(options: Namespace) -> int:
    """Answers over HTTP until it is told to stop; exit code 0."""
    return serve.serve(options, config_of(options), os.environ)
