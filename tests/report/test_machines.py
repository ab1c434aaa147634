"""The same findings in every format for machines, and nothing in a story that any of them would obey."""

import csv
import io
import json
import xml.etree.ElementTree as ET

import pytest

from auditor import report
from auditor.model import Audit, Finding, Image, Place, RuleText, Story, Unread, Waived
from auditor.report.csv import safe

EVIL = '</script><img src=x onerror=alert(1)>\n::error::owned\n"; =1+1 | [click](javascript:x) \x1b[2J'
PAGE = Story("desk/page, 1.html", "html", headline=EVIL, images=(Image(1, caption=EVIL, line=7),))
WIRE = Story("desk/wire.txt", "text")


def finding(number: int, severity: str = "error", story: str = PAGE.name) -> Finding:
    return Finding(
        "credit/missing",
        severity,
        f"{number}: {EVIL}",
        "Add the credit.",
        Place(story, 1, 7),
        (Place(WIRE.name, 2, 9),),
        f"f{number}",  # type: ignore[arg-type]
    )


RULE = RuleText(
    "credit/missing", "warning", "An image without credit", "The maker has\na right to be named.", "Print “{house}”.",
    ("docs/credit-lines.md",),
)  # fmt: skip
OTHER = RuleText("credit/residue", "warning", "Left-overs", "They confuse.", "Take them out.")
AUDIT = Audit(
    "block",
    (PAGE, WIRE),
    findings=(finding(1), finding(2, "warning"), finding(3, "notice", WIRE.name)),
    waived=(Waived(finding(4), "agreed", "2999-01-01"),),
    unread=(Unread("cut.gz", "It ends early."),),
)
MANY = Audit("block", (PAGE,), findings=tuple(finding(n) for n in range(6000)))


def written(done: Audit, form: str) -> str:
    out = io.StringIO(newline="")
    report.writer(form, "audit")(done, out)
    return out.getvalue()


def findings_told(text: str, form: str) -> int:
    if form == "sarif":
        return sum("suppressions" not in r for r in json.loads(text)["runs"][0]["results"])
    if form == "gitlab":
        return sum(entry["check_name"] != "audit/unread" for entry in json.loads(text))
    if form == "json":
        return len(json.loads(text)["findings"])
    if form == "jsonl":
        return sum(json.loads(line)["type"] == "finding" for line in text.splitlines())
    if form == "csv":
        return sum(row["rule"] != "audit/unread" for row in csv.DictReader(io.StringIO(text)))
    return text.count("credit/missing")


@pytest.mark.parametrize("form", [f for f in report.AUDIT_FORMATS if f != "table"])
def test_each_format_tells_every_finding(form: str) -> None:
    assert findings_told(written(AUDIT, form), form) == 3


@pytest.mark.parametrize("form", report.AUDIT_FORMATS)
def test_each_format_tells_what_was_not_read(form: str) -> None:
    assert "ends early" in written(AUDIT, form)


@pytest.mark.parametrize("form", ["csv", "github", "gitlab"])
def test_what_was_not_read_is_told_once(form: str) -> None:
    told = Finding("audit/unread", "error", "Not audited: it ends early.", "Mend it.", Place("cut.gz"))
    assert written(Audit("block", findings=(told,), unread=AUDIT.unread), form).count("ends early") == 1


def test_junit_tells_what_was_found_in_a_story_that_was_not_read_whole() -> None:
    done = Audit(
        "block",
        (PAGE,),
        findings=(finding(1),),
        unread=(Unread(PAGE.name, "Too deep."), Unread(PAGE.name, "Too long.")),
    )
    ((case,),) = (list(suite) for suite in [ET.fromstring(written(done, "junit"))])
    (error,) = case
    assert error.get("message") == "Too deep. Too long."
    assert "credit/missing line 7, picture 1" in (error.text or "")


# where a code host shows one thing about a finding: title, picture, what is wrong, what to do, file and line
SHOWN = {
    "github": [
        "title=An image without credit (credit/missing)",
        "Picture 1: 1: ",
        "%0A→ Add the credit.",
        "page%2C 1.html,line=7",
    ],
    "gitlab": ["Picture 1: 1: ", "→ Add the credit.", '"begin": 7', "desk/page, 1.html", "credit/missing"],
    "sarif": ["An image without credit", "Picture 1: 1: ", "→ Add the credit.", '"startLine": 7'],
    "junit": ['file="desk/page, 1.html"', "line 7, picture 1: 1: ", "→ Add the credit."],
}


