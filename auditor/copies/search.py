"""The copies of a run: who looks for them depends on how many stories there are, what is found does not."""

from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Literal

from msgspec import Struct

from auditor.copies import stories as few
from auditor.copies.bodies import Body, body
from auditor.copies.groups import Lead, Members, around_leaders, compared, lead
from auditor.copies.stories import Pair
from auditor.machinery.watching import Watch, unwatched
from auditor.model import Copy, CopyGroup, Story

Mode = Literal["auto", "all", "none"]


class How(Struct, frozen=True):
    """How copies are looked for, and the name of the copy that leads wherever it is one."""

    mode: Mode = "auto"
    master: str | None = None


MANY = 2_000
"""Stories from which on columns are quicker, and smaller, than a story at a time."""


VERY_MANY = 30_000
"""Stories from which on worker processes earn the time of their start."""


def find(stories: Sequence[Story]) -> list[Copy]:
    """The direct copies among stories."""
    return named([lead(story) for story in stories], few.find([body(story) for story in stories]))


def group(stories: Sequence[Story], mode: Mode = "auto") -> tuple[tuple[Copy, ...], tuple[CopyGroup, ...]]:
    """The direct copies among the stories and the groups around leading stories.

    "auto" finds them by shared text, "all" takes every story for a copy of the first one, "none" looks for none. A
    story without a copy is in no group.
    """
    leads = [lead(story) for story in stories]
    found = pairs([body(story) for story in stories], len(stories), mode)
    groups = (compared([stories[number] for number in m.numbers], m.because) for m in members(leads, found, mode))
    return tuple(named(leads, found)), tuple(groups)


def pairs(
    bodies: Iterable[Body], count: int, mode: Mode = "auto", jobs: int = 0, watch: Watch = unwatched
) -> list[Pair]:
    """The direct copies among so many stories, found as the mode says."""
    if mode == "none" or count < 2:
        return []
    if mode == "all":
        return _of_the_first(iter(bodies))
    if count < MANY or not find_spec("numpy"):
        return few.find(list(bodies))
    return _among_many(iter(bodies), count, jobs, watch)


def members(leads: Sequence[Lead], found: Sequence[Pair], mode: Mode = "auto") -> Iterable[Members]:
    """The groups that pairs make, found in the same mode."""
    if mode == "all":
        return [Members(tuple(range(len(leads))), "All inputs were said to be copies of one story.")] if found else []
    return around_leaders(leads, found)


def named(leads: Sequence[Lead], found: Iterable[Pair]) -> list[Copy]:
    """The pairs with the names of their stories."""
    return [Copy(leads[pair.story].name, leads[pair.of].name, pair.share) for pair in found]


def _of_the_first(bodies: Iterator[Body]) -> list[Pair]:
    first = next(bodies)
    return [Pair(number, 0, few.share(body, first)) for number, body in enumerate(bodies, 1)]


def _among_many(bodies: Iterator[Body], count: int, jobs: int, watch: Watch) -> list[Pair]:
    from tempfile import TemporaryDirectory

    from auditor.copies import heap  # numpy takes its time to load, and may not be there

    chunks = iter(lambda: list(islice(bodies, heap.CHUNK)), [])
    with TemporaryDirectory(prefix="auditor-") as folder:
        return list(heap.pairs(heap.find(chunks, Path(folder), jobs if count >= VERY_MANY else 0, watch)))
