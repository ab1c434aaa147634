"""Documents into Stories, one format a module; the format is told by what is inside, not by the name.

A format has `sniff(text) -> bool` and `parse(document, text, words) -> Story`, and stands in FORMATS. The document that
it gets is in UTF-8.
"""

from importlib import import_module
from typing import Any

from auditor.errors import UnreadableError
from auditor.model import Document, Story
from auditor.read import decode
from auditor.words import Words

FORMATS = ("html", "text")  # asked in this order; any text is a text
WIDE = (b"\xff\xfe", b"\xfe\xff")  # byte order marks of encodings in which text holds zero bytes


def parse(document: Document, words: Words, form: str | None = None) -> Story:
    """The story that a document shows, in a given format or in the one that its contents tell.

    Raises UnreadableError, with reason and remedy, for what is no story.
    """
    if not document.data.strip():
        raise UnreadableError("The file is empty. Export the story again.")
    if _is_binary(document.data):
        raise UnreadableError("The file is binary, no page and no text. Export the story as HTML or text.")
    text, data = decode(document.data)
    reader = _format(form) if form else next(module for module in map(_format, FORMATS) if module.sniff(text))
    story: Story = reader.parse(Document(document.name, data), text, words)
    return story


def _is_binary(data: bytes) -> bool:
    """Is more than one byte in a hundred zero, in an encoding in which text has none?"""
    start = data[:4096]
    return start.count(0) * 100 > len(start) and not start.startswith(WIDE)


def _format(name: str) -> Any:
    return import_module(f"auditor.parsers.{name}")
