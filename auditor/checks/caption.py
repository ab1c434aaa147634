"""Checks of captions beyond what a single field's check can see."""

from collections.abc import Iterator

from auditor.checks.evidence import Evidence
from auditor.model import Image
from auditor.text import fold, shorten, tokens
from auditor.words import Words

LONG_CREDIT = 25  # words; a longer credit line is a caption in the wrong field
SHOWN = 80  # characters of the misplaced text


def caption_is_credit(image: Image, words: Words) -> Iterator[Evidence]:
    """The caption is nothing but a credit, or the credit a caption; `{field}` is where, `{other}` is what it holds."""
    caption = image.caption or ""
    if caption and _only_credit(caption, image, words):
        yield Evidence({"found": shorten(caption, SHOWN), "field": "caption", "other": "credit"})
    elif image.credit and holds_caption(image):
        yield Evidence({"found": shorten(image.credit.line, SHOWN), "field": "credit", "other": "caption"})


def holds_caption(image: Image) -> bool:
    """Is the credit line, by its length, the caption that the image lacks?"""
    return not image.caption and image.credit is not None and len(tokens(image.credit.line)) > LONG_CREDIT


def _only_credit(caption: str, image: Image, words: Words) -> bool:
    if image.credit and fold(caption) in (fold(image.credit.text), fold(image.credit.line)):
        return True
    label = words.label_at_start(caption)
    rest = caption[label.end :] if label else caption
    named = "".join(m.text for m in words.agencies.mentions(rest))
    return bool(named) and tokens(named.replace(" ", "")) == tokens(rest.replace(" ", ""))
