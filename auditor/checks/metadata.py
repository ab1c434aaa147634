"""Checks of what a page states for machines, beside what readers see."""

from collections.abc import Iterator

from auditor.checks.evidence import Evidence
from auditor.model import Story


def statements_unread(story: Story) -> Iterator[Evidence]:
    """Structured data of the page that could not be read, so that nothing was compared with it; `{why}` says why."""
    for why in story.flaws:
        yield Evidence({"why": why})
