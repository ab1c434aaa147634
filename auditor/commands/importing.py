"""`auditor import`: a spreadsheet, as CSV, into contracts.toml, pictures.toml or staff.toml."""

from argparse import Namespace
from pathlib import Path

from auditor import house, read
from auditor.commands.inputs import config_of
from auditor.commands.printing import output, say
from auditor.errors import NOTHING, UsageError
from auditor.machinery.writing import replace_file
from auditor.model import Unread
from auditor.rights import importing


def run(options: Namespace) -> int:
    """Writes the TOML file, to standard output or where there is none yet; exit code 0."""
    settled = house.load(config_of(options))
    given = read.raw(options.file, read.LARGEST)
    if isinstance(given, Unread):
        raise UsageError(f"{options.file}: {given.why}")
    known = importing.Known(settled.words.agencies, settled.countries)
    try:
        made = importing.imported(given.data, options.kind, known)
    except UsageError as error:
        raise UsageError(f"{options.file}: {error}") from None
    if options.output is None:
        with output(None) as out:
            out.write(made.decode())
    else:
        _write(Path(options.output), made)
    return NOTHING


def _write(path: Path, made: bytes) -> None:
    if path.exists():
        raise UsageError(f"{path} is there already: give another name, and put the two together yourself.")
    try:
        replace_file(path, made)
    except OSError as error:
        raise UsageError(f"--output {path}: cannot be written ({error.strerror}).") from None
    say(f"{path}: written")
