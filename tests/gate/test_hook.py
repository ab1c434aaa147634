"""One story in, one verdict out, whatever is sent."""

import json
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from auditor import audit, parsers
from auditor.gate import hook
from auditor.gate.deadline import OverrunError, within
from auditor.gate.envelope import schema
from auditor.house import House, Override
from tests.conftest import Run
from tests.gate.conftest import BODY, page

Verdict = dict[str, Any]
Ask = Callable[..., Verdict]


@pytest.fixture
def ask(shipped_house: House) -> Ask:
    def asks(sent: object, form: str = "auto", **settings: Any) -> Verdict:
        data = sent if isinstance(sent, bytes) else json.dumps(sent).encode()
        house = replace(shipped_house, settings=replace(shipped_house.settings, **settings))
        return hook.decide(data, form, house, "error")  # type: ignore[arg-type]

    return asks


def rules(verdict: Verdict) -> list[str]:
    return [finding["rule"] for finding in verdict["findings"]]


@pytest.mark.parametrize(
    ("sent", "form"),
    [
        ({"story": {"html": page("Nadia Brandt/AP")}}, "auto"),
        ({"story": {"html": page("Nadia Brandt/AP")}}, "json"),
        (page("Nadia Brandt/AP").encode(), "auto"),
        (page("Nadia Brandt/AP").encode(), "html"),
        (f"Ferry\n\n{BODY}\n\nThe ferry leaves. Photo: Nadia Brandt/AP\n\n{BODY[::-1]}".encode(), "text"),
    ],
)
def test_a_clean_story_may_go_out(ask: Ask, sent: object, form: str) -> None:
    verdict = ask(sent, form)
    assert (verdict["verdict"], verdict["checked"], hook.exit_code(verdict, "error")) == ("pass", True, 0)
    assert verdict["stories"][0]["images"] == 1


def test_a_finding_names_path_field_and_remedy(ask: Ask) -> None:
    verdict = ask({"story": {"html": page("Handout/AP")}})
    assert (verdict["verdict"], hook.exit_code(verdict, "error")) == ("block", 1)
    finding = next(f for f in verdict["findings"] if f["rule"] == "credit/handout-without-source")
    assert (finding["path"], finding["field"], finding["image"]) == ("/story/html", "credit-line", 1)
    assert finding["touch"].startswith("Image 1, credit line: Name who gave it")


def test_the_story_is_compared_with_its_copies(ask: Ask) -> None:
    verdict = ask({"story": {"html": page("AP")}, "copies": [{"html": page("Nadia Brandt/AP")}], "edition": "GB"})
    assert "copies/creator-missing" in rules(verdict)
    assert verdict["edition"] == "GB"
    assert [s["story"] for s in verdict["stories"]] == ["story", "copy 1"]


def test_what_is_wrong_in_a_copy_alone_is_not_the_storys(ask: Ask) -> None:
    verdict = ask({"story": {"html": page("Nadia Brandt/AP")}, "copies": [{"html": page("NADIA BRANDT/AP More")}]})
    assert "credit/residue" not in rules(verdict)


def test_copies_can_come_from_a_folder(ask: Ask, shipped_house: House, tmp_path: Path) -> None:
    (tmp_path / "partner.html").write_text(f"<html>{page('Nadia Brandt/AP')}")
    verdict = hook.decide(page("AP").encode(), "html", shipped_house, "error", [str(tmp_path)])
    assert "copies/creator-missing" in rules(verdict)


def test_what_the_cms_knows_counts_more_than_the_text(ask: Ask) -> None:
    verdict = ask({"story": {"html": page("Nadia Brandt/AP"), "headline": "From the CMS"}})
    assert verdict["stories"][0]["headline"] == "From the CMS"


def test_characters_are_believed_whatever_charset_the_markup_names(ask: Ask) -> None:
    html = "<meta charset=koi8-r>" + page("Jürgen Wehner/dpa")
    said = ask({"story": {"html": html}, "copies": [{"html": page("Jürgen Wehner/dpa")}]})
    assert not [r for r in rules(said) if r.startswith("copies/")]


WRONG = [
    b"{",
    b"{}",
    b'{"story": 1}',
    b'{"story": {}}',
    b'{"story": {"html": "a", "text": "b"}}',
    b'{"story": {"html": "a"}, "copys": []}',
    b'{"story": {"html": "a"}, "copies": [{}]}',
    b'{"story": {"html": "a\xff"}}',
    b'{"a":' * 20_000,
    json.dumps({"story": {"text": "x"}, "copies": [{"text": "x"}] * 51}).encode(),
]


