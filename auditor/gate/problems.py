"""Why a request was not answered: JSON problems (RFC 9457); on the page for people, words."""

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from auditor.gate import compare

PAGE = "/"
RETRY_AFTER = "1"  # second


class ProblemError(Exception):
    """A request that is refused, with the status, what is wrong, and headers that help."""

    def __init__(self, status: int, detail: str, **headers: str) -> None:
        super().__init__(detail)
        self.status, self.detail = status, detail
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


def busy() -> ProblemError:
    """More is asked than can be done."""
    return ProblemError(
        503, "As many stories as this server may take at once are being audited.", Retry_After=RETRY_AFTER
    )


def too_many() -> ProblemError:
    """One client asks for more than its share."""
    return ProblemError(
        429, "As many stories of yours as one client may have here at once are being audited.", Retry_After=RETRY_AFTER
    )


def response(problem: ProblemError, path: str) -> Response:
    """The problem as the reader of a path expects it."""
    if path == PAGE:
        return HTMLResponse(compare.message(problem.detail), problem.status, problem.headers)
    told = {
        "type": "about:blank",
        "title": HTTPStatus(problem.status).phrase,
        "status": problem.status,
        "detail": problem.detail,
    }
    return JSONResponse(told, problem.status, problem.headers, "application/problem+json")


async def handle(request: Request, error: Exception) -> Response:
    """Whatever a handler raises, as a problem; the text of an unforeseen error stays inside."""
    if isinstance(error, ProblemError):
        return response(error, request.url.path)
    status = getattr(error, "status_code", 500)
    detail = getattr(error, "detail", "This request met a mistake in the program. The log names it.")
    problem = ProblemError(status, str(detail))
    problem.headers.update(getattr(error, "headers", None) or {})
    return response(problem, request.url.path)
