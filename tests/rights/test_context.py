"""The day, the edition and the use that are asked: by options, by folder, by a CMS; with workers and remembered results."""

import datetime
import io
import json
from pathlib import Path
from typing import Any

import pytest

from auditor import reading
from auditor.model import Image, Story
from auditor.rights import showing as showings
from auditor.rights.shapes import Asked, Condition, Context, Rights, Showing, What
from tests.conftest import Run

PAGE = """<html lang="en"><head>{meta}</head><body><article><h1>Ferry makes first crossing</h1>
<p>The new ferry between Sandvik and Holmsund made its first crossing on Monday, two years later than planned.</p>
<figure><img src="https://media.example/2026/AP19001.jpg" alt="A ferry">
<figcaption>The ferry leaves the new terminal at Sandvik. Photo: Nadia Brandt/AFP</figcaption></figure>
<p>Harbour master Elin Strand said the delay had been worth every day: the piers had been too weak for it.</p>
</article></body></html>
"""
DATED = '<meta property="article:published_time" content="2019-05-01T06:00:00Z">'
CONTRACTS = """
[[contract]]
agency = "AFP"
until = 2020-12-31
territories = ["GB"]
uses = ["web"]
notice-days = 0
"""
CONTEXTS = """
[[context]]
stories = "us/*"
edition = "US"

[[context]]
stories = "*"
as-of = 2026-01-01
use = "sponsored"
"""


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    (tmp_path / "newsroom").mkdir()
    (tmp_path / "newsroom" / "contracts.toml").write_text(CONTRACTS, "utf-8")
    (tmp_path / "auditor.toml").write_text('folders = ["newsroom"]\n', "utf-8")
    for place in ("page.html", "us/page.html"):
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_text(PAGE.format(meta=DATED), "utf-8")
    return tmp_path


def nearest(run: Run, *arguments: object) -> dict[str, str]:
    """By story, what came nearest to covering its picture."""
    told = json.loads(run("check", "--format", "json", "--copies", "none", "--select", "rights", *arguments)[1])
    return {found["story"]: found["message"].rpartition(": that with ")[2] for found in told["findings"]}


# options -> what came nearest, "" where the picture is covered
OPTIONS: dict[str, tuple[list[str], str]] = {
    "the story's day": ([], ""),
    "another day": (["--as-of", "2021-01-01"], "AFP ended on 2020-12-31."),
    "its country": (["--edition", "GB"], ""),
    "its country by name": (["--edition", "uk"], ""),
    "another country": (["--edition", "Ireland"], "AFP is not for IE, but for GB."),
    "its use": (["--use", "web"], ""),
    "another use": (["--use", "print"], "AFP is not for print, but for web."),
}


@pytest.mark.parametrize("case", OPTIONS)
def test_options(run: Run, newsroom: Path, case: str) -> None:
    options, answer = OPTIONS[case]
    assert nearest(run, "page.html", *options).get("page.html", "") == answer


