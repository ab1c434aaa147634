"""The gate over HTTP, as a CMS, a browser or an attacker meets it."""

import asyncio
import base64
import json
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from auditor.gate import store
from auditor.gate.hook import decide
from auditor.gate.pool import BusyError
from auditor.gate.turnstile import Turnstile
from auditor.house import House
from tests.gate.conftest import LOCAL, Making, page

ENVELOPE = {"story": {"html": page("Handout/AP"), "url": "https://paper.example/ferry"}}
TOKEN = "a-token-of-sixteen-or-more"


def test_a_verdict_is_the_hooks(serving: Making, shipped_house: House) -> None:
    answer = serving().post("/v1/check", json=ENVELOPE)
    assert answer.status_code == 200
    told = answer.json()
    hooks = decide(json.dumps(ENVELOPE).encode(), "json", shipped_house, "error")
    assert {**told, "audited": {**told["audited"], "at": ""}} == {**hooks, "audited": {**hooks["audited"], "at": ""}}
    assert (told["verdict"], told["checked"]) == ("block", True)
    found = next(f for f in told["findings"] if f["rule"] == "credit/handout-without-source")
    assert (found["path"], found["field"]) == ("/story/html", "credit-line")


# content type, body -> is it checked, how many images
BODIES = [
    ("application/json", json.dumps(ENVELOPE).encode(), True, 1),
    ("application/json; charset=utf-8", json.dumps(ENVELOPE).encode(), True, 1),
    ("text/html", page("AP").encode(), True, 1),
    ("text/html; charset=utf-16le", page("AP").encode("utf-16-le"), True, 1),
    ("text/html; charset=idna", page("AP").encode(), True, 1),
    ("text/plain", b"Ferry\n\nThe ferry leaves. Photo: Nadia Brandt/AP\n\nIt was late.", True, 1),
    ("", page("AP").encode(), True, 1),
    ("application/json", b"{", False, 0),
    ("application/json", b"[]", False, 0),
    ("application/json", b'{"story": {"html": "a"}, "copys": []}', False, 0),
]


@pytest.mark.parametrize(("kind", "sent", "checked", "images"), BODIES)
def test_what_a_body_holds(serving: Making, kind: str, sent: bytes, checked: bool, images: int) -> None:
    answer = serving().post("/v1/check", content=sent, headers={"content-type": kind} if kind else {})
    told = answer.json()
    assert (answer.status_code, told["checked"]) == (200, checked)
    assert sum(s["images"] for s in told["stories"]) == images


def test_the_charset_of_the_content_type_counts(serving: Making) -> None:
    sent = page("Jürgen Wehner/dpa").encode("cp1252")
    told = (
        serving().post("/v1/extract", content=sent, headers={"content-type": "text/html; charset=windows-1252"}).json()
    )
    assert told["stories"][0]["images"][0]["credit"]["creators"] == ["Jürgen Wehner"]


def test_extract_tells_what_was_read(serving: Making) -> None:
    client = serving()
    told = client.post(
        "/v1/extract", json={"story": {"html": page("Nadia Brandt/AP")}, "copies": [{"html": ""}]}
    ).json()
    assert [s["story"] for s in told["stories"]] == ["story"]
    assert told["stories"][0]["images"][0]["credit"]["agencies"] == ["AP"]
    assert [u["story"] for u in told["unread"]] == ["copy 1"]


def test_rules_and_health(serving: Making) -> None:
    client = serving()
    rules = client.get("/v1/rules").json()
    assert "credit/missing" in [r["id"] for r in rules["rules"]]
    health = client.get("/v1/health").json()
    assert (health["status"], health["rules"]) == ("ok", rules["fingerprint"])


def test_health_is_failing_without_workers(serving: Making) -> None:
    server = serving.server()
    client = serving.client(server)
    server.pool.ready = 0
    assert (client.get("/v1/health").status_code, client.get("/v1/health").json()["status"]) == (503, "failing")


PROBLEMS: list[tuple[str, str, dict[str, Any], int]] = [
    ("GET", "/v1/nothing", {}, 404),
    ("GET", "/v1/check", {}, 405),
    ("POST", "/v1/extract", {"content": b"{", "headers": {"content-type": "application/json"}}, 422),
    ("POST", "/v1/check", {"content": b"x" * 5001}, 413),
    ("POST", "/v1/check", {"content": (b"x" * 100 for _ in range(60))}, 413),
    ("POST", "/", {"content": b"x" * 5001}, 413),
    ("POST", "/v1/check", {"content": b"x", "headers": {"content-encoding": "gzip"}}, 415),
    ("POST", "/v1/check", {"content": b"x", "headers": {"origin": "https://elsewhere.example"}}, 403),
    ("POST", "/v1/check", {"content": b"x", "headers": {"origin": "null"}}, 403),
    ("POST", "/v1/check", {"content": b"x", "headers": {"host": "rebound.example"}}, 421),
    ("POST", "/v1/check", {"content": b"x", "headers": {"host": "[::"}}, 421),
]


