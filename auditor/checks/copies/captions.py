"""What the captions of one picture say differently: nothing, other facts, or in another place of the copy."""

from collections.abc import Iterator, Sequence

from auditor.checks.copies.exchanged import settled
from auditor.checks.copies.voices import classes, labels, listed, one_a_copy, said, shared
from auditor.checks.copies.wording import Difference, differences
from auditor.checks.evidence import Evidence, place
from auditor.likeness import alike
from auditor.model import CopyGroup, Picture, Place, Story, Use
from auditor.text import fold, shorten, tokens
from auditor.words import Words

SAME = 0.85
LONGER = 1.6
SHORTEST = 6
"""Words of a caption below which a paragraph may say the same by chance."""


def caption_missing(group: CopyGroup) -> Iterator[Evidence]:
    """A picture has a caption in one copy and none in another; `{caption}` is the caption to add."""
    for picture in shared(group):
        told = [use for use in picture.uses if use.image.caption]
        copies = {use.story.name for use in told}
        bare = [use for use in one_a_copy(picture.uses) if use.story.name not in copies]
        bare = [use for use in bare if not (told and _moved(told, use.story))]
        if told and bare:
            yield said(bare, told, caption=told[0].image.caption or "")


def caption_differs(group: CopyGroup, words: Words) -> Iterator[Evidence]:
    """Captions of one picture give a number, date, weekday, name or side differently: `{facts}`."""
    for _, uses in settled(group, "captions"):
        told = [use for use in uses if use.image.caption]
        most, *others = classes(told, lambda one, other: not _other_facts(one, other, words)) or [[]]
        for odd in others:
            found = _other_facts(odd[0], most[0], words)
            yield said(odd, most, facts="; ".join(_sentence(difference) for difference in found[:3]))


def _other_facts(one: Use, other: Use, words: Words) -> list[Difference]:
    language = one.story.language or other.story.language
    found = differences(one.image.caption or "", other.image.caption or "", language, words)
    return [difference for difference in found if difference.kind != "spelling"]


def _sentence(difference: Difference) -> str:
    return f"{difference.kind} “{shorten(difference.one, 60)}” here, “{shorten(difference.other, 60)}” there"


def caption_in_body(group: CopyGroup) -> Iterator[Evidence]:
    """The caption of a picture in one copy stands as a paragraph of the text in another; `{caption}` is it."""
    for picture in group.pictures:
        told = [use for use in picture.uses if use.image.caption]
        copies = {use.story.name for use in told}
        for story in group.stories if told else ():
            if story.name not in copies and _moved(told, story):
                yield _evidence(picture, told, story)


def _evidence(picture: Picture, told: list[Use], story: Story) -> Evidence:
    here = next((use for use in picture.uses if use.story.name == story.name), None)
    named = labels([*told, here or Use(story, told[0].image)])
    values = {
        "odd": named[story.name],
        "others": listed(named[use.story.name] for use in told),
        "caption": told[0].image.caption or "",
    }
    return Evidence(values, place(here) if here else Place(story.name), tuple(place(use) for use in told))


def _moved(told: Sequence[Use], story: Story) -> bool:
    """Whether a caption, surely one since an image is above it, is a paragraph in this story and not in its own."""
    caption = fold(told[0].image.caption or "")
    return (
        any(use.image.src for use in told)
        and len(tokens(caption)) >= SHORTEST
        and not any(_same(caption, fold(image.caption or "")) for image in story.images)
        and _in_body(caption, story)
        and not any(_in_body(caption, use.story) for use in told)
    )


def _in_body(caption: str, story: Story) -> bool:
    return any(_same(caption, fold(text)) for text in story.paragraphs)


def _same(caption: str, text: str) -> bool:
    """Whether a text is the caption, alone or with a credit behind it."""
    if not len(caption) / LONGER <= len(text) <= len(caption) * LONGER:
        return False
    return text.startswith(caption) or alike(caption, text) >= SAME
