"""The headline of a text: behind captions, a slug, or what a page's menu has left."""

import itertools

from auditor.parsers import inline
from auditor.parsers.blocks import Block
from auditor.parsers.wording import uncased
from auditor.words import Words

LONGEST_HEADLINE = 200  # characters
MOST_ABOVE = 8  # captions that may stand above it
MOST_MENU_WORDS = 3
FEWEST_IN_MENU = 3
SENTENCE_ENDS = (".", "。", ":", "…")
BAR = ("|", "｜")


def headline_of(told: str | None, blocks: list[Block], words: Words) -> tuple[str | None, list[Block]]:
    """What a line of facts has told, else the first block that is no caption, where it is short and no sentence.

    A word in capitals alone ("URGENT", "BC-FERRY") is a wire's priority or slug, and the headline may come behind it.
    Returns it with the other blocks.
    """
    if told:
        return told, blocks
    if len(blocks) > 1 and _is_slug(blocks[0], words):
        blocks = blocks[1:]
    top = _menu(blocks)
    for place, block in enumerate(blocks[top : top + MOST_ABOVE], top):
        if not _is_caption(block, words):
            is_headline = len(block.text) <= LONGEST_HEADLINE and not block.text.endswith(SENTENCE_ENDS)
            return (block.text, [*blocks[:place], *blocks[place + 1 :]]) if is_headline else (None, blocks)
    return None, blocks


def _menu(blocks: list[Block]) -> int:
    """How many lines at the top are what a page's menu leaves: some of a word or three each."""
    short = itertools.takewhile(
        lambda block: len(block.text.split()) <= MOST_MENU_WORDS and _is_plain(block.text), blocks
    )
    count = len(list(short))
    return count if count >= FEWEST_IN_MENU else 0


def _is_plain(text: str) -> bool:
    """No field, and in a script that parts words by blanks?"""
    return ":" not in text and not uncased(text)


def _is_slug(block: Block, words: Words) -> bool:
    return block.text.isupper() and " " not in block.text and not _is_caption(block, words)


def _is_caption(block: Block, words: Words) -> bool:
    return block.is_caption or block.picture is not None or _has_credit(block.text, words)


def _has_credit(first: str, words: Words) -> bool:
    """Does a first block end in a credit? A site's own name behind a bar ("… | The Sandvik Post") is none."""
    caption, credit = inline.split(first, words)
    if credit is None or (caption and " " not in caption and not uncased(caption)):
        return False  # "In pictures: the harbour"
    if first.removesuffix(credit).rstrip().endswith(BAR):
        return False
    label = words.label_at_start(credit)
    if first.isupper():  # in capitals throughout, firms and towns look like names
        return label is not None and label.colon
    return label is not None or bool(words.agencies.mentions(credit))
