"""The conditions that a copy states about a picture, read from its caption, its credit line and its data for machines."""

import datetime

from auditor.model import Image, Story
from auditor.rights.shapes import Condition
from auditor.words import Words


def of(image: Image, story: Story, words: Words) -> tuple[Condition, ...]:
    """Every condition that the story states about the image, each once, in the order of the places looked at."""
    return ()


def read(
    text: str, where: str, words: Words, *, language: str | None = None, day: datetime.date | None = None
) -> tuple[Condition, ...]:
    """The conditions in one text, in its order; `where` says what text it is ("caption", "credit line" …).

    `language` (BCP 47) and the story's `day` settle dates such as 5/6 and "30 November".
    """
    return ()
