"""Which picture of the ledger a sighting shows: told by its addresses, else by its caption, never by its credit.

The same addresses are the same picture. Where only some are the same the captions must be alike too: pages that load
their pictures late show an address that stands for many. A caption tells a picture only where one of the two has no
address: of an event there are many pictures with one caption.
"""

import sqlite3
from collections.abc import Sequence, Set
from hashlib import blake2b

from auditor.ledger.shapes import Sighting
from auditor.likeness import alike, length
from auditor.text import tokens

NAME = 12
TELLING = 6
"""Words from which on a caption tells a picture."""
ALIKE = 0.5
"""Likeness of captions at which one shared address of several is believed."""
KEPT = 300
"""Characters of a caption that are kept to compare it."""
MOST = 50
"""Pictures of one caption that are looked at."""


def picture_of(connection: sqlite3.Connection, sighting: Sighting, place: str) -> int:
    """The number of the picture, a new one where it is not known yet. `place` tells it where nothing else does."""
    keys = [_name("key", key) for key in sighting.keys]
    caption = caption_name(sighting.caption)
    own = _name("keys", "\0".join(sighting.keys)) if keys else None if caption else _name("place", place)
    picture = (
        (_owner(connection, own) if own else None)
        or _by_a_key(connection, keys, sighting.caption)
        or (_by_caption(connection, caption, bool(keys)) if caption else None)
        or _new(connection, bool(keys), sighting.caption)
    )
    _enter(connection, picture, [*([own] if own else []), *keys], caption)
    return picture


def merge(connection: sqlite3.Connection, pictures: Set[int]) -> None:
    """Makes one picture of several that copies show to be one."""
    kept = min(pictures)
    for other in pictures - {kept}:
        connection.execute("UPDATE use SET picture = ? WHERE picture = ?", (kept, other))
        connection.execute("UPDATE OR REPLACE name SET picture = ? WHERE picture = ?", (kept, other))
        connection.execute(
            "UPDATE picture SET keyed = 1 WHERE id = ? AND (SELECT keyed FROM picture WHERE id = ?)", (kept, other)
        )
        connection.execute("DELETE FROM picture WHERE id = ?", (other,))


def caption_name(caption: str) -> bytes | None:
    """The name that a caption gives a picture, the same whatever its signs; None where it is too short."""
    return _name("caption", " ".join(tokens(caption))) if length(caption) >= TELLING else None


def _owner(connection: sqlite3.Connection, name: bytes) -> int | None:
    row = connection.execute("SELECT picture FROM name WHERE name = ?", (name,)).fetchone()
    return row[0] if row else None


def _by_a_key(connection: sqlite3.Connection, keys: Sequence[bytes], caption: str) -> int | None:
    """The first picture with one of the keys and a caption like this one."""
    for picture in sorted({owner for key in keys if (owner := _owner(connection, key))}):
        known = connection.execute("SELECT caption FROM picture WHERE id = ?", (picture,)).fetchone()[0]
        if known and caption and alike(known, caption[:KEPT]) >= ALIKE:
            return picture
    return None


def _by_caption(connection: sqlite3.Connection, name: bytes, keyed: bool) -> int | None:
    """The only picture of this caption; for one with addresses only a picture that has none."""
    rows = connection.execute(
        "SELECT id, keyed FROM picture WHERE id IN (SELECT picture FROM name WHERE name = ? LIMIT ?)", (name, MOST)
    ).fetchall()
    bare = next((picture for picture, has_keys in rows if not has_keys), None)
    if bare or keyed:
        return bare
    return rows[0][0] if len(rows) == 1 else None


def _new(connection: sqlite3.Connection, keyed: bool, caption: str) -> int:
    made = connection.execute("INSERT INTO picture VALUES (NULL, ?, ?)", (keyed, caption[:KEPT])).lastrowid
    assert made
    return made


def _enter(connection: sqlite3.Connection, picture: int, names: Sequence[bytes], caption: bytes | None) -> None:
    """Gives the picture the names that nobody has, and its caption beside whoever else has it."""
    for name in names:
        if _owner(connection, name) is None:
            connection.execute("INSERT INTO name VALUES (?, ?)", (name, picture))
    if caption:
        connection.execute("INSERT OR IGNORE INTO name VALUES (?, ?)", (caption, picture))


def _name(kind: str, text: str) -> bytes:
    return blake2b(f"{kind}\0{text}".encode("utf-8", "surrogatepass"), digest_size=NAME).digest()
