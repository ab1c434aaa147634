"""The periods of quotas, by names that sort."""

import datetime
from pathlib import Path
from typing import get_args

import pytest

from auditor.ledger.periods import period_of
from auditor.rights.shapes import Period
from tests.conftest import Run
from tests.ledger.pages import FERRY, LAMP, Shot, newsroom, page
from tests.ledger.test_usage import BRIDGE, counted, usage


@pytest.mark.parametrize(
    ("per", "day", "period"),
    [
        ("day", "2019-01-07", "2019-01-07"),
        ("week", "2019-01-07", "2019-W02"),
        ("week", "2018-12-31", "2019-W01"),
        ("month", "2019-01-31", "2019-01"),
        ("quarter", "2019-03-31", "2019-Q1"),
        ("quarter", "2019-10-01", "2019-Q4"),
        ("year", "2019-12-31", "2019"),
    ],
)
def test_period_of(per: Period, day: str, period: str) -> None:
    assert period_of(datetime.date.fromisoformat(day), per) == period


@pytest.mark.parametrize("per", get_args(Period))
def test_each_period_has_a_count_of_its_own(run: Run, tmp_path: Path, per: Period) -> None:
    newsroom(tmp_path, f'[[contract]]\nagency = "AFP"\nquota = {{ pictures = 1, per = "{per}" }}\n')
    shots = {"2026-03-31": BRIDGE, "2026-04-01": Shot("https://pictures.example/ferry-4713.jpg", FERRY)}
    shots["2027-01-01"] = Shot("https://pictures.example/lamp-4714.jpg", LAMP)
    for day, shot in shots.items():
        page(tmp_path / "s" / f"{day}.html", shot, date=day)
    periods = [period_of(datetime.date.fromisoformat(day), per) for day in shots]
    _, quotas, _ = usage(run, "s", "--no-ledger")
    assert counted(quotas, "period", "pictures") == [(p, periods.count(p)) for p in sorted(set(periods))]
