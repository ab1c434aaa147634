"""Events: who signed them, when, and what becomes of them."""

import hashlib
import hmac
import json
import time
from collections.abc import Callable

import pytest

from auditor.errors import UsageError
from auditor.gate import payloads, store
from auditor.gate.envelope import Request
from auditor.gate.signatures import WINDOW, Sent, is_signed
from tests.gate.conftest import Making, page

SECRET = "s3cret-of-the-sender-and-of-ours"
NOW = 1_790_000_000.0
Headers = dict[str, str]


def digest(data: bytes, kind: str = "sha256", secret: str = SECRET) -> str:
    return hmac.new(secret.encode(), data, kind).hexdigest()


def github(body: bytes, now: float, secret: str = SECRET) -> Headers:
    return {"x-hub-signature-256": f"sha256={digest(body, secret=secret)}"}


def superdesk(body: bytes, now: float, secret: str = SECRET) -> Headers:
    return {"x-superdesk-signature": f"sha1={digest(body, 'sha1', secret)}"}


def ghost(body: bytes, now: float, secret: str = SECRET) -> Headers:
    time = str(int(now * 1000))
    return {"x-ghost-signature": f"sha256={digest(body + time.encode(), secret=secret)}, t={time}"}


def contentful(body: bytes, now: float, secret: str = SECRET, path: str = "/v1/events/contentful") -> Headers:
    names = "x-contentful-signed-headers,x-contentful-timestamp"
    time = str(int(now * 1000))
    told = f"POST\n{path}\nx-contentful-signed-headers:{names};x-contentful-timestamp:{time}\n".encode() + body
    signed = {"x-contentful-signed-headers": names, "x-contentful-timestamp": time}
    return {**signed, "x-contentful-signature": digest(told, secret=secret)}


SIGNED: dict[str, Callable[..., Headers]] = {
    "github-style": github,
    "superdesk": superdesk,
    "ghost": ghost,
    "contentful": contentful,
}
TIMED = ["ghost", "contentful"]


def signed(source: str, headers: Headers, body: bytes = b"{}", secret: str = SECRET, now: float = NOW) -> bool:
    return is_signed(source, Sent(f"/v1/events/{source}", headers, body), secret, now)


@pytest.mark.parametrize("source", SIGNED)
def test_a_signature_holds_for_one_body_and_one_secret(source: str) -> None:
    headers = SIGNED[source](b"{}", NOW)
    assert signed(source, headers)
    assert not signed(source, headers, b"{ }")
    assert not signed(source, headers, secret=SECRET + "x")
    assert not signed(source, {})
    assert not signed(source, {name: value[:-1] for name, value in headers.items()})
    assert not signed(source, dict.fromkeys(headers, "ü�"))


@pytest.mark.parametrize("source", SIGNED)
def test_without_a_secret_nothing_is_signed(source: str) -> None:
    assert not signed(source, SIGNED[source](b"{}", NOW, ""), secret="")


@pytest.mark.parametrize("source", TIMED)
@pytest.mark.parametrize(("later", "holds"), [(0, True), (WINDOW - 5, True), (WINDOW + 5, False), (-WINDOW - 5, False)])
def test_a_signature_ages(source: str, later: float, holds: bool) -> None:
    assert signed(source, SIGNED[source](b"{}", NOW), now=NOW + later) == holds


def test_a_time_that_is_not_signed_does_not_count() -> None:
    headers = contentful(b"{}", NOW - 2 * WINDOW)
    assert not signed("contentful", {**headers, "x-contentful-timestamp": str(int(NOW * 1000))})
    only = {"x-contentful-signed-headers": "x-contentful-signed-headers"}
    told = b"POST\n/v1/events/contentful\nx-contentful-signed-headers:x-contentful-signed-headers\n{}"
    late = {**only, "x-contentful-timestamp": str(int(NOW * 1000)), "x-contentful-signature": digest(told)}
    assert not signed("contentful", late)


def test_a_secret_from_the_senders_own_documentation() -> None:
    # GitHub's example: https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries
    told = {"x-hub-signature-256": "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"}
    assert signed("github-style", told, b"Hello, World!", "It's a Secret to Everybody")


GHOST = {
    "post": {
        "current": {
            "id": "1",
            "title": "Ferry <late>",
            "html": page("Handout/AP"),
            "url": "https://paper.example/ghost",
            "published_at": "2026-04-12T09:00:00Z",
            "feature_image": "https://pictures.example/harbour-12.jpg",
            "feature_image_alt": "A harbour",
            "feature_image_caption": "The harbour. <em>Photo: Elin Strand/TT</em>",
        },
        "previous": {},
    }
}
NINJS = {
    "guid": "urn:ferry:1",
    "type": "text",
    "headline": "Ferry",
    "language": "en",
    "versioncreated": "2026-04-12T09:00:00+0000",
    "body_html": page("Handout/AP"),
    "associations": {
        "featuremedia": {
            "type": "picture",
            "description_text": "The harbour & its piers.",
            "body_text": "A harbour",
            "byline": "Elin Strand",
            "source": "TT",
            "renditions": {"original": {"href": "https://pictures.example/harbour-12.jpg"}},
        },
        "none": None,
    },
}
RICH = {
    "nodeType": "document",
    "content": [
        {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "It was & is "}, {"value": "late."}]}
    ],
}
ENTRY = {"sys": {"id": "42"}, "fields": {"title": {"en": "Ferry"}, "text": {"en": RICH}, "html": {"en": "<p>More</p>"}}}
ENVELOPE = {"story": {"html": page("Handout/AP"), "url": "https://paper.example/envelope"}}

