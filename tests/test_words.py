"""The word tables: what they find in a text, what a newsroom may add, and what loading refuses."""

import gc
import weakref
from pathlib import Path

import pytest

from auditor.credits import take_apart
from auditor.errors import RuleFileError
from auditor.parsers import inline
from auditor.rights.conditions import read
from auditor.words import Words

RULES = Path(__file__).parent.parent / "rules"

# text, the label it begins with
LABELS = [
    ("Foto: Jane Roe", "Foto:"),
    ("Photo : AFP", "Photo :"),
    ("(Image credit: Jane Roe)", "Image credit:"),
    ("CREDIT HOGP/AP", "CREDIT"),
    ("Credit...Jane Roe", "Credit..."),
    ("Crédit photo : Jane Roe", "Crédit photo :"),
    ("사진 출처 = AP", "사진 출처 ="),
    ("फोटो: पीटीआई", "फोटो:"),
    ("图/新华社", "图/"),
    ("Image source, Getty Images", "Image source,"),
    ("© dpa", "©"),
    ("（Ｃ）共同", "（Ｃ）"),
    ("Foto Huebner", None),
    ("Source code of a page", None),
    ("A man walks by", None),
]


@pytest.mark.parametrize(("text", "label"), LABELS)
def test_a_label_at_the_start(text: str, label: str | None, words: Words) -> None:
    found = words.label_at_start(text)
    assert (found and found.text) == label
    assert found is None or text[found.start : found.end] == found.text


INSIDE = [
    ("The two met in June CREDIT HOGP/AP", ["CREDIT"]),
    ("The two met. Credit: HOGP/AP More", ["Credit:"]),
    ("A walk in the park (Foto Jane Roe)", ["Foto"]),
    ("A walk | Bildquelle: EU-Kommission", ["Bildquelle:"]),
    ("A walk © Jane Roe", ["©"]),
    ("A walk. Photo by Jane Roe", ["Photo by"]),
    ("He had a photo by the river", []),
    ("Her picture made history", []),
    ("The photo credit went to nobody", []),
]


@pytest.mark.parametrize(("text", "labels"), INSIDE)
def test_where_a_credit_may_begin_in_a_caption(text: str, labels: list[str], words: Words) -> None:
    assert [label.text for label in words.labels_inside(text)] == labels


@pytest.mark.parametrize(
    ("text", "label"), [("（山田太郎撮影）", "撮影"), ("J. Jonaičio nuotr.", "nuotr."), ("Jane Roe", None)]
)
def test_a_label_behind_the_name(text: str, label: str | None, words: Words) -> None:
    found = words.label_at_end(text)
    assert (found and found.text) == label


RESIDUE = [
    ("HOGP/AP More", "HOGP/AP", ("More",)),
    ("Jane Roe/NTB Vis mer", "Jane Roe/NTB", ("Vis mer",)),
    ("Jane Roe/Reuters Purchase Licensing Rights", "Jane Roe/Reuters", ("Purchase Licensing Rights",)),
    ("More", "", ("More",)),
    ("They want more", "They want more", ()),
    ("Jane Roe/AP", "Jane Roe/AP", ()),
]


@pytest.mark.parametrize(("text", "kept", "residue"), RESIDUE)
def test_left_overs_are_cut_off(text: str, kept: str, residue: tuple[str, ...], words: Words) -> None:
    assert words.cut_residue(text) == (kept, residue)


def test_labels_and_roles_by_themselves(words: Words) -> None:
    assert words.is_label("Photo:")
    assert not words.is_label("Photo: Jane Roe")
    hogp = words.role("HOGP")
    assert hogp is not None
    assert (hogp.kinds, hogp.code) == (("handout",), True)
    assert words.role("hogp") is None


def folder(path: Path, **files: str) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (path / f"{name}.toml").write_text(text, "utf-8")
    return path


def test_suppliers_without_other_spellings_are_plain_lists(tmp_path: Path) -> None:
    text = '[others]\ncompany = """\nMuster & Söhne; Beispiel\nWerke"""\nclub = "FC Muster;"\n'
    words = Words.load([folder(tmp_path, agencies="", suppliers=text)])
    found = [row for name in ("Muster & Söhne", "Beispiel Werke", "FC Muster") for row in words.suppliers.whole(name)]
    assert [(row.name, row.sort) for row in found] == [
        ("Muster & Söhne", "company"), ("Beispiel Werke", "company"), ("FC Muster", "club"),
    ]  # fmt: skip


