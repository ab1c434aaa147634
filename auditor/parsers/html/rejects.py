"""Which images are not the story's: teasers, portraits, logos, advertisements, a second article below."""

from collections import Counter
from functools import cached_property
from itertools import islice
from typing import Literal

from msgspec import Struct

from auditor.parsers.html.around import Around
from auditor.parsers.html.body import Body
from auditor.parsers.html.captions import Read
from auditor.parsers.html.cards import (
    is_aside,
    is_card,
    is_headed_otherwise,
    is_quoted,
    is_teaser,
    leads_away,
    names_another,
)
from auditor.parsers.html.dom import Element, text_inside
from auditor.parsers.html.names import is_authors_page, is_elsewhere, is_invitation, is_signed
from auditor.parsers.html.parts import IMAGES
from auditor.parsers.html.posters import is_poster, is_unseen
from auditor.parsers.html.segments import HEADINGS, role_of_element
from auditor.parsers.html.shots import Shot
from auditor.parsers.html.signs import (
    is_banner,
    is_drawing,
    is_kept_with_signs,
    is_portrait_sized,
    is_square_portrait,
    names_and_id,
)
from auditor.text import squeeze

ELSEWHERE = frozenset({"nav", "footer", "form", "dialog", "address", "amp-ad", "amp-embed"})
SENTENCE_ENDS = '.!?…»"”)'
SPOKEN = 20  # characters of a quotation; shorter ones are a title or a word
SHORTEST = 12  # characters of a caption that nothing but its place speaks for
ENTRY = 400  # characters; the intro of another story is shorter


class Place(Struct, frozen=True):
    """Where an element stands.

    `inside`: among the story's paragraphs; `near`: at least in the element that holds them and the headline.
    `standing` is doubtful where only the names of the elements around speak against it.
    """

    inside: bool = False
    near: bool = False
    standing: Literal["here", "doubtful", "elsewhere"] = "here"
    in_figure: bool = False


class Rejects:
    """Judges the elements around images; each element once."""

    def __init__(self, body: Body) -> None:
        self._body = body
        around = set(body.scope.iterancestors())
        over = set(body.holder.iterancestors())
        self._known = {node: Place(_is_within(node, body, over), node not in around) for node in body.above}

    def place(self, element: Element) -> Place:
        """Where the element stands."""
        chain = []
        node: Element | None = element
        while node is not None and node not in self._known:
            chain.append(node)
            node = node.getparent()
        place = self._known[node] if node is not None else Place()
        for node in reversed(chain):
            place = self._known[node] = self._below(place, node)
        return place

    def is_inside(self, shot: Shot) -> bool:
        """Does the image stand among the story's paragraphs? Told without a look at what is around it."""
        return shot.over is not None and self._known[shot.over].inside

    def _below(self, above: Place, node: Element) -> Place:
        """The place of an element inside one in this place; the names of a figure's parts speak of its style only."""
        in_figure = above.in_figure or node.tag == "figure"
        standing = above.standing
        if standing != "elsewhere" and self._is_part_of_page(node):
            standing = "elsewhere"
        elif standing == "here" and not in_figure and is_elsewhere(names_and_id(node)):
            standing = "doubtful"
        if standing == above.standing and in_figure == above.in_figure:
            return above
        return Place(above.inside, above.near, standing, in_figure)

    def _is_part_of_page(self, node: Element) -> bool:
        if node.tag in ELSEWHERE or (node.tag == "header" and self._body.scope not in node.iterancestors()):
            return True
        if node.tag != "article" or not self._body.in_article or self._entries[node] >= ENTRY:
            return False
        heading = next(node.iter(*HEADINGS), None)
        return heading is not None and not self._is_short_entry(node, heading)

    def _is_short_entry(self, article: Element, heading: Element) -> bool:
        """Do the articles beside this one tell most of the story, and does its headline not lead to another page?"""
        if any("#" not in link.get("href", "#") for link in (*heading.iter("a"), *heading.iterancestors("a"))):
            return False
        return any(self._rows[node] >= self._half for node in islice(article.iterancestors(), 2))

    @cached_property
    def _half(self) -> float:
        """Half of the length of the story's text."""
        return sum(map(len, self._body.texts)) / 2

    @cached_property
    def _entries(self) -> Counter[Element]:
        """How much of the story's text stands in each article element, as in the entries of a live blog."""
        lengths: Counter[Element] = Counter()
        for paragraph, text in zip(self._body.paragraphs, self._body.texts, strict=True):
            for article in paragraph.iterancestors("article"):
                lengths[article] += len(text)
        return lengths

    @cached_property
    def _rows(self) -> Counter[Element]:
        """How much of the story's text stands in the articles of each row: right below an element, or one deeper."""
        lengths: Counter[Element] = Counter()
        headline = self._body.headline
        whole = frozenset(headline.iterancestors("article")) if headline is not None else self._body.above
        for article, length in self._entries.items():
            for node in islice(article.iterancestors(), 2) if article not in whole else ():
                lengths[node] += length
        return lengths


def _is_within(node: Element, body: Body, over: set[Element]) -> bool:
    """Is this element, around the story or its headline, the story's holder or inside it?"""
    return node is body.holder or (node not in over and body.holder in node.iterancestors())


class Sure(Struct, frozen=True):
    """`marked`: its credit is one beyond doubt; `leading`: it stands before the first paragraph."""

    marked: bool
    leading: bool


