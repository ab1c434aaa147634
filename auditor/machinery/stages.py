"""One stage of a large run: files in, one file out, which is either whole or not there.

A stage writes under a temporary name and renames; where its output is there, it is skipped. So a run that was killed
goes on where it stood, and a stage can be a task of any engine that calls functions with paths.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path


def made(output: Path, make: Callable[[Path], None]) -> Path:
    """The output, which `make` writes to the path that it is given (a file or a folder) if it is not there yet."""
    if output.exists():
        return output
    draft = output.with_name(f".{output.name}.{os.getpid()}")
    _remove(draft)
    make(draft)
    try:
        os.replace(draft, output)
    except OSError:  # a folder that another process has made meanwhile: the same, for stages are pure
        if not output.exists():
            raise
        _remove(draft)
    return output


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
