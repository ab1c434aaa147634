"""GitHub workflow commands: annotations on the files of a pull request.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from collections import Counter
from pathlib import PurePath
from typing import TextIO

from auditor.model import Audit, Finding, Severity
from auditor.report.words import about, untold
from auditor.text import visible

MOST = 10  # annotations of each level that GitHub shows for a step


def audit(done: Audit, out: TextIO) -> None:
    """Writes a line for each finding that GitHub will show, most severe first, and says what it will not."""
    titles = {rule.id: f"{rule.title} ({rule.id})" for rule in done.rules}
    shown: Counter[Severity] = Counter()
    for finding in done.findings:
        shown[finding.severity] += 1
        if shown[finding.severity] <= MOST:
            out.write(_command(finding, titles.get(finding.rule, finding.rule)) + "\n")
    for severity, count in shown.items():
        if count > MOST:
            out.write(f"::notice::{count - MOST} further findings of level {severity} are not annotated\n")
    for item in untold(done):
        out.write(f"::error file={_file(item.story)}::{_data(f'Not read: {item.why}')}\n")


def _command(finding: Finding, title: str) -> str:
    place = finding.place
    line = f",line={place.line}" if place.line else ""
    said = f"{_data(about(finding))}%0A{_data(f'→ {finding.fix}')}"
    return f"::{finding.severity} file={_file(place.story)}{line},title={_property(title)}::{said}"


def _data(text: str) -> str:
    """A message that can end neither its line nor its command."""
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _file(story: str) -> str:
    return _property(PurePath(story).as_posix())  # without "./", as code hosts know their files


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
