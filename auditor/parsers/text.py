"""A text copy into a Story: the lines of facts at its top, its headline, and what its other blocks are."""

import re

from msgspec import Struct
from msgspec.structs import replace

from auditor.model import Document, Story
from auditor.parsers import inline
from auditor.parsers.blocks import Block, blocks_of
from auditor.parsers.dates import date_in, date_in_url, span_of_date
from auditor.parsers.labels import labels
from auditor.parsers.lines import images_in
from auditor.parsers.origin import has_dateline
from auditor.text import fold
from auditor.words import Words

URL = re.compile(r"https?://[^\s<>\"')\]]+")
LONGEST_HEADLINE = 200  # characters
LONGEST_LABEL = 40
BAR = ("|", "｜")


class Facts(Struct, frozen=True):
    """What lines of facts say of the story."""

    headline: str | None = None
    url: str | None = None
    published: str | None = None
    wire: bool = False


def sniff(text: str) -> bool:
    """Any text can be read as one."""
    return True


def parse(document: Document, text: str, words: Words) -> Story:
    """The story that a plain text tells; any text is one."""
    facts, blocks = _facts(list(blocks_of(text, words)))
    headline, blocks = _headline(facts, blocks, words)
    images, paragraphs = images_in(blocks, words)
    return Story(
        document.name,
        "text",
        headline=headline,
        url=facts.url,
        published=facts.published or (date_in_url(facts.url) if facts.url else None),
        origin="wire" if facts.wire or has_dateline((p.text for p in paragraphs), words) else None,
        paragraphs=tuple(p.text for p in paragraphs),
        images=tuple(images),
    )


def _facts(blocks: list[Block]) -> tuple[Facts, list[Block]]:
    """What the lines of facts say, and the other blocks."""
    facts = Facts()
    rest: list[Block] = []
    for block in blocks:
        facts, left = _fact(block, facts, at_top=not rest)
        if left:
            rest.append(left)
    return facts, rest


def _fact(block: Block, facts: Facts, at_top: bool) -> tuple[Facts, Block | None]:
    """The facts with what one block adds, and what is left of the block."""
    head, colon, tail = block.text.partition(":")
    label, known = fold(head) if len(head) <= LONGEST_LABEL else "", labels()
    url = URL.search(tail if label in known.address else block.text)
    if url and (label in known.address or url[0] == block.text):
        return replace(facts, url=facts.url or url[0]), None
    if colon and label in known.date and (day := date_in(tail)):
        return replace(facts, published=facts.published or day), None
    if colon and label in known.caption:
        return facts, replace(block, text=tail.strip(), is_caption=True) if tail.strip() else None
    if colon and at_top and label in known.wire:
        facts = replace(facts, wire=True)
    if colon and at_top and label in known.headline:
        return replace(facts, headline=facts.headline or tail.strip()), None
    if colon and at_top and label in known.other:
        return facts, None
    return _dated(block, facts)


def _dated(block: Block, facts: Facts) -> tuple[Facts, Block | None]:
    """A date at the start of a block, alone or behind its label, is the story's: "date 2019-01-07 Two leaders …"."""
    span = span_of_date(block.text[:LONGEST_LABEL])
    if not span:
        return facts, block
    before, after = fold(block.text[: span[0]]).rstrip(" :"), block.text[span[1] :].strip(" ,;:–—-")
    if before not in labels().date and (before or after):
        return facts, block
    dated = replace(facts, published=facts.published or date_in(block.text[: span[1]]))
    return dated, replace(block, text=after) if after else None


def _headline(facts: Facts, blocks: list[Block], words: Words) -> tuple[str | None, list[Block]]:
    """What a line of facts says, else a first block that is short, no sentence, and no caption.

    A word in capitals alone ("URGENT", "BC-FERRY") is a wire's priority or slug, and the headline may come behind it.
    """
    if facts.headline or not blocks:
        return facts.headline, blocks
    if len(blocks) > 1 and _is_slug(blocks[0], words):
        blocks = blocks[1:]
    first = blocks[0].text
    ends = first.endswith((".", "。", ":", "…"))
    if len(first) > LONGEST_HEADLINE or ends or blocks[0].is_caption or _has_credit(first, words):
        return None, blocks
    return first, blocks[1:]


def _is_slug(block: Block, words: Words) -> bool:
    return (
        block.text.isupper() and " " not in block.text and not block.is_caption and not _has_credit(block.text, words)
    )


def _has_credit(first: str, words: Words) -> bool:
    """Does a first block end in a credit? A site's own name behind a bar ("… | The Sandvik Post") is none."""
    credit = inline.split(first, words)[1]
    if credit and first.removesuffix(credit).rstrip().endswith(BAR):
        return False
    return credit is not None and (words.label_at_start(credit) is not None or bool(words.agencies.mentions(credit)))
