"""The conditions that a copy states about a picture, read from its texts and its data for machines."""

import datetime
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from auditor.model import Image, Story
from auditor.phrases import worded
from auditor.rights import statements
from auditor.rights.conditions.telling import codes, may_state, unglued
from auditor.rights.shapes import Condition
from auditor.words import Words

CAPTION, CREDIT, INSTRUCTIONS = "caption", "credit line", "instructions"
LONGEST = 2000  # characters of a text that are looked at


def of(image: Image, story: Story, words: Words) -> tuple[Condition, ...]:
    """Every condition that the story states about the image, each once, in the order of the places looked at."""
    language, day = story.language, story.day
    told = [c for where, text in _texts(image, story) for c in read(text, where, words, language=language, day=day)]
    if not told:
        return ()
    by = image.credit.agencies[0] if image.credit and len(image.credit.agencies) == 1 else None
    return tuple(replace(condition, by=by) for condition in _once(told))


def read(
    text: str, where: str, words: Words, *, language: str | None = None, day: datetime.date | None = None
) -> tuple[Condition, ...]:
    """The conditions in one text, in its order; `where` says what text it is ("caption", "credit line" …).

    A caption and a credit line say other things too, and what may be part of a sentence is no condition; any other
    text is taken to speak of conditions. `language` (BCP 47) and the story's `day` settle dates such as 5/6 and
    "30 November".
    """
    printed = text[:LONGEST]
    said = worded(unglued(printed))
    told = [*codes(said, words)] if where.endswith(CREDIT) else []
    if may_state(said, words, language):
        from auditor.rights.conditions.evidence import evident  # takes its time to load, and most runs meet none

        told += evident(printed, said, words, language=language, day=day, where=where)
    return tuple(_once(replace(condition, where=where) for condition in told)) if told else ()


def _texts(image: Image, story: Story) -> Iterator[tuple[str, str]]:
    """Where conditions on an image stand: under it, and in the statements for machines about the same picture."""
    yield from _own_texts(image)
    for other in statements.about(image, story):
        yield from ((f"{other.via} {where}", text) for where, text in _own_texts(other))


def _own_texts(image: Image) -> Iterator[tuple[str, str]]:
    for where, text in ((CAPTION, image.caption), (CREDIT, image.credit_line), (INSTRUCTIONS, image.instructions)):
        if text:
            yield where, text


def _once(told: Iterable[Condition]) -> Iterator[Condition]:
    """The conditions, each in the words that say it first; of what is not understood each in its own."""
    seen: set[Condition] = set()
    for condition in told:
        words = condition.words if condition.what == "not-understood" else ""
        bare = replace(condition, words=words, where="")
        if bare not in seen:
            seen.add(bare)
            yield condition
