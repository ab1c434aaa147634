"""A page into a Story: find the text, the image elements around it, and what stands under each."""

from msgspec.structs import replace

from auditor.model import Document, Image, Story
from auditor.parsers.html.body import Body, find_body
from auditor.parsers.html.dom import Element, load, text_inside
from auditor.parsers.html.facts import Facts, facts_of
from auditor.parsers.html.layouts import with_layouts
from auditor.parsers.html.linked import linked_data
from auditor.parsers.html.orphans import captions_without_image
from auditor.parsers.html.parts import Parts
from auditor.parsers.html.pictures import pictures_of
from auditor.parsers.html.statements import statements_of
from auditor.parsers.html.twins import merged
from auditor.text import squeeze
from auditor.words import Words


def parse(document: Document, text: str, words: Words) -> Story:
    """The story that a page shows. Raises UnreadableError for what is no page at all."""
    root, unread = load(text)
    linked, unread_data = linked_data(root)
    facts = facts_of(root, linked)
    parts = Parts(root)
    body = find_body(root, parts.paragraphs, parts.headings)
    images = with_layouts(_images(parts, body, facts, words), parts, facts, words)
    images += statements_of(root, text, linked, facts)
    return Story(
        document.name,
        "html",
        headline=facts.headline or _text(body.headline),
        url=facts.url,
        published=facts.published,
        language=facts.language,
        publisher=facts.publisher,
        paragraphs=tuple(squeeze(text_inside(p)) for p in body.paragraphs),
        images=tuple(replace(image, n=n) for n, image in enumerate(images, 1)),
        unread=unread + unread_data,
    )


def _images(parts: Parts, body: Body, facts: Facts, words: Words) -> list[Image]:
    """The story's images; where none of them has a caption or credit, what else may show or caption one is read too."""
    images = merged(pictures_of(parts, parts.images, body, facts, words))
    if any(image.caption or image.credit_line for image in images):
        return images
    images = merged(pictures_of(parts, parts.images + parts.other_images(body.scope), body, facts, words))
    if any(image.caption or image.credit_line for image in images):
        return images
    return images + captions_without_image(parts, body, words)


def _text(element: Element | None) -> str | None:
    return squeeze(text_inside(element)) if element is not None else None
