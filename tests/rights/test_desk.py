"""contracts.toml, pictures.toml, staff.toml and the contexts of auditor.toml: what may stand in them, and what not."""

import datetime
from pathlib import Path

import pytest

from auditor import house
from auditor.errors import RuleFileError
from auditor.house import House

CONTRACT = """
[[contract]]
agency = "Agence France-Presse"
from = 2018-01-01
until = 2020-12-31
territories = ["GB", "IE"]
uses = ["web", "archive"]
quota = { pictures = 200, per = "month" }
pay-per-use = false
notice-days = 30

[[contract]]
agency = "dpa"
"""
PICTURE = """
[[picture]]
kill = 2019-01-09
reason = "Agency kill notice 4711"
caption = "The harbour master shows the letter he says he received from the ministry"
src = ["https://pictures.example/letter-4711.jpg"]
ids = ["AP19001"]

[[picture]]
embargo = 2019-01-09T06:00:00Z
reason = "Held for the morning"
ids = ["AP19002"]
"""
STAFF = """
[[staff]]
name = "Rosa Lindqvist"
from = 2017-05-01
"""


def newsroom(folder: Path, **files: str) -> Path:
    """auditor.toml of a newsroom with these files in its folder."""
    (folder / "newsroom").mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / "newsroom" / f"{name}.toml").write_text(text, "utf-8")
    config = folder / "auditor.toml"
    config.write_text('folders = ["newsroom"]\n', "utf-8")
    return config


def test_what_the_desk_keeps_is_loaded(tmp_path: Path) -> None:
    rights = house.load(newsroom(tmp_path, contracts=CONTRACT, pictures=PICTURE, staff=STAFF)).rights
    assert rights.contracts
    afp, dpa = rights.contracts
    assert (afp.agency, afp.territories, afp.place) == ("AFP", ("GB", "IE"), "newsroom/contracts.toml:2")
    assert (dpa.until, dpa.place) == (None, "newsroom/contracts.toml:12")
    letter, held = rights.entries
    assert (letter.kill, letter.place) == (datetime.date(2019, 1, 9), "newsroom/pictures.toml:2")
    assert held.embargo == datetime.datetime(2019, 1, 9, 6, tzinfo=datetime.UTC)
    assert list(rights.staff) == ["rosa lindqvist"]


def test_without_contracts_there_are_none_and_an_empty_file_is_one(tmp_path: Path, shipped_house: House) -> None:
    assert shipped_house.rights.contracts is None
    assert house.load(newsroom(tmp_path, contracts="")).rights.contracts == ()


# mistake -> file, its text, what the message must name
MISTAKES = {
    "an unknown key": ("contracts", CONTRACT + "untill = 2020-01-01\n", ["contracts.toml:14", "untill", '"until"']),
    "an impossible date": ("contracts", '[[contract]]\nagency = "AFP"\nuntil = 2019-02-30\n', ["contracts.toml:3"]),
    "until before from": (
        "contracts",
        CONTRACT + "from = 2020-02-01\nuntil = 2020-01-31\n",
        ["contracts.toml:15", "2020-01-31", "2020-02-01"],
    ),
    "an unknown agency": ("contracts", CONTRACT + '[[contract]]\nagency = "Reuterz"\n', [":15", '"Reuterz"', '"Reuters"']),
    "an unknown use": ("contracts", CONTRACT + 'uses = ["webb"]\n', ["contracts.toml:14", '"webb" is none of archive', '"web"']),
    "a country by its name": ("contracts", CONTRACT + 'territories = ["Germany"]\n', [":14", '"Germany"', '"DE"']),
    "UK": ("contracts", CONTRACT + 'territories = ["UK"]\n', [":14", '"UK"', '"GB"']),
    "a region": ("contracts", CONTRACT + 'territories = ["DACH"]\n', [":14", '"DE", "AT", "CH"']),
    "a code in small letters": ("contracts", CONTRACT + 'territories = ["ie"]\n', [":14", '"IE"']),
    "a code that is none": ("contracts", CONTRACT + 'territories = ["XQ"]\n', [":14", '"XQ"']),
    "a quota of nothing": ("contracts", CONTRACT + "quota = { pictures = 0 }\n", [":14", ">= 1"]),
    "a quota per fortnight": ("contracts", CONTRACT + 'quota = { pictures = 1, per = "mont" }\n', [":1", '"month"']),
    "a contract with nobody": ("contracts", CONTRACT + "[[contract]]\npay-per-use = true\n", [":14", "agency"]),
    "an entry without a reason": ("pictures", PICTURE + "[[picture]]\nkill = 2019-01-01\n", ["pictures.toml:13", "reason"]),
    "an entry with a blank reason": ("pictures", PICTURE.replace("Held for the morning", " "), [":11", "reason"]),
    "an entry about no picture": ("pictures", '[[picture]]\nreason = "x"\nkill = 2019-01-01\n', [":1", "ids, src or caption"]),
    "an entry that forbids nothing": ("pictures", '[[picture]]\nreason = "x"\nids = ["AP19001"]\n', [":1", "kill"]),
    "an embargo that is no date": (
        "pictures",
        '[[picture]]\nreason = "x"\nids = ["AP19001"]\nembargo = "soon"\n',
        [":4", "2019-01-09T06:00:00Z"],
    ),
    "an embargo beyond the last day": (
        "pictures",
        '[[picture]]\nreason = "x"\nids = ["AP19001"]\nuntil = 2019-01-01\nembargo = 2019-01-02\n',
        [":5", "2019-01-01"],
    ),
    "a caption too short": ("pictures", '[[picture]]\nreason = "x"\nkill = 2019-01-01\ncaption = "The mayor"\n', [":4", "words"]),
    "an id too short": ("pictures", '[[picture]]\nreason = "x"\nkill = 2019-01-01\nids = ["12"]\n', [":4", '"12"']),
    "an address of no picture": (
        "pictures",
        '[[picture]]\nreason = "x"\nkill = 2019-01-01\nsrc = ["https://a.example/blank.gif"]\n',
        [":4", "blank.gif"],
    ),
    "a photographer without a name": ("staff", '[[staff]]\nname = " "\n', ["staff.toml:2", "empty"]),
    "a time that ends before it begins": (
        "staff",
        STAFF + '[[staff]]\nname = "Tom Ridgeway"\nfrom = 2019-01-01\nuntil = 2018-01-01\n',
        ["staff.toml:8", "2018-01-01"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_names_file_line_and_remedy(tmp_path: Path, mistake: str) -> None:
    name, text, named = MISTAKES[mistake]
    with pytest.raises(RuleFileError) as error:
        house.load(newsroom(tmp_path, **{name: text}))
    for words in named:
        assert words in str(error.value), str(error.value)


def test_an_edition_that_is_no_country_is_refused(tmp_path: Path) -> None:
    config = newsroom(tmp_path)
    config.write_text('[[context]]\nstories = "uk/*"\n[[context]]\nstories = "*"\nedition = "UK"\n', "utf-8")
    with pytest.raises(RuleFileError, match=r'auditor.toml:5: "UK" .*"GB"'):
        house.load(config)
