"""So many at once, and the others refused quickly."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from auditor.gate import problems

PAUSE = 0.25
"""Seconds until a refusal is told: who is refused at once and knows no patience asks again at once, thousands of times
a second, and takes the time of those who are inside."""


class Turnstile:
    """Lets in so many at once."""

    def __init__(self, most: int) -> None:
        self.most, self.inside = most, 0

    @contextlib.asynccontextmanager
    async def through(self) -> AsyncIterator[None]:
        """One that is inside. Raises ProblemError 503 where no more may be."""
        if self.inside >= self.most:
            await asyncio.sleep(PAUSE)
            raise problems.busy()
        self.inside += 1
        try:
            yield
        finally:
            self.inside -= 1