@pytest.mark.parametrize(("method", "path", "sent", "status"), PROBLEMS)
def test_problems_are_told_as_rfc_9457_has_it(
    serving: Making, method: str, path: str, sent: dict[str, Any], status: int
) -> None:
    answer = serving("largest-story = 5000").request(method, path, **sent)
    assert answer.status_code == status
    if path == "/":
        assert "larger than" in answer.text
    else:
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["status"] == status
        assert answer.json()["detail"]


def test_a_mistake_in_the_program_keeps_its_text_inside(serving: Making, caplog: pytest.LogCaptureFixture) -> None:
    class Broken:
        size = ready = 1

        async def start(self) -> None: ...

        async def close(self) -> None: ...

        async def ask(self, task: object) -> bytes:
            raise KeyError("a sentence of the story")

    answer = serving(pool=Broken()).post("/v1/check", json=ENVELOPE)
    assert (answer.status_code, answer.json()["status"]) == (500, 500)
    assert "sentence" not in answer.text


def test_more_than_may_be_inside_is_refused_at_once(serving: Making) -> None:
    server = serving.server(most=1)
    client = serving.client(server)
    server.audits.inside = 1
    answer = client.post("/v1/check", json=ENVELOPE)
    server.audits.inside = 0
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
    assert client.post("/v1/check", json=ENVELOPE).status_code == 200


def test_one_client_gets_no_more_than_its_share(serving: Making) -> None:
    release, asked = threading.Event(), threading.Barrier(3, timeout=10)

    class Waiting:
        size = ready = 1

        async def start(self) -> None: ...

        async def close(self) -> None: ...

        async def ask(self, task: object) -> bytes:
            await asyncio.to_thread(asked.wait)
            await asyncio.to_thread(release.wait)
            raise BusyError

    server = serving.server(pool=Waiting(), most=4, most_of_one=2)
    client = serving.client(server)
    with ThreadPoolExecutor(2) as pool:
        inside = [pool.submit(client.post, "/v1/check", json=ENVELOPE) for _ in range(2)]
        asked.wait()
        refused = client.post("/v1/check", json=ENVELOPE)
        served = server.audits.inside
        release.set()
    assert (refused.status_code, refused.headers["retry-after"], served) == (429, "1", 2)
    assert refused.json()["title"] == "Too Many Requests"
    assert [answer.result().status_code for answer in inside] == [503, 503]
    assert server.audits.inside == 0


# places, share asked for -> places that one client may have
SHARES = [(32, None, 24), (8, None, 6), (1, None, 1), (32, 5, 5), (8, 32, 32)]


@pytest.mark.parametrize(("most", "asked", "share"), SHARES)
def test_a_clients_share(most: int, asked: int | None, share: int) -> None:
    assert Turnstile(most, asked).most_of_one == share


def test_no_worker_in_time_is_busy(serving: Making) -> None:
    class Busy:
        size = ready = 1

        async def start(self) -> None: ...

        async def close(self) -> None: ...

        async def ask(self, task: object) -> bytes:
            raise BusyError

    answer = serving(pool=Busy()).post("/v1/check", json=ENVELOPE)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")


# authorization -> status of a path that needs the token
DOORS = [
    (None, 401),
    ("", 401),
    (f"Bearer {TOKEN}", 200),
    (f"bearer {TOKEN}", 200),
    (f"Bearer {TOKEN}x", 401),
    ("Bearer ", 401),
    ("Bearer schlüssel", 401),
    (f"Token {TOKEN}", 401),
    ("Basic " + base64.b64encode(f"editor:{TOKEN}".encode()).decode(), 200),
    ("Basic " + base64.b64encode(b"editor:other").decode(), 401),
    ("Basic !", 401),
]


@pytest.mark.parametrize(("said", "status"), DOORS)
def test_the_token(serving: Making, said: str | None, status: int) -> None:
    headers = {} if said is None else {"authorization": said.encode("latin-1")}
    assert serving(token=TOKEN).get("/v1/rules", headers=headers).status_code == status  # type: ignore[arg-type]


