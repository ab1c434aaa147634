"""Paths, folders, standard input and gzip files into Documents; bytes into text as a browser would."""

import contextlib
import os
import re
import stat
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from auditor.errors import UnreadableError
from auditor.model import Document, Unread

LARGEST = 20_000_000  # bytes of one unpacked story; a page of 2 MB is already rare
STANDARD_INPUT = "-"
STORY_SUFFIXES = (".html", ".htm", ".xhtml", ".txt", ".text", "")
META_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)\b[^<>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I
)
BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
# What browsers read where a page names the narrower standard: https://encoding.spec.whatwg.org/#names-and-labels
WIDER = {"shift_jis": "cp932", "euc-kr": "cp949", "gb2312": "gbk", "utf-16le": "utf-8", "utf-16be": "utf-8"}
BROKEN = "\ufffd"
ASCII = re.compile(r"[\x00-\x7f]+")
TELLING = 1_000_000  # characters
GZIP = b"\x1f\x8b"


Input = Document | Unread


def documents(paths: Iterable[str], largest: int = LARGEST) -> Iterator[Input]:
    """Every story under the paths, in order, read one at a time; what cannot be read comes as Unread."""
    for name in names(paths):
        yield name if isinstance(name, Unread) else document(name, largest)


def names(paths: Iterable[str]) -> Iterator[str | Unread]:
    """The file of every story under the paths, in order; a folder without any comes as Unread.

    A path named by the caller is always read; a file that is met twice, once. In a folder, walked in alphabetical
    order, files and folders whose name begins with a dot, links to folders, and files with a suffix not in
    STORY_SUFFIXES (before `.gz`) are skipped; a folder that may not be opened, or a pipe, comes as Unread.
    """
    met: set[str] = set()
    for path in paths:
        found = 0
        for name in _files(path):
            found += 1
            known = os.path.abspath(name if isinstance(name, str) else name.story)
            if known not in met:
                met.add(known)
                yield name
        if not found:
            suffixes = ", ".join(s for s in STORY_SUFFIXES if s)
            yield Unread(
                printable(path), f"The folder holds no story; files ending in {suffixes} (or .gz of these) are read."
            )


def skipped(paths: Iterable[str]) -> int:
    """How many visible files in the folders among `paths` are passed over because of their suffix."""
    return sum(
        not is_story_name(name)
        for path in paths
        if os.path.isdir(path)
        for name in _visible(path)
        if isinstance(name, str)
    )


def is_story_name(name: str) -> bool:
    """Does a file met while walking a folder count as a story, by its name alone?"""
    return Path(name.removesuffix(".gz")).suffix.lower() in STORY_SUFFIXES


def _files(path: str) -> Iterator[str | Unread]:
    """The story files below a folder, or the path itself."""
    if path == STANDARD_INPUT or not os.path.isdir(path):
        yield path
        return
    for name in _visible(path):
        if isinstance(name, Unread):
            yield name
        elif is_story_name(name):
            yield _waiting(name) or name


def _visible(folder: str) -> Iterator[str | Unread]:
    """The files below a folder whose name, and whose folders' names, do not begin with a dot; in alphabetical order."""
    closed: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        yield from (os.path.join(place, name) for name in sorted(files) if not name.startswith("."))
    yield from (_unopened(str(error.filename), error) for error in closed)


def _waiting(name: str) -> Unread | None:
    """A pipe or a device below a folder, which would be waited for; None for what is, or should be, a file."""
    with contextlib.suppress(OSError):  # one that cannot be looked at says so when it is opened
        if not stat.S_ISREG(os.stat(name).st_mode):
            return Unread(printable(name), "A pipe or a device, no file; it is read only where it is named itself.")
    return None


def _unopened(name: str, error: OSError) -> Unread:
    return Unread(printable(name), f"Cannot be opened: {error.strerror or error}. Check the path and its permissions.")


def document(name: str, largest: int = LARGEST) -> Input:
    """The story in a file, or on standard input."""
    return unpacked(raw(name, largest), largest)


def raw(name: str, largest: int = LARGEST) -> Input:
    """A file, or standard input, as it is; it may be packed."""
    try:
        return Document(printable(name), _bytes(name, largest))
    except OSError as error:
        return _unopened(name, error)
    except UnreadableError as error:
        return Unread(printable(name), str(error))


