"""Stages: an output is whole or not there, and is made once."""

from pathlib import Path

import pytest

from auditor.machinery.stages import made


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_an_output_is_made_once(tmp_path: Path, kind: str) -> None:
    calls: list[Path] = []

    def make(path: Path) -> None:
        calls.append(path)
        if kind == "folder":
            path.mkdir()
            path = path / "column"
        path.write_text("done")

    output = tmp_path / "output"
    assert made(output, make) == made(output, make) == output
    assert len(calls) == 1
    assert (output / "column" if kind == "folder" else output).read_text() == "done"
    assert [p.name for p in tmp_path.iterdir()] == ["output"]


def test_a_stage_that_breaks_off_leaves_no_output_and_is_made_the_next_time(tmp_path: Path) -> None:
    def broken(path: Path) -> None:
        path.write_text("ha")
        raise ValueError("cut off")

    output = tmp_path / "output"
    with pytest.raises(ValueError, match="cut off"):
        made(output, broken)
    assert not output.exists()
    made(output, lambda path: path.write_text("whole") and None)
    assert output.read_text() == "whole"
