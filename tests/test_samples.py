"""The stories of samples/: each gives exactly the findings that a person reviewed; together they show every rule."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from auditor.house import House
from tests.conftest import Run
from tests.write_expected import SAMPLES, copies, findings

STORIES = sorted(path.parent for path in SAMPLES.glob("*/expected.json"))
CLEAN = SAMPLES / "lighthouse-lamp"
# Rules that need a house's own files, and why; the sample that shows them is audited with samples/auditor.toml below.
NEED_HOUSE_FILES = {"credit/no-agency": "says nothing without a staff.toml"}


def expected(folder: Path) -> Any:
    return json.loads((folder / "expected.json").read_text("utf-8"))


def checked(run: Run, *arguments: object) -> Any:
    return json.loads(run("check", "--format", "json", *arguments)[1])


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_a_story_gives_the_findings_that_were_reviewed(run: Run, folder: Path) -> None:
    assert findings(checked(run, folder), folder) == expected(folder)["findings"]


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_the_copies_of_a_story_are_found_to_be_copies(run: Run, folder: Path) -> None:
    told = checked(run, folder)
    unread = {Path(u["story"]).name for u in told["unread"]}
    read = sorted(set(copies(folder)) - unread)
    assert expected(folder)["copies"] == copies(folder)
    assert [sorted(Path(s).name for s in g["stories"]) for g in told["groups"]] == ([read] if len(read) > 1 else [])


def test_all_stories_at_once_give_the_same_and_none_is_a_copy_of_another(run: Run) -> None:
    told = checked(run, SAMPLES)
    at_once = Counter((f["rule"], f["story"], f["image"]) for f in findings(told, SAMPLES))
    assert at_once == sum((_of(folder) for folder in STORIES), Counter())
    assert {len({Path(story).parent for story in group["stories"]}) for group in told["groups"]} == {1}


def _of(folder: Path) -> Counter[tuple[str, str, int | None]]:
    """The folder's findings as the whole of samples/ names them."""
    return Counter((f["rule"], f"{folder.name}/{f['story']}", f["image"]) for f in expected(folder)["findings"])


def test_every_rule_is_shown(shipped_house: House) -> None:
    shown = {finding["rule"] for folder in STORIES for finding in expected(folder)["findings"]}
    assert {rule.id for rule in shipped_house.rules} - shown == set(NEED_HOUSE_FILES)


def test_a_photographer_who_is_not_on_the_staff_list(run: Run) -> None:
    folder = SAMPLES / "mill-fire"
    told = findings(checked(run, "--config", SAMPLES / "auditor.toml", folder), folder)
    stranger = {"rule": "credit/no-agency", "story": "page.html", "image": 2}
    assert [finding for finding in told if finding not in expected(folder)["findings"]] == [stranger]


def test_the_clean_story_passes_at_any_severity(run: Run) -> None:
    code, said, _ = run("check", "--fail-on", "notice", CLEAN)
    assert (code, said.split()[0]) == (0, "4")
    assert "PASS" in said
