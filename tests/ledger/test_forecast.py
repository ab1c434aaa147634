"""rights/quota in `check`: what publishing would come to, with the ledger that auditor.toml names."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.ledger.pages import FERRY, Shot, newsroom, page
from tests.ledger.test_usage import BRIDGE

FERRIES = Shot("https://pictures.example/ferry-4713.jpg", FERRY)
CONTRACT = '[[contract]]\nagency = "AFP"\nquota = { pictures = 1, per = "month" }\n'


@pytest.fixture(autouse=True)
def _no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDITOR_CACHE", "")


def quotas(run: Run, *arguments: object) -> list[tuple[str, str, int | None]]:
    """Message, file and line of each finding of the rule."""
    _, out, err = run("check", "--select", "rights/quota", "--format", "json", *arguments)
    assert out, err
    return [(f["message"], f["story"], f["line"]) for f in json.loads(out)["findings"]]


OVER = ("AFP: 2 pictures in 2026-01, 1 more than the quota of 1.", "desk/contracts.toml", 1)


def test_a_run_that_exceeds_a_quota_by_itself(run: Run, tmp_path: Path) -> None:
    newsroom(tmp_path, CONTRACT)
    page(tmp_path / "s" / "one.html", BRIDGE, FERRIES)
    assert quotas(run, "s") == [OVER]


@pytest.mark.parametrize(("settings", "found"), [('ledger = "counts.sqlite"\n', [OVER]), ("", [])])
def test_with_the_ledger_that_auditor_toml_names(
    run: Run, tmp_path: Path, settings: str, found: list[tuple[str, str, int]]
) -> None:
    newsroom(tmp_path, CONTRACT, settings=settings)
    page(tmp_path / "s" / "one.html", BRIDGE)
    page(tmp_path / "t" / "two.html", FERRIES)
    run("usage", "s", "--ledger", "counts.sqlite")
    before = (tmp_path / "counts.sqlite").read_bytes()
    assert quotas(run, "s") == []  # it is in the ledger already, and counts once
    assert quotas(run, "t") == found
    assert (tmp_path / "counts.sqlite").read_bytes() == before


def test_a_check_makes_no_ledger_and_a_broken_one_is_said(run: Run, tmp_path: Path) -> None:
    newsroom(tmp_path, CONTRACT, settings='ledger = "counts.sqlite"\n')
    page(tmp_path / "s" / "one.html", BRIDGE)
    assert quotas(run, "s") == []
    assert not (tmp_path / "counts.sqlite").exists()
    (tmp_path / "counts.sqlite").write_bytes(b"no database at all, but long enough to be taken for one" * 20)
    code, _, err = run("check", "s")
    assert (code, "the ledger cannot be used" in err) == (2, True)


def test_another_month_is_another_quota(run: Run, tmp_path: Path) -> None:
    newsroom(tmp_path, CONTRACT)
    page(tmp_path / "s" / "one.html", BRIDGE)
    page(tmp_path / "s" / "two.html", FERRIES, date="2026-02-07")
    assert quotas(run, "s") == []


def test_a_quota_can_be_waived_and_switched_off(run: Run, tmp_path: Path) -> None:
    page(tmp_path / "s" / "one.html", BRIDGE, FERRIES)
    newsroom(tmp_path, CONTRACT, settings='[rules]\n"rights/quota" = "off"\n')
    assert "rights/quota" not in run("check", "s", "--format", "json")[1]
    waiver = (
        '[[waiver]]\nrule = "rights/quota"\nstory = "*contracts.toml"\nreason = "Agreed by phone"\nuntil = 2099-12-31\n'
    )
    newsroom(tmp_path, CONTRACT, settings=waiver)
    told = json.loads(run("check", "s", "--select", "rights/quota", "--format", "json")[1])
    assert ([f["rule"] for f in told["waived"]], told["findings"]) == (["rights/quota"], [])
