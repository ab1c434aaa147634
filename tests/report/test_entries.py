"""What several rules say of one picture is told to people once."""

import pytest

from auditor.model import Finding, Place, RuleText, Severity
from auditor.report.entries import entries

RULES = (
    RuleText("copies/credit-missing", "error", "", "", "", (), ("credit/missing",)),
    RuleText("credit/missing", "error", "", "", ""),
)


def found(rule: str, image: int | None, severity: Severity = "error", story: str = "page.html") -> Finding:
    return Finding(rule, severity, rule, "", Place(story, image))


# idea, findings, the rules of each entry
CASES = [
    ("one picture", [found("copies/credit-missing", 1), found("credit/missing", 1)], ["copies/credit-missing, credit/missing"]),
    ("the lesser first", [found("credit/missing", 1), found("copies/credit-missing", 1)], ["copies/credit-missing, credit/missing"]),
    ("two pictures", [found("copies/credit-missing", 1), found("credit/missing", 2)], ["copies/credit-missing", "credit/missing"]),
    ("two stories", [found("copies/credit-missing", 1), found("credit/missing", 1, story="b")], ["copies/credit-missing", "credit/missing"]),
    ("the lesser graver here", [found("credit/missing", 1), found("copies/credit-missing", 1, "warning")], ["credit/missing", "copies/credit-missing"]),
    ("the lesser alone", [found("credit/missing", 1)], ["credit/missing"]),
    ("another rule", [found("copies/credit-missing", 1), found("caption/missing", 1)], ["copies/credit-missing", "caption/missing"]),
]  # fmt: skip


@pytest.mark.parametrize(("findings", "told"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_what_a_rule_covers_is_told_with_it(findings: list[Finding], told: list[str]) -> None:
    assert [entry.rules for entry in entries(findings, RULES)] == told
