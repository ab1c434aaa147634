"""Documents into Stories: the format is told by what is inside, not only by the name."""

from auditor.errors import UnreadableError
from auditor.model import Document, Story
from auditor.read import decode
from auditor.words import Words


def parse(document: Document, words: Words) -> Story:
    """The story that a document shows. Raises UnreadableError, with reason and remedy, for what is none."""
    if not document.data.strip():
        raise UnreadableError("The file is empty. Export the story again.")
    if b"\0" in document.data[:4096] and not document.data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableError("The file is binary, no page and no text. Export the story as HTML or text.")
    text = decode(document.data)
    from auditor.parsers import html  # lxml takes time to load, and a text does not need it

    return html.parse(document, text, words)
