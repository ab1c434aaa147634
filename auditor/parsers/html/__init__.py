"""HTML copies: every editorial image of the story with its caption and credit, on any page, no publisher named."""

from auditor.model import Document, Story
from auditor.words import Words

BEGINNINGS = ("<!doctype", "<html", "<head", "<body", "<article", "<figure", "<div", "<meta", "<p>", "<?xml")


def sniff(text: str) -> bool:
    """Does the text begin as a page does?"""
    return text[:1000].lstrip("\ufeff \t\r\n").lower().startswith(BEGINNINGS) or "<html" in text[:2000].lower()


def parse(document: Document, text: str, words: Words) -> Story:
    """The story that a page shows. Raises UnreadableError for what is no page at all."""
    from auditor.parsers.html import page  # lxml takes time to load, and a text does not need it

    return page.parse(document, text, words)
