"""The findings store for a server that must not wait for a disk: its work is done in a thread of its own."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from auditor.gate.store import Store

T = TypeVar("T")


class Archive:
    """The store in a file. Each method returns when its work is on the disk; see `Store` for what they do and raise."""

    def __init__(self, path: Path) -> None:
        self._store = Store(path)
        self._thread = ThreadPoolExecutor(1, "store")

    async def keep(self, source: str, answer: bytes, event: bytes | None = None) -> None:
        """Keeps a verdict."""
        await self._done(lambda: self._store.keep(source, answer, event))

    async def take_in(self, source: str, body: bytes) -> bytes | None:
        """Takes in an event."""
        return await self._done(lambda: self._store.take_in(source, body))

    async def event(self, key: bytes) -> tuple[str, bytes] | None:
        """An event that waits."""
        return await self._done(lambda: self._store.event(key))

    async def waiting(self) -> list[bytes]:
        """The events that wait."""
        return await self._done(self._store.waiting)

    def close(self) -> None:
        """Finishes what is being written."""
        self._thread.shutdown()
        self._store.close()

    async def _done(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)
