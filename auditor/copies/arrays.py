"""Records of numpy columns in folders: one file a column, mapped into memory when it is read."""

from pathlib import Path
from typing import Any, TypeVar

import msgspec
import numpy as np
from msgspec import Struct

T = TypeVar("T", bound=Struct)


def write(record: Struct, folder: Path) -> None:
    """Writes each column of a record, and of the records in it, to a file in a new folder."""
    folder.mkdir(parents=True)
    for field in msgspec.structs.fields(record):
        value = getattr(record, field.name)
        if isinstance(value, Struct):
            write(value, folder / field.name)
        else:
            np.save(folder / f"{field.name}.npy", value)


def read(folder: Path, shape: type[T]) -> T:
    """A record of columns that stay in the files until they are looked at."""
    columns: dict[str, Any] = {}
    for field in msgspec.structs.fields(shape):
        inner = folder / field.name
        columns[field.name] = read(inner, field.type) if inner.is_dir() else _mapped(folder / f"{field.name}.npy")
    return shape(**columns)


def _mapped(path: Path) -> Any:
    try:
        return np.asarray(np.load(path, mmap_mode="r"))  # as a plain array, whose slices cost a tenth
    except ValueError:  # an empty file cannot be mapped
        return np.load(path)
