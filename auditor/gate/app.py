"""The gate over HTTP: what is asked at which path, and what is answered."""

import contextlib
import logging
import time
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import webencodings
from msgspec import Struct
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from auditor import __version__
from auditor.errors import AuditorError
from auditor.gate import compare, problems
from auditor.gate.archive import Archive
from auditor.gate.bodies import body
from auditor.gate.deadline import OverrunError
from auditor.gate.envelope import UNICODE, As, read_request
from auditor.gate.frames import Task, What
from auditor.gate.inbox import Inbox
from auditor.gate.judge import Gate, unreached
from auditor.gate.outside import VERDICT, Outside
from auditor.gate.pool import BusyError, Pool, TaskError
from auditor.gate.problems import ProblemError
from auditor.gate.secret import secret_of
from auditor.gate.signatures import Sent, is_signed
from auditor.gate.store import StoreError
from auditor.gate.turnstile import Turnstile
from auditor.house import Secrets
from auditor.report.wire import VERSION

LOG = logging.getLogger("auditor.gate")
JSON = "application/json"
FORMS: dict[str, As] = {JSON: "json", "text/html": "html", "text/plain": "text"}


class Server(Struct, frozen=True):
    """All that the handlers need; `events` has a turnstile of its own, so that senders cannot keep editors out."""

    by: Gate
    pool: Pool
    archive: Archive
    inbox: Inbox
    audits: Turnstile
    events: Turnstile
    token: str | None
    secrets: Secrets


class Said(Struct):
    """What the log tells of a verdict."""

    verdict: str
    checked: bool


def app(server: Server) -> Starlette:
    """The application of a server that has its workers and its store."""
    routes = [
        Route("/", page),
        Route("/", compared, methods=["POST"]),
        Route("/v1/check", check, methods=["POST"]),
        Route("/v1/extract", extract, methods=["POST"]),
        Route("/v1/health", health),
        Route("/v1/rules", rules),
        Route("/v1/events/{source}", event, methods=["POST"]),
        Route("/openapi.json", openapi),
    ]
    made = Starlette(
        routes=routes,
        middleware=[Middleware(Outside, token=server.token)],
        exception_handlers={ProblemError: problems.handle, HTTPException: problems.handle, Exception: problems.handle},
        lifespan=_lifespan,
    )
    made.state.server = server
    return made


@contextlib.asynccontextmanager
async def _lifespan(made: Starlette) -> AsyncIterator[None]:
    server: Server = made.state.server
    try:
        await server.pool.start()
    except AuditorError as error:
        LOG.error("cannot start", extra={"why": str(error)})
        raise
    await server.inbox.start()
    try:
        yield
    finally:
        await server.inbox.close()
        await server.pool.close()
        server.archive.close()


async def check(request: Request) -> Response:
    """The verdict on a story; it is on the disk before it is answered."""
    server = _server(request)
    async with server.audits.through(_client(request)):
        task = await _task(request, "check")
        try:
            answer = await _asked(server, task)
        except OverrunError as error:
            why = f"{error} Nothing was audited."
            answer = msgspec.json.encode(
                unreached(why, task.data, lambda: read_request(task.data, task.form), server.by)
            )
        await _kept(server, answer)
    said = msgspec.json.decode(answer, type=Said)
    request.scope[VERDICT] = said.verdict if said.checked else f"{said.verdict}, not checked"
    return Response(answer, media_type=JSON)


async def extract(request: Request) -> Response:
    """What is read from a story and its copies."""
    server = _server(request)
    async with server.audits.through(_client(request)):
        return Response(await _work(server, await _task(request, "extract")), media_type=JSON)


async def page(request: Request) -> Response:
    """The page for people."""
    return HTMLResponse(compare.empty_page())


async def compared(request: Request) -> Response:
    """The page with two copies compared."""
    server = _server(request)
    async with server.audits.through(_client(request)):
        return HTMLResponse(await _work(server, await _task(request, "compare")))


async def health(request: Request) -> Response:
    """Is there a worker to ask?"""
    server = _server(request)
    ready = server.pool.ready
    told = {
        "status": "ok" if ready else "failing",
        "version": __version__,
        "rules": server.by.rules,
        "workers": ready,
        "audits": server.audits.inside,
    }
    return JSONResponse(told, 200 if ready else 503)


async def rules(request: Request) -> Response:
    """The rules at work."""
    by = _server(request).by
    told = [
        {
            "id": r.id,
            "severity": r.severity,
            "title": r.file.title,
            "rationale": r.file.rationale.strip(),
            "fix": r.file.fix,
        }
        for r in by.house.rules
    ]
    return JSONResponse({"version": VERSION, "fingerprint": by.rules, "rules": told})


async def openapi(request: Request) -> Response:
    """The description of all this."""
    return Response((Path(__file__).parent / "openapi.json").read_bytes(), media_type=JSON)


async def event(request: Request) -> Response:
    """A signed event: taken in at once, audited later, and only once."""
    server, source = _server(request), request.path_params["source"]
    if server.inbox.is_full():
        raise problems.busy()
    async with server.events.through(_client(request)):
        data = await body(request, server.by.house.settings.largest_story)
        if not is_signed(source, _sent(request, data), secret_of(server.secrets, source), time.time()):
            raise ProblemError(401, "This event is not signed as the sender's scheme and our secret have it.")
        try:
            key = await server.archive.take_in(source, data)
        except StoreError as error:
            raise ProblemError(503, str(error), Retry_After=problems.RETRY_AFTER) from None
    if key:
        server.inbox.add(key)
    return JSONResponse({"status": "accepted" if key else "known"}, 202)


def _server(request: Request) -> Server:
    server: Server = request.app.state.server
    return server


def _client(request: Request) -> str:
    return request.client.host if request.client else ""


def _sent(request: Request, data: bytes) -> Sent:
    url = request.url
    return Sent(url.path + (f"?{url.query}" if url.query else ""), dict(request.headers), data)


async def _task(request: Request, what: What) -> Task:
    """The request's body, in the form that its content type names, as characters where that names a charset."""
    data = await body(request, _server(request).by.house.settings.largest_story)
    kind, *parameters = request.headers.get("content-type", "").split(";")
    form: As = FORMS.get(kind.strip().lower(), "auto")
    charset = next(
        (p.partition("=")[2].strip(" \"'") for p in parameters if p.strip().lower().startswith("charset=")), ""
    )
    if form in ("html", "text") and webencodings.lookup(charset):
        data = (UNICODE + webencodings.decode(data, charset)[0]).encode()
    return Task(what, data, form)


async def _work(server: Server, task: Task) -> bytes:
    """The answer to a task that gives no verdict: where there is none, a problem says why."""
    try:
        return await _asked(server, task)
    except OverrunError as error:
        raise ProblemError(422, f"{error} Nothing is known about this story.") from None


async def _asked(server: Server, task: Task) -> bytes:
    try:
        return await server.pool.ask(task)
    except BusyError:
        raise problems.busy() from None
    except TaskError as error:
        raise ProblemError(422, str(error)) from None


async def _kept(server: Server, answer: bytes) -> None:
    try:
        await server.archive.keep("check", answer)
    except StoreError as error:
        raise ProblemError(503, f"{error} There is no verdict without a record of it.") from None
