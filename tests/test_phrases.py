"""A text cut into words, and phrases of a table in it: whole words only, whatever blanks and hyphens are between them."""

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


# text | its words as written, with blanks between | the same folded
WORDED = [
    ("Jane Roe/AP", "Jane Roe AP", "jane roe ap"),
    ("(C) Jane Roe (AP)", "(C) Jane Roe AP", "© jane roe ap"),
    ("func(c)all", "func (c) all", "func © all"),
    ("©2024 Größe", "© 2024 Größe", "© 2024 grösse"),
    ("İnci/AA", "İnci AA", "inci aa"),
    ("ＡＰ（Ｃ）", "ＡＰ （Ｃ）", "ap ©"),
    ("山田撮影", "山 田 撮 影", "山 田 撮 影"),
    ("फोटो: Jane", "फोटो Jane", "फोटो jane"),
    (" … ", "", ""),
    ("", "", ""),
]


@pytest.mark.parametrize(("text", "written", "folded"), WORDED)
def test_words_and_their_places(text: str, written: str, folded: str) -> None:
    said = worded(text)
    assert [said.written(index, index + 1) for index in range(len(said.words))] == written.split()
    assert list(said.words) == folded.split()
    assert "".join(said.gap(i) + w for i, w in enumerate([*written.split(), ""])) == text
