"""Senders that begin and do not go on."""

import asyncio
import socket

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from auditor.gate import patience
from auditor.gate.patience import Impatient

HEAD = b"GET / HTTP/1.1\r\nhost: x\r\n\r\n"


async def slow(scope: Scope, receive: Receive, send: Send) -> None:
    await asyncio.sleep(0.5)
    await send({"type": "http.response.start", "status": 204})
    await send({"type": "http.response.body"})


async def sent(data: bytes, *, answers: int) -> bool:
    """Sends, reads so many answers, and waits for the end of the connection."""
    bound = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(slow, http=Impatient, lifespan="off", log_config=None)
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve(sockets=[bound]))
    reader, writer = await asyncio.open_connection(*bound.getsockname())
    writer.write(data)
    told = await asyncio.wait_for(reader.read(-1), 20)
    writer.close()
    server.should_exit = True
    await serving
    return told.count(b"204 No Content") == answers


@pytest.mark.parametrize(
    ("data", "answers"),
    [(b"", 0), (b"GET / HT", 0), (HEAD, 1), (HEAD + b"GET / HT", 1), (HEAD * 3, 3)],
)
def test_a_connection_without_a_request_is_closed(data: bytes, answers: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "SECONDS", 0.1)
    assert asyncio.run(sent(data, answers=answers))
