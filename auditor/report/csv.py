"""CSV for spreadsheets: one finding a row; no cell can become a formula."""

import csv
from typing import TextIO

from auditor.model import Audit
from auditor.text import visible

HEAD = ("severity", "rule", "story", "line", "picture", "message", "fix", "fingerprint")
# What spreadsheets take for the beginning of a formula: https://owasp.org/www-community/attacks/CSV_Injection
FORMULA = ("=", "+", "-", "@", "\t")


def audit(done: Audit, out: TextIO) -> None:
    """Writes a head and a row for each finding; unread inputs are among them, under audit/unread."""
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(HEAD)
    for f in done.findings:
        cells = (f.severity, f.rule, f.place.story, f.place.line, f.place.image, f.message, f.fix, f.fingerprint)
        rows.writerow([safe(cell) for cell in cells])


def safe(cell: str | int | None) -> str:
    """A cell that a spreadsheet shows and does not reckon: an apostrophe stands before what looks like a formula."""
    text = "" if cell is None else visible(str(cell))
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text
