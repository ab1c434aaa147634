"""HTML copies: every editorial image of the story with its caption and credit, on any page, no publisher named."""

import re

from auditor.model import Document, Story
from auditor.words import Words

TAG = re.compile(r"\s*<[a-z!?]", re.I)


def sniff(text: str) -> bool:
    """Does the text begin with a tag, as a page or a fragment from a CMS does, or soon come to one of a page?"""
    return bool(TAG.match(text.lstrip("\ufeff"))) or "<html" in text[:2000].lower()


def parse(document: Document, text: str, words: Words) -> Story:
    """The story that a page shows. Raises UnreadableError for what is no page at all."""
    from auditor.parsers.html import page  # lxml takes time to load, and a text does not need it

    return page.parse(document, text, words)
