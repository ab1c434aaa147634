"""What was found in a page before, kept in SQLite under a key of the page's bytes and of all that judged them.

The file is in the user's private cache folder, for it holds the texts of stories. It is a cache: whatever goes wrong
with it, the page is simply read again. A killed run loses nothing that was committed, and leaves no half entry (WAL).
"""

import contextlib
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from auditor.machinery.cache import private_folder

FILE = "results.sqlite"
KEY = 16
LAYOUT = """
CREATE TABLE IF NOT EXISTS result (key BLOB PRIMARY KEY, data BLOB NOT NULL, day INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS result_day ON result (day);
"""
DAYS = 30
"""An entry that no run has used for so long is dropped."""
SECONDS = 1.0
"""Between two transactions: so much of its work a killed run may have to do again."""
WAIT = 2.0
"""Seconds for another run to finish its writing."""
FAST = 1
"""zlib level: a page's result shrinks to a fifth in a quarter of a millisecond."""


def key(version: bytes, name: str, data: bytes) -> bytes:
    """The key of a page: its bytes, its name, which its findings bear, and the version of what judges it."""
    return key_of(version, name.encode("utf-8", "surrogateescape"), data)


def key_of(*parts: bytes) -> bytes:
    """A key of several things, in their order."""
    digest = sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()[:KEY]


@contextlib.contextmanager
def opened(wanted: bool = True) -> Iterator["Results | None"]:
    """The results of earlier runs, or None where they are not wanted or there is no private folder for them."""
    folder = private_folder() if wanted else None
    found = Results.at(folder / FILE) if folder else None
    try:
        yield found
    finally:
        if found:
            found.close()


Recall = Callable[[Sequence[bytes], Callable[[], bytes]], bytes]
"""What is made of some parts: remembered if it was made of the same before, else made."""


def never(parts: Sequence[bytes], make: Callable[[], bytes]) -> bytes:
    """A Recall that remembers nothing."""
    return make()


def recall(kept: "Results | None", version: bytes) -> Recall:
    """A Recall by the results of earlier runs of a version."""

    def recalled(parts: Sequence[bytes], make: Callable[[], bytes]) -> bytes:
        if kept is None:
            return make()
        key = key_of(version, *parts)
        known = kept.get(key)
        if known is None:
            kept.put(key, known := make())
        return known

    return recalled


class Results:
    """Packed results by key."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._today = int(time.time() // 86_400)
        self._new: list[tuple[bytes, bytes, int]] = []
        self._used: list[tuple[int, bytes]] = []
        self._written = time.monotonic()

    @classmethod
    def at(cls, path: Path) -> "Results | None":
        """The results in a file, which is made where it is missing and made anew where it is damaged."""
        for _ in range(2):
            try:
                return cls(_connection(path))
            except sqlite3.OperationalError:
                return None  # locked for long, a full disk, a folder that cannot be written
            except sqlite3.DatabaseError:
                for part in ("", "-wal", "-shm"):
                    path.with_name(path.name + part).unlink(missing_ok=True)
        return None

    def get(self, key: bytes) -> bytes | None:
        """The result under a key."""
        try:
            row = self._connection.execute("SELECT data, day FROM result WHERE key = ?", (key,)).fetchone()
            if row and row[1] != self._today:
                self._used.append((self._today, key))
            return zlib.decompress(row[0]) if row else None
        except (sqlite3.Error, zlib.error):
            return None

    def put(self, key: bytes, data: bytes) -> None:
        """Keeps a result. It is written within SECONDS of work, in a short transaction: other runs write here too."""
        self._new.append((key, zlib.compress(data, FAST), self._today))
        if time.monotonic() - self._written > SECONDS:
            self.write()

    def write(self) -> None:
        """Writes what is new; from here on no kill can lose it."""
        with contextlib.suppress(sqlite3.Error), self._connection as connection:
            connection.executemany("INSERT OR REPLACE INTO result VALUES (?, ?, ?)", self._new)
            connection.executemany("UPDATE result SET day = ? WHERE key = ?", self._used)
            if self._new or self._used:
                connection.execute("DELETE FROM result WHERE day < ?", (self._today - DAYS,))
        self._new.clear()
        self._used.clear()
        self._written = time.monotonic()

    def close(self) -> None:
        """Writes what is new and lets the file go."""
        self.write()
        self._connection.close()


def _connection(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=WAIT)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.executescript(LAYOUT)
    except sqlite3.Error:
        connection.close()
        raise
    return connection
