"""A text copy into a Story: headline, date and address, paragraphs, and caption lines told from paragraphs."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from auditor.credits import take_apart
from auditor.model import Document, Image, Story
from auditor.parsers import inline
from auditor.parsers.dates import date_in, date_in_url, span_of_date
from auditor.parsers.origin import has_dateline
from auditor.tables import read_toml, shipped, to_record
from auditor.text import fold, squeeze, tokens
from auditor.words import Words

URL = re.compile(r"https?://[^\s<>\"')\]]+")
SENTENCE = re.compile(r"[.!?…。！？][\"'”’»)\]]?(?:\s|$)")
LONGEST_HEADLINE = 200  # characters
LONGEST_LABEL = 40
BRACKETS = "()[]（）【】 "
# A caption whose credit no marker announces is short; longer text that ends in an agency's name is signed by it.
MOST_WORDS = 60
MOST_SENTENCES = 3
LEAST_TEXT = 20  # words of a block that is surely the story's; what stands behind the last one is its foot
WRAPPED = 100  # columns; exports that break lines do so well below


class Labels(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that head a line of facts; those in `wire` also say that the text is the wire's own item."""

    date: frozenset[str]
    address: frozenset[str]
    headline: frozenset[str]
    caption: frozenset[str]
    other: frozenset[str]
    wire: frozenset[str]


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    labels: Labels


class Block(Struct, frozen=True):
    """A paragraph with the line of the file that it begins on.

    `follows`: no blank line is above it. `is_caption`: a label says so.
    """

    line: int
    text: str
    follows: bool = False
    is_caption: bool = False


class Facts(Struct, frozen=True):
    """What lines of facts say of the story."""

    headline: str | None = None
    url: str | None = None
    published: str | None = None
    wire: bool = False


@cache
def labels() -> Labels:
    """The table that comes with the program. Raises RuleFileError where it is wrong."""
    path = shipped() / "text.toml"
    return to_record(read_toml(path), _File, path).labels


def sniff(text: str) -> bool:
    """Any text can be read as one."""
    return True


def parse(document: Document, text: str, words: Words) -> Story:
    """The story that a plain text tells; any text is one."""
    facts, blocks = _facts(list(_blocks(text)))
    headline, blocks = _headline(facts, blocks, words)
    images, paragraphs = _captions(blocks, words)
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


def _blocks(text: str) -> Iterator[Block]:
    """Paragraphs: a line each, or the lines between two blank ones where an export has broken them."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    group: list[Block] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            group.append(Block(number, squeeze(line), bool(group)))
        elif group:
            yield from [Block(group[0].line, " ".join(b.text for b in group))] if _is_wrapped(group) else group
            group = []


def _is_wrapped(group: list[Block]) -> bool:
    """Do the lines break where the column ends, not where a sentence does?"""
    widths = [len(block.text) for block in group]
    widest = max(widths)
    broken = any(not SENTENCE.search(block.text[-3:]) for block in group[:-1])
    return WRAPPED // 2 <= widest <= WRAPPED and min(widths[:-1], default=0) * 5 >= widest * 3 and broken


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
    """What a line of facts says, else a first block that is short, no sentence, and no caption."""
    if facts.headline or not blocks or blocks[0].is_caption:
        return facts.headline, blocks
    first = blocks[0].text
    if len(first) > LONGEST_HEADLINE or first.endswith((".", "。", ":", "…")) or _has_credit(first, words):
        return None, blocks
    return first, blocks[1:]


def _has_credit(first: str, words: Words) -> bool:
    """Does a first block end in a credit? A site's own name behind a headline ("… | The Sandvik Post") is none."""
    credit = inline.split(first, words)[1]
    return credit is not None and (words.label_at_start(credit) is not None or bool(words.agencies.mentions(credit)))


