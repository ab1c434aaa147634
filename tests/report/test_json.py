"""The report as one JSON object: written in pieces, the same as if written at once."""

import io

import msgspec
import pytest

from auditor.model import Audit, Copy, CopyGroup, Finding, Image, Picture, Place, Story, Unread, Use, Waived
from auditor.report import json, wire

STORY = Story("a\n.txt", "text", headline="“Ferry”\nleaves\tlate \\ {[", images=(Image(1), Image(2)))
FINDING = Finding(
    "credit/missing", "error", "No\ncredit.", "Add it.", Place("a", 1, 7), also=(Place("b"), Place("c", 2))
)
GROUP = CopyGroup((STORY,), "why", (Picture((Use(STORY, STORY.images[0]),), "same"), Picture((), "none")))
AUDITS = {
    "nothing": Audit("pass"),
    "one of each": Audit(
        "block",
        stories=(STORY,),
        copies=[Copy("a", "b", 0.51234)],
        groups=(GROUP,),
        findings=(FINDING,),
        waived=(Waived(FINDING, "the ministry asked", "2026-01-01"),),
        known=3,
        unread=(Unread("b", "why", in_part=True),),
    ),
    "several": Audit("warn", stories=(STORY,) * 3, findings=(FINDING,) * 4),
}


@pytest.mark.parametrize("what", AUDITS)
def test_written_in_pieces_as_if_at_once(what: str) -> None:
    out = io.StringIO()
    json.audit(AUDITS[what], out)
    at_once = msgspec.json.format(msgspec.json.encode(wire.audit(AUDITS[what])), indent=2).decode()
    assert out.getvalue() == at_once + "\n"
