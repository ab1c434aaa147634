"""Credit lines taken apart: who made the picture, through whose hands it came, what the line says of its nature."""

from collections.abc import Mapping

import msgspec

from auditor.credits.grammar import take_apart
from auditor.model import Credit, Image, Story
from auditor.words import Words

__all__ = ["credited", "take_apart"]


def credited(story: Story, words: Words) -> Story:
    """The story with its credit lines and sign-offs taken apart; its language and publisher are the hints."""
    printed = (line for image in story.images for line in (image.credit_line, image.sign_off))
    lines = {line for line in printed if line is not None}  # many stand twice and more
    told = {line: take_apart(line, words, language=story.language, publisher=story.publisher) for line in lines}
    return msgspec.structs.replace(story, images=tuple(_credited(image, told) for image in story.images))


def _credited(image: Image, told: Mapping[str, Credit]) -> Image:
    if image.credit_line is None:
        return image
    signed = told[image.sign_off] if image.sign_off else None
    return msgspec.structs.replace(image, credit=told[image.credit_line], signed=signed)
