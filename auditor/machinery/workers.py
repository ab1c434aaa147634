"""Worker processes that are watched: a crash or a hang costs one task, never the run.

Each worker is a process of its own with one task at a time. Where one dies, its task is done again in a fresh worker;
the second death is the task's own fault and is told. Workers end with their parent, however that ends.
"""

import contextlib
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from auditor.errors import AuditorError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection  # 8 ms to import, which most runs need not spend

STARTING = 60.0
TRIES = 2
STARTS = 3
"""Workers in a row that may die before they are ready."""
REMEDY = "With --jobs 0 everything is done in one process."
READY, DONE, FAILED = b"r", b"d", b"f"

Work = Callable[[str], bytes]


class Task(Struct, frozen=True):
    """Words for the work function, and the number that its answer bears."""

    number: int
    text: str
    tries: int = 0


class Answer(Struct, frozen=True):
    """What became of a task: the bytes that the work function made, or in `lost` why there are none."""

    number: int
    data: bytes = b""
    lost: str = ""


class WorkerError(AuditorError):
    """The workers themselves cannot do their work, whatever the task."""


def run(
    tasks: Iterable[Task], prepare: Callable[..., Work], given: tuple[object, ...], jobs: int, seconds: float
) -> Iterator[Answer]:
    """An answer for every task, as they come; tasks are taken from the iterable one by one when a worker is free.

    A task may take so many seconds by the clock. Each worker calls `prepare(*given)` once; both must be picklable, the
    function by its name. Raises WorkerError where
    no worker gets ready, or where the work function raises: it must tell of bad input in its answer.
    """
    crew = _Crew(prepare, given, jobs, seconds)
    try:
        yield from crew.answers(iter(tasks))
    finally:
        crew.end()


class _Worker:
    """One process, the pipe to it, and the task that it has in hand."""

    def __init__(self, prepare: Callable[..., Work], given: tuple[object, ...], seconds: float) -> None:
        from multiprocessing import get_context

        context = get_context("spawn")  # a fork would copy locks that a thread, the progress bar's, may hold
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, prepare, given, seconds), daemon=True)
        self.process.start()
        theirs.close()
        self.seconds = seconds
        self.ready = False
        self.task: Task | None = None
        self.until = time.monotonic() + STARTING

    def give(self, task: Task) -> None:
        self.task = task
        if self.ready:
            self._send()

    def got_ready(self) -> None:
        self.ready = True
        if self.task:
            self._send()

    def _send(self) -> None:
        assert self.task
        self.until = time.monotonic() + self.seconds
        with contextlib.suppress(OSError):  # it has died: the pipe will be found at its end
            self.pipe.send_bytes(self.task.text.encode("utf-8", "surrogatepass"))

    def end(self) -> str:
        """Ends the process and says in words how it had ended before."""
        self.process.join(0.2)
        code = self.process.exitcode
        self.process.kill()
        self.process.join()
        self.pipe.close()
        return _in_words(code)