def unpacked(given: Input, largest: int = LARGEST) -> Input:
    """The same, gunzipped where it is gzip."""
    if isinstance(given, Unread):
        return given
    try:
        return Document(given.name, unpack(given.data, largest))
    except UnreadableError as error:
        return Unread(given.name, str(error))


def printable(name: str) -> str:
    """The name of a file as text; bytes of it that are not UTF-8, which no report could hold, are spelt out."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _bytes(name: str, largest: int) -> bytes:
    if name == STANDARD_INPUT:
        return _at_most(sys.stdin.buffer.read(largest + 1), largest)
    with open(name, "rb") as file:
        return _at_most(file.read(largest + 1), largest)


def _at_most(data: bytes, largest: int) -> bytes:
    if len(data) > largest:
        raise UnreadableError(
            f"Larger than {largest / 1e6:g} MB. Raise `largest-story` in auditor.toml if it really is one story."
        )
    return data


def unpack(data: bytes, largest: int = LARGEST) -> bytes:
    """The bytes, gunzipped where they are gzip. Raises UnreadableError for a damaged, cut or too large archive."""
    if not data.startswith(GZIP):
        return data
    unpacked = b""
    while data.startswith(GZIP):
        member = zlib.decompressobj(31)
        try:
            unpacked += member.decompress(data, largest + 1 - len(unpacked))
        except zlib.error as error:
            raise UnreadableError(f"The gzip file is damaged ({error}). Pack it again.") from None
        _at_most(unpacked, largest)
        if not member.eof:
            raise UnreadableError("The gzip file ends early; it was cut off. Pack or copy it again.")
        data = member.unused_data
    return unpacked


def decode(data: bytes) -> tuple[str, bytes]:
    """The text of a story's bytes, and the same in UTF-8: the bytes themselves where they are that already.

    What does not fit its encoding becomes U+FFFD, and so do zero bytes, as in a browser.
    """
    mark, codec, text = _read_as(data)
    if codec == "utf-8" and BROKEN not in text and b"\0" not in data:
        return text, data[len(mark) :]
    text = text.replace("\0", BROKEN)
    return text, text.encode("utf-8", "replace")


def encoding(data: bytes) -> tuple[bytes, str]:
    """The byte order mark of a story, empty where it has none, and its codec: the mark's, the declared one, what fits.

    A declaration is believed where nearly all that is not ASCII fits it. Otherwise UTF-8 is tried in the same way, and
    last bs4's UnicodeDammit guesses.
    """
    return _read_as(data)[:2]


def _read_as(data: bytes) -> tuple[bytes, str, str]:
    """Byte order mark, codec, and the text that they make of the bytes."""
    for mark, codec in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return mark, codec, data[len(mark) :].decode(codec, "replace")
    for codec in filter(None, (_declared(data), "utf-8")):
        text = data.decode(codec, "replace")
        if _fits(text):
            return b"", codec, text
    codec = _guessed(data)
    return b"", codec, data.decode(codec, "replace")


def _fits(text: str) -> bool:
    """Are at most a tenth of the characters that tell an encoding (those beyond ASCII) broken?"""
    if BROKEN not in text:  # to look for it takes a tenth of the time of counting
        return True
    return text.count(BROKEN) * 10 <= len(ASCII.sub("", text[:TELLING]))


def _declared(data: bytes) -> str | None:
    """The Python codec for the charset that a page names in its first bytes, None where it names none we know."""
    import webencodings

    named = META_CHARSET.search(data[:4096])
    encoding = webencodings.lookup(named[1].decode("ascii")) if named else None
    return WIDER.get(encoding.name, encoding.codec_info.name) if encoding else None


def _guessed(data: bytes) -> str:
    import logging

    from bs4.dammit import UnicodeDammit  # 0.1 s to import, rarely needed

    logging.getLogger("bs4.dammit").setLevel(logging.ERROR)  # that letters are lost the report shows, not its log
    guess = UnicodeDammit(data, is_html=data.lstrip()[:1] == b"<").original_encoding
    return guess or "utf-8"
