"""`auditor history`: the verdicts that were given on one story."""

from collections.abc import Iterable
from typing import TextIO

from auditor.gate.store import Entry
from auditor.report.wire import spelt
from auditor.report.words import many
from auditor.text import visible


def lines(entries: Iterable[Entry], out: TextIO) -> None:
    """Writes a block for each verdict: when, what, on which text and by which rules, and the findings."""
    for entry in entries:
        told = f"{entry.at}  {entry.verdict.upper():5}  {_amount(entry)}  by {entry.source}"
        out.write(f"{told}  text {entry.story[:8]}  rules {entry.rules[:8]}\n")
        for found in entry.answer["findings"]:
            out.write(f"    {found['severity']:7}  {found['rule']}  {visible(found['message'])}\n")
        for lifted in entry.answer["overridden"]:
            said = visible(f"{lifted['rule']}  by {lifted['role']}: {lifted['reason']}")
            out.write(f"    lifted   {said}\n")
        for unread in entry.answer["unread"]:
            out.write(f"    unread   {visible(unread['why'])}\n")


def json_lines(entries: Iterable[Entry], out: TextIO) -> None:
    """Writes one JSON object a verdict."""
    for entry in entries:
        out.write(spelt(entry) + "\n")


def _amount(entry: Entry) -> str:
    if not entry.checked:
        return visible(entry.answer["why"])
    return many(len(entry.answer["findings"]), "finding")
