"""The ready-made jobs: their scripts are run here as the services would run them."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
ACTION = ROOT / "integrations" / "github-action"
GITLAB = ROOT / "integrations" / "gitlab-ci.yml"
STORY = """Ferry makes first crossing

The new ferry between Sandvik and Holmsund made its first crossing on Monday, two years later
than planned and with half of the cars that the operator had hoped for on its deck.

The ferry leaves the new terminal at Sandvik on its first crossing. Photo: {credit}

Harbour master Elin Strand said the delay had been worth every day: the piers had been too weak.
"""
# the credit, and the action's inputs -> exit code
RUNS = {
    "nothing found": ("Nadia Brandt/AP", {}, 0),
    "found": ("Handout/AP", {}, 1),
    "found, below the level": ("Handout/AP", {"FAIL_ON": "never"}, 0),
    "an option": ("Handout/AP", {"ARGUMENTS": "--ignore=credit\n\n--copies=none"}, 0),
    "two paths, one with blanks": ("Handout/AP", {"PATHS": "a story.txt\nmissing.txt\n"}, 1),
    "not read": ("Nadia Brandt/AP", {"PATHS": "a story.txt\nmissing.txt"}, 3),
    "a wrong option": ("Nadia Brandt/AP", {"ARGUMENTS": "--selct=credit"}, 2),
    "no shell behind an input": ("Nadia Brandt/AP", {"PATHS": "$(touch hacked)\n`touch hacked`; touch hacked"}, 3),
}


def environment(folder: Path, **more: str) -> dict[str, str]:
    tools = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {"PATH": tools, "AUDITOR_CACHE": "", "HOME": str(folder), **more}


def loaded(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


@pytest.mark.parametrize("case", RUNS)
def test_the_action_ends_as_the_audit_does(tmp_path: Path, case: str) -> None:
    credit, inputs, code = RUNS[case]
    (tmp_path / "a story.txt").write_text(STORY.format(credit=credit), "utf-8")
    files = {name: str(tmp_path / name.lower()) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    given = {"PATHS": ".", "ARGUMENTS": "", "FAIL_ON": "", **inputs}
    done = subprocess.run(
        ["bash", ACTION / "run.sh"],
        cwd=tmp_path,
        env=environment(tmp_path, RUNNER_TEMP=str(tmp_path), **files, **given),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    assert not (tmp_path / "hacked").exists()
    assert (tmp_path / "github_output").exists() == (code != 2)
    if code != 2:
        assert (tmp_path / "github_output").read_text() == f"sarif={tmp_path / 'auditor.sarif'}\n"
        assert json.loads((tmp_path / "auditor.sarif").read_text("utf-8"))["version"] == "2.1.0"
        assert (tmp_path / "github_step_summary").stat().st_size


def test_the_action_hands_each_input_to_its_script_by_the_environment() -> None:
    action = loaded(ACTION / "action.yml")
    steps = {step.get("id"): step for step in action["runs"]["steps"]}
    used = json.dumps([step.get("env", {}) for step in action["runs"]["steps"]])
    assert set(steps["audit"]["env"]) == {"ACTION", "PATHS", "ARGUMENTS", "FAIL_ON"}
    assert all(f"inputs.{name}" in used for name in ("paths", "arguments", "fail-on"))
    assert not any("${{" in step.get("run", "") for step in action["runs"]["steps"])
    assert (ACTION / ".." / ".." / "pyproject.toml").resolve() == ROOT / "pyproject.toml"


@pytest.mark.parametrize(("credit", "code", "entries"), [("Nadia Brandt/AP", 0, 0), ("Handout/AP", 1, 1)])
def test_the_gitlab_job_writes_its_report(tmp_path: Path, credit: str, code: int, entries: int) -> None:
    job = loaded(GITLAB)["auditor"]
    (tmp_path / "story.txt").write_text(STORY.format(credit=credit), "utf-8")
    install, *script = job["script"]
    assert install.startswith("python -m pip install")
    done = subprocess.run(
        ["sh", "-e", "-c", "\n".join(script)],
        cwd=tmp_path,
        env=environment(tmp_path, **job["variables"]),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    report = json.loads((tmp_path / job["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    assert len([e for e in report if e["severity"] == "critical"]) == entries


def test_the_hook_runs_in_one_process_on_pages_and_texts() -> None:
    (hook,) = loaded(ROOT / ".pre-commit-hooks.yaml")
    assert hook["id"] == "auditor-check"
    assert hook["require_serial"] is True
    assert hook["types_or"] == ["html", "plain-text"]
