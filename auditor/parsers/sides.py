"""On which side of a line that is only a credit its caption stands, where all such lines of a text tell the same."""

from collections.abc import Sequence
from typing import Literal

from auditor.parsers import inline
from auditor.parsers.blocks import Block
from auditor.parsers.judging import is_announced, is_short, may_be_caption, names_party
from auditor.parsers.wording import LONGEST_CREDIT
from auditor.text import tokens
from auditor.words import Words

Side = Literal["above", "below"]
FEWEST_TOLD = 2  # lines that tell; one alone may stand between two paragraphs, its picture without a caption
MOST_CAPTION_WORDS = 30
LONGER = 1.5  # times the words of the caption, in the paragraph on the other side


def sides_of(blocks: Sequence[Block], words: Words) -> dict[int, Side]:
    """The side by the number of the line's block; nothing where they tell different ones, or too few tell.

    A caption is shorter than the paragraph on the other side. Blank lines stand between all, or none do.
    """
    told = {n: side for n in range(len(blocks)) if _is_credit(blocks[n], words) and (side := _side(blocks, n, words))}
    return told if len(told) >= FEWEST_TOLD and len(set(told.values())) == 1 else {}


def _is_credit(block: Block, words: Words) -> bool:
    if block.is_caption or block.picture or len(block.text) > LONGEST_CREDIT:
        return False
    caption, credit = inline.split(block.text, words)
    return caption is None and credit is not None and (is_announced(credit, words) or names_party(credit, words))


def _side(blocks: Sequence[Block], number: int, words: Words) -> Side | None:
    above, below = _length(blocks, number - 1), _length(blocks, number + 1)
    if above * LONGER <= below and above and _is_caption(blocks[number - 1], words):
        return "above"
    if (not above or below * LONGER <= above) and below and _is_caption(blocks[number + 1], words):
        return "below"
    return None


def _length(blocks: Sequence[Block], number: int) -> int:
    """The words of a block; none where there is no such block."""
    return len(tokens(blocks[number].text)) if 0 <= number < len(blocks) else 0


def _is_caption(block: Block, words: Words) -> bool:
    if block.is_caption or block.picture or len(tokens(block.text)) > MOST_CAPTION_WORDS:
        return False
    return may_be_caption(block.text) and is_short(block.text) and inline.split(block.text, words)[1] is None
