"""Phrases of a table in a text: whole words only, whatever blanks and hyphens are between them."""

import pytest

from auditor.phrases import worded
from auditor.vocabulary import phrases

TABLE = phrases(["photo", "used with permission", "mit Genehmigung", "撮影"])
# text, whether a phrase of the table stands in it
TEXTS = [
    ("Photo", True),
    ("Press photo:", True),
    ("A gate (used with permission)", True),
    ("USED WITH PERMISSION", True),
    ("used-with permission", True),
    ("used with/permission", False),
    ("used with a permission", False),
    ("used with", False),
    ("A photograph", False),
    ("山田太郎撮影", True),
    ("©", False),
    ("", False),
]


@pytest.mark.parametrize(("text", "found"), TEXTS)
def test_whether_a_phrase_stands_in_a_text(text: str, found: bool) -> None:
    assert TABLE.stands_in(worded(text)) == found
