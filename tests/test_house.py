"""auditor.toml and the newsroom's own files."""

from pathlib import Path

import pytest

from auditor import house
from auditor.credits import take_apart
from auditor.errors import RuleFileError, UsageError


def config(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "auditor.toml"
    path.write_text(text, "utf-8")
    return path


def test_it_is_found_upwards(tmp_path: Path) -> None:
    path = config(tmp_path, "")
    deep = tmp_path / "desk" / "monday"
    deep.mkdir(parents=True)
    assert house.find_config(deep) == path
    assert house.find_config(Path("/")) is None


MISTAKES = {
    "no TOML": ("[rules", ["auditor.toml:1", "TOML"]),
    "an unknown setting": ("fial-on = 'error'", ["auditor.toml:1", "fial-on", '"fail-on"']),
    "a level that is none": ("\nfail-on = 'warn'", ["auditor.toml:2", "warn", '"warning"']),
    "a severity that is none": ("[rules]\n'credit/missing' = 'eror'", ["auditor.toml:2", "eror", '"error"']),
    "a rule that is none": ("[rules]\n'credit/mising' = 'off'", ["auditor.toml", "credit/mising", '"credit/missing"']),
    "a setting that is none": (
        "[rules]\n'credit/residue' = { sort = ['interface'] }",
        ["auditor.toml", '"sort"', '"sorts"'],
    ),
    "a folder that is none": ("folders = ['newsrom']", ["auditor.toml:1", "newsrom"]),
    "a waiver without an end": ("[[waiver]]\nrule='a'\nstory='*'\nreason='b'", ["auditor.toml", "until"]),
    "a waiver without a reason": (
        "[[waiver]]\nrule='credit/missing'\nstory='*'\nreason=' '\nuntil=2030-01-01",
        ["reason"],
    ),
    "an impossible date": ("[[waiver]]\nrule='a'\nstory='*'\nreason='b'\nuntil=2030-02-31", ["auditor.toml:5"]),
    "a house style that is none": (
        "[house-style]\norder = 'agency-frist'",
        ["auditor.toml:2", "agency-frist"],
    ),
    "a setting of the house style that is none": ("[house-style]\nseperator = '/'", ["auditor.toml:2", '"separator"']),
    "what no house style can leave out": ("[house-style]\nleave-out = ['agencies']", ["auditor.toml:2", "agencies"]),
    "a separator without any sign": ("[house-style]\nvia = ''", ["auditor.toml:2", "via"]),
    "a waiver of no rule": (
        "[[waiver]]\nrule='credit/mising'\nstory='*'\nreason='b'\nuntil=2030-02-01",
        ["credit/mising"],
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_names_file_line_and_remedy(tmp_path: Path, mistake: str) -> None:
    text, named = MISTAKES[mistake]
    with pytest.raises(RuleFileError) as error:
        house.load(config(tmp_path, text))
    for word in named:
        assert word in str(error.value), str(error.value)


def test_a_newsroom_adds_agencies_staff_and_rules(tmp_path: Path) -> None:
    newsroom = tmp_path / "newsroom"
    (newsroom / "house").mkdir(parents=True)
    (newsroom / "agencies.toml").write_text(
        '[[agency]]\nname = "AFP"\naliases = ["Agence F.P."]\n'
        '[[agency]]\nname = "Sandvik Press"\nkind = "picture agency"\n',
        "utf-8",
    )
    (newsroom / "staff.toml").write_text('[[staff]]\nname = "Rosa Lindqvist"\n', "utf-8")
    (newsroom / "house" / "no-stock.toml").write_text(
        'title = "Stock"\nseverity = "warning"\nrationale = "r"\nmessage = "m"\nfix = "f"\n'
        '[check]\nkind = "matches"\nfield = "credit-line"\npattern = "."\n[when]\nany-of = { kinds = ["stock"] }\n'
        '[[fails]]\ncredit = "Nadia Brandt/iStock"\n[[passes]]\ncredit = "Nadia Brandt/AP"\n',
        "utf-8",
    )
    built = house.load(config(tmp_path, "folders = ['newsroom']"))
    agencies = built.words.agencies
    assert getattr(agencies.get("Agence F.P."), "name", None) == "AFP"
    assert agencies.get("Sandvik Press") is not None
    assert built.rights.staff
    assert "house/no-stock" in {rule.id for rule in built.rules}


def test_rules_are_chosen_by_id_and_topic() -> None:
    shipped = house.load(None)
    chosen = house.choose(shipped, ["caption", "credit/missing"], ["caption/broken"])
    ids = {rule.id for rule in chosen.rules}
    assert "credit/missing" in ids
    assert "caption/missing" in ids
    assert "caption/broken" not in ids
    assert all(i == "credit/missing" or i.startswith("caption/") for i in ids)


@pytest.mark.parametrize("name", ["credit/mising", "captoin"])
def test_choosing_no_rule_is_a_mistake(name: str) -> None:
    with pytest.raises(UsageError, match="did you mean"):
        house.choose(house.load(None), [name], [])


def test_the_house_style_of_auditor_toml_reaches_every_credit(tmp_path: Path) -> None:
    path = config(tmp_path, "[house-style]\norder = 'agency-first'\nseparator = ': '\nvia = '/'\n")
    for words in (house.load(path).words, house.load_words(path)):
        assert take_apart("Jane Roe/AFP via Getty Images", words).house == "AFP/Getty Images: Jane Roe"
    assert take_apart("Jane Roe/AFP", house.load_words(None)).house == "Jane Roe/AFP"
