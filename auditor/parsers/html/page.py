"""A page into a Story: find the text, the image elements around it, and what stands under each."""

from msgspec.structs import replace

from auditor.model import Document, Image, Story
from auditor.parsers.html.body import Body, find_body
from auditor.parsers.html.dom import Element, load, text_inside
from auditor.parsers.html.facts import Facts, facts_of
from auditor.parsers.html.layouts import with_layouts
from auditor.parsers.html.linked import linked_data
from auditor.parsers.html.orphans import captions_without_image
from auditor.parsers.html.others import without_other_stories
from auditor.parsers.html.parts import Parts
from auditor.parsers.html.pictures import pictures_of
from auditor.parsers.html.segments import LONGEST_CAPTION
from auditor.parsers.html.state import images_in_state
from auditor.parsers.html.statements import statements_of
from auditor.parsers.html.twins import merged
from auditor.text import letters_only, squeeze
from auditor.words import Words

SPACED = 3  # a text is at most so many times as long as its letters; dots and dashes aside


def parse(document: Document, text: str, words: Words) -> Story:
    """The story that a page shows. Raises UnreadableError for what is no page at all."""
    root, unread = load(document.data)
    parts = Parts(root)
    linked, flaws = linked_data(parts.scripts)
    facts = facts_of(parts, linked)
    parts = without_other_stories(parts, facts)
    body = find_body(root, parts.paragraphs, parts.headings)
    images = with_layouts(_images(parts, body, facts, words), parts, facts, words)
    images += statements_of(root, document.data, linked, facts)
    texts = _running_text(body, images)
    return Story(
        document.name,
        "html",
        headline=facts.headline or _text(body.headline),
        url=facts.url,
        published=facts.published,
        language=facts.language,
        publisher=facts.publisher,
        origin=facts.origin,
        paid=facts.paid,
        paragraphs=tuple(text for text in texts if text),
        images=tuple(_placed(image, n, texts) for n, image in enumerate(images, 1)),
        unread=unread + _cut(images),
        flaws=flaws,
    )


def _cut(images: list[Image]) -> tuple[str, ...]:
    """Sentences on captions that may go on behind the last character that was read."""
    long = [image for image in images if image.is_shown and len(image.caption or "") >= LONGEST_CAPTION]
    return tuple(
        f"The caption in line {image.line} is longer than {LONGEST_CAPTION:,} characters; its end was left out."
        for image in long
    )


def _running_text(body: Body, images: list[Image]) -> list[str]:
    """The text of each paragraph; empty where it is what stands under an image."""
    shown = [i for i in images if i.is_shown]
    under = {letters_only(i.caption or "") for i in shown} | {
        letters_only(f"{i.caption or ''}{i.credit_line or ''}") for i in shown
    }
    longest = max(map(len, under), default=0) * SPACED
    firsts = {letters[:1] for letters in under}  # which nearly every paragraph fails to begin with
    texts = map(squeeze, body.texts)
    return [
        "" if len(text) <= longest and _first_letter(text) in firsts and letters_only(text) in under else text
        for text in texts
    ]


def _placed(image: Image, n: int, texts: list[str]) -> Image:
    """The image with its number, its place counted in paragraphs that are running text."""
    after = None if image.after is None else sum(map(bool, texts[: image.after]))
    return replace(image, n=n, after=after)


def _first_letter(text: str) -> str:
    return next(filter(str.isalnum, text), "")


def _images(parts: Parts, body: Body, facts: Facts, words: Words) -> list[Image]:
    """The story's images; where none of them has a caption or credit, what else may show or caption one is read too."""
    images = merged(pictures_of(parts, parts.images, body, facts, words))
    if any(image.caption or image.credit_line for image in images):
        return images
    images = merged(pictures_of(parts, parts.images + parts.other_images(body.scope), body, facts, words))
    if any(image.caption or image.credit_line for image in images):
        return images
    found = images + captions_without_image(parts, body, words)
    if len(found) > len(images):
        return found
    return merged(images + images_in_state(parts.root, _text(body.headline), facts, words))


def _text(element: Element | None) -> str | None:
    return squeeze(text_inside(element)) if element is not None else None
