"""CSV for spreadsheets: one finding, or one count, a row; no cell can become a formula."""

import csv
from collections.abc import Iterable
from typing import TextIO

from auditor.errors import ABOUT_UNREAD
from auditor.model import Audit
from auditor.report.wire import Object
from auditor.report.words import untold
from auditor.text import visible

HEAD = ("severity", "rule", "story", "line", "picture", "message", "fix", "fingerprint")
# What spreadsheets take for the beginning of a formula: https://owasp.org/www-community/attacks/CSV_Injection
FORMULA = ("=", "+", "-", "@", "\t")

BLANKS = {"agency": "no agency", "month": "no date", "edition": "no edition"}
"""What stands under a head where a count has nothing."""


def audit(done: Audit, out: TextIO) -> None:
    """Writes a head and a row for each finding; unread inputs are among them, under audit/unread."""
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(HEAD)
    for f in done.findings:
        cells = (f.severity, f.rule, f.place.story, f.place.line, f.place.image, f.message, f.fix, f.fingerprint)
        rows.writerow([safe(cell) for cell in cells])
    for item in untold(done):
        rows.writerow([safe(cell) for cell in ("error", ABOUT_UNREAD, item.story, None, None, item.why, None, None)])


def rows(told: Iterable[Object], out: TextIO) -> None:
    """Writes flat rows under all the heads that any of them has; what has no value is said in words."""
    kept = list(told)
    head = list(dict.fromkeys(name for row in kept for name in row))
    lines = csv.writer(out, lineterminator="\r\n")
    lines.writerow(head)
    for row in kept:
        lines.writerow([safe(_cell(row, name)) for name in head])


def _cell(row: Object, name: str) -> str | int | None:
    value: str | int | None = row.get(name, "")
    return BLANKS.get(name) if value is None else value


def safe(cell: str | int | None) -> str:
    """A cell that a spreadsheet shows and does not reckon: an apostrophe stands before what looks like a formula."""
    text = "" if cell is None else visible(str(cell))
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text
