"""A page into a Story: find the text, the image elements around it, and what stands under each."""

from collections import defaultdict
from functools import partial

from lxml.html import HtmlElement
from msgspec.structs import replace

from auditor.model import Document, Image, Story
from auditor.parsers.html.around import text_around
from auditor.parsers.html.body import Body, find_body
from auditor.parsers.html.captions import caption_and_credit, credit_in_title, role_by_wording
from auditor.parsers.html.dom import load
from auditor.parsers.html.facts import Facts, facts_of
from auditor.parsers.html.names import page_names
from auditor.parsers.html.rejects import Place, Rejects, is_drawing, is_editorial, is_small, shows_a_sign
from auditor.parsers.html.shots import Shot, placeholders, shot_of
from auditor.parsers.html.statements import statements_of
from auditor.parsers.html.twins import merged
from auditor.read import decode
from auditor.text import squeeze
from auditor.words import Words


def parse(document: Document, text: str, words: Words) -> Story:
    """The story that a page shows. Raises UnreadableError for what is no page at all."""
    root, unread = load(text)
    facts = facts_of(root)
    parts = _Parts(root)
    body = find_body(root, parts.paragraphs, parts.headings)
    parts.reorder(root, body)
    rejects = Rejects(body)
    images = merged(_images(parts, body, rejects, facts, words))
    statements = statements_of(root, facts)
    numbered = tuple(replace(image, n=n) for n, image in enumerate([*images, *statements], 1))
    return Story(
        document.name,
        "html",
        headline=facts.headline or (squeeze(body.headline.text_content()) if body.headline is not None else None),
        url=facts.url,
        published=facts.published,
        language=facts.language,
        publisher=facts.publisher,
        paragraphs=tuple(squeeze(p.text_content()) for p in body.paragraphs),
        images=numbered,
        unread=unread,
    )


class _Parts:
    """The elements that matter, in the order of the page."""

    def __init__(self, root: HtmlElement) -> None:
        self.paragraphs: list[HtmlElement] = []
        self.headings: list[HtmlElement] = []
        self.images: list[HtmlElement] = []
        self.order: dict[HtmlElement, int] = {}
        for place, element in enumerate(root.iter("img", "p", "h1", *page_names().image.elements)):
            self.order[element] = place
            kind = self.paragraphs if element.tag == "p" else self.headings if element.tag == "h1" else self.images
            kind.append(element)

    def reorder(self, root: HtmlElement, body: Body) -> None:
        """Where the story's text stands in other elements than those met so far."""
        if any(paragraph not in self.order for paragraph in body.paragraphs):
            self.order = {element: place for place, element in enumerate(root.iter())}


def _images(parts: _Parts, body: Body, rejects: Rejects, facts: Facts, words: Words) -> list[Image]:
    holders: dict[HtmlElement, list[Shot]] = defaultdict(list)
    shots = []
    stand_ins = placeholders(parts.images)
    for element in parts.images:
        shot = shot_of(element, facts.base, stand_ins)
        if is_small(element) or shows_a_sign(element) or not shot.urls:
            continue
        for node in shot.top.iterancestors() if not is_drawing(shot) else ():
            if node in body.above:
                break
            holders[node].append(shot)
        if not rejects.is_elsewhere(shot.top):
            shots.append(shot)
    reads = partial(role_by_wording, words=words)
    last = max((parts.order[p] for p in body.paragraphs), default=0)
    found = []
    for shot in shots:
        above = set(shot.top.iterancestors())
        place = Place(body.holder in above, body.scope in above, parts.order[shot.element] <= last)
        if not (place.inside or place.before_end):
            continue
        around = text_around(shot, holders, body, reads)
        read = caption_and_credit(around.segments, words)
        if is_editorial(shot, around, read, place):
            read = read[0], read[1] or credit_in_title(shot, read[0], words)
            after = sum(parts.order[p] < parts.order[shot.element] for p in body.paragraphs)
            found.append(Image(0, "page", shot.urls, *read, shot.alt, shot.element.sourceline, after))
    return found
