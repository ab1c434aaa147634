"""Two readers that share nothing agree on every page of our own: the same pictures, the same words under each."""

from pathlib import Path

import pytest

from auditor.model import Document
from auditor.parsers import parse
from auditor.words import Words
from tests.parsers import second_reader

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("tests/data/pages/*.html"), *ROOT.glob("samples/*/*.html")])


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_two_readers_agree(path: Path, words: Words) -> None:
    images = [i for i in parse(Document(str(path), path.read_bytes()), words).images if i.via == "page"]
    ours = [second_reader.words(f"{i.caption or ''} {i.credit_line or ''}") for i in images]
    theirs = second_reader.pictures(path)
    assert len(images) == len(theirs)
    assert all(any(name in url for url in i.src) for i, (name, _) in zip(images, theirs, strict=True))
    assert ours == [said for _, said in theirs]
