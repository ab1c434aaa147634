"""A sequence of records that is kept out of the way: packed, in memory while it is small, else in a temporary file."""

import os
from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

import msgspec

T = TypeVar("T")
IN_MEMORY = 1 << 25
"""Bytes from which on they go to a file: some thousand stories."""
NOWHERE = -1


class Spill(Sequence[T], Generic[T]):
    """Records of one type by their number; each look unpacks a record anew, so none stays longer than it is used."""

    def __init__(self, shape: Any, in_memory: int | None = None) -> None:
        self._decode: Callable[[bytes], T] = msgspec.msgpack.Decoder(shape).decode
        self._at, self._sizes = array("q"), array("q")
        self._bytes = _Bytes(IN_MEMORY if in_memory is None else in_memory)

    def append(self, record: T) -> None:
        """Puts a record at the end."""
        self.put(len(self), msgspec.msgpack.encode(record))

    def put(self, number: int, data: bytes) -> None:
        """Puts a packed record in its place; numbers may come in any order, but must all have come before a look."""
        missing = number + 1 - len(self._at)
        if missing > 0:
            self._at.extend([NOWHERE] * missing)
            self._sizes.extend([0] * missing)
        self._at[number] = self._bytes.append(data)
        self._sizes[number] = len(data)

    def packed(self, number: int) -> bytes:
        """A record as it was packed."""
        if self._at[number] == NOWHERE:
            raise IndexError(f"Record {number} was never put in.")
        return self._bytes.read(self._at[number], self._sizes[number])

    def arrange(self, order: Sequence[int]) -> None:
        """Puts the records in another order, given by their present numbers."""
        self._at = array("q", (self._at[number] for number in order))
        self._sizes = array("q", (self._sizes[number] for number in order))

    def __len__(self) -> int:
        return len(self._at)

    @overload
    def __getitem__(self, number: int) -> T: ...
    @overload
    def __getitem__(self, number: slice) -> list[T]: ...
    def __getitem__(self, number: int | slice) -> T | list[T]:
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        return self._decode(self.packed(number))

    def __iter__(self) -> Iterator[T]:
        return (self[number] for number in range(len(self)))


class _Bytes:
    """Bytes one behind the other, in memory up to a size, from there on in a file without a name."""

    def __init__(self, in_memory: int) -> None:
        self._memory: bytearray | None = bytearray()
        self._most = in_memory
        self._size = 0

    def append(self, data: bytes) -> int:
        at = self._size
        self._size += len(data)
        if self._memory is not None and self._size <= self._most:
            self._memory += data
            return at
        if self._memory is not None:
            self._move_out(self._memory)
        self._file.seek(0, os.SEEK_END)
        self._file.write(data)
        return at

    def _move_out(self, memory: bytearray) -> None:
        import tempfile  # not for the small run that never needs it

        self._file = tempfile.TemporaryFile(prefix="auditor-")  # noqa: SIM115 - it lives as long as the records
        self._file.write(memory)
        self._memory = None

    def __del__(self) -> None:
        if self._memory is None:
            self._file.close()

    def read(self, at: int, size: int) -> bytes:
        if self._memory is not None:
            return bytes(self._memory[at : at + size])
        self._file.seek(at)
        return self._file.read(size)
