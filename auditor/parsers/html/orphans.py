"""Captions whose image comes only with a script: the page shows the text, no element shows the picture."""

from lxml import etree

from auditor.model import Image
from auditor.parsers.html.body import Body
from auditor.parsers.html.captions import caption_and_credit
from auditor.parsers.html.dom import Element, matches
from auditor.parsers.html.parts import IMAGES, Parts
from auditor.parsers.html.rejects import Rejects
from auditor.parsers.html.segments import segments_of
from auditor.parsers.instructions import instructions_in
from auditor.parsers.sources import is_of_text
from auditor.words import Words

# What a caption may belong to besides an image: a table's "Source: Reuters" is no credit of a picture.
OTHERS = ("blockquote", "table", "pre", "iframe", "object", "embed", "audio", "video", *IMAGES)
CAPTIONS = etree.XPath(".//figcaption | .//*[contains(@class, 'caption')]")


def captions_without_image(parts: Parts, body: Body, words: Words) -> list[Image]:
    """The captions in the story that hold a credit, each once, as images without an address."""
    rejects = Rejects(body)
    parts.number_all()
    last = parts.last_of(body.paragraphs)
    found: dict[tuple[str | None, str | None], Image] = {}
    for element in matches(CAPTIONS, body.scope):
        if element in body.above or parts.order[element] > last or rejects.place(element).standing != "here":
            continue
        if _is_anothers(element):
            continue
        segments = segments_of(element)
        told = [segment.text for segment in segments]
        caption, credit = caption_and_credit(segments, words)
        if credit and (caption or not is_of_text(credit, words)):
            notes = instructions_in(told, caption, credit, words)
            image = Image(0, "page", (), caption, credit, line=element.sourceline, instructions=notes)
            found.setdefault((caption, credit), image)
    return list(found.values())


def _is_anothers(element: Element) -> bool:
    """Does a caption stand with an image, which was judged already, or with a table, a quotation, a film …?"""
    figure = next(element.iterancestors("figure"), None)
    if figure is not None and next(figure.iter(*OTHERS), None) is not None:
        return True
    beside = (element.getprevious(), element.getnext(), element.getparent())
    return any(other is not None and other.tag in OTHERS for other in beside)
