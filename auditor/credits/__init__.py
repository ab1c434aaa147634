"""Credit lines taken apart: who made the picture, through whose hands it came, what the line says of its nature."""

from collections.abc import Mapping

import msgspec

from auditor.credits.grammar import take_apart
from auditor.model import Credit, Image, Story
from auditor.words import Words

__all__ = ["credited", "take_apart"]


def credited(story: Story, words: Words) -> Story:
    """The story with `credit` filled in each image that has a credit line; its language and publisher are the hints."""
    lines = {image.credit_line for image in story.images if image.credit_line is not None}  # many stand twice and more
    told = {line: take_apart(line, words, language=story.language, publisher=story.publisher) for line in lines}
    return msgspec.structs.replace(story, images=tuple(_credited(image, told) for image in story.images))


def _credited(image: Image, told: Mapping[str, Credit]) -> Image:
    return image if image.credit_line is None else msgspec.structs.replace(image, credit=told[image.credit_line])
