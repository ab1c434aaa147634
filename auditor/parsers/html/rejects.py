"""Which images are not the story's: teasers, portraits, logos, advertisements, a second article below."""

import re
from typing import Literal
from urllib.parse import urlsplit

from lxml.html import HtmlElement
from msgspec import Struct

from auditor.parsers.html.around import Around
from auditor.parsers.html.body import Body
from auditor.parsers.html.captions import Read
from auditor.parsers.html.names import is_elsewhere, is_sign, names_of
from auditor.parsers.html.segments import HEADINGS
from auditor.parsers.html.shots import Shot

ELSEWHERE = frozenset({"nav", "footer", "form", "dialog", "address"})
HEADLINE = 20  # characters; a linked text of this length names another story
SHORTEST = 12  # characters of a caption that nothing but its place speaks for
IMAGE_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)", re.I)
LONGEST_PATH = 300
SMALLEST = 100  # pixels of a picture's longer side as the page gives it


Standing = Literal["here", "doubtful", "elsewhere"]


class Rejects:
    """Judges the elements around images; each element once."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._known: dict[HtmlElement, Standing] = dict.fromkeys(body.above, "here")

    def standing(self, element: HtmlElement) -> Standing:
        """Does the element stand in this story? Doubtful where only the names of the elements around it speak against."""
        chain = []
        node: HtmlElement | None = element
        while node is not None and node not in self._known:
            chain.append(node)
            node = node.getparent()
        verdict = self._known[node] if node is not None else "here"
        in_figure = False
        for node in reversed(chain):
            in_figure = in_figure or node.tag == "figure"
            verdict = self._worse(verdict, node, in_figure)
            self._known[node] = verdict
        return verdict

    def _worse(self, verdict: Standing, node: HtmlElement, in_figure: bool) -> Standing:
        """The verdict for an element inside one with this verdict; the names of a figure's parts speak of its style."""
        if verdict == "elsewhere" or self._is_part_of_page(node):
            return "elsewhere"
        by_name = not in_figure and is_elsewhere(f"{names_of(node)} {node.get('id') or ''}")
        return "doubtful" if by_name else verdict

    def _is_part_of_page(self, node: HtmlElement) -> bool:
        if node.tag in ELSEWHERE or (node.tag == "header" and self._body.scope not in node.iterancestors()):
            return True
        return node.tag == "article" and self._body.in_article and next(node.iter(*HEADINGS), None) is not None


class Place(Struct, frozen=True):
    """Where an image stands: among the story's paragraphs, or at least in the element that holds them and the headline."""

    inside: bool
    near: bool
    doubtful: bool = False


def is_editorial(shot: Shot, around: Around, read: Read, place: Place, marked: bool) -> bool:
    """Does an image in this place, with this text, belong to the story? The less the page says, the nearer it must be.

    `marked`: its credit is one beyond doubt.
    """
    caption, credit = read
    if place.doubtful and not (caption and credit and (marked or around.captioned) and not _leads_away(shot)):
        return False
    if not around.figure and (_is_teaser(around) or (not (caption and credit) and is_kept_with_signs(shot.urls[0]))):
        return False
    if around.labelled or around.figure:
        return place.inside or place.near or bool(credit)
    if shot.element.tag != "img" and not (caption or credit):
        return False
    if credit:
        return place.inside or (place.near and caption is not None)
    if caption and (not place.inside or _is_card(around) or len(caption) < SHORTEST):
        return False
    return place.inside or place.near


def _is_teaser(around: Around) -> bool:
    """A box whose first text is a link to elsewhere: another story's headline."""
    return any(
        s.linked and (s.heading or (s.role is None and len(s.text) >= HEADLINE))
        for s in around.segments + around.others
    )


def _leads_away(shot: Shot) -> bool:
    """Does a click on the image lead to another page?"""
    link = next(shot.top.iterancestors("a"), None)
    href = link.get("href") if link is not None else None
    return bool(href) and href not in shot.urls and not href.startswith("#") and not IMAGE_FILE.search(href)


def _is_card(around: Around) -> bool:
    """A box that says something else than what is in a picture: a heading, a link, a form, an author's name."""
    if any(s.heading or s.linked for s in around.segments + around.others):
        return True
    return next(around.container.iter("form", "input", "video", "iframe", "time", "a"), None) is not None


def is_small(element: HtmlElement) -> bool:
    """Is the image declared too small to be a picture?"""
    sizes = [int(value) for value in (element.get("width"), element.get("height")) if value and value.isdecimal()]
    return bool(sizes) and max(sizes) < SMALLEST


def is_drawing(shot: Shot) -> bool:
    """Is it a vector drawing, as buttons beside a picture are?"""
    return all(url.partition("?")[0].endswith(".svg") for url in shot.urls)


def shows_a_sign(element: HtmlElement) -> bool:
    """Do the image's own names say that it is a logo, an icon or a portrait?"""
    return is_sign(f"{element.get('class') or ''} {element.get('id') or ''}")


def is_kept_with_signs(url: str) -> bool:
    """Does an image's address say that it is a logo or an icon: "/logos/x.png"?"""
    return is_sign(urlsplit(url[-LONGEST_PATH:]).path)
