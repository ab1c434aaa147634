"""So many at once, of one client not quite as many, and the others refused quickly."""

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator

from auditor.gate import problems
from auditor.gate.problems import ProblemError

REFUSALS = 200
"""A second. Who is refused and knows no patience asks again at once; more would take the time of those inside."""
SHORTEST, LONGEST = 0.05, 0.5
"""Seconds until a refusal is told."""


SHARE = 75  # percent of the places that one client may have where nobody says how many


class Turnstile:
    """Lets in so many at once, and `most_of_one` of them from one client, so that others still get in."""

    def __init__(self, most: int, most_of_one: int | None = None) -> None:
        self.most, self.most_of_one = most, most_of_one or SHARE * most // 100 or 1
        self.inside, self.refused = 0, 0
        self._of_client: Counter[str] = Counter()

    @contextlib.asynccontextmanager
    async def through(self, client: str) -> AsyncIterator[None]:
        """One that is inside. Raises ProblemError: 429 where its client has its share, 503 where no more may be."""
        if self.inside >= self.most:
            await self._refuse(problems.busy())
        if self._of_client[client] >= self.most_of_one:
            await self._refuse(problems.too_many())
        self.inside += 1
        self._of_client[client] += 1
        try:
            yield
        finally:
            self.inside -= 1
            self._of_client[client] -= 1
            if not self._of_client[client]:
                del self._of_client[client]

    async def _refuse(self, problem: ProblemError) -> None:
        self.refused += 1
        try:
            await asyncio.sleep(min(max(SHORTEST, self.refused / REFUSALS), LONGEST))
        finally:
            self.refused -= 1
        raise problem
