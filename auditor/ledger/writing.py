"""One run on its way into the ledger, inside one transaction."""

import sqlite3
from collections.abc import Iterable, Iterator
from os.path import abspath, exists, isfile
from typing import Any

from auditor.ledger import identity
from auditor.ledger.shapes import Scene, Taken
from auditor.model import CopyGroup, Picture, Unread

BETWEEN = "\n"
"""Between the names in one column: a credit line has no line breaks."""


class Run:
    """Writes stories, then joins the pictures that their copies show to be one."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._stories: dict[str, int] = {}
        self._scenes: dict[Scene, int] = {}
        self._parties: dict[tuple[str, ...], int] = {}
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TEMP TABLE IF NOT EXISTS run (story INTEGER PRIMARY KEY)")
        connection.execute("DELETE FROM temp.run")

    def put(self, taken: Taken) -> None:
        """Writes a story; one that is there as it is stays."""
        scene = self._scene(taken.scene)
        known = self._known(taken)
        number = known[0] if known else self._made("INSERT INTO story VALUES (NULL, ?, ?, ?)", taken.name, b"", scene)
        if known != (number, taken.name, taken.digest, scene):
            self._connection.execute(
                "UPDATE story SET name = ?, digest = ?, scene = ? WHERE id = ?",
                (taken.name, taken.digest, scene, number),
            )
            self._connection.execute("DELETE FROM use WHERE story = ?", (number,))
            self._connection.executemany(
                "INSERT INTO use VALUES (?, ?, ?, ?, ?, ?, ?)", self._uses(number, taken, scene)
            )
        self._connection.execute("INSERT OR IGNORE INTO temp.run VALUES (?)", (number,))
        self._connection.execute("DELETE FROM unread WHERE name = ?", (taken.name,))
        self._stories[taken.given] = number

    def join(self, group: CopyGroup) -> None:
        """Makes one picture of the uses that the copies show to be one."""
        for picture in group.pictures:
            found = set(self._shown(picture))
            if len(found) > 1:
                identity.merge(self._connection, found)

    def set_aside(self, unread: Iterable[Unread]) -> None:
        """Writes down which files could not be read, and forgets those that are no longer there to be read."""
        rows = [(abspath(item.story), item.story, item.why, item.in_part) for item in unread if isfile(item.story)]
        told = {name for name, *_ in rows}
        for (name,) in self._connection.execute("SELECT DISTINCT name FROM unread").fetchall():
            if name in told or not isfile(name):
                self._connection.execute("DELETE FROM unread WHERE name = ?", (name,))
        self._connection.executemany("INSERT OR REPLACE INTO unread VALUES (?, ?, ?, ?)", rows)

    def _known(self, taken: Taken) -> tuple[int, str, bytes, int] | None:
        """The story as it is in the ledger: by its name, else by its content where the file of that has gone."""
        columns = "SELECT id, name, digest, scene FROM story WHERE"
        by_name = self._connection.execute(f"{columns} name = ?", (taken.name,))
        by_content = self._connection.execute(f"{columns} digest = ?", (taken.digest,))
        return next(by_name, None) or next((row for row in by_content if not exists(row[1])), None)

    def _uses(self, story: int, taken: Taken, scene: int) -> Iterator[tuple[int, ...]]:
        for sighting in taken.sightings:
            place = f"{taken.name}\0{sighting.uses[0][0]}\0{sighting.caption}"
            picture = identity.picture_of(self._connection, sighting, place)
            for n, said in sighting.uses:
                yield story, n, picture, self._party(said.makers), self._party(said.agencies), said.free, scene

    def _shown(self, picture: Picture) -> Iterator[int]:
        for use in picture.uses:
            key = (self._stories.get(use.story.name), use.image.n)
            row = self._connection.execute("SELECT picture FROM use WHERE story = ? AND n = ?", key).fetchone()
            if row:
                yield row[0]

    def _scene(self, scene: Scene) -> int:
        if scene not in self._scenes:
            said = (scene.day, scene.edition, scene.purpose)
            known = self._one("SELECT id FROM scene WHERE day IS ? AND edition IS ? AND purpose IS ?", *said)
            self._scenes[scene] = known[0] if known else self._made("INSERT INTO scene VALUES (NULL, ?, ?, ?)", *said)
        return self._scenes[scene]

    def _party(self, names: tuple[str, ...]) -> int:
        if names not in self._parties:
            joined = BETWEEN.join(names)
            known = self._one("SELECT id FROM parties WHERE names = ?", joined)
            self._parties[names] = known[0] if known else self._made("INSERT INTO parties VALUES (NULL, ?)", joined)
        return self._parties[names]

    def _one(self, query: str, *values: object) -> Any:
        return self._connection.execute(query, values).fetchone()

    def _made(self, query: str, *values: object) -> int:
        number = self._connection.execute(query, values).lastrowid
        assert number
        return number
