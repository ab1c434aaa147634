"""Credit lines taken apart: who made the picture, through whose hands it came, what the line says of its nature."""

import msgspec

from auditor.credits.grammar import take_apart
from auditor.model import Image, Story
from auditor.words import Words

__all__ = ["credited", "take_apart"]


def credited(story: Story, words: Words) -> Story:
    """The story with `credit` filled in each image that has a credit line; its language and publisher are the hints."""
    return msgspec.structs.replace(story, images=tuple(_credited(image, story, words) for image in story.images))


def _credited(image: Image, story: Story, words: Words) -> Image:
    if image.credit_line is None:
        return image
    credit = take_apart(image.credit_line, words, language=story.language, publisher=story.publisher)
    return msgspec.structs.replace(image, credit=credit)
