"""What takes long to build from files, kept in the user's own cache folder under a key of the files' contents.

The word tables take 0.1 s to build and 0.015 s to fetch. The folder must belong to the user and to nobody else, because
what it holds is unpickled; where it cannot be used, everything is simply built again.
"""

import gc
import os
import pickle
import sys
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from auditor import __version__

T = TypeVar("T")
FOLDER = "AUDITOR_CACHE"  # environment variable: another folder, or empty for none
PRIVATE = 0o700
KEPT = 8


def remembered(name: str, sources: Iterable[Path], build: Callable[[], T]) -> T:
    """What `build` makes of the source files, fetched if it was made of the same contents before.

    `build` must depend on nothing but the files and the program's version.
    """
    folder = private_folder()
    if folder is None:
        return build()
    kept = folder / f"{name}-{_key(sources)}.pickle"
    try:
        found: T = _unpickled(kept.read_bytes())
    except Exception:  # not there, or damaged: pickle raises whatever it likes
        found = build()
        _keep(found, kept)
    return found


def _unpickled(data: bytes) -> Any:
    """The thing; without rounds of the garbage collector, as all that it makes is kept."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        return pickle.loads(data)
    finally:
        if was_on:
            gc.enable()


def _key(sources: Iterable[Path]) -> str:
    """A checksum: it tells versions of the user's own files apart, and need not withstand an attack."""
    text = f"{__version__} {sys.version} {_program_changed()}".encode()
    one, other = zlib.crc32(text), zlib.adler32(text)
    for path in sources:
        data = str(path).encode() + path.read_bytes()
        one, other = zlib.crc32(data, one), zlib.adler32(data, other)
    return f"{one:08x}{other:08x}"


def _program_changed() -> int:
    """The newest change of the program's own modules, so that a checkout under work never fetches what is outdated."""
    folders = os.walk(Path(__file__).parents[1])
    modules = (os.path.join(folder, name) for folder, _, names in folders for name in names if name.endswith(".py"))
    return max(os.stat(module).st_mtime_ns for module in modules)


def private_folder() -> Path | None:
    """The private cache folder, made where it is missing; None where there can be none."""
    wanted = os.environ.get(FOLDER)
    if wanted == "":
        return None
    try:
        folder = Path(wanted) if wanted else _users_cache()
        folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        return folder if _is_private(folder) else None
    except (OSError, RuntimeError):  # RuntimeError: the user has no home
        return None


def _users_cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(base) if base else Path.home() / ".cache") / "auditor"


def _is_private(folder: Path) -> bool:
    if not hasattr(os, "getuid"):
        return True  # Windows: LOCALAPPDATA is the user's own
    state = folder.stat()
    return state.st_uid == os.getuid() and not state.st_mode & 0o022


def _keep(thing: object, path: Path) -> None:
    """Writes beside and renames, so that no reader ever sees half a file."""
    new = path.with_suffix(f".{os.getpid()}.new")
    try:
        new.write_bytes(pickle.dumps(thing, pickle.HIGHEST_PROTOCOL))
        new.replace(path)
        _forget_old(path)
    except OSError:
        new.unlink(missing_ok=True)


def _forget_old(path: Path) -> None:
    """Keeps the newest few versions of a thing: each newsroom's tables, and each version of the program, have one."""
    versions = sorted(path.parent.glob(f"{path.name.split('-')[0]}-*.pickle"), key=lambda p: p.stat().st_mtime)
    for old in versions[:-KEPT]:
        old.unlink(missing_ok=True)
