"""Documents into Stories, one format a module; the format is told by what is inside, not by the name.

A format has `sniff(text) -> bool` and `parse(document, text, words) -> Story`, and stands in FORMATS, or is another
package's (`auditor.extensions`). The document that it gets is in UTF-8.
"""

from importlib import import_module
from typing import Any

from auditor.errors import UnreadableError
from auditor.model import Document, Story
from auditor.parsers import foreign
from auditor.read import decode
from auditor.words import Words

FORMATS = ("html", "text")  # asked in this order; any text is a text
REMEDY = "Export the story as HTML or text."


def parse(document: Document, words: Words, form: str | None = None) -> Story:
    """The story that a document shows, in a given format or in the one that its contents tell.

    Raises UnreadableError, with reason and remedy, for what is no story.
    """
    if not document.data.strip():
        raise UnreadableError("The file is empty. Export the story again.")
    if kind := foreign.file_kind(document.data):
        raise UnreadableError(f"The file is {kind}, no page and no text. {REMEDY}")
    text, data = decode(document.data)
    reader = _format(form) if form else _reader(text, words)
    story: Story = reader.parse(Document(document.name, data), text, words)
    return story


def _reader(text: str, words: Words) -> Any:
    """What reads a text: another package's parser that knows it, before those of the program."""
    if known := next((parser for parser in words.parsers if parser.sniff(text)), None):
        return known
    if language := foreign.language_of(text):
        raise UnreadableError(f"The file is written in {language}, which is not read. {REMEDY}")
    return next(module for module in map(_format, FORMATS) if module.sniff(text))


def _format(name: str) -> Any:
    return import_module(f"auditor.parsers.{name}")
