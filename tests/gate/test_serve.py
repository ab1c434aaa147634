"""`auditor serve` as a process: how it begins, what it survives, and how it ends."""

import asyncio
import contextlib
import hmac
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request

from auditor import house
from auditor.errors import AuditorError, UsageError
from auditor.gate import access, bodies, secret
from auditor.gate.pool import Pool
from auditor.gate.problems import ProblemError
from auditor.gate.store import path_of
from auditor.house import Secrets
from tests.conftest import Run
from tests.gate.conftest import Making, page

ENVELOPE = {"story": {"html": page("Handout/AP"), "url": "https://paper.example/ferry"}}
SECRET = "a-secret-of-sixteen-or-more"
PATIENCE = 30.0


class Running:
    """A server of its own, which is ended with the test."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.store = folder / "verdicts.sqlite"
        command = [sys.executable, "-m", "auditor", "serve", "--port", "0", "--store", str(self.store), *options]
        self.log = (folder / "log").open("w+b")
        self.process = subprocess.Popen(command, cwd=folder, stderr=self.log)
        self.address = str(self.line("listening")["address"])
        self.line("Application startup complete.")

    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in Path(self.log.name).read_text("utf-8").splitlines()]

    def line(self, said: str) -> dict[str, Any]:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with contextlib.suppress(json.JSONDecodeError):  # half a line
                if found := [line for line in self.lines() if line["said"] == said]:
                    return found[0]
            time.sleep(0.02)
        raise AssertionError(f"the log does not say {said}: {Path(self.log.name).read_text('utf-8')}")

    def __enter__(self) -> "Running":
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.end(signal.SIGKILL)
        self.log.close()

    def post(self, path: str, sent: object, headers: dict[str, str] | None = None) -> dict[str, Any]:
        data = sent if isinstance(sent, bytes) else json.dumps(sent).encode()
        said = {"content-type": "application/json", **(headers or {})}
        request = urllib.request.Request(self.address + path, data, said)
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            told: dict[str, Any] = json.load(answer)
        return told

    def kept(self) -> list[str]:
        with contextlib.closing(sqlite3.connect(self.store)) as file:
            return [row[0] for row in file.execute("SELECT verdict FROM verdict ORDER BY id")]

    def workers(self) -> list[int]:
        told = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(pid) for pid in told.split()]

    def end(self, by: signal.Signals = signal.SIGTERM) -> int:
        self.process.send_signal(by)
        return self.process.wait(PATIENCE)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    with Running(tmp_path, "--workers", "1") as server:
        yield server


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT])
def test_a_server_answers_and_ends_in_order(running: Running, by: signal.Signals) -> None:
    assert running.post("/v1/check", ENVELOPE)["verdict"] == "block"
    assert running.kept() == ["block"]
    assert running.end(by) == 0
    said = [line for line in running.lines() if line["said"] == "request"]
    assert [(line["path"], line["status"], line["verdict"]) for line in said] == [("/v1/check", 200, "block")]
    assert "ferry" not in json.dumps(running.lines()).lower()


def test_a_killed_server_loses_no_verdict_and_leaves_no_worker(running: Running) -> None:
    workers = running.workers()
    for _ in range(3):
        running.post("/v1/check", ENVELOPE)
    running.end(signal.SIGKILL)
    assert running.kept() == ["block"] * 3
    assert _are_gone(workers)


def test_an_event_that_a_killed_server_accepted_is_audited_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUDITOR_SECRET_GITHUB_STYLE", SECRET)
    body = json.dumps(ENVELOPE).encode()
    signature = "sha256=" + hmac.new(SECRET.encode(), body, "sha256").hexdigest()
    with Running(tmp_path, "--workers", "1") as first:
        (worker,) = first.workers()
        os.kill(worker, signal.SIGSTOP)
        assert first.post("/v1/events/github-style", body, {"x-hub-signature-256": signature}) == {"status": "accepted"}
        first.end(signal.SIGKILL)
        os.kill(worker, signal.SIGKILL)
        assert first.kept() == []
    with Running(tmp_path, "--workers", "1") as second:
        _wait_until(lambda: second.kept() == ["block"])
        assert second.post("/v1/events/github-style", body, {"x-hub-signature-256": signature}) == {"status": "known"}
        assert SECRET not in json.dumps(second.lines())


def test_a_worker_that_hangs_costs_no_more_than_its_verdict(tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text("time-limit = 4")
    with Running(tmp_path, "--workers", "1") as server:
        (worker,) = server.workers()
        os.kill(worker, signal.SIGSTOP)
        told = server.post("/v1/check", ENVELOPE)
        assert (told["checked"], told["verdict"]) == (False, "block")
        assert "longer than 4 seconds" in told["why"]
        assert told["audited"]["url"] == "https://paper.example/ferry"
        assert server.post("/v1/check", ENVELOPE)["checked"] is True
        assert server.kept() == ["block", "block"]
        assert _are_gone([worker])
        assert server.line("worker replaced")["level"] == "warning"


def test_what_runs_is_finished_before_the_end(running: Running) -> None:
    (worker,) = running.workers()
    os.kill(worker, signal.SIGSTOP)
    asked = subprocess.Popen(
        [sys.executable, "-c", ASK, running.address + "/v1/check", json.dumps(ENVELOPE)], stdout=subprocess.PIPE
    )
    while b"\0" not in (asked.stdout.read(1) if asked.stdout else b"\0"):
        pass
    _wait_until(lambda: json.loads(_got(running.address + "/v1/health"))["audits"] == 1)
    running.process.send_signal(signal.SIGTERM)
    running.line("Shutting down")
    os.kill(worker, signal.SIGCONT)
    said, _ = asked.communicate(timeout=PATIENCE)
    assert json.loads(said)["verdict"] == "block"
    assert running.process.wait(PATIENCE) == 0
    assert running.kept() == ["block"]


ASK = """
import sys, urllib.request
sys.stdout.write("\\0"); sys.stdout.flush()
asked = urllib.request.Request(sys.argv[1], sys.argv[2].encode(), {"content-type": "application/json"})
print(urllib.request.urlopen(asked, timeout=30).read().decode())
"""


def _got(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
        data: bytes = answer.read()
    return data


def _wait_until(true: Any) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def _are_gone(processes: list[int]) -> bool:
    _wait_until(lambda: not any(Path(f"/proc/{pid}/cmdline").is_file() and _is_alive(pid) for pid in processes))
    return True


def _is_alive(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    return False


# options, environment, auditor.toml -> what it says
REFUSED = [
    (["--host", "0.0.0.0"], {}, "", "set a token first"),
    (["--host", "::"], {}, "", "set a token first"),
    (["--host", "gate.example"], {}, "", "set a token first"),
    ([], {"AUDITOR_TOKEN": "short"}, "", "AUDITOR_TOKEN is too short"),
    ([], {}, '[gate.secrets]\nghost = "short"', "auditor.toml:2"),
    ([], {}, "[gate]\nport = 1", 'no field "port"'),
    (["--host", "192.0.2.1"], {"AUDITOR_TOKEN": SECRET}, "", "cannot listen there"),
]


@pytest.mark.parametrize(("options", "environment", "config", "says"), REFUSED)
def test_a_server_that_does_not_begin(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    environment: dict[str, str],
    config: str,
    says: str,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "auditor.toml").write_text(config)
    code, out, err = run("serve", "--port", "0", "--store", "verdicts.sqlite", *options)
    assert (code, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1
    assert "short" not in err.replace("too short", "")


@pytest.mark.parametrize(
    ("host", "is_own"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("10.0.0.1", False),
        ("localhost.example", False),
        ("", False),
    ],
)
def test_loopback(host: str, is_own: bool) -> None:
    assert access.is_loopback(host) == is_own


def test_a_token_opens_every_address() -> None:
    access.refuse_open_door("0.0.0.0", SECRET)


def test_the_environment_counts_more_than_the_file() -> None:
    known = secret.secrets(
        Secrets(ghost="x" * 16, superdesk="y" * 16), {"AUDITOR_SECRET_GHOST": SECRET, "AUDITOR_SECRET_SUPERDESK": ""}
    )
    assert [secret.secret_of(known, source) for source in ("ghost", "superdesk", "contentful", "unknown")] == [
        SECRET,
        "y" * 16,
        "",
        "",
    ]
    assert SECRET not in repr(known)


def test_without_the_extra_one_line_says_what_to_install() -> None:
    hide = "import sys; sys.modules['uvicorn'] = None; from auditor.cli import main; sys.exit(main(['serve']))"
    done = subprocess.run([sys.executable, "-c", hide], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "pip install 'auditor[server]'" in done.stderr


@pytest.mark.parametrize(
    "module",
    [
        "auditor.gate.hook",
        "auditor.gate.worker",
        "auditor.gate.recall",
        "auditor.commands.check",
        "auditor.commands.hook",
    ],
)
def test_only_the_server_loads_the_http_stack(module: str) -> None:
    load = f"import sys, {module}; sys.exit(bool({{'starlette', 'uvicorn', 'asyncio'}} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", load], check=False).returncode == 0


def test_a_body_that_does_not_come_is_not_waited_for() -> None:
    async def nothing() -> dict[str, Any]:
        await asyncio.sleep(3600)
        return {}

    async def first_a_piece() -> dict[str, Any]:
        return (
            {"type": "http.request", "body": b"x", "more_body": True}
            if not sent.append(1) and len(sent) == 1
            else await nothing()
        )

    sent: list[int] = []
    scope = {"type": "http", "method": "POST", "headers": []}
    for receive in (nothing, first_a_piece):
        with pytest.raises(ProblemError) as caught:
            asyncio.run(bodies.body(Request(scope, receive), 1000, seconds=0.05))
        assert caught.value.status == 408


def test_a_sender_that_goes_away() -> None:
    async def gone() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    with pytest.raises(ProblemError) as caught:
        asyncio.run(bodies.body(Request({"type": "http", "method": "POST", "headers": []}, gone), 1000))
    assert caught.value.status == 400


def test_settings_of_the_store(tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text('[gate]\nstore = "kept.sqlite"')
    settled = house.load(tmp_path / "auditor.toml")
    assert path_of(None, settled) == tmp_path / "kept.sqlite"
    assert path_of("other.sqlite", settled) == Path("other.sqlite")


def test_workers_that_cannot_start_say_why(serving: Making, caplog: pytest.LogCaptureFixture) -> None:
    broken = Pool([sys.executable, "-c", ""], 1, 5.0)
    with pytest.raises(AuditorError, match="before it was ready"):
        serving(pool=broken)
    assert "before it was ready" in [record.__dict__.get("why", "") for record in caplog.records][-1]


def test_a_user_without_a_home_is_asked_for_a_store(
    shipped_house: house.House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def homeless() -> Path:
        raise RuntimeError

    for name in ("XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    with pytest.raises(UsageError, match="--store"):
        path_of(None, shipped_house)
