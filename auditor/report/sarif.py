"""SARIF 2.1.0, which code hosts read: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html."""

from pathlib import PurePath
from typing import TextIO
from urllib.parse import quote

from auditor import __version__
from auditor.model import Audit, Finding, Place, Severity
from auditor.report import wire
from auditor.report.wire import Object
from auditor.text import visible

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "notice": "note"}
MOST = 5_000  # results; GitHub shows no more of one run


def audit(done: Audit, out: TextIO) -> None:
    """Writes one run. Findings beyond what code hosts take are left out, the least severe, and that is said."""
    out.write(wire.spelt(_log(done), indent=2) + "\n")


def _log(done: Audit) -> Object:
    shown = done.findings[:MOST]
    rules = sorted({f.rule for f in shown} | {w.finding.rule for w in done.waived})
    results = [_result(f, rules) for f in shown]
    results += [{**_result(w.finding, rules), "suppressions": [_suppression(w.reason)]} for w in done.waived]
    driver = {"name": "auditor", "version": __version__, "rules": [{"id": rule} for rule in rules]}
    invocation = {"executionSuccessful": not done.unread, "toolExecutionNotifications": _notifications(done)}
    run = {
        "tool": {"driver": driver},
        "invocations": [invocation],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(finding: Finding, rules: list[str]) -> Object:
    return {
        "ruleId": finding.rule,
        "ruleIndex": rules.index(finding.rule),
        "level": LEVELS[finding.severity],
        "message": {"text": visible(f"{finding.message} {finding.fix}")},
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
