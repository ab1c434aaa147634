"""Where files are kept that are neither the program's nor a cache: what a newsroom must not lose."""

import os
from pathlib import Path

from auditor.errors import UsageError


def kept_file(wanted: str | None, said: str | None, config: Path | None, file: str, option: str) -> Path:
    """The path that the option gives, else the one that auditor.toml (`config`) says, else a file of the user's own.

    Raises UsageError, naming the option, where the user has no home folder.
    """
    if wanted:
        return Path(wanted)
    if said:
        return (config.parent if config else Path()) / said
    base = os.environ.get("XDG_STATE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        return (Path(base) if base else Path.home() / ".local" / "state") / "auditor" / file
    except RuntimeError:
        raise UsageError(f"This user has no home folder for {file}: name a file with {option}.") from None