def is_editorial(shot: Shot, around: Around, read: Read, place: Place, sure: Sure) -> bool:
    """Does an image in this place, with this text, belong to the story? The less the page says, the nearer it must be.

    `sure`: what speaks for it beside its place.
    """
    caption, credit = read
    if place.standing == "doubtful":
        return (
            bool(caption and credit) and (around.captioned or (sure.marked and sure.leading)) and not leads_away(shot)
        )
    if _is_of_another_kind(shot, around, read, sure):
        return False
    if not caption and not credit:
        return _may_stand_bare(shot, around, place)
    if around.labelled or around.figure:
        return place.inside or place.near or bool(credit and (caption or sure.marked))
    if credit:
        return (place.inside or (place.near and caption is not None)) and (sure.marked or not is_card(shot, around))
    near = place.inside or (place.near and sure.leading)
    return (
        near
        and _may_be_caption(caption or "")
        and not _is_titled(around)
        and not is_square_portrait(shot.element)
        and not is_aside(shot)
        and not is_card(shot, around)
    )


def _is_titled(around: Around) -> bool:
    """Does a text stand over another and end as no sentence does: the title of a card, the name over a portrait?"""
    return len(around.segments) > 1 and around.segments[0].text[-1] not in SENTENCE_ENDS


def _may_be_caption(text: str) -> bool:
    """Could a text that only its place speaks for say what is in a picture? No question or call does; a name may."""
    return (len(text) >= SHORTEST or (" " in text and text.istitle())) and text[-1] not in "?!"


def _is_of_another_kind(shot: Shot, around: Around, read: Read, sure: Sure) -> bool:
    """Is it a teaser, a sign, a portrait, or, without a credit, a still before a film or a linked headline's image?"""
    if names_another(shot, around) or is_headed_otherwise(shot, around):
        return True
    if not around.figure and (is_teaser(around) or _is_sign(shot, around, read)):
        return True
    if not sure.marked and (_is_portrait(shot, around) or _holds_quotation(around)):
        return True
    if not sure.marked and _is_introduced(around, read):
        return True
    if not (sure.marked or all(read)) and _is_all_linked(shot, around):
        return True
    if read[1]:
        return False
    if is_banner(shot.element) and not around.figure:
        return True
    return _invites(read[0] or "", shot, around) or is_poster(shot, around)


def _invites(caption: str, shot: Shot, around: Around) -> bool:
    """Does the text ask its reader to do something? In a figure, which may show what they say, in a headed box."""
    headed = bool(shot.around) and next(shot.around[-1].iter(*HEADINGS), None) is not None
    return (headed or not around.figure) and is_invitation(caption)


def _is_all_linked(shot: Shot, around: Around) -> bool:
    """Does the image lead to another page, with every word around it?"""
    return bool(around.segments) and leads_away(shot) and all(s.linked for s in around.segments)


def _is_sign(shot: Shot, around: Around, read: Read) -> bool:
    """Is it a logo or an icon by its address, and not captioned and credited as a picture is?"""
    url = shot.urls[0]
    return (not all(read) and is_kept_with_signs(url, any(read))) or (not around.captioned and is_drawing(url))


def _may_stand_bare(shot: Shot, around: Around, place: Place) -> bool:
    """An image without any text: only a plain one in the story, no drawing, that leads nowhere and stands by itself."""
    if shot.element.tag not in IMAGES or not (place.inside or place.near) or around.others or around.segments:
        return False
    if is_banner(shot.element) or is_portrait_sized(shot.element) or is_unseen(shot):
        return False
    if is_drawing(shot.urls[0]) or is_aside(shot):
        return False
    return not leads_away(shot) and next(around.container.iter("video", "iframe"), None) is None


def _is_portrait(shot: Shot, around: Around) -> bool:
    """Does the image show who wrote the story: does it lead to that person, or is the first text that person's name?

    The first text is one that calls itself neither caption nor credit; in any box an `address` says so, which is the
    author's, or a link that leads to the author.
    """
    if shot.link is not None and _is_to_author(shot.link):
        return True
    first = around.segments[0] if around.segments else None
    links = [link for link in around.container.iter("a") if _is_to_author(link)]
    if first and is_signed(first.text):
        return (
            first.role is None
            or is_portrait_sized(shot.element)
            or bool(links)
            or next(around.container.iter("address"), None) is not None
        )
    named = [texts[0].text for texts in (around.segments, around.others) if texts]
    return not around.figure and any(squeeze(text_inside(link)) in named for link in links)


def _is_to_author(link: Element) -> bool:
    return "author" in (link.get("rel") or "").split() or is_authors_page(link.get("href") or "")


def _is_introduced(around: Around, read: Read) -> bool:
    """Does the text say who the name over it is: "Jane Roe", and below that "architect"?"""
    caption, credit = read
    if around.figure or around.captioned or caption is None or credit is None:
        return False
    return caption.startswith(credit) or (not around.labelled and around.segments[0].text == credit)


def _holds_quotation(around: Around) -> bool:
    """Does the image show who said something: a quotation in its box, not set so as its caption, and no caption there?

    In a figure with a quotation the caption says whose it is.
    """
    if around.labelled and not around.figure:
        return False
    if not around.figure and len(around.segments) > 1 and is_quoted(around.segments[0].text):
        return True
    return any(_is_spoken(quotation, around.figure) for quotation in around.container.iter("blockquote", "q"))


def _is_spoken(quotation: Element, figure: bool) -> bool:
    if quotation.tag == "q":
        return not figure and len(text_inside(quotation)) >= SPOKEN
    return role_of_element(quotation) not in ("caption", "credit")
