"""Checks of one field of an image, for rules of every topic and for a newsroom's own."""

from collections.abc import Iterator
from typing import Literal

from auditor.checks.evidence import Evidence
from auditor.model import Image
from auditor.patterns import Pattern, found
from auditor.text import fold
from auditor.words import Words

Field = Literal["caption", "credit-line", "alt-text"]
LONGEST = 2_000  # characters of a field that are looked at


def said(image: Image, field: Field) -> str:
    """The field's text as printed, empty where there is none."""
    return (getattr(image, field.replace("-", "_")) or "")[:LONGEST]


def blank(image: Image, *, field: Field) -> Iterator[Evidence]:
    """The field is missing or empty."""
    if not said(image, field).strip():
        yield Evidence()


def matches(image: Image, *, field: Field, pattern: Pattern) -> Iterator[Evidence]:
    """The field matches a pattern (RE2 syntax); `{found}` is the stretch that does."""
    text = said(image, field)
    stretch = found(pattern, text) if text else None
    if stretch:
        yield Evidence({"found": stretch})


def same_as(image: Image, *, field: Field, other: Field) -> Iterator[Evidence]:
    """The field says the same as another one, case, quotes, dashes and spaces aside."""
    one, another = said(image, field), said(image, other)
    if one and another and fold(one) == fold(another) != "":
        yield Evidence()


def credit_inside(image: Image, words: Words, *, field: Field) -> Iterator[Evidence]:
    """The field holds a credit: the image's own, or words behind a credit marker; `{found}` is where it begins."""
    text = said(image, field)
    own = image.credit.line if image.credit else ""
    # "Symbolbild:" or "Collage:" says what the picture is; whoever describes it may use the word.
    labels = [label for label in words.labels_inside(text) if not label.marker.kinds]
    if labels:
        yield Evidence({"found": text[labels[0].start :]})
    elif own and _has_words(own) and fold(own) in fold(text):
        yield Evidence({"found": own})


def _has_words(line: str) -> bool:
    """A credit of one short word ("PA") may stand in a text by chance."""
    return " " in line or "/" in line
