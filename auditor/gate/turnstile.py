"""So many at once, and the others refused quickly."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from auditor.gate import problems

REFUSALS = 200
"""A second. Who is refused and knows no patience asks again at once; more would take the time of those inside."""
SHORTEST, LONGEST = 0.05, 2.0
"""Seconds until a refusal is told."""


class Turnstile:
    """Lets in so many at once."""

    def __init__(self, most: int) -> None:
        self.most, self.inside, self.refused = most, 0, 0

    @contextlib.asynccontextmanager
    async def through(self) -> AsyncIterator[None]:
        """One that is inside. Raises ProblemError 503 where no more may be."""
        if self.inside >= self.most:
            await self._refuse()
        self.inside += 1
        try:
            yield
        finally:
            self.inside -= 1

    async def _refuse(self) -> None:
        self.refused += 1
        try:
            await asyncio.sleep(min(max(SHORTEST, self.refused / REFUSALS), LONGEST))
        finally:
            self.refused -= 1
        raise problems.busy()
