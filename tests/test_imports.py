"""What a start must not load: each of these takes longer than all else that the command does."""

import subprocess
import sys

import pytest

STARTS = [
    ("the command line", "import auditor.cli", ("msgspec", "rich", "lxml", "tomli")),
    ("a text", "import auditor.commands.check, auditor.parsers.text", ("lxml", "bs4", "rich", "rapidfuzz", "numpy")),
    ("a page", "import auditor.commands.extract, auditor.parsers.html.page", ("bs4", "rich", "numpy", "starlette")),
    ("the gate", "import auditor.gate.hook", ("bs4", "rich", "numpy", "starlette", "uvicorn")),
]


@pytest.mark.parametrize(("what", "imports", "heavy"), STARTS, ids=[what for what, _, _ in STARTS])
def test_nothing_heavy_is_loaded_before_it_is_needed(what: str, imports: str, heavy: tuple[str, ...]) -> None:
    told = subprocess.run(
        [sys.executable, "-c", f"{imports}\nimport sys\nprint(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not set(heavy) & set(told.stdout.split())
