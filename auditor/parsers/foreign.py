"""What is no page and no text, told by its first signs: read as a text it would pass, for nothing is found in it."""

import re

import msgspec

# https://en.wikipedia.org/wiki/List_of_file_signatures; those that lie beside stories.
SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a file in rich text format (RTF)"),
    (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"RIFF", "a picture, sound or film"),
)
WIDE = (b"\xff\xfe", b"\xfe\xff")  # byte order marks of encodings in which text holds zero bytes
START = 4096  # bytes or characters that tell
PREAMBLE = re.compile(r"\s*<(?:\?[^>]*|!--(?:[^-]|-(?!->))*--|![^>]*)>")
ROOT = re.compile(r"\s*<(?:[\w.-]+:)?([a-z][\w.-]*)", re.I)
XML = "<?xml"
PAGES = frozenset({"html", "body", "main", "article", "section", "div", "figure", "p"})
"""Elements with which a page, or a piece of one, begins behind an XML declaration."""
OTHERS = frozenset(
    {"catalogitem", "conceptitem", "feed", "knowledgeitem", "newsitem", "newsmessage", "newsml", "nitf", "packageitem",
     "planningitem", "rdf", "rss", "svg"}
)  # fmt: skip
"""Elements with which no page begins, declared as XML or not."""


def file_kind(data: bytes) -> str | None:
    """What a file is that holds neither a page nor a text; None where it may."""
    known = next((name for sign, name in SIGNATURES if data.startswith(sign)), None)
    return known or ("binary" if _is_binary(data[:START]) else None)


def _is_binary(start: bytes) -> bool:
    """Is more than one byte in a hundred zero, in an encoding in which text has none?"""
    return start.count(0) * 100 > len(start) and not start.startswith(WIDE)


def language_of(text: str) -> str | None:
    """The data format that a text is written in, as "XML (<newsItem>)"; None for a page or a text."""
    bare = text[:START].lstrip("\ufeff \t\r\n")
    if bare[:1] == "<":
        return _xml(bare)
    return "JSON" if bare[:1] in ("{", "[") and _is_json(text) else None


def _xml(bare: str) -> str | None:
    declared = bare.startswith(XML)
    at = 0
    while preamble := PREAMBLE.match(bare, at):
        at = preamble.end()
    root = ROOT.match(bare, at)
    name = root[1] if root else ""
    is_other = name.lower() in OTHERS or (declared and bool(name) and name.lower() not in PAGES)
    return f"XML (<{name}>)" if is_other else None


def _is_json(text: str) -> bool:
    """Is all of it, or its first line, a JSON object or list?"""
    return any(_decodes(part) for part in (text, text.strip().partition("\n")[0]))


def _decodes(text: str) -> bool:
    try:
        return isinstance(msgspec.json.decode(text), dict | list)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        return False
