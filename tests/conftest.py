"""What the tests share: the shipped tables, loaded once, and short ways to make stories."""

from collections.abc import Callable
from pathlib import Path

import pytest

from auditor import house
from auditor.cli import main
from auditor.house import House
from auditor.words import Words

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session")
def shipped_house() -> House:
    return house.load(None)


@pytest.fixture(scope="session")
def words(shipped_house: House) -> Words:
    return shipped_house.words


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs the command line in an empty folder: exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")

    def runs(*arguments: object) -> tuple[int, str, str]:
        try:
            code = main([str(a) for a in arguments])
        except SystemExit as end:  # argparse ends a wrong command line itself
            code = int(str(end.code))
        said = capsys.readouterr()
        return code, said.out, said.err

    return runs