def test_the_names_that_are_of_a_sort(words: Words) -> None:
    names = ("Midjourney", "Nadia Brandt", "instagram", "The Guardian", "")
    assert words.of_sort("picture generator", names) == ["Midjourney"]
    assert words.of_sort("social network", names) == ["instagram"]
    assert words.of_sort("newspaper", ()) == []


def test_a_newsroom_adds_words_without_python(tmp_path: Path) -> None:
    own = folder(
        tmp_path,
        markers='[[marker]]\ntexts = ["Knipser"]\n',
        residue='[[residue]]\ntexts = ["Zur Abo-Seite"]\n',
        suppliers='[[supplier]]\nname = "Muster Post"\nsort = "newspaper"\n',
    )
    words = Words.load([RULES, own])
    label = words.label_at_start("Knipser: Jane Roe")
    assert label is not None
    assert label.text == "Knipser:"
    assert words.cut_residue("Jane Roe Zur Abo-Seite") == ("Jane Roe", ("Zur Abo-Seite",))
    assert words.suppliers.whole("Muster Post")


TABLES = [
    ("markers", '[[marker]]\ntexts = ["Knipser"]\n', "texts"),
    ("roles", '[[role]]\ntexts = ["Geliehen"]\n', "texts"),
    ("residue", '[[residue]]\ntexts = ["Zum Abo"]\n', "texts"),
    ("licences", '[[licence]]\ntexts = ["Freilizenz"]\nname = "frei"\nkinds = []\n', "texts"),
    ("suppliers", '[[supplier]]\nname = "Muster Post"\nsort = "newspaper"\n', "aliases"),
    ("names", 'suffixes = "Jr"\n', "suffixes"),
    ("organisations", 'domains = "com"\n', "domains"),
]


@pytest.mark.parametrize(("name", "good", "field"), TABLES)
def test_a_table_loads_and_refuses_unknown_fields_and_wrong_types(
    name: str, good: str, field: str, tmp_path: Path
) -> None:
    base = folder(tmp_path / "base", agencies="")
    Words.load([base, folder(tmp_path / "good", **{name: good})])
    for wrong in (f"{good}nonsense = 1\n", f"{good.replace(f'{field} =', f'{field}x =')}", f"{good}{field} = 7\n"):
        bad = folder(tmp_path / "bad", **{name: wrong.replace(f"{good}{field}", _without(good, field) + field)})
        if wrong != good:
            with pytest.raises(RuleFileError) as error:
                Words.load([base, bad])
            assert str(error.value).startswith(str(bad / f"{name}.toml"))


def _without(text: str, field: str) -> str:
    return "".join(line + "\n" for line in text.splitlines() if not line.startswith(f"{field} ="))


CONTESTED = [
    ("markers", '[[marker]]\ntexts = ["Knips"]\n[[marker]]\ntexts = ["Knips"]\nkinds = ["file"]\n', 4),
    ("roles", '[[role]]\ntexts = ["Leih"]\n[[role]]\ntexts = ["Leih"]\nkinds = ["file"]\n', 4),
    ("residue", '[[residue]]\ntexts = ["Abo"]\n[[residue]]\ntexts = ["Abo"]\nplace = "tail"\n', 4),
    (
        "suppliers",
        '[[supplier]]\nname = "Post"\nsort = "newspaper"\n[[supplier]]\nname = "Bote"\nsort = "newspaper"\naliases = ["Post"]\n',
        7,
    ),
]


@pytest.mark.parametrize(("name", "text", "line"), CONTESTED)
def test_two_rows_may_not_claim_one_text(name: str, text: str, line: int, tmp_path: Path) -> None:
    with pytest.raises(RuleFileError) as error:
        Words.load([folder(tmp_path, agencies="", **{name: text})])
    assert f"{name}.toml:{line}: " in str(error.value)


def test_the_shipped_tables_are_broad(words: Words) -> None:
    assert len(words.given) > 3000
    assert len(words.organisation_words) > 1000
    for label in (
        "Foto:",
        "Фото:",
        "Φωτογραφία:",
        "写真：",
        "사진:",
        "صورة:",
        "צילום:",
        "फोटो:",
        "Fotoğraf:",
        "Kuva:",
        "Ảnh:",
        "ภาพ:",
    ):
        assert words.label_at_start(f"{label} X"), label


def test_what_is_remembered_goes_with_the_tables() -> None:
    tables = Words.load([RULES])
    assert inline.split("The ferry leaves Sandvik. Photo: Nadia Brandt/AP", tables)[1]
    assert take_apart("Nadia Brandt/The Sandvik Post", tables, publisher="Sandvik Post").creators
    assert read("NO SALES UNTIL 5 MAY 2026", "instructions", tables)
    known = weakref.ref(tables)
    del tables
    gc.collect()
    assert known() is None
