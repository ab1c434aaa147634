"""What was answered can be looked up, whatever happens to the server."""

import json
import stat
from pathlib import Path

import pytest

from auditor.gate import store
from auditor.gate.hook import decide
from auditor.gate.store import Store, StoreError
from auditor.house import House
from tests.conftest import Run
from tests.gate.conftest import page

URL = "https://paper.example/ferry"


@pytest.fixture
def answer(shipped_house: House) -> bytes:
    sent = {"story": {"html": page("Handout/AP"), "url": URL}}
    return json.dumps(decide(json.dumps(sent).encode(), "json", shipped_house, "error")).encode()


def test_a_verdict_is_there_at_once_for_others(tmp_path: Path, answer: bytes) -> None:
    file = tmp_path / "new" / "verdicts.sqlite"
    writing = Store(file)
    writing.keep("check", answer)
    (entry,) = store.history(file, URL)
    assert (entry.verdict, entry.headline, entry.answer) == ("block", "Ferry", json.loads(answer))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_an_event_is_taken_in_once_and_settled_once(tmp_path: Path, answer: bytes) -> None:
    one, other = Store(tmp_path / "v"), Store(tmp_path / "v")
    key = one.take_in("ghost", b"body")
    assert key
    assert other.take_in("ghost", b"body") is None
    assert other.take_in("superdesk", b"body") not in (None, key)
    assert other.event(key) == ("ghost", b"body")
    one.keep("ghost", answer, key)
    other.keep("ghost", answer, key)
    assert one.event(key) is None
    assert len(one.waiting()) == 1
    assert len(store.history(tmp_path / "v", URL)) == 1


@pytest.mark.parametrize("content", [b"no database at all, but long enough to be taken for one" * 20])
def test_a_file_that_is_no_store(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "v").write_bytes(content)
    with pytest.raises(StoreError, match="--store"):
        Store(tmp_path / "v")
    with pytest.raises(StoreError, match=r"no findings store, or a damaged one .* Name another"):
        store.history(tmp_path / "v", URL)
    assert (tmp_path / "v").read_bytes() == content


def test_a_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError):
        Store(tmp_path / "file" / "v")


def test_history(run: Run, tmp_path: Path, answer: bytes) -> None:
    writing = Store(tmp_path / "v")
    writing.keep("check", answer)
    lifted = {**json.loads(answer), "verdict": "pass", "findings": []}
    lifted["overridden"] = [{"rule": "credit/missing", "role": "picture editor", "reason": "\x1b[2Jbecause"}]
    writing.keep("ghost", json.dumps(lifted).encode())
    code, out, err = run("history", URL, "--store", "v")
    assert (code, err) == (0, "")
    for part in (
        "BLOCK",
        "credit/handout-without-source",
        "by ghost",
        "lifted   credit/missing  by picture editor: \\u001b",
    ):
        assert part in out
    code, out, _ = run("history", json.loads(answer)["audited"]["story"][:8], "--store", "v", "--format", "jsonl")
    assert [json.loads(line)["verdict"] for line in out.splitlines()] == ["block", "pass"]


def test_history_of_the_unknown(run: Run, tmp_path: Path) -> None:
    assert run("history", URL, "--store", "v")[0] == 2
    Store(tmp_path / "v")
    code, out, err = run("history", "%", "--store", "v")
    assert (code, out) == (0, "")
    assert "no verdict" in err
