"""Who may ask: holders of the token; without one, only programs of this machine, and no foreign web page."""

import base64
import binascii
import hmac
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers

from auditor.errors import UsageError
from auditor.gate.problems import PAGE, ProblemError

OPEN = ("/v1/health", "/v1/events/")  # events are signed


def is_loopback(host: str) -> bool:
    """Is this an address that only this machine reaches?"""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def refuse_open_door(host: str, token: str | None) -> None:
    """Raises UsageError where the server would answer other machines without a token."""
    if not token and not is_loopback(host):
        raise UsageError(
            f"--host {host} lets other machines in: set a token first, in AUDITOR_TOKEN or as `bearer` under "
            "[gate.secrets] in auditor.toml."
        )


def check(path: str, headers: Headers, token: str | None) -> None:
    """Raises ProblemError where the sender of these headers may not ask for this path."""
    own = headers.get("host", "")
    if (origin := headers.get("origin")) and origin.partition("://")[2] != own:
        raise ProblemError(403, "A page of another site sent this.")
    if path.startswith(OPEN):
        return
    if token is None:
        if not is_loopback(_name(own)):
            raise ProblemError(421, "This server answers to localhost only; it has no token.")
    elif not _has_token(headers.get("authorization", ""), token):
        asks = 'Basic realm="auditor"' if path == PAGE else "Bearer"
        raise ProblemError(401, "The token is missing or wrong.", WWW_Authenticate=asks)


def _name(host: str) -> str:
    """The host's name or address without its port."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _has_token(said: str, token: str) -> bool:
    """Bearer for programs; for the page, what a browser sends: Basic with the token as password, whatever the user."""
    kind, _, given = said.partition(" ")
    if kind.lower() == "basic":
        try:
            given = base64.b64decode(given, validate=True).decode("utf-8", "replace").partition(":")[2]
        except (binascii.Error, ValueError):
            return False
    elif kind.lower() != "bearer":
        return False
    return hmac.compare_digest(given.encode("utf-8", "replace"), token.encode())
