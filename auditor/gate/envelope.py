"""What a CMS sends: one story, with what it knows about it, and the copies to compare it with."""

import datetime
import inspect
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from auditor.errors import UsageError
from auditor.model import Document
from auditor.rights.shapes import Purpose

As = Literal["auto", "json", "html", "text"]
STORY = "story"
MOST_COPIES = 50
# A CMS sends characters, not bytes: the mark keeps a charset that the markup names from being believed.
UNICODE = "\ufeff"


class Sent(Struct, frozen=True, forbid_unknown_fields=True):
    """One story: its HTML or its text, and what the CMS knows better than the text tells."""

    html: str | None = None
    text: str | None = None
    url: str | None = None
    published: str | None = None
    headline: str | None = None
    language: str | None = None


class Envelope(Struct, frozen=True, forbid_unknown_fields=True):
    """The story to be published, its copies, and who asks.

    `role` and `reason` ask for a block to be lifted; `edition` is kept in the verdict. Rights are checked for the
    `edition`, where it is a country's ISO 3166 code (GB), for the `use` and for the day of publication, `as_of`.
    """

    story: Sent
    copies: Annotated[tuple[Sent, ...], Meta(max_length=MOST_COPIES)] = ()
    edition: str | None = None
    role: str | None = None
    reason: str | None = None
    use: Purpose | None = None
    as_of: datetime.date | None = None


class Piece(Struct, frozen=True):
    """One story of a request. `path` is where its text stands in the envelope (a JSON Pointer, RFC 6901)."""

    document: Document
    path: str
    form: Literal["html", "text"] | None
    known: Sent = Sent()


class Request(Struct, frozen=True):
    """What is to be audited, the story first, and who asks."""

    pieces: tuple[Piece, ...]
    edition: str | None = None
    role: str | None = None
    reason: str | None = None
    use: Purpose | None = None
    as_of: datetime.date | None = None


def schema() -> dict[str, Any]:
    """The JSON Schema of an envelope, the same from every Python: before 3.13 docstrings keep their indentation."""
    told = msgspec.json.schema(Envelope)
    for shape in told["$defs"].values():
        shape["description"] = inspect.cleandoc(shape["description"])
    return told


def read_request(data: bytes, form: As) -> Request:
    """The request in some bytes: an envelope, or HTML or text alone, which is a story without copies.

    Raises UsageError, naming field and remedy, for JSON that is no envelope.
    """
    if form in ("html", "text"):
        return Request((Piece(Document(STORY, data), "", form),))
    if form == "json" or data.lstrip()[:1] == b"{":
        return _opened(data)
    return Request((Piece(Document(STORY, data), "", None),))


def _opened(data: bytes) -> Request:
    try:
        sent = msgspec.json.decode(data, type=Envelope)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UsageError(f"The envelope is wrong: {error}. `auditor hook --schema` prints what it may hold.") from None
    pieces = [_piece(STORY, "/story", sent.story)]
    pieces += [_piece(f"copy {n + 1}", f"/copies/{n}", copy) for n, copy in enumerate(sent.copies)]
    return Request(tuple(pieces), sent.edition, sent.role, sent.reason, sent.use, sent.as_of)


def request_of(sent: Sent) -> Request:
    """A request about one story without copies."""
    return Request((_piece(STORY, "/story", sent),))


def _piece(name: str, path: str, sent: Sent) -> Piece:
    if (sent.html is None) == (sent.text is None):
        raise UsageError(f"The envelope is wrong: {path} needs either html or text, and not both.")
    text = sent.html if sent.html is not None else sent.text or ""
    document = Document(name, (UNICODE + text).encode("utf-8", "replace") if text.strip() else b"")
    form: Literal["html", "text"] = "text" if sent.html is None else "html"
    return Piece(document, f"{path}/{form}", form, sent)
