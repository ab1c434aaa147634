"""The blocks of a text into its images and its paragraphs: caption lines told from running text."""

from collections.abc import Sequence

from msgspec.structs import replace

from auditor.credits import take_apart
from auditor.model import Image
from auditor.parsers import inline, sources
from auditor.parsers.blocks import Block
from auditor.parsers.instructions import BETWEEN, instructions_in, is_instructions
from auditor.parsers.judging import (
    Read,
    behind_label,
    goes_on,
    is_announced,
    is_field,
    is_short,
    may_be_caption,
    names_party,
    parted,
    signs,
)
from auditor.parsers.numbering import unnumbered
from auditor.parsers.sides import sides_of
from auditor.parsers.tails import ENDS, MOST_WORDS, tails_of
from auditor.text import tokens
from auditor.words import Words

LEAST_TEXT = 20  # words of a block that is surely the story's; what stands behind the last one is its foot


def images_in(blocks: Sequence[Block], words: Words) -> tuple[list[Image], list[Block]]:
    """The images that caption lines and signs for a picture stand for, and the blocks that are neither."""
    told = _Told(blocks, words)
    for number, block in enumerate(blocks):
        told.take(number, block)
    told.drop_stand_in()
    return _unnumbered(told.images, words), told.paragraphs


def _unnumbered(images: list[Image], words: Words) -> list[Image]:
    """The images with their captions less the numbers of a list."""
    captions = unnumbered([image.caption or "" for image in images], words)
    return [replace(image, caption=caption or None) for image, caption in zip(images, captions, strict=True)]


def _foot(blocks: Sequence[Block]) -> int:
    """The number of the first block behind the last one of some length."""
    long = [number for number, block in enumerate(blocks) if len(tokens(block.text)) >= LEAST_TEXT]
    return long[-1] + 1 if long else len(blocks)


