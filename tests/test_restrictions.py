"""The tables of restrictions and countries: what a newsroom adds counts, what is wrong is refused with its place."""

from pathlib import Path

import pytest

from auditor.errors import RuleFileError
from auditor.rights.conditions import read
from auditor.tables import shipped
from auditor.words import Words


def test_a_newsrooms_words_are_added(tmp_path: Path) -> None:
    (tmp_path / "restrictions.toml").write_text('[[thing]]\ndenied = "no-sales"\ntexts = ["barter"]\n', "utf-8")
    (tmp_path / "territories.toml").write_text('[[region]]\ntexts = ["Old Hanse"]\ncodes = ["DE", "NL"]\n', "utf-8")
    told = read("NO BARTER. OLD HANSE OUT. NO SALES", "instructions", Words.load([shipped(), tmp_path]))
    assert [(condition.what, condition.barred) for condition in told] == [("no-sales", ()), ("territory", ("DE", "NL"))]


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("restrictions.toml", '[[thing]]\ndenyed = "no-sales"\ntexts = ["barter"]\n', "denyed"),
        ("restrictions.toml", '[[word]]\npart = "nope"\ntexts = ["barter"]\n', "nope"),
        ("territories.toml", '[[territory]]\ncode = 7\ntexts = ["Atlantis"]\n', "code"),
    ],
)
def test_a_mistake_is_refused_with_its_place(name: str, text: str, says: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(RuleFileError, match=name) as told:
        read("NO SALES", "instructions", Words.load([shipped(), tmp_path]))
    assert says in str(told.value)
