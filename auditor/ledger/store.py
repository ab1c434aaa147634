"""Every use of a picture that was ever read, in one SQLite file: a story counts once, however often it is read.

A run is written whole or not at all: killed at any moment it leaves the ledger as it was before. Another process may
ask while it writes (WAL).
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from auditor.errors import AuditorError
from auditor.house import House
from auditor.ledger.shapes import Scene, Taken
from auditor.ledger.writing import BETWEEN, Run
from auditor.machinery.places import kept_file
from auditor.model import CopyGroup, Unread

FILE = "ledger.sqlite"
VERSION = 1
LAYOUT = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS scene (id INTEGER PRIMARY KEY, day TEXT, edition TEXT, purpose TEXT);
CREATE TABLE IF NOT EXISTS parties (id INTEGER PRIMARY KEY, names TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS story (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, digest BLOB NOT NULL, scene INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS story_digest ON story (digest);
CREATE TABLE IF NOT EXISTS picture (
  id INTEGER PRIMARY KEY AUTOINCREMENT, keyed INTEGER NOT NULL, caption TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS name (
  name BLOB NOT NULL, picture INTEGER NOT NULL, PRIMARY KEY (name, picture)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS name_picture ON name (picture);
CREATE TABLE IF NOT EXISTS use (
  story INTEGER NOT NULL, n INTEGER NOT NULL, picture INTEGER NOT NULL, makers INTEGER NOT NULL,
  agencies INTEGER NOT NULL, free INTEGER NOT NULL, scene INTEGER NOT NULL, PRIMARY KEY (story, n)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS use_picture ON use (picture);
CREATE TABLE IF NOT EXISTS unread (
  name TEXT NOT NULL, given TEXT NOT NULL, why TEXT NOT NULL, in_part INTEGER NOT NULL, PRIMARY KEY (name, why))
  WITHOUT ROWID;
PRAGMA user_version = {VERSION};
COMMIT;
"""
IN_MEMORY = ":memory:"
WAIT = 60.0  # seconds for another run to finish its writing: 100,000 stories take half of that
PRIVATE = 0o600
FETCHED = 10_000


class LedgerError(AuditorError):
    """The ledger cannot be used."""


Used = tuple[int, int, int, int, int, int]
"""A use: the numbers of its agencies and makers, 1 if it is free, the numbers of its scene and picture, 1 if it is of
the last run."""


class Ledger:
    """The ledger in a file, which is made where it is missing, or for one run in memory (None)."""

    def __init__(self, path: Path | None) -> None:
        self._named = str(path or "in memory")
        self._ran = False
        with self._explained():
            if path:
                path.parent.mkdir(parents=True, exist_ok=True)
                os.close(os.open(path, os.O_CREAT | os.O_RDWR, PRIVATE))
            self._connection = sqlite3.connect(path or IN_MEMORY, timeout=WAIT)
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = FULL")
            self._lay_out()

    @classmethod
    def copy_of(cls, path: Path) -> "Ledger":
        """A ledger in memory with what is in a file, which stays as it is, whoever writes to it."""
        made = cls(None)
        made._named = str(path)
        with made._explained():
            with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=WAIT)) as file:
                file.backup(made._connection)
            made._lay_out()
        return made

    def _lay_out(self) -> None:
        (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        if version > VERSION:
            raise LedgerError(
                f"{self._named}: a newer auditor wrote this ledger. Update this one, or name another file."
            )
        if version < VERSION:
            self._connection.executescript(LAYOUT)

    def take_in(self, stories: Iterable[Taken], groups: Iterable[CopyGroup], unread: Iterable[Unread]) -> None:
        """Writes a run to the disk: its stories, which of their pictures are one, and what could not be read.

        A story that is known and has changed is written anew. Raises LedgerError where the file cannot be written.
        """
        with self._explained(), self._connection:
            run = Run(self._connection)
            for story in stories:
                run.put(story)
            for group in groups:
                run.join(group)
            run.set_aside(unread)
        self._ran = True

    def scenes(self) -> dict[int, Scene]:
        """When, where and for what pictures were shown, by number."""
        return {number: Scene(*said) for number, *said in self._all("SELECT id, day, edition, purpose FROM scene")}

    def parties(self) -> dict[int, tuple[str, ...]]:
        """The makers, or the agencies, that a credit names, by number."""
        rows = self._all("SELECT id, names FROM parties")
        return {number: tuple(filter(None, names.split(BETWEEN))) for number, names in rows}

    def uses(self) -> Iterator[Used]:
        """Every use, in no order; they are hundreds of thousands, so they come as plain numbers."""
        columns = "SELECT agencies, makers, free, scene, picture"
        of_run = f"{columns}, run.story IS NOT NULL FROM use LEFT JOIN temp.run ON run.story = use.story"
        with self._explained():
            found = self._connection.execute(of_run if self._ran else f"{columns}, 1 FROM use")
            while rows := found.fetchmany(FETCHED):
                yield from rows

    def stories(self) -> dict[int, int]:
        """How many stories of the last run, or else of all, each scene has, with pictures or without."""
        run = " JOIN temp.run ON run.story = story.id" if self._ran else ""
        return dict(self._all(f"SELECT scene, count(*) FROM story{run} GROUP BY scene"))

    def unread(self) -> list[Unread]:
        """What could not be read and has not been read since."""
        rows = self._all("SELECT given, why, in_part FROM unread ORDER BY name, why")
        return [Unread(given, why, bool(in_part)) for given, why, in_part in rows]

    def close(self) -> None:
        """Lets the file go."""
        self._connection.close()

    def _all(self, query: str) -> list[Any]:
        with self._explained():
            return self._connection.execute(query).fetchall()

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            raise LedgerError(
                f"{self._named}: the ledger cannot be used ({error}). Name another with --ledger."
            ) from None


def path_of(wanted: str | None, settled: House) -> Path:
    """The file of the ledger: as the options say, else as auditor.toml does, else the user's own."""
    return kept_file(wanted, settled.settings.ledger, settled.path, FILE, "--ledger")