@pytest.mark.parametrize("form", SHOWN)
def test_a_code_hosts_reader_sees_what_where_and_the_remedy(form: str) -> None:
    text = written(Audit("block", (PAGE,), findings=(finding(1),), rules=(RULE,)), form)
    for said in SHOWN[form]:
        assert said in text


def test_sarif_explains_the_rules_that_occur() -> None:
    (run,) = json.loads(written(Audit("block", findings=(finding(1),), rules=(RULE, OTHER)), "sarif"))["runs"]
    (told,) = run["tool"]["driver"]["rules"]
    assert told["id"] == "credit/missing"
    assert told["shortDescription"]["text"] == "An image without credit"
    assert told["fullDescription"]["text"] == "The maker has a right to be named."
    assert told["help"]["markdown"] == (
        "The maker has a right to be named.\n\n**What to do:** Print “…”.\n\nSee also:\n\n- docs/credit-lines.md"
    )
    assert told["defaultConfiguration"] == {"level": "warning"}


@pytest.mark.parametrize("form", report.AUDIT_FORMATS)
def test_no_format_lets_escapes_through(form: str) -> None:
    assert "\x1b" not in written(AUDIT, form)


def test_github_commands_cannot_be_smuggled_in() -> None:
    lines = written(AUDIT, "github").splitlines()
    assert len(lines) == 4
    assert all(line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in lines)
    assert "file=desk/page%2C 1.html,line=7" in lines[0]


def test_github_shows_ten_of_a_level_and_says_so() -> None:
    lines = written(MANY, "github").splitlines()
    assert len(lines) == 11
    assert "5990 further" in lines[-1]


def test_sarif_is_cut_where_code_hosts_cut_and_says_so() -> None:
    (run,) = json.loads(written(MANY, "sarif"))["runs"]
    assert len(run["results"]) == 5000
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert "1000 less severe findings" in notification["message"]["text"]


def test_sarif_names_rule_place_related_places_and_fingerprint() -> None:
    (run,) = json.loads(written(AUDIT, "sarif"))["runs"]
    result = run["results"][0]
    assert (result["ruleId"], result["level"]) == ("credit/missing", "error")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "credit/missing"
    place = result["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "desk/page%2C%201.html"}, "region": {"startLine": 7}}
    assert result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "desk/wire.txt"
    assert result["partialFingerprints"] == {"auditor/v1": "f1"}
    assert [r["suppressions"][0]["justification"] for r in run["results"] if "suppressions" in r] == ["agreed"]
    assert run["invocations"][0]["executionSuccessful"] is False


def test_gitlab_fingerprints_are_unique() -> None:
    twice = Audit("block", (PAGE,), findings=(finding(1), finding(1)))
    prints = [entry["fingerprint"] for entry in json.loads(written(twice, "gitlab"))]
    assert len(set(prints)) == 2


def test_junit_has_a_case_a_story_and_parses() -> None:
    suite = ET.fromstring(written(AUDIT, "junit"))
    cases = {case.get("name"): [child.tag for child in case] for case in suite}
    assert cases == {PAGE.name: ["failure"], WIRE.name: ["system-out"], "cut.gz": ["error"]}
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("3", "1", "1")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", " =1"])
def test_no_csv_cell_is_a_formula(cell: str) -> None:
    assert safe(cell).startswith("'")


@pytest.mark.parametrize("cell", ["Nadia Brandt/AP", "a=b", "", None, 7])
def test_other_csv_cells_stay(cell: str | int | None) -> None:
    assert safe(cell) == ("" if cell is None else str(cell))


def test_html_escapes_every_word_and_loads_nothing() -> None:
    page = written(AUDIT, "html")
    assert "<img" not in page
    assert "<script" not in page
    assert "onerror" not in page.replace("&lt;img src=x onerror=alert(1)&gt;", "")
    assert "default-src 'none'" in page
    assert "http" not in page.split("</head>")[1]


def test_markdown_is_inert_and_a_table() -> None:
    rows = [line for line in written(AUDIT, "markdown").splitlines() if line.startswith("| ")]
    assert len(rows) == 4
    assert all(row.replace("\\|", "").count("|") == 5 for row in rows)
    assert not any("](" in row for row in rows)
    assert not any("<img" in row.replace("\\<", "") for row in rows)
