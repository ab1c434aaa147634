"""Writes samples/*/expected.json from what the program finds now; run by hand, and then read every changed line.

`python tests/write_expected.py [FOLDER …]`. The sentence that says what an editor should notice is kept.
"""

import contextlib
import io
import json
import sys
from pathlib import Path
from typing import Any

from auditor.cli import main

SAMPLES = Path(__file__).parent.parent / "samples"
Object = dict[str, Any]


def found(*arguments: str) -> Object:
    """What `auditor check` prints as JSON."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        main(["check", "--format", "json", *arguments])
    told: Object = json.loads(out.getvalue())
    return told


def findings(told: Object, folder: Path) -> list[Object]:
    """Rule, story (relative to the folder) and image of each finding, in the order of the report."""
    return [
        {"rule": f["rule"], "story": Path(f["story"]).relative_to(folder).as_posix(), "image": f["image"]}
        for f in told["findings"]
    ]


def copies(folder: Path) -> list[str]:
    """The files of a story's folder that are its copies."""
    return sorted(path.name for path in folder.iterdir() if path.name != "expected.json")


def write(folder: Path) -> None:
    """Writes the folder's expected.json, one finding a line."""
    path = folder / "expected.json"
    story = json.loads(path.read_text("utf-8"))["story"] if path.exists() else ""
    path.write_text(layout(story, copies(folder), findings(found(str(folder)), folder)), "utf-8")


def layout(story: str, files: list[str], rows: list[Object]) -> str:
    """The text of an expected.json."""
    lines = ",\n".join(f"    {json.dumps(row)}" for row in rows)
    listed = f"\n{lines}\n  " if rows else ""
    return (
        f'{{\n  "story": {json.dumps(story, ensure_ascii=False)},\n  "copies": {json.dumps(files)},\n'
        f'  "findings": [{listed}]\n}}\n'
    )


if __name__ == "__main__":
    chosen = [Path(name) for name in sys.argv[1:]]
    for story_folder in chosen or sorted(SAMPLES.iterdir()):
        if (story_folder / "expected.json").exists() or story_folder in chosen:
            write(story_folder)