WRONG = {
    "a day that there is not": (["--as-of", "2021-02-30"], "2021-02-30"),
    "a country that there is not": (["--edition", "UKK"], '"UKK"'),
    "a region": (["--edition", "Benelux"], '"BE", "NL", "LU"'),
    "a use that there is not": (["--use", "webb"], "web"),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_options_are_refused(run: Run, newsroom: Path, case: str) -> None:
    options, named = WRONG[case]
    code, out, err = run("check", *options, "page.html")
    assert (code, out) == (2, "")
    assert named in err


def test_a_folder_has_a_context_and_an_option_wins(run: Run, newsroom: Path) -> None:
    (newsroom / "auditor.toml").write_text('folders = ["newsroom"]\n' + CONTEXTS, "utf-8")
    both = ["us/page.html", "page.html"]
    assert nearest(run, *both) == {
        "us/page.html": "AFP is not for US, but for GB.",
        "page.html": "AFP ended on 2020-12-31 and is not for sponsored, but for web.",
    }
    assert nearest(run, *both, "--edition", "GB", "--use", "web") == {"page.html": "AFP ended on 2020-12-31."}
    assert nearest(run, *both, "--as-of", "2019-01-01", "--use", "web") == {
        "us/page.html": "AFP is not for US, but for GB."
    }


def test_workers_and_remembered_results_know_what_is_asked(
    run: Run, newsroom: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUDITOR_CACHE", str(newsroom / "cache"))
    monkeypatch.setattr(reading, "SEVERAL", 1)
    ways: list[list[object]] = [[], [], ["--jobs", 2], ["--no-cache"], ["--jobs", 2, "--no-cache"]]
    for options, answer in (([], ""), (["--edition", "US"], "AFP is not for US, but for GB."), ([], "")):
        said = [nearest(run, "page.html", *options, *way).get("page.html", "") for way in ways]
        assert said == [answer] * len(ways)


def test_what_holds_today_is_judged_anew_tomorrow(run: Run, newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDITOR_CACHE", str(newsroom / "cache"))
    monkeypatch.setattr(reading, "SEVERAL", 1)
    (newsroom / "undated.html").write_text(PAGE.format(meta=""), "utf-8")
    days = {"2020-12-31": {}, "2021-01-01": {"undated.html": "AFP ended on 2020-12-31."}}
    for day, answer in days.items():
        monkeypatch.setattr("auditor.commands.gathering.datetime", _on(day))
        for _ in range(2):
            assert nearest(run, "page.html", "undated.html") == answer


def _on(day: str) -> Any:
    """The module datetime with another today."""

    class Date(datetime.date):
        @classmethod
        def today(cls) -> datetime.date:
            return datetime.date.fromisoformat(day)

    class Module:
        date = Date

    return Module


def test_a_story_without_a_date_alone_depends_on_the_day() -> None:
    rights = Rights(Asked(datetime.date(2026, 7, 1)), contexts=(Context("old/*", as_of=datetime.date(2020, 1, 1)),))
    assert showings.is_of_today(Story("page.html", "html"), rights)
    assert not showings.is_of_today(Story("page.html", "html", published="2019-05-01"), rights)
    assert not showings.is_of_today(Story("old/page.html", "html"), rights)


def test_the_conditions_of_one_kind() -> None:
    kinds: tuple[What, ...] = ("use", "until", "use")
    first, other, last = (Condition(what, f"words {n}", "caption") for n, what in enumerate(kinds))
    day = datetime.date(2026, 7, 1)
    shown = Showing(Story("page.html", "html"), Image(1), Asked(day), day, conditions=(first, other, last))
    assert list(shown.bound_by("use")) == [first, last]
    assert list(shown.bound_by("embargo")) == []


# envelope beside the story -> what came nearest
ASKED: dict[str, tuple[dict[str, str], str]] = {
    "nothing": ({}, ""),
    "another day": ({"as_of": "2021-01-01"}, "AFP ended"),
    "another country": ({"edition": "IE"}, "not for IE"),
    "its country by name": ({"edition": "UK"}, ""),
    "an edition that is no country": ({"edition": "late city"}, ""),
    "another use": ({"use": "syndication"}, "not for syndication"),
}


@pytest.mark.parametrize("case", ASKED)
def test_a_cms_asks(run: Run, newsroom: Path, monkeypatch: pytest.MonkeyPatch, case: str) -> None:
    asked, answer = ASKED[case]
    body = json.dumps({"story": {"html": PAGE.format(meta=DATED)}, **asked}).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(body)))
    told = json.loads(run("hook")[1])
    said = [found["message"] for found in told["findings"] if found["rule"] == "rights/not-licensed"]
    assert bool(said) == bool(answer), said
    assert answer in "".join(said)
    assert told["edition"] == asked.get("edition")


def test_a_use_that_there_is_not_gives_a_verdict_that_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    body = json.dumps({"story": {"text": "Ferry makes first crossing"}, "use": "webb"}).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(body)))
    told = json.loads(run("hook")[1])
    assert (told["checked"], told["verdict"]) == (False, "block")
    assert "webb" in told["why"]


def test_a_finding_is_the_same_whenever_somebody_asks(run: Run, newsroom: Path) -> None:
    (newsroom / "undated.html").write_text(PAGE.format(meta=""), "utf-8")
    told = [
        json.loads(
            run("check", "--format", "json", "--select", "rights", "--as-of", day, "page.html", "undated.html")[1]
        )
        for day in ("2026-01-01", "2026-01-02")
    ]
    one, other = ({found["fingerprint"] for found in each["findings"]} for each in told)
    assert len(one) == 2
    assert one == other
