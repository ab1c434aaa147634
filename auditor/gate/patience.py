"""Connections on which no request comes, or only half of its head, are closed; uvicorn alone would wait for ever."""

from asyncio import TimerHandle, Transport
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

SECONDS = 10.0  # between two looks at a connection; the second one without a new request closes it


class Impatient(H11Protocol):
    """uvicorn's protocol with an end to its patience."""

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        """Begins to look."""
        super().connection_made(transport)
        self._before: Any = self
        self._look: TimerHandle = self.loop.call_later(SECONDS, self._check)

    def connection_lost(self, exc: Exception | None) -> None:
        """Looks no more."""
        self._look.cancel()
        super().connection_lost(exc)

    def _check(self) -> None:
        waits = self.cycle is None or self.cycle.response_complete
        if waits and self.cycle is self._before:
            self.transport.close()
            return
        self._before = self.cycle if waits else self
        self._look = self.loop.call_later(SECONDS, self._check)
