"""A check that names a field it needs says nothing where that field is empty, so that nothing is lost by not asking."""

import datetime
from typing import Any

from msgspec.structs import replace

from auditor.house import House
from auditor.model import Credit, Image, Story
from auditor.rights.shapes import Asked, Condition, Member, Showing
from auditor.rulebook import Rule

DAY = datetime.date(2026, 5, 1)
CREDIT = Credit("Jane Roe", "Jane Roe", creators=("Jane Roe",))
OTHER = Credit("Max Muster", "Max Muster", creators=("Max Muster",))
IMAGE = Image(
    1, caption="Jane Roe", credit_line="Jane Roe", alt_text="Jane Roe", credit=CREDIT, sign_off="Jane Roe", signed=OTHER
)
STORY = Story("a.html", "html", images=(IMAGE,))
SHOWING = Showing(
    STORY,
    IMAGE,
    Asked(DAY, DAY, "GB", "sponsored"),
    DAY,
    datetime.date(2020, 1, 1),
    (Condition("killed", "", ""),),
    (),
    {"Jane Roe": (Member("Jane Roe"),)},
)
EMPTY: dict[str, dict[str, Any]] = {
    "credit": {"credit": None},
    "signed": {"signed": None},
    "conditions": {"conditions": ()},
    "staff": {"staff": {}},
}


def needy(house: House) -> list[Rule]:
    return [rule for rule in house.rules if rule.needs]


def test_some_do(shipped_house: House) -> None:
    assert {rule.needs for rule in needy(shipped_house)} == EMPTY.keys()


def test_nothing_is_said_without(shipped_house: House) -> None:
    for rule in needy(shipped_house):
        record = replace(IMAGE if rule.scope is Image else SHOWING, **EMPTY[rule.needs or ""])
        assert list(rule.run(record, shipped_house.words)) == [], rule.id
