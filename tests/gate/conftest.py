"""What the tests of the gate share: invented pages, and a server in this process, without worker processes."""

import contextlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from auditor import house
from auditor.gate import store, worker
from auditor.gate.app import Server, app
from auditor.gate.archive import Archive
from auditor.gate.frames import Task
from auditor.gate.inbox import Inbox
from auditor.gate.judge import Gate, gate
from auditor.gate.pool import TaskError
from auditor.gate.turnstile import Turnstile
from auditor.house import Secrets

BODY = (
    "The new ferry between Sandvik and Holmsund made its first crossing on Monday, two years later than planned and with half "
    "of the cars that the operator had hoped for on its deck, the harbour master said."
)
PAGE = (
    "<h1>Ferry</h1><p>{body}</p><figure><img src=https://pictures.example/ferry-4711.jpg alt='A white ferry'>"
    "<figcaption>The ferry leaves the terminal. Photo: {credit}</figcaption></figure><p>It was on time, and nobody on board had "
    "to wait for the piers to be made ready, which had been feared by all who had seen them before.</p>"
)
Houses = Callable[[str], house.House]
LOCAL = "http://127.0.0.1:8765"


def page(credit: str) -> str:
    return PAGE.format(body=BODY, credit=credit)


class Inside:
    """A pool without processes: the work is done here."""

    size = ready = 1

    def __init__(self, by: Gate) -> None:
        self._by = by

    async def start(self) -> None: ...

    async def close(self) -> None: ...

    async def ask(self, task: Task) -> bytes:
        try:
            return worker.done(task, self._by)
        except house.UsageError as error:
            raise TaskError(str(error)) from None


class Making:
    """Makes servers, and closes them at the end of the test."""

    def __init__(self, folder: Path, houses: Houses) -> None:
        self.folder, self._houses = folder, houses
        self.stack = contextlib.ExitStack()

    @property
    def file(self) -> Path:
        return self.folder / "verdicts.sqlite"

    def server(
        self,
        config: str = "",
        pool: Any = None,
        most: int = 8,
        most_of_one: int | None = None,
        token: str | None = None,
        **secrets: str,
    ) -> Server:
        by = gate(self._houses(config), None)
        pool = pool or Inside(by)
        archive = Archive(self.file)
        inbox = Inbox(pool, archive, by)
        turnstiles = Turnstile(most, most_of_one), Turnstile(most, most_of_one)
        return Server(by, pool, archive, inbox, *turnstiles, token, Secrets(**secrets))

    def client(self, server: Server) -> TestClient:
        return self.stack.enter_context(TestClient(app(server), LOCAL, raise_server_exceptions=False))

    def finish(self) -> None:
        """Closes the servers as a signal to end would."""
        self.stack.close()

    def kept(self, story: str) -> list[store.Entry]:
        """The verdicts on a story, as soon as there is one."""
        for _ in range(200):
            if found := store.history(self.file, story):
                return found
            time.sleep(0.05)
        raise AssertionError(f"no verdict on {story}")

    def __call__(self, config: str = "", **options: Any) -> TestClient:
        return self.client(self.server(config, **options))


@pytest.fixture(scope="session")
def houses(tmp_path_factory: pytest.TempPathFactory, shipped_house: house.House) -> Houses:
    """The house of an auditor.toml, loaded once."""
    known = {"": shipped_house}

    def load(config: str) -> house.House:
        if config not in known:
            file = tmp_path_factory.mktemp("house") / "auditor.toml"
            file.write_text(config, "utf-8")
            known[config] = house.load(file)
        return known[config]

    return load


@pytest.fixture
def serving(tmp_path: Path, houses: Houses) -> Iterator[Making]:
    making = Making(tmp_path, houses)
    with making.stack:
        yield making
