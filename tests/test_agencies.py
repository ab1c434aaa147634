"""The agency table: look-ups, homonyms, the order of a chain, and what its loading refuses."""

from pathlib import Path

import pytest

from auditor.agencies import Agencies
from auditor.errors import RuleFileError
from auditor.words import Words

TABLE = """
[[agency]]
name = "AP"
full-name = "The Associated Press"
kind = "news agency"
aliases = ["AP Photo", "AP通信"]
misspellings = ["Assocated Press"]
sold-by = ["dpa"]

[[agency]]
name = "dpa"
kind = "news agency"
sold-by = ["picture alliance"]

[[agency]]
name = "picture alliance"
kind = "distributor"

[[agency]]
name = "Small Pictures"
kind = "picture agency"

[[agency]]
name = "Anadolu"
kind = "news agency"

[[homonym]]
alias = "AA"
means = [{ agency = "Anadolu", languages = ["tr"], countries = ["TR"], beside = ["getty images"], publishers = ["Bote"] }]
"""


@pytest.fixture
def table(tmp_path: Path) -> Agencies:
    return Agencies.load([written(tmp_path, "agencies.toml", TABLE)])


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


# text, the agencies found in it: as written -> name
MENTIONS = [
    ("AP Photo/Jane Roe", {"AP Photo": "AP"}),
    ("NAPA, API and TAP", {}),
    ("a pa in ap, and an AP", {"AP": "AP"}),
    ("THE ASSOCIATED PRESS", {"THE ASSOCIATED PRESS": "AP"}),
    ("picture-alliance / dpa", {"picture-alliance": "picture alliance", "dpa": "dpa"}),
    ("DPA, but not Dpa", {"DPA": "dpa"}),
    ("picture/alliance", {}),
    ("（AP通信）", {"AP通信": "AP"}),
    ("Jane Roe/Assocated Press", {"Assocated Press": "AP"}),
]


@pytest.mark.parametrize(("text", "found"), MENTIONS)
def test_whole_words_are_found_longest_first(text: str, found: dict[str, str], table: Agencies) -> None:
    mentions = table.mentions(text)
    assert {mention.text: mention.agency.name for mention in mentions} == found
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


def test_a_spelling_mistake_is_told(table: Agencies) -> None:
    assert [mention.misspelt for mention in table.mentions("Assocated Press/AP")] == [True, False]


# what speaks for Anadolu behind "AA", and what does not
CONTEXTS = [
    ("Jane Roe/AA", {"language": "tr"}, True),
    ("Jane Roe/AA", {"language": "de-TR"}, True),
    ("Jane Roe/AA", {"publisher": "Bote"}, True),
    ("Jane Roe/AA via Getty Images", {}, True),
    ("Jane Roe/AA", {}, False),
    ("Jane Roe/AA", {"language": "en", "publisher": "Kurier"}, False),
]


@pytest.mark.parametrize(("text", "hints", "is_agency"), CONTEXTS)
def test_context_settles_a_homonym(text: str, hints: dict[str, str], is_agency: bool, table: Agencies) -> None:
    assert [m.agency.name for m in table.mentions(text, **hints)] == (["Anadolu"] if is_agency else [])


ORDERS = [
    (["picture alliance", "dpa", "AP"], ["AP", "dpa", "picture alliance"]),
    (["picture alliance", "Small Pictures"], ["Small Pictures", "picture alliance"]),
    (["AP", "Small Pictures"], ["AP", "Small Pictures"]),
    (["Nobody", "dpa"], ["Nobody", "dpa"]),
]


@pytest.mark.parametrize(("given", "ordered"), ORDERS)
def test_nobody_stands_before_whose_pictures_they_sell(given: list[str], ordered: list[str], table: Agencies) -> None:
    assert table.order(given) == ordered


def test_who_sells_whom(table: Agencies) -> None:
    assert table.sells("picture alliance", "dpa")
    assert not table.sells("dpa", "picture alliance")


def test_look_ups_by_name(table: Agencies) -> None:
    agency = table.get("ap PHOTO")
    assert agency is not None
    assert agency.name == "AP"
    assert table.get("AA") is None
    assert "Small Pictures" in table.nearest("Small Pictuers")
    cut = table.beginning("Small Pic")
    assert cut is not None
    assert cut.name == "Small Pictures"


def test_a_newsroom_adds_aliases_and_agencies(tmp_path: Path) -> None:
    shipped = written(tmp_path, "agencies.toml", TABLE)
    own = written(
        tmp_path,
        "own/agencies.toml",
        '[[agency]]\nname = "AP"\naliases = ["Assopress"]\n[[agency]]\nname = "Muster Foto"\nkind = "picture agency"\n',
    )
    found = Agencies.load([shipped, own]).mentions("Assopress, Muster Foto, AP Photo")
    assert [mention.agency.name for mention in found] == ["AP", "Muster Foto", "AP"]


# what stands at the end of the file, words of the message
REFUSED = [
    ('[[agency]]\nname = "New"\nkind = "news agency"\naliases = ["ap photo"]\n', '"AP" and "New"'),
    ('[[agency]]\nname = "New"\nkind = "news agency"\naliasses = ["x"]\n', 'did you mean "aliases"'),
    ('[[agency]]\nname = "New"\nkind = "agency"\n', "agency"),
    ('[[agency]]\nname = "New"\n', "needs a kind"),
    ('[[agency]]\nname = "New"\nkind = "news agency"\nsold-by = ["dppa"]\n', 'no agency is named "dppa"'),
    ('[[homonym]]\nalias = "XX"\nmeans = [{ agency = "Nobody" }]\n', 'no agency is named "Nobody"'),
    ('[[agency]]\nname = "New"\nkind = "news agency"\naliases = "x"\n', "a list in brackets"),
]


@pytest.mark.parametrize(("tail", "words"), REFUSED)
def test_a_wrong_row_is_refused_with_its_place(tail: str, words: str, tmp_path: Path) -> None:
    path = written(tmp_path, "agencies.toml", TABLE + tail)
    with pytest.raises(RuleFileError) as error:
        Agencies.load([path])
    assert words in str(error.value)
    assert str(error.value).startswith(f"{path}:")


def test_the_shipped_table_is_broad_and_knows_the_trade(words: Words) -> None:
    agencies = words.agencies
    assert len(agencies.by_name) >= 500
    assert agencies.order(["picture alliance", "dpa"]) == ["dpa", "picture alliance"]
    assert agencies.order(["EPA", "EFE"]) == ["EPA", "EFE"]
    assert {
        alias: found.name
        for alias in ("路透社", "РИА Новости", "共同通信", "연합뉴스")
        if (found := agencies.get(alias))
    } == {
        "路透社": "Reuters",
        "РИА Новости": "RIA Novosti",
        "共同通信": "Kyodo",
        "연합뉴스": "Yonhap",
    }
