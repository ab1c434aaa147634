"""Pictures that a copy lacks, and images that may be one picture."""

from collections.abc import Iterator

from auditor.checks.copies.voices import labels, listed
from auditor.checks.evidence import Evidence, place
from auditor.model import CopyGroup, Doubt, Picture, Place, Story, Use
from auditor.text import shorten

CAPTION = 80


def image_missing(group: CopyGroup) -> Iterator[Evidence]:
    """A picture stands in one copy, `{others}`, and not in another, `{odd}`. A copy without any image is said once."""
    doubtful = {_key(use) for doubt in group.doubts for use in (doubt.one, doubt.other)}
    empty = {story.name for story in group.stories if not any(p for p in group.pictures if _in(p, story))}
    for picture in group.pictures:
        without = [story for story in group.stories if not _in(picture, story) and story.name not in empty]
        if without and not any(_key(use) in doubtful for use in picture.uses):
            yield _evidence(without, picture, f"the picture “{_shown(picture)}”")
    for story in group.stories:
        if story.name in empty and group.pictures:
            yield _evidence([story], group.pictures[0], "any of the pictures")


def _in(picture: Picture, story: Story) -> bool:
    return any(use.story.name == story.name for use in picture.uses)


def _key(use: Use) -> tuple[str, int]:
    return use.story.name, use.image.n


def _shown(picture: Picture) -> str:
    image = picture.uses[0].image
    source = image.src[0].partition("?")[0].rsplit("/", 1)[-1] if image.src else "no caption"
    return shorten(image.caption or image.alt_text or source, CAPTION)


def _evidence(without: list[Story], picture: Picture, what: str) -> Evidence:
    named = labels([*picture.uses, *(Use(story, picture.uses[0].image) for story in without)])
    values = {
        "odd": listed(named[story.name] for story in without),
        "others": listed(named[use.story.name] for use in picture.uses),
        "what": what,
    }
    places = [Place(story.name) for story in without]
    return Evidence(values, places[0], (*places[1:], *(place(use) for use in picture.uses)))


def uncertain(doubt: Doubt) -> Iterator[Evidence]:
    """Two images may show one picture, but the evidence, `{because}`, does not suffice: they were not compared."""
    named = labels([doubt.one, doubt.other])
    values = {
        "odd": named[doubt.other.story.name],
        "others": named[doubt.one.story.name],
        "number": str(doubt.other.image.n),
        "other_number": str(doubt.one.image.n),
        "because": doubt.because,
    }
    yield Evidence(values, place(doubt.other), (place(doubt.one),))
