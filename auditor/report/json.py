"""One JSON object for a whole audit."""

from typing import TextIO

import msgspec

from auditor.model import Audit
from auditor.report import wire


def audit(done: Audit, out: TextIO) -> None:
    """Writes the audit, indented, with a line break at the end."""
    out.write(msgspec.json.format(msgspec.json.encode(wire.audit(done)), indent=2).decode() + "\n")
