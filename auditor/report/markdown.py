"""Markdown for a comment on a merge request: totals, and a table of the findings."""

import re
from typing import TextIO

from auditor.model import Audit
from auditor.report.entries import Entry, entries
from auditor.report.words import many, totals
from auditor.text import visible

ACTIVE = re.compile(r"([\\`*_{}\[\]<>()#+!|~@&])")  # what Markdown, or a code host, would act on
MOST = 200  # rows; a longer comment is refused by code hosts


def audit(done: Audit, out: TextIO) -> None:
    """Writes the verdict, the findings and what was not read."""
    out.write(f"**{done.verdict}** · {' · '.join(totals(done))}\n")
    if done.findings:
        out.write("\n| | rule | where | what, and what to do |\n|---|---|---|---|\n")
        out.writelines(_row(entry) for entry in entries(done.findings[:MOST], done.rules))
    if len(done.findings) > MOST:
        out.write(f"\n{many(len(done.findings) - MOST, 'further finding')} not shown.\n")
    if done.unread:
        out.write("\nNot read, so without verdict:\n\n")
        out.writelines(f"- {_inert(item.story)}: {_inert(item.why)}\n" for item in done.unread)


def _row(entry: Entry) -> str:
    finding = entry.finding
    place = finding.place
    where = f"{place.story}:{place.line}" if place.line else place.story
    picture = f" picture {place.image}" if place.image else ""
    cells = (finding.severity, entry.rules, where + picture, f"{finding.message} → {finding.fix}")
    return "| " + " | ".join(_inert(cell) for cell in cells) + " |\n"


def _inert(text: str) -> str:
    return ACTIVE.sub(r"\\\1", visible(" ".join(text.split())))
