"""Spreadsheets into the desk's files: what is understood, what is refused with row and column, and nothing by halves."""

from pathlib import Path

import pytest
import tomli

from auditor.errors import UsageError
from auditor.house import House
from auditor.rights import importing
from tests.conftest import Run

CONTRACTS = (
    "Agency,From,Until,Territories,Uses,Quota,Per,Pay per use,Notice days\n"
    'AFP,2018-01-01,31.12.2020,"GB, Ireland",web;archive,200,month,FALSE,30\n'
    "\n"
    "dpa,,,,,,,,\n"
)
PICTURES = (
    "reason;kill;embargo;caption;src;ids\n"
    '"Agency kill notice 4711; final";2019-01-09;;"The harbour master shows the letter he says\n he received";'
    "https://pictures.example/letter-4711.jpg https://cdn.example/4711-letter.jpg;AP19001, AP19002\n"
    "Held;;2019-01-09T06:00:00Z;;;AP19003\n"
)
STAFF = "name\tfrom\tuntil\nRosa Lindqvist\t2017-05-01\t\nÅsa Ödmark\t\t2019-12-31\n"


@pytest.fixture
def known(shipped_house: House) -> importing.Known:
    return importing.Known(shipped_house.words.agencies, shipped_house.countries)


def table(data: bytes, kind: str, known: importing.Known) -> list[dict[str, object]]:
    (rows,) = tomli.loads(importing.imported(data, kind, known).decode()).values()
    told: list[dict[str, object]] = [{key: _plain(value) for key, value in row.items()} for row in rows]
    return told


def _plain(value: object) -> object:
    return value if isinstance(value, str | int | list | dict) else str(value)


def test_contracts(known: importing.Known) -> None:
    assert table(CONTRACTS.encode(), "contracts", known) == [
        {
            "agency": "AFP",
            "from": "2018-01-01",
            "until": "2020-12-31",
            "territories": ["GB", "IE"],
            "uses": ["web", "archive"],
            "quota": {"pictures": 200, "per": "month"},
            "pay-per-use": False,
            "notice-days": 30,
        },
        {"agency": "dpa"},
    ]


def test_pictures(known: importing.Known) -> None:
    assert table(PICTURES.encode(), "pictures", known) == [
        {
            "reason": "Agency kill notice 4711; final",
            "kill": "2019-01-09",
            "caption": "The harbour master shows the letter he says he received",
            "src": ["https://pictures.example/letter-4711.jpg", "https://cdn.example/4711-letter.jpg"],
            "ids": ["AP19001", "AP19002"],
        },
        {"reason": "Held", "embargo": "2019-01-09 06:00:00+00:00", "ids": ["AP19003"]},
    ]


STAFF_ROWS = [
    {"name": "Rosa Lindqvist", "from": "2017-05-01"},
    {"name": "Åsa Ödmark", "until": "2019-12-31"},
]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_staff_as_spreadsheets_save_it(known: importing.Known, encoding: str, line_end: str) -> None:
    assert table(STAFF.replace("\n", line_end).encode(encoding), "staff", known) == STAFF_ROWS


CODES = "// photographers\nrl\tRosa Lindqvist\tR. Lindqvist\tThe Lessing Evening Post\n\nåö\tÅsa Ödmark\n"


def test_a_code_replacement_file(known: importing.Known) -> None:
    assert table(CODES.encode(), "staff", known) == [{"name": "Rosa Lindqvist"}, {"name": "Åsa Ödmark"}]


