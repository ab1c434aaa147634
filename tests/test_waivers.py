"""Waivers in auditor.toml: what they set aside, and what is said of those that do nothing any more."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

PAGE = """<html><body><article><h1>Ferry makes first crossing</h1>
<p>The new ferry between Sandvik and Holmsund made its first crossing on Monday, two years later than planned.</p>
<figure><img src="https://media.example/2026/ferry-terminal-20260412.jpg?w=640" alt="A ferry">
<figcaption>The ferry leaves the new terminal at Sandvik. Photo: Handout/AP</figcaption></figure>
<p>Harbour master Elin Strand said the delay had been worth every day: the piers had been too weak for it.</p>
<figure><img src="https://media.example/2026/harbour-night-8841.jpg" alt="A harbour">
<figcaption>The harbour of Holmsund at night. Photo: Handout/AP</figcaption></figure>
<p>Harbour master Elin Strand said the delay had been worth every day: the piers had been too weak for it.</p>
</article></body></html>
"""
RULE = "credit/handout-without-source"


def waiver(**said: str) -> str:
    """A waiver of the handouts in every story for a long time, with some of it said otherwise."""
    fields = {"rule": f"'{RULE}'", "story": "'*'", "reason": "'the ministry asked'", "until": "2999-01-01", **said}
    return "[[waiver]]\n" + "".join(f"{key} = {value}\n" for key, value in fields.items())


def check(run: Run, folder: Path, config: str, *options: str) -> dict[str, Any]:
    (folder / "page.html").write_text(PAGE, "utf-8")
    (folder / "auditor.toml").write_text(config, "utf-8")
    told: dict[str, Any] = json.loads(run("check", "--format", "json", *options, "page.html")[1])
    return told


# what a waiver says -> the numbers of the images of which the finding is set aside, and what is found of the waiver
WAIVERS = {
    "every picture": ({}, [1, 2], []),
    "a topic": ({"rule": "'credit'"}, [1, 2], []),
    "another story": ({"story": "'archive/*'"}, [], []),
    "by address": ({"picture": "'https://media.example/2026/ferry-terminal-20260412.jpg'"}, [1], []),
    "by address, another size": ({"picture": "'https://cdn.example/x/ferry-terminal-20260412.jpg?w=80'"}, [1], []),
    "by words of the caption": ({"picture": "'harbour of HOLMSUND'"}, [2], []),
    "a picture that is gone": ({"picture": "'The bridge'"}, [], ["audit/waiver-unused"]),
    "a rule that finds nothing": ({"rule": "'caption/missing'"}, [], ["audit/waiver-unused"]),
    "over": ({"until": "2001-01-01"}, [], ["audit/waiver-expired"]),
    "over, of another story": ({"story": "'x'", "until": "2001-01-01"}, [], ["audit/waiver-expired"]),
}


@pytest.mark.parametrize("case", WAIVERS)
def test_what_a_waiver_sets_aside_and_what_is_said_of_it(run: Run, tmp_path: Path, case: str) -> None:
    said, aside, found = WAIVERS[case]
    told = check(run, tmp_path, waiver(**said))
    assert [w["image"] for w in told["waived"] if w["rule"] == RULE] == aside
    assert [f["image"] for f in told["findings"] if f["rule"] == RULE] == [n for n in (1, 2) if n not in aside]
    assert [f["rule"] for f in told["findings"] if f["rule"].startswith("audit/")] == found


def test_the_finding_names_the_waiver_and_its_place(run: Run, tmp_path: Path) -> None:
    told = check(run, tmp_path, waiver() + "\n" + waiver(until="2001-01-01", picture="'Sandvik'"))
    (found,) = [f for f in told["findings"] if f["rule"] == "audit/waiver-expired"]
    assert found["severity"] == "warning"
    assert (found["story"], found["line"]) == ("auditor.toml", 7)
    for word in (RULE, "*", "picture “Sandvik”", "the ministry asked", "2001-01-01"):
        assert word in found["message"]


def test_the_same_waiver_is_not_unused_where_its_rule_did_not_run(run: Run, tmp_path: Path) -> None:
    config = waiver(rule="'caption/missing'")
    told = check(run, tmp_path, config, "--ignore", "caption")
    assert "audit/waiver-unused" not in {f["rule"] for f in told["findings"]}


def test_the_second_of_two_waivers_that_fit_is_unused(run: Run, tmp_path: Path) -> None:
    told = check(run, tmp_path, waiver() + waiver(story="'page*'"))
    (found,) = [f for f in told["findings"] if f["rule"] == "audit/waiver-unused"]
    assert found["line"] == 6


def test_the_rules_about_waivers_can_be_switched_off(run: Run, tmp_path: Path) -> None:
    config = "[rules]\n'audit/waiver-expired' = 'off'\n" + waiver(until="2001-01-01")
    assert "audit/waiver-expired" not in {f["rule"] for f in check(run, tmp_path, config)["findings"]}
