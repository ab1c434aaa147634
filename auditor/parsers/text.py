"""A text copy into a Story: the lines of facts at its top, its headline, and what its other blocks are."""

import re
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from auditor.model import Document, Story
from auditor.parsers.blocks import Block, blocks_of
from auditor.parsers.coded import labelled
from auditor.parsers.dates import date_in, date_in_url, span_of_date
from auditor.parsers.headline import headline_of
from auditor.parsers.labels import LONGEST_LABEL, label_of, labels
from auditor.parsers.lines import images_in
from auditor.parsers.origin import has_dateline
from auditor.text import fold
from auditor.words import Words

URL = re.compile(r"https?://[^\s<>\"')\]]+")
TIME = re.compile(r"^[\s,]*\d{1,2}[:.hH]\d{2}(?!\d)")
LONGEST_LINE = 100  # characters of a line of facts; a longer one is the story's
MOST_HEAD = 8  # blocks of facts
Place = Literal["top", "below", "head", "text"]
"""Before all that is no fact, below its first block, among the short lines above the story, or in it."""


class Facts(Struct, frozen=True):
    """What lines of facts say of the story."""

    headline: str | None = None
    slug: str | None = None
    url: str | None = None
    published: str | None = None
    wire: bool = False


def sniff(text: str) -> bool:
    """Any text can be read as one."""
    return True


def parse(document: Document, text: str, words: Words) -> Story:
    """The story that a plain text tells; any text is one."""
    facts, blocks = _facts(list(blocks_of(labelled(text), words)))
    headline, blocks = headline_of(facts.headline or facts.slug, blocks, words)
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
        facts, left = _fact(block, facts, _place(rest))
        if left:
            rest.append(left)
    return facts, rest


def _place(before: list[Block]) -> Place:
    """Where in a text a block stands that these stand before."""
    if len(before) <= 1:
        return "below" if before else "top"
    is_head = len(before) <= MOST_HEAD and all(len(block.text) < LONGEST_LINE for block in before)
    return "head" if is_head else "text"


def _fact(block: Block, facts: Facts, place: Place) -> tuple[Facts, Block | None]:
    """The facts with what one block adds, and what is left of the block."""
    (label, tail), known = label_of(block.text), labels()
    url = URL.search(tail if label in known.address else block.text)
    if url and (label in known.address or url[0] == block.text):
        return replace(facts, url=facts.url or url[0]), None
    if label in known.date and (day := date_in(tail)):
        return replace(facts, published=facts.published or day), None
    if label in known.caption:
        return facts, replace(block, text=tail, is_caption=True) if tail else None
    if label in known.wire and place != "text":
        slug = facts.slug or (tail if label in known.headline and place == "top" else None)
        return replace(facts, wire=facts.wire or place == "top", slug=slug), None
    if label in known.headline and (place == "top" or (place != "text" and not facts.headline)):
        return replace(facts, headline=facts.headline or tail), None
    if (place == "top" and label in known.author) or (label in known.other and (place == "top" or not tail)):
        return facts, None
    return _dated(block, facts)


def _dated(block: Block, facts: Facts) -> tuple[Facts, Block | None]:
    """A date at the start of a block, alone or behind its label, is the story's: "date 2019-01-07 Two leaders …"."""
    span = span_of_date(block.text[:LONGEST_LABEL])
    if not span:
        return facts, block
    before, after = fold(block.text[: span[0]]).rstrip(" :"), TIME.sub("", block.text[span[1] :]).strip(" ,;:|–—-")
    is_fact = not after or label_of(after)[0] in labels().address  # "2026-04-12 09:15 来源：新华社"
    if before not in labels().date and (before or not is_fact):
        return facts, block
    dated = replace(facts, published=facts.published or date_in(block.text[: span[1]]))
    return dated, None if is_fact else replace(block, text=after)