class _Crew:
    """The workers of one run."""

    def __init__(self, prepare: Callable[..., Work], given: tuple[object, ...], jobs: int, seconds: float) -> None:
        self.prepare, self.given, self.jobs, self.seconds = prepare, given, jobs, seconds
        self.workers: list[_Worker] = []
        self.again: deque[Task] = deque()
        self.died_early = 0

    def answers(self, tasks: Iterator[Task]) -> Iterator[Answer]:
        """Gives out tasks and collects answers until there are no more of either."""
        from multiprocessing.connection import wait

        while True:
            self._give_out(tasks)
            busy = [worker for worker in self.workers if worker.task]
            if not busy:
                return
            heard = wait([worker.pipe for worker in busy], self._patience(busy))
            for worker in busy:
                if worker.pipe in heard:
                    yield from self._hear(worker)
                elif time.monotonic() > worker.until:
                    yield from self._stop(worker)

    def _give_out(self, tasks: Iterator[Task]) -> None:
        while sum(worker.task is not None for worker in self.workers) < self.jobs and (task := self._next(tasks)):
            self._free().give(task)

    def _next(self, tasks: Iterator[Task]) -> Task | None:
        return self.again.popleft() if self.again else next(tasks, None)

    def _free(self) -> _Worker:
        """A worker without a task, hired where there is none."""
        free = next((worker for worker in self.workers if not worker.task), None)
        if free is None:
            free = _Worker(self.prepare, self.given, self.seconds)
            self.workers.append(free)
        return free

    def _patience(self, busy: Iterable[_Worker]) -> float:
        return max(0.0, min(worker.until for worker in busy) - time.monotonic()) + 0.01

    def _hear(self, worker: _Worker) -> Iterator[Answer]:
        try:
            said = worker.pipe.recv_bytes()
        except (EOFError, OSError):
            yield from self._lose(worker)
            return
        kind, data = said[:1], said[1:]
        if kind == FAILED:
            raise WorkerError(data.decode("utf-8", "replace"))
        if kind == READY:
            self.died_early = 0
            worker.got_ready()
        elif worker.task:
            number, worker.task = worker.task.number, None
            yield Answer(number, data)

    def _lose(self, worker: _Worker) -> Iterator[Answer]:
        """A worker has died: its task is done again, once."""
        task, how = worker.task, worker.end()
        self.workers.remove(worker)
        if not worker.ready:
            self.died_early += 1
            if self.died_early >= STARTS:
                raise WorkerError(f"Worker processes end ({how}) before they are ready. {REMEDY}")
            self.again.extend([task] if task else [])
        elif task and task.tries + 1 < TRIES:
            self.again.append(Task(task.number, task.text, task.tries + 1))
        elif task:
            yield Answer(task.number, lost=f"crashed on this file, {TRIES} times ({how})")

    def _stop(self, worker: _Worker) -> Iterator[Answer]:
        """A worker has taken too long; doing it again would take as long again."""
        task, worker.task = worker.task, None
        worker.process.kill()
        worker.end()
        self.workers.remove(worker)
        if not worker.ready:
            raise WorkerError(f"A worker process was not ready after {STARTING:g} seconds. {REMEDY}")
        if task:
            yield Answer(task.number, lost=f"hung on this file and was stopped after {self.seconds:g} seconds")

    def end(self) -> None:
        for worker in self.workers:
            worker.process.kill()
        for worker in self.workers:
            worker.end()


def _in_words(code: int | None) -> str:
    if code is None or code >= 0:
        return f"exit code {code}"
    try:
        return signal.strsignal(-code) or f"signal {-code}"
    except ValueError:
        return f"signal {-code}"


def _serve(pipe: "Connection", prepare: Callable[..., Work], given: tuple[object, ...], seconds: float) -> None:
    """The life of a worker: one task after the other until the pipe ends."""
    _settle()
    try:
        work = prepare(*given)
        pipe.send_bytes(READY)
        for task in _tasks(pipe):
            _set_alarm(seconds)
            done = DONE + work(task)
            _set_alarm(0)
            pipe.send_bytes(done)
    except BrokenPipeError:
        pass  # the parent has gone
    except AuditorError as error:
        pipe.send_bytes(FAILED + str(error).encode("utf-8", "replace"))
    except Exception as error:
        pipe.send_bytes(FAILED + f"A worker failed ({type(error).__name__}: {error}).".encode("utf-8", "replace"))


def _tasks(pipe: "Connection") -> Iterator[str]:
    while True:
        try:
            yield pipe.recv_bytes().decode("utf-8", "surrogatepass")
        except (EOFError, OSError):
            return  # the parent has gone, or wants no more


def _settle() -> None:
    """Ctrl-C is the parent's business, standard output its report; without the parent there is nothing to do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _set_alarm(seconds: float) -> None:
    """A last resort for a worker whose parent has died while it hangs in C code, where no thread of its own can run."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, 2 * seconds)
