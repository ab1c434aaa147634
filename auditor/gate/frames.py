"""What passes between the server and a worker: frames of a length and so many bytes, over the worker's own pipes."""

from typing import BinaryIO, Literal

from msgspec import Struct

from auditor.gate.envelope import As

LENGTH = 8  # bytes, the most significant first
READY, DONE, FAILED = b"r", b"d", b"f"  # the first byte of what a worker says

What = Literal["check", "extract", "compare", "event"]


class Task(Struct, frozen=True):
    """Some bytes, what is to be done with them, and what they hold; `source` is the sender of an event."""

    what: What
    data: bytes
    form: As = "auto"
    source: str = ""


def framed(data: bytes) -> bytes:
    """The bytes behind their length."""
    return len(data).to_bytes(LENGTH, "big") + data


def next_frame(stream: BinaryIO) -> bytes | None:
    """The bytes of the next frame; None where the stream has ended."""
    head = stream.read(LENGTH)
    if len(head) < LENGTH:
        return None
    length = int.from_bytes(head, "big")
    data = stream.read(length)
    return data if len(data) == length else None
