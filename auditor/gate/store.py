"""Every verdict that was given, and every event that was taken in, in one SQLite file.

What was written is on the disk before anybody is answered: killed at any moment, the server loses no verdict that it
answered for and no event that it accepted. Another process may read while it writes (WAL).
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from auditor.errors import AuditorError, UsageError
from auditor.house import House
from auditor.machinery.places import kept_file
from auditor.report.wire import Object

FILE = "verdicts.sqlite"
LAYOUT = """
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS verdict (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, source TEXT NOT NULL, story TEXT NOT NULL, url TEXT, headline TEXT,
  rules TEXT NOT NULL, verdict TEXT NOT NULL, checked INTEGER NOT NULL, overridden INTEGER NOT NULL,
  answer TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS verdict_story ON verdict (story);
CREATE INDEX IF NOT EXISTS verdict_url ON verdict (url);
CREATE TABLE IF NOT EXISTS event (key BLOB PRIMARY KEY, source TEXT NOT NULL, body BLOB) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS event_waiting ON event (key) WHERE body IS NOT NULL;
PRAGMA user_version = 1;
COMMIT;
"""
WAIT = 5.0  # seconds for another process to finish its writing
PRIVATE = 0o600
KEY = 16


class Entry(Struct, frozen=True):
    """A verdict as it was kept: when (UTC), who asked, fingerprints of story and rules, and the whole answer."""

    at: str
    source: str
    story: str
    url: str | None
    headline: str | None
    rules: str
    verdict: str
    checked: bool
    answer: Object


class StoreError(AuditorError):
    """The findings store cannot be used."""


class Store:
    """The store in a file, which is made where it is missing; to be used by one thread at a time."""

    def __init__(self, path: Path) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, PRIVATE))
            self._connection = sqlite3.connect(path, timeout=WAIT, check_same_thread=False)
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = FULL")
            self._connection.executescript(LAYOUT)
        except (OSError, sqlite3.Error) as error:
            raise StoreError(
                f"{path}: the findings store cannot be used ({error}). Name another with --store."
            ) from None

    def keep(self, source: str, answer: bytes, event: bytes | None = None) -> None:
        """Writes a verdict (the answer's JSON) to the disk; with the key of an event, settles the event too.

        An event that was settled already gets no second verdict. Raises StoreError where it cannot be written.
        """
        with self._writing() as connection:
            if event is None or self._settle(connection, event):
                connection.execute(
                    "INSERT INTO verdict VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _row(source, answer)
                )

    def take_in(self, source: str, body: bytes) -> bytes | None:
        """Writes an event to the disk, to be audited; its key, or None where it was taken in before."""
        key = blake2b(source.encode() + b"\0" + body, digest_size=KEY).digest()
        with self._writing() as connection:
            new = connection.execute("INSERT OR IGNORE INTO event VALUES (?, ?, ?)", (key, source, body)).rowcount
        return key if new else None

    def event(self, key: bytes) -> tuple[str, bytes] | None:
        """Source and body of an event that waits; None where it was settled."""
        found: tuple[str, bytes] | None = self._connection.execute(
            "SELECT source, body FROM event WHERE key = ? AND body IS NOT NULL", (key,)
        ).fetchone()
        return found

    def waiting(self) -> list[bytes]:
        """The keys of the events that were taken in and not yet settled."""
        return [row[0] for row in self._connection.execute("SELECT key FROM event WHERE body IS NOT NULL")]

    def close(self) -> None:
        """Lets the file go."""
        self._connection.close()

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        try:
            with self._connection as connection:
                yield connection
        except sqlite3.Error as error:
            raise StoreError(f"The findings store cannot be written ({error}).") from None

    def _settle(self, connection: sqlite3.Connection, event: bytes) -> bool:
        done = connection.execute("UPDATE event SET body = NULL WHERE key = ? AND body IS NOT NULL", (event,))
        return done.rowcount > 0


def history(path: Path, story: str) -> list[Entry]:
    """The verdicts on a story, the oldest first; it is named by URL, headline, or the start of its fingerprint.

    Raises UsageError where there is no store.
    """
    if not path.is_file():
        raise UsageError(f"There is no findings store {path}; `auditor serve` writes one. Name another with --store.")
    query = (
        "SELECT at, source, story, url, headline, rules, verdict, checked, answer FROM verdict "
        "WHERE url = :story OR headline = :story "
        "OR (length(:story) >= 8 AND substr(story, 1, length(:story)) = :story) ORDER BY id"
    )
    try:
        with contextlib.closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=WAIT)) as file:
            return [_entry(row) for row in file.execute(query, {"story": story})]
    except sqlite3.Error as error:
        raise StoreError(f"{path}: no findings store, or a damaged one ({error}). Name another with --store.") from None


def path_of(wanted: str | None, settled: House) -> Path:
    """The file of the store: as the options say, else as auditor.toml does, else the user's own."""
    return kept_file(wanted, settled.settings.gate.store, settled.path, FILE, "--store")


def _row(source: str, answer: bytes) -> tuple[object, ...]:
    told: Object = msgspec.json.decode(answer)
    on = told["audited"]
    headline = told["stories"][0]["headline"] if told["stories"] else None
    judged = (told["verdict"], told["checked"], len(told["overridden"]), answer.decode())
    return (on["at"], source, on["story"], on["url"], headline, on["rules"], *judged)


def _entry(row: tuple[Any, ...]) -> Entry:
    told = dict(zip(Entry.__struct_fields__, row, strict=True))
    return Entry(**{**told, "checked": bool(told["checked"]), "answer": msgspec.json.decode(told["answer"])})