class _Told:
    """What has been read of a text so far; `awaits`: the last image stands for a picture whose text may follow."""

    def __init__(self, blocks: Sequence[Block], words: Words) -> None:
        self.images: list[Image] = []
        self.paragraphs: list[Block] = []
        self._words, self._last, self._foot = words, len(blocks) - 1, _foot(blocks)
        self._tails = tails_of(blocks, self._foot, words)
        self._blocks, self._sides = blocks, sides_of(blocks, words)
        self._awaits = False
        self._own_text = False
        self._ahead: str | None = None
        self._labelled = -1  # the number of the last block that a label calls a caption

    def take(self, number: int, block: Block) -> None:
        """One more block: an image's text, a credit for the last caption, or a paragraph."""
        if block.picture and not block.text:
            self._show(block, (None, None))
            self._awaits = True
            return
        if self._behind_caption() and is_instructions(block.text, self._words):
            self._instruct(block.text)
            return
        caption, credit = (None, None) if block.quoted and self._own_text else self._read(number, block)
        if credit and caption is None and self._is_ahead(number, block, credit):
            self._ahead = credit
            return
        if credit and caption is None and self._signs_last(block, credit):
            self._sign(credit)
        elif credit and caption is None and self._belongs_to_last(number, block):
            self._credit(credit)
        elif credit and caption is None and self._is_about_text(number, credit):
            self._keep(block)
        elif self._is_caption(number, block, (caption, credit)):
            self._show(block, (caption, credit))
            self._labelled = number if block.is_caption and credit is None else self._labelled
        else:
            self.drop_stand_in()
            self._keep(block)
        self._awaits = False

    def _keep(self, block: Block) -> None:
        """One more paragraph. Below a mail's own text, what is quoted is what it answers to."""
        self.paragraphs.append(block)
        self._own_text = self._own_text or (not block.quoted and len(tokens(block.text)) >= LEAST_TEXT)

    def drop_stand_in(self) -> None:
        """Forgets a sign for a picture that has no address and no text: mails have them for the sender's logo, too."""
        if self._awaits and not self.images[-1].src:
            self.images.pop()
        self._awaits = False

    def _show(self, block: Block, read: Read) -> None:
        """One more image, or the text of the one that waits for it."""
        caption, credit = read[0], read[1] or self._ahead
        self._ahead = None
        told = instructions_in([block.text], caption, credit, self._words)
        signed, credit = parted(credit, self._words) if caption and credit else (None, credit)
        if self._awaits and not block.picture:
            last = self.images[-1]
            self.images[-1] = replace(last, caption=caption, credit_line=credit, instructions=told, sign_off=signed)
            return
        self.drop_stand_in()
        shown = block.picture
        source = (shown.src,) if shown and shown.src else ()
        alt = shown.alt if shown else None
        place = len(self.paragraphs)
        number = len(self.images) + 1
        self.images.append(
            Image(number, "page", source, caption, credit, alt, block.line, place, instructions=told, sign_off=signed)
        )

    def _instruct(self, text: str) -> None:
        """Gives text for desks to the last image."""
        known = self.images[-1].instructions
        self.images[-1] = replace(self.images[-1], instructions=f"{known}{BETWEEN}{text}" if known else text)

    def _read(self, number: int, block: Block) -> Read:
        """The block as a caption and its credit, whether it is one or not."""
        if self._labelled == number - 1 and block.follows and is_field(block.text, self._words):
            return None, block.text
        caption, credit = inline.split(block.text, self._words)
        if block.is_caption:
            return behind_label(block.text, (caption, credit), self._words)
        tail = self._tails.told.get(number)
        if tail is None or (credit and (is_announced(credit, self._words) or names_party(credit, self._words))):
            return caption, credit
        return tail.caption, tail.credit

    def _is_caption(self, number: int, block: Block, read: Read) -> bool:
        """Does a label say so, is it set apart behind a picture, or has it a credit as captions have?"""
        caption, credit = read
        if (
            block.is_caption
            or self._ahead
            or (self._awaits and block.set_apart and len(block.text.split()) <= MOST_WORDS)
        ):
            return True
        if credit is None:
            return False
        if is_announced(credit, self._words):
            return not goes_on(credit, self._words) and not (
                number == self._last and self._signs_story(caption, credit)
            )
        listed = self._behind_caption()
        if caption is None or (number == self._last and not listed) or number in self._tails.about:
            return False
        if number in self._tails.told or names_party(credit, self._words):
            return is_short(caption)
        return (listed or number < self._foot) and is_short(caption) and signs(caption, credit, self._words)

    def _signs_story(self, caption: str | None, credit: str) -> bool:
        """Is the last paragraph signed by who owns the text: "… on Tuesday. © AFP"? Not where the caption above is."""
        if caption is None or caption[-1] not in ENDS or not sources.is_of_foot(credit, self._words):
            return False
        above = self.images[-1].credit_line if self._behind_caption() else None
        return not (above and above[:1] == credit[:1]) and not take_apart(credit, self._words).creators

    def _belongs_to_last(self, number: int, block: Block) -> bool:
        """Does a line that is only a credit stand right under its caption?"""
        if self._wants_credit() or self._sides.get(number) == "above":
            return True
        above = self.paragraphs[-1].text if block.follows and self.paragraphs else None
        return above is not None and may_be_caption(above)

    def _is_ahead(self, number: int, block: Block, credit: str) -> bool:
        """Does a line that is only a credit stand right above its caption, which a label or the lines of both tell?"""
        if self._wants_credit() or self._awaits or number == self._last:
            return False
        below = self._blocks[number + 1]
        if self._read(number + 1, below)[1]:
            return False
        if below.is_caption or self._sides.get(number) == "below":
            return True
        two = below.follows and not block.follows and not any(b.follows for b in self._blocks[number + 2 : number + 3])
        return two and may_be_caption(below.text) and is_short(below.text)

    def _wants_credit(self) -> bool:
        return self._behind_caption() and self.images[-1].credit_line is None

    def _signs_last(self, block: Block, credit: str) -> bool:
        """Is a line an announced credit right under a caption that ends in a credit of its own?"""
        known = self.images[-1] if block.follows and self._behind_caption() else None
        unsigned = known is not None and known.caption and known.credit_line and not known.sign_off
        return bool(unsigned) and is_announced(credit, self._words)

    def _is_about_text(self, number: int, credit: str) -> bool:
        """Does a line alone, no picture before it, say whose text this is, by a word that credits no picture here?"""
        if number >= self._foot:
            return sources.is_of_foot(credit, self._words)
        if self._awaits or not sources.is_of_text(credit, self._words):
            return False
        word = sources.announcing_word(credit, self._words)
        return all(sources.announcing_word(image.credit_line or "", self._words) != word for image in self.images)

    def _behind_caption(self) -> bool:
        """Is the last thing met so far a caption? Wire items list theirs at the end."""
        last = self.paragraphs[-1].line if self.paragraphs else 0
        return bool(self.images) and (self.images[-1].line or 0) > last

    def _credit(self, credit: str) -> None:
        """Gives the credit to the last caption, which may so far have passed for a paragraph."""
        if not self._wants_credit():
            block = self.paragraphs.pop()
            self._show(block, (block.text, None))
        self.images[-1] = replace(self.images[-1], credit_line=credit)

    def _sign(self, credit: str) -> None:
        """Gives the last caption the credit line under it; the credit that it ended with is its sign-off."""
        self.images[-1] = replace(self.images[-1], credit_line=credit, sign_off=self.images[-1].credit_line)
