"""Where a command prints: a reader who goes, a full disk or a closed stream neither changes a verdict nor is a crash."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_cli import WRONG

AUDITOR = [sys.executable, "-m", "auditor"]
LONG = "\n\n".join(WRONG for _ in range(300))  # more than a pipe holds


def ends(arguments: list[str], folder: Path, shell_tail: str) -> tuple[int, str]:
    """Exit code of the auditor, and what stands on standard error, behind a shell's redirection."""
    script = f'"$@" {shell_tail}'
    done = subprocess.run(
        ["bash", "-c", f"{script}; exit ${{PIPESTATUS[0]}}", "bash", *AUDITOR, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        check=False,
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize("format", ["table", "json", "csv"])
def test_a_reader_who_has_seen_enough_does_not_make_it_pass(tmp_path: Path, format: str) -> None:
    (tmp_path / "wrong.txt").write_text(LONG, "utf-8")
    assert ends(["check", "--format", format, "wrong.txt"], tmp_path, "| true") == (1, "")


@pytest.mark.parametrize("arguments", [["rules"], ["agencies"], ["credit", "--format", "jsonl", "-"]], ids=" ".join)
def test_a_list_ends_with_its_reader(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "lines").write_text("Photo: Nadia Brandt/AP\n" * 9000, "utf-8")
    assert ends(arguments, tmp_path, "< lines | true") == (0, "")


@pytest.mark.parametrize("arguments", [["rules"], ["check", "wrong.txt"], ["check", "--format", "json", "wrong.txt"]])
@pytest.mark.parametrize(("tail", "why"), [("> /dev/full", "No space left"), (">&-", "closed")])
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a disk that is always full")
def test_what_cannot_be_written_is_said(tmp_path: Path, arguments: list[str], tail: str, why: str) -> None:
    (tmp_path / "wrong.txt").write_text(WRONG, "utf-8")
    code, err = ends(arguments, tmp_path, tail)
    assert code == 2
    assert why in err
    assert "Traceback" not in err


def test_a_closed_standard_error_leaves_the_report_clean(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / "wrong.txt").write_text(WRONG, "utf-8")
    code, _ = ends(["check", "--format", "csv", "."], tmp_path, "2>&- > report.csv")
    assert code == 1
    assert (tmp_path / "report.csv").read_text("utf-8").startswith("severity,")
