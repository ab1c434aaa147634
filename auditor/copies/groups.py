"""Groups of copies, each formed around one leading story and never chained through a third one.

Connected components would chain unrelated stories through round-ups and running files: on real news their precision is
0.23, where direct pairs have 0.99. A round-up leads no group; it is compared with each story that it contains.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from auditor.copies.pictures import pictures
from auditor.copies.stories import find, share
from auditor.model import Copy, CopyGroup, Story

Mode = Literal["auto", "all", "none"]


def group(stories: Sequence[Story], mode: Mode = "auto") -> tuple[tuple[Copy, ...], tuple[CopyGroup, ...]]:
    """The direct copies among the stories and the groups around leading stories.

    "auto" finds them by shared text, "all" takes every story for a copy of the first one, "none" looks for none. A
    story without a copy is in no group.
    """
    if mode == "none" or len(stories) < 2:
        return (), ()
    if mode == "all":
        copies = tuple(Copy(story.name, stories[0].name, share(story, stories[0])) for story in stories[1:])
        return copies, (_group(stories, "All inputs were said to be copies of one story."),)
    copies = tuple(find(stories))
    return copies, tuple(_around_leaders(stories, copies))


def _around_leaders(stories: Sequence[Story], copies: Sequence[Copy]) -> Iterable[CopyGroup]:
    """One group a leading story, in the order in which the leading stories were given."""
    neighbours: dict[str, dict[str, Copy]] = defaultdict(dict)
    for copy in copies:
        neighbours[copy.story][copy.of] = neighbours[copy.of][copy.story] = copy
    named = {story.name: story for story in stories}
    order = {name: number for number, name in enumerate(named)}
    members = _members(named, neighbours, order)
    for leader in sorted(members, key=order.__getitem__):
        group = [named[name] for name in (leader, *sorted(members[leader], key=order.__getitem__))]
        yield _group(group, _because(leader, [neighbours[leader][story.name] for story in group[1:]]))


def _members(
    named: Mapping[str, Story], neighbours: Mapping[str, dict[str, Copy]], order: Mapping[str, int]
) -> dict[str, set[str]]:
    """Leading stories with their copies: each story with a copy is in a group, round-ups in several."""
    round_ups = {name for name in neighbours if _is_round_up(name, neighbours)}
    members: dict[str, set[str]] = {}
    covered: set[str] = set()
    for name in sorted(
        (n for n in named if n in neighbours), key=lambda name: _rank(named[name], len(neighbours[name]), order[name])
    ):
        if name in covered or name in round_ups:
            continue
        new = {other for other in neighbours[name] if other in round_ups or other not in covered}
        leader = name if new else max(neighbours[name], key=lambda other: neighbours[name][other].share)
        members.setdefault(leader, set()).update(new or {name})
        covered.update(new - round_ups, {name})
    return members


def _is_round_up(name: str, neighbours: Mapping[str, dict[str, Copy]]) -> bool:
    """Whether a story contains others that are no copies of each other."""
    parts = [other for other, copy in neighbours[name].items() if copy.of == name]
    best = max(parts, key=lambda part: len(neighbours[part]), default="")
    return any(part != best and part not in neighbours[best] for part in parts)


def _rank(story: Story, copies: int, number: int) -> tuple[bool, int, str, int, int]:
    """What leads: the wire's own item, then the story with most copies, the earliest, the longest, the first."""
    wire = any(image.via == "wire" for image in story.images)
    return not wire, -copies, story.published or "9999", -sum(map(len, story.paragraphs)), number


def _because(leader: str, copies: Sequence[Copy]) -> str:
    shares = (f"{copy.share:.0%} of {copy.story} stands in {copy.of}" for copy in copies)
    return "; ".join(shares) + "."


def _group(stories: Sequence[Story], because: str) -> CopyGroup:
    found, doubts = pictures(stories)
    return CopyGroup(tuple(stories), because, found, doubts)
