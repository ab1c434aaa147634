"""A worker process of `auditor serve`: loads the house once, then does one task after the other until its input ends.

It is a process of its own so that a parser that hangs or crashes costs one answer; the server ends and replaces it.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import msgspec

from auditor import house
from auditor.errors import AuditorError
from auditor.gate import compare, payloads
from auditor.gate.deadline import limit_memory
from auditor.gate.frames import DONE, FAILED, READY, Task, framed, next_frame
from auditor.gate.judge import Gate, extract, gate, judge, judge_request

Work = Callable[[Task], bytes]


def main(config: str, fail_on: str) -> None:
    """Serves the tasks on standard input with the house of a config file ("" for the shipped one)."""
    tasks, answers = _settle()
    try:
        by = gate(house.load(Path(config) if config else None), fail_on)
    except AuditorError as error:
        _say(answers, FAILED + str(error).encode("utf-8", "replace"))
        return
    settings = by.house.settings
    serve(tasks, answers, lambda task: done(task, by), settings.memory_limit, settings.time_limit)


def done(task: Task, by: Gate) -> bytes:
    """The answer to a task: JSON, or the HTML of a comparison."""
    if task.what == "compare":
        return compare.page(task.data, by).encode("utf-8", "replace")
    if task.what == "extract":
        return msgspec.json.encode(extract(task.data, task.form, by))
    if task.what == "event":
        return msgspec.json.encode(judge_request(payloads.request(task.source, task.data), by))
    return msgspec.json.encode(judge(task.data, task.form, by))


def serve(tasks: BinaryIO, answers: BinaryIO, work: Work, megabytes: int, seconds: float) -> None:
    """Answers tasks until there are no more, within so much memory. Ends where memory runs out."""
    if sys.platform != "win32":
        limit_memory(megabytes)
    _say(answers, READY)
    while (data := next_frame(tasks)) is not None:
        _set_alarm(seconds)
        _say(answers, _answer(msgspec.msgpack.decode(data, type=Task), work))
        _set_alarm(0)


def _answer(task: Task, work: Work) -> bytes:
    try:
        return DONE + work(task)
    except AuditorError as error:
        return FAILED + str(error).encode("utf-8", "replace")
    except MemoryError:
        os._exit(1)  # what is left of this process is not to be trusted with the next story


def _say(answers: BinaryIO, data: bytes) -> None:
    answers.write(framed(data))
    answers.flush()


def _settle() -> tuple[BinaryIO, BinaryIO]:
    """The pipes; whatever else writes to standard output or standard error writes to nowhere.

    Signals to the whole group are the server's business: it lets its workers finish, and then closes their input.
    """
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    return sys.stdin.buffer, answers


def _set_alarm(seconds: float) -> None:
    """A last resort for a worker that hangs in C code while its server has died."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, 2 * seconds)


if __name__ == "__main__":
    main(*sys.argv[1:])
