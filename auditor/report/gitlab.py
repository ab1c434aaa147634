"""GitLab Code Quality: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

from hashlib import sha256
from pathlib import PurePath
from typing import TextIO

from auditor.errors import ABOUT_UNREAD
from auditor.model import Audit, Finding, Place, Severity, Unread
from auditor.report import wire
from auditor.report.wire import Object
from auditor.report.words import about, untold
from auditor.text import visible

SEVERITIES: dict[Severity, str] = {"error": "critical", "warning": "minor", "notice": "info"}


def audit(done: Audit, out: TextIO) -> None:
    """Writes a JSON list with an entry for each finding; fingerprints that repeat are told apart by a number."""
    seen: dict[str, int] = {}
    entries = [_entry(finding, seen) for finding in (*done.findings, *map(_of_unread, untold(done)))]
    out.write(wire.spelt(entries, indent=2) + "\n")


def _of_unread(item: Unread) -> Finding:
    """What was not read has an entry even where its rule is left out."""
    known = sha256(f"{item.story}\0{item.why}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Finding(ABOUT_UNREAD, "error", "Not read.", item.why, Place(item.story), fingerprint=known)


def _entry(finding: Finding, seen: dict[str, int]) -> Object:
    again = seen[finding.fingerprint] = seen.get(finding.fingerprint, 0) + 1
    return {
        "description": visible(f"{about(finding)} → {finding.fix}"),
        "check_name": finding.rule,
        "fingerprint": finding.fingerprint if again == 1 else f"{finding.fingerprint}-{again}",
        "severity": SEVERITIES[finding.severity],
        "location": {"path": PurePath(finding.place.story).as_posix(), "lines": {"begin": finding.place.line or 1}},
    }
