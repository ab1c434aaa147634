"""A text into its blocks: paragraphs, the lines that an export has broken joined, what stands for a picture told."""

import re
from collections.abc import Iterator

from msgspec import Struct

from auditor.text import squeeze
from auditor.words import Words

SENTENCE = re.compile(r"[.!?…。！？][\"'”’»)\]]?(?:\s|$)")
WRAPPED = 100  # columns; exports that break lines do so well below
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
    `picture` stands before or in place of the text.
    """

    line: int
    text: str
    follows: bool = False
    is_caption: bool = False
    set_apart: bool = False
    picture: Shown | None = None


def blocks_of(text: str, words: Words) -> Iterator[Block]:
    """Paragraphs: a line each, or the lines between two blank ones where an export has broken them."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    group: list[Block] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            group.append(Block(number, squeeze(line), bool(group)))
        elif group:
            yield from (_read(block) for part in _parts(group, words) for block in _joined(part))
            group = []


def _parts(group: list[Block], words: Words) -> Iterator[list[Block]]:
    """The lines between two blank ones, apart what stands for a picture and a credit at the end."""
    part: list[Block] = []
    for block in group:
        if block.text.startswith(SIGNS) or (block is group[-1] and part and _is_announced(block.text, words)):
            yield from (part, [block]) if part else ([block],)
            part = []
        else:
            part.append(block)
    if part:
        yield part


def _is_announced(text: str, words: Words) -> bool:
    label = words.label_at_start(text) if len(text) <= WRAPPED else None
    return label is not None and label.colon


def _joined(part: list[Block]) -> list[Block]:
    if not _is_wrapped(part):
        return part
    return [Block(part[0].line, " ".join(block.text for block in part), part[0].follows)]


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
    return Block(block.line, squeeze(text), block.follows, bool(code), bool(emphasis), picture)


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
