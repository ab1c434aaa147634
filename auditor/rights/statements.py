"""What a story states for machines about a picture that readers see, told by the addresses that both bear.

An index of a story's addresses is kept while its images are gone through: a page may have thousands.
"""

from collections import defaultdict
from functools import cached_property, lru_cache

from auditor.model import Image, Story
from auditor.text import fold
from auditor.urls import picture_keys

MOST_CAPTIONS = 20  # of one picture in one story
STORIES = 8  # whose index is kept: the copies of one story are looked at together


class _Index:
    """The images for machines, and the captions of those for readers, by address key."""

    def __init__(self, images: tuple[Image, ...]) -> None:
        self._images = images

    @cached_property
    def stated(self) -> dict[str, list[Image]]:
        found: dict[str, list[Image]] = defaultdict(list)
        for image in self._images:
            for key in () if image.is_shown else picture_keys(image.src):
                found[key].append(image)
        return found

    @cached_property
    def captions(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for image in self._images:
            for key in picture_keys(image.src) if image.is_shown else ():
                found[key].add(fold(image.caption or ""))
        return found


class _Same:
    """Images that are the same when they are the same object: to compare a story's would take as long as to read it."""

    def __init__(self, images: tuple[Image, ...]) -> None:
        self.images = images

    def __hash__(self) -> int:
        return id(self.images)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.images is other.images


@lru_cache(maxsize=STORIES)
def _index(same: _Same) -> _Index:
    return _Index(same.images)


def about(image: Image, story: Story) -> list[Image]:
    """What the story states for machines about the same picture, in its order.

    An address that is shown with more captions than one picture has tells nothing.
    """
    index = _index(_Same(story.images))
    if not index.stated:
        return []
    keys = (key for key in picture_keys(image.src) if len(index.captions.get(key, ())) <= MOST_CAPTIONS)
    found = {other.n: other for key in keys for other in index.stated.get(key, ())}
    return [found[number] for number in sorted(found) if number != image.n]


def own_keys(image: Image, story: Story) -> frozenset[str]:
    """The address keys of an image, but for those that stand for several pictures until they are loaded."""
    captions = _index(_Same(story.images)).captions
    own = {fold(image.caption or "")}
    return frozenset(key for key in picture_keys(image.src) if captions.get(key, own) <= own)
