"""Files of tables: where they stand, as a newsroom knows them."""

from pathlib import Path

import pytest

from auditor.tables import seen_from

# folder, file: how it is known there
FILES = [
    ("/news", "/news/auditor.toml", "auditor.toml"),
    ("/news", "/news/desk/contracts.toml:4", "desk/contracts.toml:4"),
    ("/news/desk", "/news/auditor.toml", "/news/auditor.toml"),
    ("/news", "/newsroom/auditor.toml", "/newsroom/auditor.toml"),
    ("/news", "../auditor.toml", "../auditor.toml"),
    ("", "desk/contracts.toml", "desk/contracts.toml"),
]


@pytest.mark.parametrize(("folder", "file", "known"), FILES)
def test_how_a_file_is_known_in_a_folder(folder: str, file: str, known: str) -> None:
    assert seen_from(Path(folder), Path(file)).as_posix() == known