@pytest.mark.parametrize("sent", WRONG, ids=lambda s: s[:40])
@pytest.mark.parametrize(("on_error", "code"), [("pass", 0), ("block", 3)])
def test_a_wrong_envelope_is_no_verdict_and_says_so(ask: Ask, sent: bytes, on_error: str, code: int) -> None:
    verdict = ask(sent, on_error=on_error)
    assert verdict["checked"] is False
    assert verdict["verdict"] == on_error
    assert "envelope" in verdict["why"]
    assert hook.exit_code(verdict, "error") == code


@pytest.mark.parametrize("sent", [{"story": {"html": ""}}, {"story": {"text": " \n"}}, b""])
def test_an_empty_story_does_not_pass(ask: Ask, sent: object) -> None:
    verdict = ask(sent)
    assert (verdict["verdict"], hook.exit_code(verdict, "error")) == ("block", 3)
    assert verdict["unread"]


def test_a_copy_that_cannot_be_read_keeps_a_clean_story_from_passing(ask: Ask) -> None:
    verdict = ask({"story": {"html": page("Nadia Brandt/AP")}, "copies": [{"text": " "}]})
    assert (verdict["verdict"], verdict["checked"], hook.exit_code(verdict, "error")) == ("warn", True, 3)
    assert [u["story"] for u in verdict["unread"]] == ["copy 1"]


def test_a_folder_of_copies_that_is_not_there_is_wrong_usage(run: Run) -> None:
    code, out, err = run("hook", "--copies-from", "wirr")
    assert (code, out) == (2, "")
    assert "wirr" in err


def test_a_story_over_the_limit_is_not_checked(ask: Ask) -> None:
    verdict = ask(b"x" * 2000, largest_story=1000)
    assert (verdict["checked"], verdict["verdict"]) == (False, "block")
    assert "larger than" in verdict["why"]


def test_a_parser_that_hangs_is_ended(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsers, "parse", lambda *_: time.sleep(60))
    verdict = ask(page("Nadia Brandt/AP").encode(), time_limit=0.2)
    assert (verdict["checked"], verdict["verdict"], hook.exit_code(verdict, "error")) == (False, "block", 3)
    assert "longer than 0.2 seconds" in verdict["why"]


def test_a_crash_is_no_verdict() -> None:
    def crashes() -> bytes:
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError

    with pytest.raises(OverrunError, match="without an answer"):
        within(10, 2048, crashes)


def test_memory_has_a_limit() -> None:
    with pytest.raises(OverrunError, match="without an answer"):
        within(10, 512, lambda: bytes(4 << 30))


def test_a_long_answer_comes_whole() -> None:
    assert within(10, 2048, lambda: b"x" * 5_000_000) == b"x" * 5_000_000


OVERRIDES = [
    ("picture editor", "the minister asked for it", True),
    ("picture editor", " ", False),
    ("picture editor", None, False),
    ("trainee", "in a hurry", False),
    (None, "no role", False),
]


@pytest.mark.parametrize(("role", "reason", "lifted"), OVERRIDES)
def test_a_role_may_lift_what_the_house_allows_with_a_reason(
    ask: Ask, role: str | None, reason: str | None, lifted: bool
) -> None:
    allowed = (Override("picture editor", ("credit/handout-without-source", "agency")),)
    verdict = ask({"story": {"html": page("Handout/AP")}, "role": role, "reason": reason}, override=allowed)
    assert (verdict["verdict"] != "block") == lifted
    assert [(o["rule"], o["role"], o["reason"]) for o in verdict["overridden"]] == (
        [("credit/handout-without-source", role, reason)] if lifted else []
    )


def test_the_schema_names_every_field() -> None:
    said = json.dumps(schema())
    for field in ("story", "copies", "html", "text", "url", "published", "role", "reason", "edition"):
        assert f'"{field}"' in said


# findings of the story (severity, rule), was something unread -> exit code at each level that fails
ENDS = {
    "nothing": ([], False, {"error": 0, "warning": 0, "never": 0}),
    "a warning": ([("warning", "credit/residue")], False, {"error": 0, "warning": 1, "never": 0}),
    "unread alone": ([("error", "audit/unread")], True, {"error": 3, "warning": 3, "never": 3}),
    "unread, and a warning": (
        [("error", "audit/unread"), ("warning", "credit/residue")],
        True,
        {"error": 3, "warning": 1, "never": 3},
    ),
    "unread, and an error": ([("error", "audit/unread"), ("error", "credit/missing")], True, {"error": 1, "never": 3}),
}


@pytest.mark.parametrize("found", ENDS)
def test_a_hook_ends_as_a_check_does(found: str) -> None:
    findings, unread, codes = ENDS[found]
    told = [{"severity": severity, "rule": rule} for severity, rule in findings]
    answer = {"checked": True, "verdict": "block", "findings": told, "unread": [{"why": "cut"}] if unread else []}
    for fail_on, code in codes.items():
        assert audit.exit_code(findings, unread, fail_on) == code, fail_on
        assert hook.exit_code(answer, fail_on) == code, fail_on
