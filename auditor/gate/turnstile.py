"""So many at once, and the others refused straight away."""

import contextlib
from collections.abc import Iterator

from auditor.gate import problems


class Turnstile:
    """Lets in so many at once and refuses the others straight away."""

    def __init__(self, most: int) -> None:
        self.most, self.inside = most, 0

    @contextlib.contextmanager
    def through(self) -> Iterator[None]:
        """One that is inside. Raises ProblemError 503 where no more may be."""
        if self.inside >= self.most:
            raise problems.busy()
        self.inside += 1
        try:
            yield
        finally:
            self.inside -= 1
