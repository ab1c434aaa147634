"""Groups of copies, each formed around one leading story and never chained through a third one.

Connected components would chain unrelated stories through round-ups and running files: on real news their precision is
0.23, where direct pairs have 0.99. A round-up leads no group; it is compared with each story that it contains.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum

from msgspec import Struct

from auditor.copies.pictures import pictures
from auditor.copies.stories import Pair
from auditor.model import CopyGroup, Story


class Standing(IntEnum):
    """Who leads before whom: the copy that was named, the wire's own item, a page, a partner's page."""

    MASTER = 0
    WIRE = 1
    PAGE = 2
    PARTNER = 3


class Lead(Struct, frozen=True):
    """What decides which of several copies leads; `length` is that of the text, in characters."""

    name: str
    standing: Standing
    published: str | None
    length: int


class Members(Struct, frozen=True):
    """The numbers of the stories of a group, the leading one first, and why they are in it."""

    numbers: tuple[int, ...]
    because: str


def lead(story: Story, master: str | None = None) -> Lead:
    """What decides whether a story leads; `master` is the name of the copy that shall."""
    standing = Standing.MASTER if master == story.name else _standing(story)
    return Lead(story.name, standing, story.published, sum(map(len, story.paragraphs)))


def _standing(story: Story) -> Standing:
    if story.origin == "partner":
        return Standing.PARTNER
    is_wire = story.origin == "wire" or any(image.via == "wire" for image in story.images)
    return Standing.WIRE if is_wire else Standing.PAGE


def compared(stories: Sequence[Story], because: str) -> CopyGroup:
    """The group of these stories, with their pictures."""
    found, doubts = pictures(stories)
    return CopyGroup(tuple(stories), because, found, doubts)


def around_leaders(leads: Sequence[Lead], pairs: Sequence[Pair]) -> Iterator[Members]:
    """One group a leading story, in the order in which the leading stories were given.

    A story without a copy is in no group.
    """
    neighbours: dict[int, dict[int, Pair]] = defaultdict(dict)
    for pair in pairs:
        neighbours[pair.story][pair.of] = neighbours[pair.of][pair.story] = pair
    members = _members(leads, neighbours)
    for leader in sorted(members):
        others = sorted(members[leader])
        because = _because(leads, [neighbours[leader][other] for other in others])
        ranks = {number: _rank(leads[number], len(neighbours[number]), number) for number in (leader, *others)}
        yield Members((leader, *others), because + _why_first(leads[leader].name, ranks[leader], ranks))


def _members(leads: Sequence[Lead], neighbours: Mapping[int, dict[int, Pair]]) -> dict[int, set[int]]:
    """Leading stories with their copies: each story with a copy is in a group, round-ups in several."""
    round_ups = {number for number in neighbours if _is_round_up(number, neighbours)}
    members: dict[int, set[int]] = {}
    covered: set[int] = set()
    for number in sorted(neighbours, key=lambda number: _rank(leads[number], len(neighbours[number]), number)):
        if number in covered or (number in round_ups and leads[number].standing > Standing.WIRE):
            continue
        new = {other for other in neighbours[number] if other in round_ups or other not in covered}
        leader = number if new else max(neighbours[number], key=lambda other: neighbours[number][other].share)
        members.setdefault(leader, set()).update(new or {number})
        covered.update(new - round_ups, {number})
    return members


def _is_round_up(number: int, neighbours: Mapping[int, dict[int, Pair]]) -> bool:
    """Whether a story contains others that are no copies of each other."""
    parts = [other for other, pair in neighbours[number].items() if pair.of == number]
    best = max(parts, key=lambda part: len(neighbours[part]), default=-1)
    return any(part != best and part not in neighbours[best] for part in parts)


Rank = tuple[Standing, int, str, int, int]
FIRST = ("", "it has the most copies", "it was published first", "it is the longest", "it was given first")
BY_STANDING = {
    Standing.MASTER: "it was named as the master copy",
    Standing.WIRE: "it is the wire's own item",
    Standing.PAGE: "the others name another site as the original's",
    Standing.PARTNER: "",
}


def _rank(lead: Lead, copies: int, number: int) -> Rank:
    """What leads: by standing, then the story with most copies, the earliest, the longest, the first."""
    return lead.standing, -copies, lead.published or "9999", -lead.length, number


def _why_first(name: str, rank: Rank, ranks: Mapping[int, Rank]) -> str:
    """A sentence on what put the leading story before the best of the others; none where their place is elsewhere."""
    best = min(other for other in ranks.values() if other != rank)
    if best < rank:
        return ""
    at = next(n for n, (mine, theirs) in enumerate(zip(rank, best, strict=True)) if mine != theirs)
    return f" {name} leads: {FIRST[at] or BY_STANDING[rank[0]]}."


def _because(leads: Sequence[Lead], pairs: Sequence[Pair]) -> str:
    shares = (f"{pair.share:.0%} of {leads[pair.story].name} stands in {leads[pair.of].name}" for pair in pairs)
    return "; ".join(shares) + "."
