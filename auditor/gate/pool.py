"""Worker processes, each with one task at a time, that are ended and replaced when they hang or die."""

import asyncio
import contextlib
import logging
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence

import msgspec

from auditor.errors import AuditorError
from auditor.gate.deadline import OverrunError
from auditor.gate.frames import DONE, LENGTH, READY, Task, framed

STARTING = 60.0  # seconds that a worker may take to load its house
PAUSE = 1.0  # seconds before a worker is hired again that could not start
LOG = logging.getLogger("auditor.gate")


class BusyError(Exception):
    """No worker became free in time."""


class TaskError(AuditorError):
    """A worker refused a task; the text says why."""


class Pool:
    """So many workers. `command` starts one that speaks in frames; `seconds` is what one task may take by the clock."""

    def __init__(self, command: Sequence[str], size: int, seconds: float) -> None:
        self.size = size
        self.ready = 0
        self._command, self._seconds = command, seconds
        self._free: asyncio.Queue[Process] = asyncio.Queue()
        self._all: set[Process] = set()
        self._hirings: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Hires the workers. Raises AuditorError where they cannot start."""
        hired = await asyncio.gather(*(self._hire() for _ in range(self.size)), return_exceptions=True)
        wrong = next((error for error in hired if isinstance(error, BaseException)), None)
        if wrong:
            await self.close()
            raise wrong

    async def ask(self, task: Task) -> bytes:
        """The answer to a task.

        Raises BusyError where no worker was free in time, OverrunError where the work took too long or its process
        died, TaskError where the worker refused.
        """
        worker = await self._worker()
        try:
            async with asyncio.timeout(self._seconds):
                answer = await _asked(worker, msgspec.msgpack.encode(task))
        except BaseException as error:  # cancelled too: its answer would be taken for the next one's
            self._replace(worker)
            told = _overrun(error, self._seconds)
            LOG.warning("worker replaced", extra={"why": str(told)})
            raise told from None
        self._free.put_nowait(worker)
        if answer[:1] != DONE:
            raise TaskError(answer[1:].decode("utf-8", "replace"))
        return answer[1:]

    async def close(self) -> None:
        """Ends the workers."""
        for hiring in self._hirings:
            hiring.cancel()
        await asyncio.gather(*self._hirings, *map(self._bury, list(self._all)), return_exceptions=True)

    async def _worker(self) -> Process:
        """A free worker that is still alive."""
        try:
            async with asyncio.timeout(self._seconds):
                while (worker := await self._free.get()).returncode is not None:
                    self._replace(worker)
        except TimeoutError:
            raise BusyError from None
        return worker

    async def _hire(self) -> None:
        worker = await asyncio.create_subprocess_exec(*self._command, stdin=PIPE, stdout=PIPE)
        self._all.add(worker)
        try:
            async with asyncio.timeout(STARTING):
                said = await _frame(worker)
        except (TimeoutError, asyncio.IncompleteReadError, OSError):
            said = b"?A worker process ended, or hung, before it was ready."
        if said[:1] != READY:
            await self._bury(worker)
            raise AuditorError(said[1:].decode("utf-8", "replace"))
        self.ready += 1
        self._free.put_nowait(worker)

    async def _bury(self, worker: Process) -> None:
        """Ends a process, whatever it does, and its pipes."""
        with contextlib.suppress(ProcessLookupError):
            worker.kill()
        if worker.stdin:
            worker.stdin.close()
        await worker.wait()
        self._all.discard(worker)

    def _replace(self, worker: Process) -> None:
        self.ready -= 1
        hiring = asyncio.create_task(self._hire_for(worker))
        self._hirings.add(hiring)
        hiring.add_done_callback(self._hirings.discard)

    async def _hire_for(self, worker: Process) -> None:
        """Hires until it succeeds: rules that are being edited may be wrong for a minute."""
        await self._bury(worker)
        while True:
            try:
                return await self._hire()
            except (AuditorError, OSError) as error:
                LOG.error("worker cannot start", extra={"why": str(error)})
                await asyncio.sleep(PAUSE)


async def _asked(worker: Process, data: bytes) -> bytes:
    assert worker.stdin
    worker.stdin.write(framed(data))
    await worker.stdin.drain()
    return await _frame(worker)


async def _frame(worker: Process) -> bytes:
    assert worker.stdout
    length = int.from_bytes(await worker.stdout.readexactly(LENGTH), "big")
    return await worker.stdout.readexactly(length)


def _overrun(error: BaseException, seconds: float) -> BaseException:
    """What went wrong with a worker, as its caller is told."""
    if isinstance(error, TimeoutError):
        return OverrunError(f"The audit took longer than {seconds:g} seconds.")
    if isinstance(error, asyncio.IncompleteReadError | OSError):
        return OverrunError("The audit ended without an answer: it crashed, or needed more memory than it may have.")
    return error
