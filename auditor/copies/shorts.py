"""Stories with too little text to tell whether they are copies, where something else speaks for it.

Below so many words two changed ones can hide a copy. That alone is no news: a picture page has little text. It is where
another story of the run shows the same picture, or bears the same headline.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from msgspec import Struct

from auditor.copies.bodies import Body, close, day_of
from auditor.copies.groups import Members
from auditor.copies.pictures import pictures
from auditor.likeness import length
from auditor.model import Doubt, Picture, Story, Use
from auditor.text import fold
from auditor.urls import picture_keys

FEWEST = 24
"""Words of text from which on two changed ones hide no copy: each takes five of the twenty shingles with it."""
HEADLINE = 4
CAPTION = 6
"""Words of a headline, and of a caption, that are hardly two stories' by chance."""
COMMON = 5
"""Stories with one hint above which it tells nothing: a site's own picture, the headline of a column."""


class Hint(Struct, frozen=True):
    """Something that two copies of a story have in common: the words for it, and what it is."""

    said: str
    value: str


def is_short(story: Story, body: Body) -> bool:
    """Has a story pictures, and too little text to find their like by?"""
    return body.count < FEWEST and any(image.is_shown for image in story.images)


def doubts(told: Sequence[Story], short: Sequence[int], groups: Iterable[Members]) -> Iterator[Doubt]:
    """For each short story the likeliest other one, with two images that may be one picture; none of its own group.

    `told` is gone through once, and only where there are short stories; `short` are their numbers.
    """
    related = _related(frozenset(short), groups)
    holders = _holders(told, short) if short else {}
    done: set[frozenset[int]] = set()
    for number in short:
        story = told[number]
        others = _others(_hints(story), holders, related[number] | {number})
        other = max(others, key=lambda other: (len(others[other]), -other), default=None)
        if other is not None and {number, other} not in done and close(day_of(story), day_of(told[other])):
            done.add(frozenset((number, other)))
            yield _doubt(told[other], story, others[other])


def _related(short: Set[int], groups: Iterable[Members]) -> Mapping[int, Set[int]]:
    """The stories that each short one is compared with already."""
    found: dict[int, set[int]] = defaultdict(set)
    for members in groups:
        for number in short & set(members.numbers):
            found[number].update(members.numbers)
    return found


def _holders(told: Sequence[Story], short: Iterable[int]) -> dict[Hint, list[int]]:
    """The stories with each hint of the short ones."""
    found: dict[Hint, list[int]] = {hint: [] for number in short for hint in _hints(told[number])}
    for number, story in enumerate(told):
        for hint in _hints(story):
            if hint in found and len(found[hint]) <= COMMON:
                found[hint].append(number)
    return found


def _hints(story: Story) -> Set[Hint]:
    shown = [image for image in story.images if image.is_shown]
    captions = {fold(image.caption) for image in shown if image.caption}
    headline = fold(story.headline or "")
    return {
        *(Hint("same image URL", key) for image in shown for key in picture_keys(image.src)),
        *(Hint("same caption", caption) for caption in captions if length(caption) >= CAPTION),
        *([Hint("same headline", headline)] if shown and length(headline) >= HEADLINE else []),
    }


def _others(hints: Iterable[Hint], holders: Mapping[Hint, Sequence[int]], without: Set[int]) -> dict[int, list[str]]:
    """Stories by the hints that speak for them."""
    found: dict[int, list[str]] = defaultdict(list)
    for hint in sorted(hints, key=lambda hint: (hint.said, hint.value)):
        if len(holders[hint]) <= COMMON:
            for number in holders[hint]:
                if number not in without:
                    found[number].append(hint.said)
    return found


def _doubt(other: Story, short: Story, said: Iterable[str]) -> Doubt:
    found, doubtful = pictures([other, short])
    both = [_uses(picture) for picture in found if len({use.story.name for use in picture.uses}) > 1]
    pairs = [*both, *((doubt.one, doubt.other) for doubt in doubtful)]
    one, another = pairs[0] if pairs else (_first(other), _first(short))
    more = f", so may {len(pairs) - 1} more of their pictures" if len(pairs) > 1 else ""
    hints = " and ".join(dict.fromkeys(said))
    why = f"with so little text it cannot be told whether the stories are copies{more}; --copies all says that they are"
    return Doubt(one, another, f"{hints}; {why}")


def _uses(picture: Picture) -> tuple[Use, Use]:
    first = picture.uses[0]
    return first, next(use for use in picture.uses if use.story.name != first.story.name)


def _first(story: Story) -> Use:
    return Use(story, next(image for image in story.images if image.is_shown))
