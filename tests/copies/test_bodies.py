"""The words of a body are those of its text in every script, and those with a figure are told."""

from array import array

import pytest

from auditor.copies import body
from auditor.copies.bodies import is_figure
from auditor.model import Story
from auditor.text import tokens

TEXTS = [
    'The ferry leaves at 10:30, he said; "it\'s on_time".',
    "Größe 12, “Æbler” für 3 €",
    "x² ① ٣٤ ፩",
    "Паром № 7 уходит",
    "渡し船は3時に出る。한국 배 2척",
    "เรือ 5 ลำ",
    "a\u200bb \ud800 c",
    "§§ … —",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_each_word_has_a_code(text: str) -> None:
    told, words = body(Story("a", "text", paragraphs=(text,))), tokens(text)
    figures = [is_figure(code) for code in array("Q", told.codes)]
    assert figures == [any(map(str.isdigit, word)) for word in words]
    assert told.ends == (len(words),)


def test_a_word_has_one_code_in_every_text() -> None:
    one, other = (body(Story("a", "text", paragraphs=(text,))) for text in ("größe der fähre", "fähre! größe ¶ der"))
    assert set(array("Q", one.codes)) == set(array("Q", other.codes))
