"""Worker processes that hang, die, or eat memory cost one answer; the next one comes from a new process."""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from auditor.errors import AuditorError
from auditor.gate.deadline import OverrunError
from auditor.gate.frames import Task
from auditor.gate.pool import BusyError, Pool, TaskError

ODD = [sys.executable, str(Path(__file__).with_name("odd_worker.py"))]


def with_pool(work: Callable[[Pool], Awaitable[None]], size: int = 1, seconds: float = 20.0) -> None:
    async def run() -> None:
        pool = Pool(ODD, size, seconds)
        await pool.start()
        try:
            await work(pool)
        finally:
            await pool.close()

    asyncio.run(run())


def ask(pool: Pool, data: bytes) -> Awaitable[bytes]:
    return pool.ask(Task("check", data))


def test_many_tasks_few_workers() -> None:
    async def work(pool: Pool) -> None:
        sent = [str(n).encode() * n for n in range(40)]
        assert await asyncio.gather(*(ask(pool, data) for data in sent)) == sent

    with_pool(work, size=2)


def test_a_large_task_and_its_answer_come_whole() -> None:
    async def work(pool: Pool) -> None:
        assert await ask(pool, b"x" * 20_000_000) == b"x" * 20_000_000

    with_pool(work)


@pytest.mark.parametrize("end", [b"die", b"eat"])
def test_a_death_costs_one_answer(end: bytes) -> None:
    async def work(pool: Pool) -> None:
        before = await ask(pool, b"who")
        with pytest.raises(OverrunError, match="without an answer"):
            await ask(pool, end)
        assert await ask(pool, b"who") != before
        assert pool.ready == 1

    with_pool(work)


def test_a_hang_costs_one_answer_and_ends_the_process() -> None:
    async def work(pool: Pool) -> None:
        before = await ask(pool, b"who")
        pool._seconds = 0.5
        with pytest.raises(OverrunError, match=r"longer than 0\.5 seconds"):
            await ask(pool, b"hang")
        pool._seconds = 20.0
        assert await ask(pool, b"who") != before
        with pytest.raises(ProcessLookupError):
            os.kill(int(before), 0)

    with_pool(work)


def test_a_refusal_is_told_and_the_worker_stays() -> None:
    async def work(pool: Pool) -> None:
        before = await ask(pool, b"who")
        with pytest.raises(TaskError, match="no"):
            await ask(pool, b"refuse")
        assert await ask(pool, b"who") == before

    with_pool(work)


def test_a_worker_that_died_while_it_was_idle_is_not_asked() -> None:
    async def work(pool: Pool) -> None:
        before = await ask(pool, b"who")
        (process,) = pool._all
        os.kill(int(before), signal.SIGKILL)
        await process.wait()
        assert await ask(pool, b"who") != before

    with_pool(work)


def test_an_answer_that_nobody_waits_for_is_not_given_to_the_next() -> None:
    async def work(pool: Pool) -> None:
        first = asyncio.create_task(ask(pool, b"hang"))  # type: ignore[arg-type]
        await asyncio.sleep(0)
        first.cancel()
        assert await ask(pool, b"second") == b"second"

    with_pool(work)


def test_no_free_worker_in_time_is_busy() -> None:
    async def work(pool: Pool) -> None:
        worker = await pool._free.get()
        pool._seconds = 0.05
        with pytest.raises(BusyError):
            await ask(pool, b"who")
        pool._free.put_nowait(worker)

    with_pool(work)


@pytest.mark.parametrize(
    ("command", "why"),
    [
        ([sys.executable, "-c", ""], "before it was ready"),
        ([sys.executable, "-m", "auditor.gate.worker", "no-such.toml", "error"], "no-such.toml: cannot be read"),
    ],
)
def test_a_worker_that_cannot_start_is_an_error_in_one_line(command: list[str], why: str) -> None:
    with pytest.raises(AuditorError, match=why):
        asyncio.run(Pool(command, 2, 5.0).start())