@pytest.mark.parametrize(("path", "asks"), [("/", "Basic"), ("/v1/rules", "Bearer"), ("/openapi.json", "Bearer")])
def test_without_the_token_it_is_asked_for(serving: Making, path: str, asks: str) -> None:
    answer = serving(token=TOKEN).get(path)
    assert (answer.status_code, answer.headers["www-authenticate"].split()[0]) == (401, asks)


def test_with_a_token_any_host_is_answered_and_health_is_open(serving: Making) -> None:
    answer = serving(token=TOKEN).get("/v1/health", headers={"host": "gate.example"})
    assert answer.status_code == 200


def test_every_verdict_is_kept(serving: Making) -> None:
    client = serving('[[override]]\nrole = "picture editor"\nrules = ["credit"]')
    client.post("/v1/check", json=ENVELOPE)
    client.post("/v1/check", json={**ENVELOPE, "role": "picture editor", "reason": "the minister asked"})
    client.post("/v1/check", content=b"{", headers={"content-type": "application/json"})
    kept = store.history(serving.file, "https://paper.example/ferry")
    assert [(e.verdict, e.checked, e.source) for e in kept] == [("block", True, "check"), ("pass", True, "check")]
    assert kept[1].answer["overridden"][0]["reason"] == "the minister asked"
    assert kept[0].story == kept[1].story
    assert store.history(serving.file, kept[0].story[:8]) == store.history(serving.file, "Ferry") == kept


def test_without_a_record_there_is_no_verdict(serving: Making) -> None:
    server = serving.server()
    client = serving.client(server)
    server.archive._store._connection.execute("DROP TABLE verdict")
    answer = client.post("/v1/check", json=ENVELOPE)
    assert (answer.status_code, "verdict" in answer.json()) == (503, False)


def test_what_the_browser_may_do_with_the_page(serving: Making) -> None:
    answer = serving().get("/")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "form-action 'self'" in answer.headers["content-security-policy"]
    for outside in ("<script", "src=", "href=", "url(", "@import"):
        assert outside not in answer.text


def test_two_copies_pasted(serving: Making) -> None:
    sent = {"one": page("Nadia Brandt/AP"), "other": page("AP")}
    answer = serving().post("/", data=sent, headers={"origin": LOCAL})
    assert answer.status_code == 200
    for part in ("first copy", "second copy", "≠ AP", "Nadia Brandt/AP", "copies/creator-missing"):
        assert part in answer.text
    assert "&lt;figcaption&gt;" in answer.text  # what was pasted is still there
    assert "<figcaption>" not in answer.text


# what was pasted -> what the page says
PASTED = [
    ({}, "Nothing was pasted"),
    ({"one": " ", "other": "\n"}, "Nothing was pasted"),
    ({"one": page("AP")}, "Only one copy was pasted"),
    ({"other": "<script>alert(1)</script>" + page("AP")}, "Only one copy was pasted"),
    ({"one": page("AP"), "other": "Only words, no picture."}, "No image was found in the second copy"),
    ({f"field{n}": "x" for n in range(9)}, "Nothing was pasted"),
]


@pytest.mark.parametrize(("sent", "says"), PASTED)
def test_what_was_pasted(serving: Making, sent: dict[str, str], says: str) -> None:
    answer = serving().post("/", data=sent)
    assert answer.status_code == 200
    assert says in answer.text
    assert "<script" not in answer.text


def test_what_editors_paste_is_not_kept(serving: Making) -> None:
    serving().post("/", data={"one": page("AP"), "other": page("AP")})
    assert store.history(serving.file, "Ferry") == []


def test_nothing_is_fetched(serving: Making, monkeypatch: pytest.MonkeyPatch) -> None:
    def connects(*_: object) -> None:
        raise AssertionError("somebody was called")

    client = serving()
    monkeypatch.setattr(socket.socket, "connect", connects)
    outside = (
        '<!DOCTYPE html SYSTEM "http://elsewhere.example/x.dtd"><base href="http://elsewhere.example/"><link rel=stylesheet '
        "href=a.css><script src=a.js></script><iframe src=a.html></iframe><object data=a.svg></object>"
    )
    told = client.post(
        "/v1/check", json={"story": {"html": outside + page("AP"), "url": "http://elsewhere.example/"}}
    ).json()
    assert (told["checked"], told["stories"][0]["images"]) == (True, 1)
