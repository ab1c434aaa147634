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
        ["auditor.toml:2", "credit/mising"],
    ),
    "a topic that is none": ("[rules]\n'captoin' = 'off'", ["auditor.toml:2", "captoin", '"caption"']),
    "a setting of a topic": ("[rules]\ncaption = { field = 'alt' }", ["auditor.toml:2", "topic", "severity"]),
    "text for a list": ("folders = 'newsroom'", ["auditor.toml:1", '"folders": a list in brackets', "not text"]),
    "a number for a severity": ("[rules]\n'credit/missing' = 3", ["text in quotes or a table", "a whole number"]),
    "one bracket": ("[waiver]\nrule = 'a'", ["auditor.toml:1", "[[waiver]], with two brackets"]),
    "a day in words": (
        "[[waiver]]\nrule='a'\nstory='*'\nreason='b'\nuntil='soon'",
        ["auditor.toml:5", "a day such as 2026-01-31"],
    ),
    "a word that is not offered": ("on-error = 'maybe'", ["auditor.toml:1", '"maybe" is none of block, pass']),
    "no room for any story": ("largest-story = 0", ["auditor.toml:1", "a whole number >= 1"]),
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


def test_a_topic_takes_a_severity_and_its_rules_can_have_their_own(tmp_path: Path) -> None:
    said = (
        "[rules]\ncaption = 'off'\n'caption/missing' = 'error'\ncredit = 'notice'\n'credit/residue' = { sorts = [] }\n"
    )
    rules = {rule.id: rule for rule in house.load(config(tmp_path, said)).rules}
    assert [i for i in rules if i.startswith("caption/")] == ["caption/missing"]
    assert rules["caption/missing"].severity == "error"
    assert {rule.severity for rule in rules.values() if rule.topic == "credit"} == {"notice"}
    assert rules["credit/residue"].settings == {"sorts": []}
    assert rules["copies/swapped"].severity == "error"


@pytest.mark.parametrize(
    ("name", "named"), [("agences", '"agencies"'), ("contract", '"contracts"'), ("pages", "layouts/")]
)
def test_a_table_that_nobody_would_read_is_a_mistake(tmp_path: Path, name: str, named: str) -> None:
    (tmp_path / f"{name}.toml").write_text("")
    with pytest.raises(RuleFileError, match=named):
        house.load(config(tmp_path, "folders = ['.']"))


def test_other_files_may_lie_beside_the_tables(tmp_path: Path) -> None:
    for name in ("pyproject", "killed-2026-05", "staff"):
        (tmp_path / f"{name}.toml").write_text("")
    assert house.load(config(tmp_path, "folders = ['.']"))


def test_to_leave_no_rule_is_a_mistake() -> None:
    with pytest.raises(UsageError, match="leave no rule"):
        house.choose(house.load(None), ["credit"], ["credit"])


@pytest.mark.parametrize("name", ["credit/mising", "captoin"])
def test_choosing_no_rule_is_a_mistake(name: str) -> None:
    with pytest.raises(UsageError, match="did you mean"):
        house.choose(house.load(None), [name], [])


def test_the_house_style_of_auditor_toml_reaches_every_credit(tmp_path: Path) -> None:
    path = config(tmp_path, "[house-style]\norder = 'agency-first'\nseparator = ': '\nvia = '/'\n")
    for words in (house.load(path).words, house.load_words(path)):
        assert take_apart("Jane Roe/AFP via Getty Images", words).house == "AFP/Getty Images: Jane Roe"
    assert take_apart("Jane Roe/AFP", house.load_words(None)).house == "Jane Roe/AFP"