# what is wrong -> kind, table, what the message must name
WRONG = {
    "an unknown column": ("contracts", "agency,untill\nAFP,2020-01-01\n", ["row 1, column 2", '"untill"', '"until"']),
    "a column twice": ("staff", "name,name\nRosa,Rosa\n", ["row 1, column 2", "twice"]),
    "no header": ("contracts", "AFP,2018-01-01\n", ["row 1, column 1", "agency"]),
    "an empty file": ("contracts", "", ["no row"]),
    "a header alone": ("contracts", "agency\n\n", ["no row"]),
    "a day of which nobody knows the month": ("contracts", "agency,from\nAFP,3/4/2019\n", ["row 2, column from", "3/4/2019", "2019-01-31"]),
    "a day that there is not": ("contracts", "agency,from\nAFP,2019-02-30\n", ["row 2, column from", "2019-02-30"]),
    "until before from": ("staff", "name,from,until\nRosa,2019-01-02,2019-01-01\n", ["row 2, column until"]),
    "an unknown agency": ("contracts", "agency\nAFP\nReuterz\n", ["row 3, column agency", '"Reuterz"', '"Reuters"']),
    "an unknown use": ("contracts", "agency,uses\nAFP,webb\n", ["row 2, column uses", "'webb'", '"web"']),
    "an unknown country": ("contracts", "agency,territories\nAFP,GB|Lessing\n", ["row 2, column territories", '"Lessing"']),
    "a region": ("contracts", "agency,territories\nAFP,DACH\n", ["row 2, column territories", '"DE", "AT", "CH"']),
    "a quota in words": ("contracts", "agency,quota\nAFP,many\n", ["row 2, column quota", '"many"']),
    "a quota of nothing": ("contracts", "agency,quota\nAFP,0\n", ["row 2, column quota"]),
    "a period without a quota": ("contracts", "agency,per\nAFP,month\n", ["row 2, column quota"]),
    "an unknown period": ("contracts", "agency,quota,per\nAFP,1,mont\n", ["row 2, column per", '"month"']),
    "perhaps": ("contracts", "agency,pay-per-use\nAFP,perhaps\n", ["row 2, column pay-per-use", '"perhaps"']),
    "a contract with nobody": ("contracts", "agency,uses\n,web\n", ["row 2, column agency"]),
    "a picture that nothing tells": ("pictures", "reason,kill\nx,2019-01-01\n", ["row 2: ", "ids, src or caption"]),
    "more cells than the header": ("contracts", "agency,uses\nAFP,web,archive\n", ["row 2", "quotes"]),
    "a quote that does not end": ("staff", 'name\n"Rosa\n', ["line", "CSV"]),
    "a code without a name": ("staff", "rl\tRosa Lindqvist\nåö\t\n", ["line 2", "åö"]),
    "every mistake at once": ("contracts", "agency,from\nReuterz,1.13.2019\nAFX,2019-01-01\n", ["row 2, column from", "row 3, column agency"]),
}  # fmt: skip


@pytest.mark.parametrize("mistake", WRONG)
def test_a_mistake_names_row_and_column(known: importing.Known, mistake: str) -> None:
    kind, text, named = WRONG[mistake]
    with pytest.raises(UsageError) as error:
        importing.imported(text.encode(), kind, known)
    for words in named:
        assert words in str(error.value), str(error.value)


HOSTILE = {
    "no text": b"\x89PNG\r\n\x1a\n\0\0\0",
    "half a character": "name\nÅsa".encode("utf-16")[:-1],
    "a cell without end": b"name\n" + b"x" * 200_000,
    "quotes upon quotes": b'name\n"' + b'"' * 100_001,
    "a thousand columns": b",".join([b"name"] * 1000),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_tables_are_refused(known: importing.Known, what: str) -> None:
    with pytest.raises(UsageError):
        importing.imported(HOSTILE[what], "staff", known)


def test_what_a_cell_holds_stays_one_value(known: importing.Known) -> None:
    name = '=cmd|"/C calc"!A1 \\" \n[[contract]]\nagency = "AFP"'
    quoted = '"' + name.replace('"', '""') + '"'
    assert table(f"name\n{quoted}\n".encode(), "staff", known) == [{"name": " ".join(name.split())}]


def test_the_command_writes_a_file_that_the_house_loads(run: Run, tmp_path: Path) -> None:
    (tmp_path / "newsroom").mkdir()
    (tmp_path / "auditor.toml").write_text('folders = ["newsroom"]\n', "utf-8")
    (tmp_path / "table.csv").write_text(CONTRACTS, "utf-8")
    code, out, err = run("import", "contracts", "table.csv", "--output", "newsroom/contracts.toml")
    assert (code, out, err) == (0, "", "auditor: newsroom/contracts.toml: written\n")
    assert run("rules", "rights/not-licensed")[0] == 0
    assert run("import", "contracts", "table.csv", "--output", "newsroom/contracts.toml")[0] == 2, "never over a file"
    assert run("import", "contracts", "table.csv")[1] == (tmp_path / "newsroom/contracts.toml").read_text("utf-8")


def test_nothing_is_half_imported(run: Run, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text(CONTRACTS + "Reuterz,,,,,,,,\n", "utf-8")
    code, out, err = run("import", "contracts", "table.csv", "--output", "contracts.toml")
    assert (code, out) == (2, "")
    assert "table.csv: nothing was imported:\n  row 5, column agency:" in err
    assert not (tmp_path / "contracts.toml").exists()
    assert run("import", "staff", "nowhere.csv")[0] == 2
