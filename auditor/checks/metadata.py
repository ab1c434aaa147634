"""Checks of what a page or a wire item says of a picture a second time: for machines, or at its caption's end."""

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from auditor.checks.agreement import contradict, parties
from auditor.checks.copies.wording import differences
from auditor.checks.evidence import Evidence, needs, place
from auditor.model import Credit, Image, Place, Story, Use
from auditor.names import words as words_of
from auditor.rights import statements
from auditor.text import shorten, tokens
from auditor.urls import picture_keys
from auditor.words import Words

CREDITING = frozenset({"creditText", "creator", "author"})  # properties that say whose picture it is, not whose rights
JSON_LD = ("json-ld",)
STRUCTURED = ("json-ld", "microdata")
SHOWN = 60  # characters of a fact that are quoted
MOST, MOST_STATED = 500, 10  # addresses of a story, and statements about one picture, that are looked at
LONGEST = 2_000  # characters of a caption that are looked at


def statements_unread(story: Story) -> Iterator[Evidence]:
    """Structured data of the page that could not be read, so that nothing was compared with it; `{why}` says why."""
    for why in story.flaws:
        yield Evidence({"why": why})


def json_ld_differs(story: Story, words: Words) -> Iterator[Evidence]:
    """Structured data credit a picture to others than readers see, or give a fact of its caption differently.

    `{via}` is where, `{differences}` what. A credit that names who wrote or published the story counts for nothing:
    templates put it beside every picture.
    """
    for image, stated in _described(story, STRUCTURED):
        told = [*_other_credit(image, stated, words), *_other_facts(image, stated, story, words)]
        if told:
            values = {"via": told[0][0].via, "differences": "; ".join(said for _, said in told)}
            yield Evidence(values, place(Use(story, image)), _places(story, [told[0][0]]))


def json_ld_missing(story: Story) -> Iterator[Evidence]:
    """The page describes pictures in JSON-LD without their credits, which readers see; said once in a story.

    `{pictures}` tells how many, this one first.
    """
    bare = [(image, stated) for image, stated in _described(story, JSON_LD) if _is_uncredited(stated, image.credit)]
    if bare:
        image, stated = bare[0]
        pictures = "this picture" if len(bare) == 1 else f"{len(bare)} pictures, this one first,"
        others = tuple(place(Use(story, other)) for other, _ in bare[1:])
        yield Evidence({"pictures": pictures}, place(Use(story, image)), (*_places(story, stated[:1]), *others))


def licence_without_acquire_page(story: Story, words: Words) -> Iterator[Evidence]:
    """Structured data link a picture's licence, `{licence}`, and no page where one is acquired; said once in a story.

    A free licence is acquired nowhere.
    """
    for image, stated in _described(story, STRUCTURED):
        licensed = [other for other in stated if other.web_statement]
        acquired = any(other.licensor for other in stated)
        if licensed and not acquired and not _is_free(licensed[0].web_statement or "", words):
            values = {"licence": shorten(licensed[0].web_statement or "", SHOWN), "via": licensed[0].via}
            yield Evidence(values, place(Use(story, image)), _places(story, licensed[:1]))
            return


@needs("signed")
def sign_off_differs(image: Image, words: Words) -> Iterator[Evidence]:
    """The caption is signed by others than the credit line beside it names; `{sign_off}` is how."""
    if image.credit and image.signed and contradict(image.credit, image.signed, words.agencies):
        yield Evidence({"sign_off": image.signed.line})


def _described(story: Story, vias: Sequence[str]) -> Iterator[tuple[Image, list[Image]]]:
    """Each picture that readers see, once, with what is stated about it; none by an address that stands for several."""
    if all(image.is_shown for image in story.images):
        return
    known: set[str] = set()
    for image in story.images:
        keys = statements.own_keys(image, story) - known if image.is_shown and len(known) < MOST else frozenset()
        known |= keys
        about = (s for s in statements.about(image, story) if s.via in vias) if keys else ()
        if found := [stated for stated in about if not keys.isdisjoint(picture_keys(stated.src))]:
            yield image, found[:MOST_STATED]


def _places(story: Story, stated: Sequence[Image]) -> tuple[Place, ...]:
    return tuple(place(Use(story, image)) for image in stated)


def _other_credit(image: Image, stated: Sequence[Image], words: Words) -> Iterator[tuple[Image, str]]:
    """The first credit for machines, where none of them can be right beside the one that readers see."""
    credited = [other for other in stated if other.stated_as in CREDITING and parties(other.credit)]
    if image.credit and credited and all(_contradicts(other.credit, image.credit, words) for other in credited):
        first = credited[0]
        yield first, f"{first.stated_as} “{_line(first.credit)}” there, “{_line(image.credit)}” here"


def _contradicts(one: Credit | None, other: Credit | None, words: Words) -> bool:
    return one is not None and other is not None and contradict(one, other, words.agencies)


def _line(credit: Credit | None) -> str:
    return shorten(credit.line, SHOWN) if credit else ""


def _other_facts(image: Image, stated: Sequence[Image], story: Story, words: Words) -> Iterator[tuple[Image, str]]:
    """The facts that a caption for machines gives otherwise than readers see; one that is cut off tells nothing."""
    mine = (image.caption or "")[:LONGEST]
    for other in stated:
        theirs = (other.caption or "")[:LONGEST]
        if mine and theirs and "<" not in theirs and not _is_cut(mine, theirs):
            found = [d for d in differences(theirs, mine, story.language, words) if d.kind != "spelling"]
            if found:
                said = (
                    f"{d.kind} “{shorten(d.one, SHOWN)}” there, “{shorten(d.other, SHOWN)}” here" for d in found[:3]
                )
                yield other, "; ".join(said)
                return


def _is_cut(one: str, other: str) -> bool:
    """Whether one text is the beginning of the other, its last word perhaps cut off."""
    short, long = sorted((tokens(one), tokens(other)), key=len)
    return short[:-1] == long[: len(short) - 1] and long[len(short) - 1].startswith(short[-1]) if short else True


def _is_uncredited(stated: Sequence[Image], credit: Credit | None) -> bool:
    """Whether none of the statements credits the picture, not even in the words of its caption."""
    return bool(parties(credit)) and not any(other.credit_line or _names_one(other, credit) for other in stated)


def _names_one(stated: Image, credit: Credit | None) -> bool:
    said = set(words_of((stated.caption or "")[:LONGEST]))
    return any(set(words_of(name)) <= said for name in parties(credit))


def _is_free(address: str, words: Words) -> bool:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    return any(host == free or host.endswith(f".{free}") for free in words.free_licences)
