"""One page into its Record: the story it shows, what could not be read, and what the rules find in it alone."""

import msgspec
from msgspec import Struct

from auditor import copies, credits, findings, parsers
from auditor.beside import Eyes
from auditor.copies import Body
from auditor.errors import UnreadableError
from auditor.findings import Lookout
from auditor.machinery.results import never
from auditor.model import Document, Finding, Story, Unread
from auditor.rights.showing import looks_beside
from auditor.words import Words


class Record(Struct, frozen=True):
    """All that is kept of an input: its story with what tells the story's copies, and what is wrong with it alone.

    `unread`: the whole of it where there is no story, else parts of it.
    """

    story: Story | None = None
    body: Body | None = None
    unread: tuple[Unread, ...] = ()
    findings: tuple[Finding, ...] = ()


def record(told: Story | Unread, look: Lookout) -> Record:
    """What the rules for single copies make of a story."""
    if isinstance(told, Unread):
        return Record(unread=(told,))
    parts = tuple(Unread(told.name, why, in_part=True) for why in told.unread)
    try:
        seen = Eyes(never)(told) if looks_beside(told, look.rights) else told
        return Record(told, copies.body(told), parts, tuple(findings.of_story(seen, look)))
    except Exception as error:  # a story that breaks a rule must neither end the run nor pass as clean
        return Record(unread=(failed("A rule", told.name, error),))


def packed(done: Record) -> bytes:
    """A record as bytes. What cannot be packed, as lone halves of characters, could not be reported either."""
    try:
        return msgspec.msgpack.encode(done)
    except UnicodeEncodeError as error:
        name = done.story.name if done.story else done.unread[0].story
        return msgspec.msgpack.encode(Record(unread=(failed("The reader", name, error),)))


def story(page: Document | Unread, words: Words, form: str | None = None) -> Story | Unread:
    """A document as a Story with its credits taken apart, or as Unread with the reason."""
    if isinstance(page, Unread):
        return page
    try:
        return credits.credited(parsers.parse(page, words, form), words)
    except UnreadableError as error:
        return Unread(page.name, str(error))
    except Exception as error:  # a page that breaks the reader must neither end the run nor pass as clean
        return failed("The reader", page.name, error)


def failed(what: str, name: str, error: Exception) -> Unread:
    """That something broke on a story, as what was not read of it."""
    why = f"{what} failed ({type(error).__name__}: {error}). Please report this file."
    return Unread(name, why.encode("utf-8", "backslashreplace").decode())
