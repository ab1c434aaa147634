"""Which sender signed an event, and when: the schemes of webhooks, each as its sender documents it."""

import hmac
from collections.abc import Callable, Mapping
from urllib.parse import quote

from msgspec import Struct

WINDOW = 300.0  # seconds that the clocks of sender and receiver may differ, and that an event may be under way
MILLISECONDS = 1000
UNESCAPED = "-_.!~*'()"  # by JavaScript's escape functions


class Sent(Struct, frozen=True):
    """An event as it came: path with query, headers by lower-case name, body."""

    path: str
    headers: Mapping[str, str]
    body: bytes


def is_signed(source: str, sent: Sent, secret: str, now: float) -> bool:
    """Did the holder of the secret send this, lately where the scheme tells when? `now` is in seconds since 1970."""
    scheme = SCHEMES.get(source)
    return bool(secret) and scheme is not None and scheme(sent, secret.encode(), now)


def _github(sent: Sent, secret: bytes, now: float) -> bool:
    """`x-hub-signature-256: sha256=…` of the body; Drupal, Gitea and many others do as GitHub does."""
    return _same(sent.headers.get("x-hub-signature-256", ""), "sha256=" + _digest(secret, sent.body, "sha256"))


def _superdesk(sent: Sent, secret: bytes, now: float) -> bool:
    """`x-superdesk-signature: sha1=…` of the body."""
    return _same(sent.headers.get("x-superdesk-signature", ""), "sha1=" + _digest(secret, sent.body, "sha1"))


def _ghost(sent: Sent, secret: bytes, now: float) -> bool:
    """`x-ghost-signature: sha256=…, t=milliseconds` of the body with the time behind it."""
    told = dict(part.strip().partition("=")[::2] for part in sent.headers.get("x-ghost-signature", "").split(","))
    time = told.get("t", "")
    return _is_recent(time, now) and _same(
        told.get("sha256", ""), _digest(secret, sent.body + time.encode("utf-8", "replace"), "sha256")
    )


def _contentful(sent: Sent, secret: bytes, now: float) -> bool:
    """`x-contentful-signature` of method, path, the headers that are named as signed, and body, a line each."""
    names = sorted(name.strip().lower() for name in sent.headers.get("x-contentful-signed-headers", "").split(","))
    if not {"x-contentful-timestamp", "x-contentful-signed-headers"} <= set(names):
        return False
    headers = ";".join(f"{name}:{sent.headers.get(name, '').strip()}" for name in names)
    told = f"POST\n{_encoded(sent.path)}\n{headers}\n".encode("utf-8", "replace") + sent.body
    return _is_recent(sent.headers.get("x-contentful-timestamp", ""), now) and _same(
        sent.headers.get("x-contentful-signature", ""), _digest(secret, told, "sha256")
    )


def _encoded(path: str) -> str:
    """The path as Contentful's own toolkit encodes it, its query as one piece and twice."""
    place, _, query = path.partition("?")
    return quote(f"{place}?{quote(query, safe=UNESCAPED)}" if query else place, safe=UNESCAPED + ";,/?:@&=+$#")


def _is_recent(milliseconds: str, now: float) -> bool:
    digits = milliseconds.isascii() and milliseconds.isdigit() and len(milliseconds) < 16
    return digits and abs(now - int(milliseconds) / MILLISECONDS) <= WINDOW


def _digest(secret: bytes, data: bytes, kind: str) -> str:
    return hmac.new(secret, data, kind).hexdigest()


def _same(given: str, made: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), made.encode())


SCHEMES: Mapping[str, Callable[[Sent, bytes, float], bool]] = {
    "ghost": _ghost,
    "contentful": _contentful,
    "github-style": _github,
    "superdesk": _superdesk,
}
