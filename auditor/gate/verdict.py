"""The answer to a CMS: the audit as JSON, and for each finding the field that an editor must touch."""

from collections.abc import Iterable

import msgspec
from msgspec import Struct

from auditor.gate.envelope import Request
from auditor.model import Audit, Finding
from auditor.report import wire
from auditor.report.wire import Object
from auditor.rulebook import Rule
from auditor.rulebook.shapes import ImageField
from auditor.text import visible


class Stamp(Struct, frozen=True):
    """What a verdict was given on: fingerprints of the story as sent and of the rules, its URL, the time (UTC)."""

    story: str
    url: str | None
    rules: str
    at: str


def told(done: Audit, request: Request, rules: Iterable[Rule], lifted: Iterable[Object], stamp: Stamp) -> Object:
    """The verdict: `check`'s JSON, each finding with `path`, `field` and `touch`, and what a role has lifted."""
    fields = {rule.id: rule.field for rule in rules}
    return {
        **wire.audit(done),
        "findings": [_finding(f, request, fields.get(f.rule)) for f in done.findings],
        "edition": request.edition,
        "overridden": list(lifted),
        "checked": True,
        "audited": msgspec.to_builtins(stamp),
    }


def not_checked(why: str, on_error: str, stamp: Stamp, request: Request | None = None) -> Object:
    """The verdict where there could be none: the house decides whether that passes, and the reason stands in it."""
    return {
        **wire.audit(Audit("block" if on_error == "block" else "pass")),
        "edition": request.edition if request else None,
        "overridden": [],
        "checked": False,
        "why": why,
        "audited": msgspec.to_builtins(stamp),
    }


def _finding(finding: Finding, request: Request, field: ImageField | None) -> Object:
    return {
        **wire.finding(finding),
        "path": _path(finding.place.story, request),
        "field": field,
        "touch": visible(_touch(finding, field)),
    }


def _path(story: str, request: Request) -> str | None:
    """Where in the envelope the text stands that is to be mended; None where it came from elsewhere."""
    return next((piece.path for piece in request.pieces if piece.document.name == story), None)


def _touch(finding: Finding, field: ImageField | None) -> str:
    if finding.place.image is None or field is None:
        return finding.fix
    return f"Image {finding.place.image}, {field.replace('-', ' ')}: {finding.fix}"
