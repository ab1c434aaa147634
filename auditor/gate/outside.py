"""What every request meets first: the door, our headers on the answer, and a line in the log."""

import logging
import time

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from auditor.gate import access, problems
from auditor.gate.problems import ProblemError

HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cache-control": "no-store",
}
VERDICT = "auditor.verdict"  # where a handler leaves its verdict for the log
LOG = logging.getLogger("auditor.gate")


class Outside:
    """The middleware around the application."""

    def __init__(self, inside: ASGIApp, token: str | None) -> None:
        self._inside, self._token = inside, token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self._inside(scope, receive, send)
            return
        begun = time.perf_counter()
        status = 0

        async def sends(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        try:
            await self._through_the_door(scope, receive, sends)
        finally:
            _log(scope, status, (time.perf_counter() - begun) * 1000)

    async def _through_the_door(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            access.check(scope["path"], Headers(scope=scope), self._token)
        except ProblemError as problem:
            await problems.response(problem, scope["path"])(scope, receive, send)
            return
        await self._inside(scope, receive, send)


def _log(scope: Scope, status: int, milliseconds: float) -> None:
    size = Headers(scope=scope).get("content-length", "")
    told = {"method": scope["method"], "path": scope["path"], "status": status, "ms": round(milliseconds, 1)}
    LOG.info("request", extra={**told, "bytes": int(size) if size.isdecimal() else None, "verdict": scope.get(VERDICT)})
