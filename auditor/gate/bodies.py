"""A request's body: not too large, and not too slow."""

import asyncio

from starlette.requests import ClientDisconnect, Request

from auditor.gate.problems import ProblemError

SECONDS = 10.0  # in which a body must have come


async def body(request: Request, largest: int, seconds: float = SECONDS) -> bytes:
    """The whole body.

    Raises ProblemError: 413 over `largest` bytes, at once where the request announces it; 408 where it has not come in
    time, 415 where it is compressed, 400 where its sender has gone.
    """
    if request.headers.get("content-encoding", "identity") != "identity":
        raise ProblemError(415, "Send the body uncompressed.")
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > largest:
        raise _too_large(largest)
    try:
        async with asyncio.timeout(seconds):
            return await _read(request, largest)
    except TimeoutError:
        raise ProblemError(408, f"The body did not come within {seconds:g} seconds.", Connection="close") from None
    except ClientDisconnect:
        raise ProblemError(400, "The sender has gone.") from None


async def _read(request: Request, largest: int) -> bytes:
    read = bytearray()
    async for chunk in request.stream():
        read += chunk
        if len(read) > largest:
            raise _too_large(largest)
    return bytes(read)


def _too_large(largest: int) -> ProblemError:
    why = f"The body is larger than {largest / 1e6:g} MB; `largest-story` in auditor.toml says how large it may be."
    return ProblemError(413, why, Connection="close")
