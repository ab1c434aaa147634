"""What the picture files of entries show: files beside pictures.toml, by which a picture is known under any address."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from auditor import looks
from auditor.beside import LARGEST
from auditor.machinery.cache import remembered
from auditor.rights.mistakes import Mistake
from auditor.rights.shapes import EntryRow


def looks_of(folder: Path, rows: Sequence[EntryRow]) -> Mapping[str, str]:
    """By name, what each file of the entries shows; empty for one that tells nothing, none without the extra."""
    names = sorted({name for row in rows for name in row.files if _is_file(folder / name)})
    if not names or not looks.able():
        return {}
    return remembered("looks", [folder / name for name in names], lambda: dict(_seen(folder, names)))


def _seen(folder: Path, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((name, looks.look_of((folder / name).read_bytes())) for name in names)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file() and path.stat().st_size <= LARGEST
    except (OSError, ValueError):
        return False


def mistakes_in(row: EntryRow, folder: Path, seen: Mapping[str, str]) -> Iterator[Mistake]:
    """What is wrong with the files of an entry: an entry that cannot be looked up must not pass in silence."""
    for name in row.files:
        if not _is_file(folder / name):
            yield Mistake("files", f"there is no picture file {folder / name} of at most {LARGEST / 1e6:g} MB")
        elif not looks.able():
            yield Mistake("files", f"{name} cannot be looked at: install auditor[images]")
        elif not seen.get(name):
            yield Mistake("files", f"{name} tells no picture: it is damaged, plain, or no JPEG, PNG, WebP or GIF")