def _captions(blocks: list[Block], words: Words) -> tuple[list[Image], list[Block]]:
    """The images that caption lines stand for, and the blocks that are none."""
    images: list[Image] = []
    paragraphs: list[Block] = []
    foot = _foot(blocks)
    for number, block in enumerate(blocks):
        caption, credit = inline.split(block.text, words) if len(block.text) <= inline.LONGEST else (block.text, None)
        signs_off = number + 1 == len(blocks) and not _behind_caption(images, paragraphs)
        if credit and caption is None and _belongs_to_last(block, images, paragraphs):
            images = _with_credit(images, paragraphs, credit)
        elif credit and caption is None and number >= foot and _credits_the_story(credit, words):
            paragraphs.append(block)
        elif block.is_caption or (credit and _is_caption(caption, credit, signs_off, words)):
            images.append(_image(block, caption, credit, paragraphs, images))
        else:
            paragraphs.append(block)
    return images, paragraphs


def _foot(blocks: list[Block]) -> int:
    """The number of the first block behind the last one of some length."""
    long = [number for number, block in enumerate(blocks) if len(tokens(block.text)) >= LEAST_TEXT]
    return long[-1] + 1 if long else len(blocks)


def _credits_the_story(credit: str, words: Words) -> bool:
    """Does a line without a caption, at the foot, say whose text it was: "© 2026 AFP", "Quelle: dpa"?"""
    label = words.label_at_start(credit)
    return label is not None and not (label.marker.inside and label.text[:1].isalpha())


def _belongs_to_last(block: Block, images: list[Image], paragraphs: list[Block]) -> bool:
    """Does a line that is only a credit stand right under its caption?"""
    if _behind_caption(images, paragraphs) and images[-1].credit_line is None:
        return True
    return block.follows and bool(paragraphs) and len(paragraphs[-1].text.split()) <= MOST_WORDS


def _behind_caption(images: list[Image], paragraphs: list[Block]) -> bool:
    """Is the last thing met so far a caption? Wire items list theirs at the end."""
    last = paragraphs[-1].line if paragraphs else 0
    return bool(images) and (images[-1].line or 0) > last


def _with_credit(images: list[Image], paragraphs: list[Block], credit: str) -> list[Image]:
    """The images with the credit given to the last caption, which may so far have passed for a paragraph."""
    if _behind_caption(images, paragraphs) and images[-1].credit_line is None:
        return [*images[:-1], replace(images[-1], credit_line=credit)]
    block = paragraphs.pop()
    return [*images, _image(block, block.text, credit, paragraphs, images)]


def _is_caption(caption: str | None, credit: str, signs_off: bool, words: Words) -> bool:
    """A block with a credit is a caption where a marker announces it, or it is short and not the story's sign-off."""
    label = words.label_at_start(credit)
    if label or words.label_at_end(credit):
        return not words.is_label(credit) and not (label and _goes_on(credit[label.end :].strip(), words))
    if caption is None or signs_off or not _names_party(credit, words):
        return False
    return len(caption.split()) <= MOST_WORDS and len(SENTENCE.findall(caption)) <= MOST_SENTENCES


def _goes_on(behind: str, words: Words) -> bool:
    """Does a sentence go on behind a marker ("Photo: see page 4")? Of credits only a few begin with a small letter."""
    first = behind.split()[:1]
    if not first or not first[0].isalpha() or not first[0].islower():
        return False
    return not (words.role(behind) or words.suppliers.whole(behind) or words.agencies.mentions(behind))


def _names_party(credit: str, words: Words) -> bool:
    """Does an unannounced credit name an agency, or, in its bracket, a person or a party that is known?

    "(CDU)" or "(left)" at the end of a caption is none.
    """
    bare = credit.strip(BRACKETS)
    if words.agencies.mentions(bare) or words.role(bare) or words.suppliers.whole(bare):
        return True
    taken = take_apart(bare, words)
    full_names = [name for name in taken.creators if " " in name]
    return bare != credit and not taken.rest and bool(full_names or any(map(words.suppliers.whole, taken.suppliers)))


def _image(block: Block, caption: str | None, credit: str | None, before: list[Block], images: list[Image]) -> Image:
    return Image(len(images) + 1, caption=caption, credit_line=credit, line=block.line, after=len(before))
