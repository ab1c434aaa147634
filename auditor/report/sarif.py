"""SARIF 2.1.0, which code hosts read: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html."""

import re
from pathlib import PurePath
from typing import TextIO
from urllib.parse import quote

from auditor import __version__
from auditor.model import Audit, Finding, Place, RuleText, Severity
from auditor.report import wire
from auditor.report.wire import Object
from auditor.report.words import about
from auditor.text import squeeze, visible

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "notice": "note"}
# GitHub's own words: https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
PROBLEMS: dict[Severity, str] = {"error": "error", "warning": "warning", "notice": "recommendation"}
BLANK = re.compile(r"\{[\w-]+\}")  # in a rule's remedy, what only a finding knows
MOST = 5_000  # results; GitHub shows no more of one run


def audit(done: Audit, out: TextIO) -> None:
    """Writes one run. Findings beyond what code hosts take are left out, the least severe, and that is said."""
    out.write(wire.spelt(_log(done), indent=2) + "\n")


def _log(done: Audit) -> Object:
    shown = done.findings[:MOST]
    rules = sorted({f.rule for f in shown} | {w.finding.rule for w in done.waived})
    results = [_result(f, rules) for f in shown]
    results += [{**_result(w.finding, rules), "suppressions": [_suppression(w.reason)]} for w in done.waived]
    texts = {text.id: text for text in done.rules}
    described = [_rule(texts[rule]) if rule in texts else {"id": rule} for rule in rules]
    driver = {"name": "auditor", "version": __version__, "rules": described}
    invocation = {"executionSuccessful": not done.unread, "toolExecutionNotifications": _notifications(done)}
    run = {
        "tool": {"driver": driver},
        "invocations": [invocation],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(text: RuleText) -> Object:
    """What code hosts show beside a finding. There is no page to link to, so the whole help is here."""
    why, remedy = squeeze(text.rationale), BLANK.sub("…", text.fix)
    pages = "".join(f"\n- {page}" for page in text.references)
    markdown = f"{why}\n\n**What to do:** {remedy}" + (f"\n\nSee also:\n{pages}" if pages else "")
    return {
        "id": text.id,
        "shortDescription": {"text": text.title},
        "fullDescription": {"text": why},
        "help": {"text": f"{why}\n\nWhat to do: {remedy}", "markdown": markdown},
        "defaultConfiguration": {"level": LEVELS[text.severity]},
        "properties": {"tags": [text.id.split("/")[0]], "problem.severity": PROBLEMS[text.severity]},
    }


def _result(finding: Finding, rules: list[str]) -> Object:
    return {
        "ruleId": finding.rule,
        "ruleIndex": rules.index(finding.rule),
        "level": LEVELS[finding.severity],
        "message": {"text": visible(f"{about(finding)} → {finding.fix}")},
        "locations": [_location(finding.place)],
        "relatedLocations": [_location(place) for place in finding.also],
        "partialFingerprints": {"auditor/v1": finding.fingerprint},
    }


def _location(place: Place) -> Object:
    physical: Object = {"artifactLocation": {"uri": _uri(place.story)}}
    if place.line:
        physical["region"] = {"startLine": place.line}
    logical = [{"name": f"picture {place.image}", "kind": "element"}] if place.image else []
    return {"physicalLocation": physical, **({"logicalLocations": logical} if logical else {})}


def _uri(story: str) -> str:
    path = PurePath(story)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _suppression(reason: str) -> Object:
    return {"kind": "external", "justification": visible(reason)}


def _notifications(done: Audit) -> list[Object]:
    said = [f"{u.story}: {'in part: ' if u.in_part else ''}{u.why}" for u in done.unread]
    cut = len(done.findings) - MOST
    if cut > 0:
        said.append(f"{cut} less severe findings were left out: code hosts take {MOST}.")
    return [{"level": "error", "message": {"text": visible(text)}} for text in said]
