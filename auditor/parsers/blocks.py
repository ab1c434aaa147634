"""A text into its blocks: paragraphs, the lines that an export has broken joined, what stands for a picture told."""

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from auditor.parsers.labels import label_of, labels, without_path
from auditor.parsers.numbering import in_a_row, number_of
from auditor.text import squeeze
from auditor.words import Words

SENTENCE = re.compile(r"[.!?…。！？][\"'”’»)\]]?(?:\s|$)")
WRAPPED = 100  # columns; exports that break lines do so well below
RULE = re.compile(r"[-=_*~#+–—\s]{3,}")  # a line across the page, or under a heading
QUOTED = re.compile(r"(?:>\s?)+")
LONGEST_MARK = 2000  # characters of a line that may hold marks of Markdown or a short code
EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?=\S)([^*_]{1,1500})(?<=\S)\1")
HEADING = re.compile(r"#{1,6}\s+(\S.{0,300})")
# What exports leave in the place of a picture: ![a gate](https://…), [image: a gate], [cid:gate.jpg@01D], <img src=…>
MARKDOWN = re.compile(r"!\[([^\]\n]{0,500})\]\((\S{1,1000})(?:\s+[\"']([^\"'\n]{0,500})[\"'])?\)")
STAND_IN = re.compile(r"\[(?:image|cid|inline image)\s?:?\s?([^\]\n]{0,500})\]", re.I)
TAG = re.compile(r"<img\s[^<>]{0,1500}>", re.I)
ATTRIBUTE = re.compile(r"\b(src|alt)=[\"']([^\"'<>]{0,1000})[\"']", re.I)
LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\((?:https?:|/)[^()\s]{1,1000}\)")
SHORT_CODE = re.compile(r"\[caption\b[^\]\n]{0,300}\](.{1,1900})\[/caption\]", re.I)
SIGNS = ("![", "[image", "[cid", "<img", "*", "_", "#")  # how a line begins that is no part of a broken paragraph
BRACKETED = re.compile(r"\[([^\[\]]{30,1900})\]")
ANY_TAG = re.compile(r"</?[a-z][^<>]{0,500}>", re.I)


class Shown(Struct, frozen=True):
    """What stands for a picture in a text: its address and description where the text has them."""

    src: str | None = None
    alt: str | None = None


class Block(Struct, frozen=True):
    """A paragraph with the line of the file that it begins on.

    `follows`: no blank line is above it. `is_caption`: a label says so. `set_apart`: the text is emphasised as a whole.
    `quoted`: it stands so in a mail's earlier one, or as a quotation of Markdown. `picture` stands before or in place
    of the text.
    """

    line: int
    text: str
    follows: bool = False
    is_caption: bool = False
    set_apart: bool = False
    quoted: bool = False
    picture: Shown | None = None


def blocks_of(text: str, words: Words) -> Iterator[Block]:
    """Paragraphs: a line each, or the lines between two blank ones where an export has broken them."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    group: list[Block] = []
    for number, line in enumerate([*lines, ""], 1):
        quote = QUOTED.match(line)
        text = squeeze(_tabbed(line[quote.end() :] if quote else line, words))
        if text and not RULE.fullmatch(text):
            group.append(Block(number, _without_path(text, words), bool(group), quoted=bool(quote)))
        elif group:
            yield from (_read(block) for part in _parts(group, words) for block in _joined(part))
            group = []


def _tabbed(line: str, words: Words) -> str:
    """A line of a table of fields with a colon for the tab behind its label."""
    head, tab, tail = line.partition("\t")
    return f"{head}: {tail}" if tab and (label_of(f"{head}:")[0] in labels() or words.is_label(head)) else line


def _without_path(line: str, words: Words) -> str:
    """A field of a data base with no more of its name than the label that it ends in."""
    bare = without_path(line)
    return bare if bare != line and (label_of(bare)[0] in labels() or _is_announced(bare, words)) else line


def _parts(group: list[Block], words: Words) -> Iterator[list[Block]]:
    """The lines between two blank ones, apart what stands for a picture and what begins with a label or a number."""
    beginnings = _beginnings(group, words)
    part: list[Block] = []
    for block in group:
        alone = block.text.startswith(SIGNS)
        if part and (alone or block.line in beginnings):
            yield part
            part = []
        part.append(block)
        if alone:
            yield part
            part = []
    if part:
        yield part


def _beginnings(group: list[Block], words: Words) -> set[int]:
    """The lines that no line before them goes on with: fields, credits, and what is numbered in a row."""
    numbers = [number_of(block.text) for block in group]
    row = in_a_row(numbers)
    return {
        block.line
        for block, number in zip(group, numbers, strict=True)
        if (number and number.value in row) or label_of(block.text)[0] in labels() or _is_announced(block.text, words)
    }


def _is_announced(text: str, words: Words) -> bool:
    label = words.label_at_start(text) if len(text) <= WRAPPED else None
    return label is not None and label.colon


def _joined(part: list[Block]) -> list[Block]:
    if not _is_wrapped(part):
        return part
    return [replace(part[0], text=" ".join(block.text for block in part))]


def _is_wrapped(part: list[Block]) -> bool:
    """Do the lines break where the column ends, not where a sentence does?"""
    widths = [len(block.text) for block in part]
    widest = max(widths)
    broken = any(not SENTENCE.search(block.text[-3:]) for block in part[:-1])
    return WRAPPED // 2 <= widest <= WRAPPED and min(widths[:-1], default=0) * 5 >= widest * 3 and broken


def _read(block: Block) -> Block:
    """The block without the marks of Markdown, short codes and mail programs, and what they said."""
    text = block.text
    if len(text) > LONGEST_MARK or not any(sign in text for sign in "[*_#<"):
        return block
    code = SHORT_CODE.fullmatch(text)
    text, picture = _without_picture(code[1] if code else text)
    text = LINK.sub(r"\1", text)
    bracketed = BRACKETED.fullmatch(text)
    text = bracketed[1] if bracketed else text
    heading, emphasis = HEADING.fullmatch(text), EMPHASIS.fullmatch(text)
    text = heading[1] if heading else emphasis[2] if emphasis else text
    return replace(block, text=squeeze(text), is_caption=bool(code), set_apart=bool(emphasis), picture=picture)


def _without_picture(text: str) -> tuple[str, Shown | None]:
    """The text without what stands for a picture, and that."""
    if match := MARKDOWN.search(text):
        return MARKDOWN.sub(" ", text).strip(), Shown(match[2], match[1])
    if match := STAND_IN.fullmatch(text):
        return "", Shown(None, match[1] or None)
    if match := TAG.search(text):
        said = {name.lower(): value for name, value in ATTRIBUTE.findall(match[0])}
        return ANY_TAG.sub(" ", text).strip(), Shown(said.get("src"), said.get("alt"))
    return text, None
