"""How far a long run is, for whom it may concern."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import TypeVar

T = TypeVar("T")
Step = Callable[[], None]
Watch = Callable[[str, int], AbstractContextManager[Step]]
"""Begins work of so many steps, by a word for it; what it gives is called at each step."""


def unwatched(work: str, steps: int) -> AbstractContextManager[Step]:
    """Nobody watches."""
    return nullcontext(lambda: None)


def watched(things: Iterable[T], watch: Watch, work: str, steps: int) -> Iterator[T]:
    """The things one after the other, each of them a step of the work."""
    with watch(work, steps) as step:
        for thing in things:
            yield thing
            step()
