"""Caption lines of a text whose credit stands in a bracket at the end, unannounced, and is in no table."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from auditor.parsers.blocks import SENTENCE, Block
from auditor.parsers.brackets import opening_of
from auditor.parsers.inline import LONGEST
from auditor.parsers.wording import (
    SENTENCE_BREAK,
    is_house,
    is_persons_name,
    saying,
    stands_for_a_name,
    uncased,
)
from auditor.text import fold
from auditor.words import Words

ROUND = (")", "）")
LONGEST_TAIL = 120  # characters
MOST_TAIL_WORDS = 12
MOST_SMALL = 1  # words that begin small in a tail
FEWEST_WORDS = 5  # of a caption; "Jane Roe (Norway)" is an entry of a list
FEWEST_UNCASED = 10  # letters of one in a script without capitals
# A caption whose credit no marker announces is short; longer text that ends in an agency's name is signed by it.
MOST_WORDS = 60
MOST_SENTENCES = 3
ENDS = ".。！"
MOST = 200  # such lines in one text; more are a list


class Tail(Struct, frozen=True):
    """A caption and the credit behind it. `sure`: a full stop parts them, or the credit is a party beyond doubt."""

    caption: str
    credit: str
    sure: bool


class Tails(Struct, frozen=True):
    """The captions by the number of their block, and the blocks whose bracket holds a party that the text is about."""

    told: dict[int, Tail] = {}
    about: frozenset[int] = frozenset()


def tails_of(blocks: Sequence[Block], foot: int, words: Words) -> Tails:
    """The captions that end so, the blocks from `foot` on being the foot of the story.

    A bracket behind a whole sentence is a credit by itself, as is one that holds an agency or house. Another is one
    where a caption of the text is written so. None is where a sentence of the text names the same in brackets.
    """
    found = {number: tail for number, block in enumerate(blocks) if (tail := tail_of(block.text, words))}
    if len(found) > MOST:
        return Tails()
    listed = {number for number in found if number - 1 in found and number + 1 in found}
    if len(listed) > 1 and not any(found[number].sure for number in listed):
        return Tails()
    inside = _named_in_sentences(blocks, found, words)
    told = {n: tail for n, tail in found.items() if fold(tail.credit) not in inside}
    sure = {n for n, tail in told.items() if tail.sure and n < foot}
    recurring = Counter(tail.credit for tail in told.values())
    told = {n: tail for n, tail in told.items() if n in sure or (sure and n < foot) or recurring[tail.credit] > 1}
    return Tails(told, frozenset(n for n, tail in found.items() if fold(tail.credit) in inside))


def tail_of(text: str, words: Words) -> Tail | None:
    """The caption and credit of a text that may be such a line; nothing stands behind its bracket, no full stop."""
    start = opening_of(text) if text.endswith(ROUND) and len(text) <= LONGEST else -1
    if start <= 0 or len(text) - start > LONGEST_TAIL:
        return None
    caption, inner = text[:start].rstrip(), text[start + 1 : -1].strip()
    if not _may_be_caption(caption) or not _may_be_party(inner, words):
        return None
    ended = caption[-1] in ENDS
    if not ended and _names_person_last(caption, words) and not words.agencies.get(inner):
        return Tail(caption, text[start:], False)
    known = bool(words.agencies.mentions(inner) or words.suppliers.whole(inner)) or is_house(inner, words)
    return Tail(caption, text[start:], ended or known)


def _may_be_caption(text: str) -> bool:
    if len(SENTENCE.findall(text)) > MOST_SENTENCES or text[-1:] in "?:;,":
        return False
    return FEWEST_WORDS <= len(text.split()) <= MOST_WORDS or uncased(text) >= FEWEST_UNCASED


def _may_be_party(text: str, words: Words) -> bool:
    """Could a text in brackets be a person or house: few words, most with capitals, no figure, no sentence?"""
    if not text or text[0].isdecimal() or text[-1] in ".!?" or SENTENCE_BREAK.search(text):
        return False
    if any(map(str.isdecimal, text)) and not words.agencies.mentions(text):
        return False  # "(NRBK 0622)" is a wire's own number; "(News1)" an agency
    role = words.role(text)
    if role is not None:
        return stands_for_a_name(role)
    capitals = any(letter.isupper() for letter in text) or uncased(text) > 0
    return capitals and len(text.split()) <= MOST_TAIL_WORDS and len(saying(text, words)) <= MOST_SMALL


def _names_person_last(caption: str, words: Words) -> bool:
    """Does a caption end in a person's name? What follows in brackets is then that person's party or country."""
    return is_persons_name(" ".join(caption.split()[-2:]), words)


def _named_in_sentences(blocks: Sequence[Block], found: dict[int, Tail], words: Words) -> set[str]:
    """The tails that sentences of the text have in brackets, too, folded: "Jonas Wehner (CDU) said"; no agency's."""
    tails = {fold(tail.credit) for tail in found.values() if not words.agencies.mentions(tail.credit)}
    running = [_without_bracket(block.text) for number, block in enumerate(blocks) if number not in found]
    text = fold(" ".join(running)) if tails else ""
    return {tail for tail in tails if tail in text}


def _without_bracket(text: str) -> str:
    """The text less the bracket that it ends with, which no sentence goes on behind."""
    return text[: max(text.rfind("("), 0)] if text.endswith(")") else text
