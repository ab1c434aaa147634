"""The stories of samples/: each gives exactly the findings that a person reviewed; together they show every rule."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from auditor.house import House
from tests.conftest import Run
from tests.write_expected import SAMPLES, copies, findings

Found = tuple[str, str, int | None]
STORIES = sorted(path.parent for path in SAMPLES.glob("*/expected.json"))
CLEAN = SAMPLES / "lighthouse-lamp"
# What only a house's own files can bring about: three stories, audited with samples/auditor.toml. Rule, story, image.
HOUSED = [SAMPLES / "mill-fire", SAMPLES / "harbour-letter", SAMPLES / "orchard-robots"]
NEED_HOUSE_FILES = {
    ("audit/waiver-expired", "auditor.toml", None),
    ("audit/waiver-unused", "auditor.toml", None),
    ("credit/no-agency", "mill-fire/page.html", 2),
    ("rights/killed", "harbour-letter/page.html", 1),
    ("rights/killed", "harbour-letter/us.html", 1),
    ("rights/embargo", "harbour-letter/page.html", 2),
    ("rights/embargo", "harbour-letter/us.html", 2),
    ("rights/not-licensed", "harbour-letter/us.html", 2),
    ("rights/use", "harbour-letter/page.html", 3),
    ("rights/use", "harbour-letter/us.html", 3),
    ("rights/territory", "harbour-letter/us.html", 3),
    ("rights/expires-soon", "harbour-letter/page.html", 4),
    ("rights/not-licensed", "harbour-letter/us.html", 4),
    ("rights/expired", "harbour-letter/page.html", 5),
    ("rights/expired", "harbour-letter/us.html", 5),
    ("rights/not-licensed", "harbour-letter/page.html", 6),
    ("rights/quota", "newsroom/contracts.toml", None),
}
# What a story's copies are found not to be for, audited with samples/uses.toml.
ASKED = SAMPLES / "sunken-ferry"
NEED_USES = {
    ("rights/no-sales", "sunken-ferry/partner.html", 1),
    ("rights/editorial-only", "sunken-ferry/supplement.html", 2),
    ("rights/story-specific-handout-expired", "sunken-ferry/archive.txt", 2),
    ("rights/no-archive", "sunken-ferry/archive.txt", 2),
}

# What is not in the house's style, audited with samples/style.toml.
NEED_STYLE = {
    ("credit/house-form", f"lighthouse-lamp/{copy}", 3)
    for copy in ("page.html", "amp.html", "partner.html", "wire.txt")
}


def expected(folder: Path) -> Any:
    return json.loads((folder / "expected.json").read_text("utf-8"))


def checked(run: Run, *arguments: object) -> Any:
    return json.loads(run("check", "--format", "json", *arguments)[1])


def in_all(told: Any) -> Counter[Found]:
    """The findings with their stories' paths from samples/."""
    return Counter((f["rule"], f["story"], f["image"]) for f in findings(told, SAMPLES))


def in_one(folder: Path) -> Counter[Found]:
    """The same of what was reviewed for one story."""
    return Counter((f["rule"], f"{folder.name}/{f['story']}", f["image"]) for f in expected(folder)["findings"])


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
    assert in_all(told) == sum((in_one(folder) for folder in STORIES), Counter())
    assert {len({Path(story).parent for story in group["stories"]}) for group in told["groups"]} == {1}


def test_every_rule_is_shown(shipped_house: House) -> None:
    shown = {finding["rule"] for folder in STORIES for finding in expected(folder)["findings"]}
    assert {rule.id for rule in shipped_house.rules} - shown == {
        rule for rule, _, _ in NEED_HOUSE_FILES | NEED_USES | NEED_STYLE
    }


def test_what_the_newsrooms_own_files_add(run: Run) -> None:
    told = checked(run, "--config", SAMPLES / "auditor.toml", *HOUSED)
    alone = sum(map(in_one, HOUSED), Counter[Found]())
    assert in_all(told) - alone == Counter(NEED_HOUSE_FILES)
    assert in_all(told) >= alone


def test_what_it_adds_to_say_what_copies_are_wanted_for(run: Run) -> None:
    told = checked(run, "--config", SAMPLES / "uses.toml", ASKED)
    assert in_all(told) - in_one(ASKED) == Counter(NEED_USES)
    assert in_all(told) >= in_one(ASKED)


def test_what_a_house_style_adds(run: Run) -> None:
    told = checked(run, "--config", SAMPLES / "style.toml", CLEAN)
    assert in_all(told) == Counter(NEED_STYLE)


def test_the_clean_story_passes_at_any_severity(run: Run) -> None:
    code, said, _ = run("check", "--fail-on", "notice", CLEAN)
    assert (code, said.split()[0]) == (0, "4")
    assert "PASS" in said
