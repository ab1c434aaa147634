"""A file's new contents: whole or not at all, its permissions kept."""

import contextlib
import os
from pathlib import Path

NEW_FILE = 0o666


def replace_file(path: Path, data: bytes) -> None:
    """Puts the data in the file's place; a link stays a link. Raises OSError, and then the file is as it was."""
    import tempfile  # most runs write no file

    target = Path(os.path.realpath(path))
    handle, draft = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with open(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(handle)
        os.chmod(draft, _mode(target))
        os.replace(draft, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(draft)
        raise
    _settle(target.parent)


def _mode(target: Path) -> int:
    """The permissions of the file, or those of a new one."""
    try:
        return target.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return NEW_FILE & ~mask


def _settle(folder: Path) -> None:
    """Waits until the change of name has reached the disk, where the system can tell."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
