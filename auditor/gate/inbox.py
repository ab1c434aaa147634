"""Events are audited one after the other behind the senders' backs; those of a server that was killed, by the next."""

import asyncio
import logging

import msgspec

from auditor.gate import payloads
from auditor.gate.archive import Archive
from auditor.gate.deadline import OverrunError
from auditor.gate.frames import Task
from auditor.gate.judge import Gate, unreached
from auditor.gate.pool import BusyError, Pool, TaskError
from auditor.gate.store import StoreError

MOST = 1000  # events that may wait
PAUSE = 1.0  # seconds, where all workers are taken
LOG = logging.getLogger("auditor.gate")


class Inbox:
    """The events that wait, by their keys in the store."""

    def __init__(self, pool: Pool, archive: Archive, by: Gate) -> None:
        self._pool, self._archive, self._by = pool, archive, by
        self._keys: asyncio.Queue[bytes | None] = asyncio.Queue()
        self._open = True
        self._work: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begins with what an earlier server left."""
        for key in await self._archive.waiting():
            self._keys.put_nowait(key)
        self._work = asyncio.create_task(self._audit_all())

    def is_full(self) -> bool:
        """Do as many events wait as may?"""
        return self._keys.qsize() >= MOST

    def add(self, key: bytes) -> None:
        """An event to be audited."""
        self._keys.put_nowait(key)

    async def close(self) -> None:
        """Finishes the event in hand; the others wait in the store for the next server."""
        self._open = False
        self._keys.put_nowait(None)
        if self._work:
            await self._work

    async def _audit_all(self) -> None:
        while (key := await self._keys.get()) and self._open:
            try:
                await self._audit(key)
            except BusyError:
                self._keys.put_nowait(key)
                await asyncio.sleep(PAUSE)
            except StoreError as error:
                LOG.error("event not audited", extra={"why": str(error)})
            except Exception:  # the next one must not suffer; this one waits in the store
                LOG.exception("event not audited")

    async def _audit(self, key: bytes) -> None:
        found = await self._archive.event(key)
        if found:
            source, body = found
            answer = await self._answer(source, body)
            await self._archive.keep(source, answer, key)
            LOG.info("event audited", extra={"source": source, "event": key.hex()})

    async def _answer(self, source: str, body: bytes) -> bytes:
        try:
            return await self._pool.ask(Task("event", body, source=source))
        except (OverrunError, TaskError) as error:
            return msgspec.json.encode(
                unreached(f"{error} Nothing was audited.", body, lambda: payloads.request(source, body), self._by)
            )