# sender, body -> URL, a piece of the HTML
BODIES = [
    ("ghost", GHOST, "https://paper.example/ghost", "<h1>Ferry &lt;late&gt;</h1><figure><img src="),
    ("ghost", {"page": GHOST["post"]}, "https://paper.example/ghost", "Elin Strand/TT"),
    ("superdesk", NINJS, "urn:ferry:1", '&amp; its piers. <span class="credit">Elin Strand/TT</span>'),
    ("contentful", ENTRY, "contentful:42", "<p>It was &amp; is late.</p><p>More</p>"),
    *((source, ENVELOPE, "https://paper.example/envelope", "Handout/AP") for source in SIGNED),
]


def opened(source: str, body: object) -> Request:
    return payloads.request(source, json.dumps(body).encode())


@pytest.mark.parametrize(("source", "body", "url", "part"), BODIES)
def test_what_an_event_is_about(source: str, body: object, url: str, part: str) -> None:
    (piece,) = opened(source, body).pieces
    assert piece.known.url == url
    assert part in piece.document.data.decode()


NOTHING: list[tuple[str, object]] = [
    ("ghost", {"post": {"current": {"html": None}}}),
    ("ghost", {"post": {"current": "x"}}),
    ("ghost", {"member": {}}),
    ("ghost", []),
    ("superdesk", {"type": "picture"}),
    ("contentful", {"fields": {"text": {"en": "words alone"}, "rich": {"en": {"nodeType": "document", "content": 3}}}}),
    ("github-style", {"zen": "x"}),
]


@pytest.mark.parametrize(("source", "body"), NOTHING)
def test_an_event_about_no_story(source: str, body: object) -> None:
    with pytest.raises(UsageError, match="no story"):
        opened(source, body)


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"[" * 100_000])
def test_an_event_that_is_no_json(body: bytes) -> None:
    with pytest.raises(UsageError, match="no JSON"):
        payloads.request("ghost", body)


def test_rich_text_may_be_deep() -> None:
    rich: dict[str, object] = {"value": "deep"}
    for _ in range(300):
        rich = {"content": [rich]}
    told = payloads.request(
        "contentful", json.dumps({"fields": {"t": {"en": {**rich, "nodeType": "document"}}}}).encode()
    )
    assert b"<p>deep</p>" in told.pieces[0].document.data


def fingerprint(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


SECRETS = {name.replace("-", "_"): SECRET for name in SIGNED}


@pytest.mark.parametrize(("source", "sent"), [("ghost", GHOST), ("superdesk", NINJS), ("github-style", ENVELOPE)])
def test_an_event_is_audited_once(serving: Making, source: str, sent: object) -> None:
    client = serving(**SECRETS)
    body = json.dumps(sent).encode()
    for status in ("accepted", "known", "known"):
        answer = client.post(f"/v1/events/{source}", content=body, headers=SIGNED[source](body, time.time()))
        assert (answer.status_code, answer.json()) == (202, {"status": status})
    url = opened(source, sent).pieces[0].known.url or ""
    assert [(e.verdict, e.source) for e in serving.kept(url)] == [("block", source)]
    serving.finish()
    assert len(serving.kept(url)) == 1


@pytest.mark.parametrize("source", [*SIGNED, "unknown"])
def test_an_unsigned_event_leaves_nothing(serving: Making, source: str) -> None:
    answer = serving(**SECRETS).post(f"/v1/events/{source}", json=ENVELOPE, headers=github(b"other", NOW))
    assert (answer.status_code, answer.headers["content-type"]) == (401, "application/problem+json")
    serving.finish()
    assert store.history(serving.file, "https://paper.example/envelope") == []
    assert store.Store(serving.file).waiting() == []


def test_an_event_without_a_story_is_told_as_not_checked(serving: Making) -> None:
    body = b'{"post": {"current": {}}}'
    serving(**SECRETS).post("/v1/events/ghost", content=body, headers=ghost(body, time.time()))
    (kept,) = serving.kept(fingerprint(body))
    assert (kept.source, kept.checked, kept.verdict) == ("ghost", False, "block")
    assert "no story" in kept.answer["why"]


def test_the_next_server_audits_what_the_last_one_left(serving: Making) -> None:
    left = store.Store(serving.file)
    left.take_in("github-style", json.dumps(ENVELOPE).encode())
    left.close()
    serving(**SECRETS)
    (kept,) = serving.kept("https://paper.example/envelope")
    assert kept.source == "github-style"


def test_a_full_inbox_says_so(serving: Making, monkeypatch: pytest.MonkeyPatch) -> None:
    server = serving.server(**SECRETS)
    client = serving.client(server)
    monkeypatch.setattr(server.inbox, "is_full", lambda: True)
    answer = client.post("/v1/events/ghost", json=GHOST)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
