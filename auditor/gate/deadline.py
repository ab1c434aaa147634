"""Work done in a process of its own, which is ended when it takes too long, takes too much memory, or dies."""

import contextlib
import os
import select
import signal
import time
from collections.abc import Callable

CHUNK = 1 << 16


class OverrunError(Exception):
    """The work gave no answer; the text says why."""


def within(seconds: float, megabytes: int, work: Callable[[], bytes]) -> bytes:
    """What `work` answers, if it does within so many seconds and so much memory; else raises OverrunError.

    A parser that hangs in C cannot be interrupted from Python, so the work is done in a fork, which is killed. Where
    there is no fork (Windows), the work is done here, without limits.
    """
    if not hasattr(os, "fork"):
        return work()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _answer(writer, megabytes, work)
    os.close(writer)
    try:
        return _heard(reader, child, time.monotonic() + seconds, seconds)
    finally:
        os.close(reader)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _answer(writer: int, megabytes: int, work: Callable[[], bytes]) -> None:
    """In the child: the work, its answer behind a zero byte into the pipe, and out, past what the parent has open."""
    code = 1
    try:
        limit_memory(megabytes)
        answer = b"\0" + work()
        while answer:
            answer = answer[os.write(writer, answer) :]
        code = 0
    finally:
        os._exit(code)


def limit_memory(megabytes: int) -> None:
    """Sets the most memory that this process may ask for."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))


def _heard(reader: int, child: int, end: float, seconds: float) -> bytes:
    """In the parent: everything the child writes until it closes the pipe."""
    heard = b""
    while (left := end - time.monotonic()) > 0:
        if not select.select([reader], [], [], left)[0]:
            break
        if not (chunk := os.read(reader, CHUNK)):
            if heard:
                return heard[1:]
            raise OverrunError("The audit ended without an answer: it crashed, or needed more memory than it may have.")
        heard += chunk
    raise OverrunError(f"The audit took longer than {seconds:g} seconds.")
