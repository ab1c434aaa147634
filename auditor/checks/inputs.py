"""Checks of the inputs themselves: nothing may pass as clean because nobody looked."""

from collections.abc import Iterator

from auditor.checks.evidence import Evidence
from auditor.model import Unread


def not_read(unread: Unread) -> Iterator[Evidence]:
    """An input was not read, or only in part; `{why}` says why, `{how_much}` what that means for the verdict."""
    how_much = "Only a part of this copy was audited" if unread.in_part else "This copy was not audited"
    yield Evidence({"why": unread.why, "how_much": how_much})
