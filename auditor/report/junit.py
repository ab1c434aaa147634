"""JUnit XML: one test case a story, which fails with its findings; an unread one is an error."""

from collections import defaultdict
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from auditor.model import Audit, Finding
from auditor.text import visible


def audit(done: Audit, out: TextIO) -> None:
    """Writes one test suite. Notices are in the output of a case and do not fail it."""
    by_story: dict[str, list[Finding]] = defaultdict(list)
    for finding in done.findings:
        by_story[finding.place.story].append(finding)
    unread: dict[str, str] = {}
    for item in done.unread:
        unread[item.story] = f"{unread[item.story]} {item.why}" if item.story in unread else item.why
    names = list(dict.fromkeys([*(s.name for s in done.stories), *unread, *by_story]))
    cases = [_case(name, by_story[name], unread.get(name)) for name in names]
    failures = sum("<failure" in case for case in cases)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(f'<testsuite name="auditor" tests="{len(cases)}" failures="{failures}" errors="{len(unread)}">\n')
    out.writelines(f"{case}\n" for case in cases)
    out.write("</testsuite>\n")


def _case(story: str, findings: list[Finding], unread: str | None) -> str:
    loud = [f for f in findings if f.severity != "notice"]
    quiet = [f for f in findings if f.severity == "notice"]
    inside = ""
    if unread is not None:
        inside += f"<error message={_attribute(unread)}>{_text(loud)}</error>"
    elif loud:
        inside += f"<failure message={_attribute(loud[0].message)}>{_text(loud)}</failure>"
    if quiet:
        inside += f"<system-out>{_text(quiet)}</system-out>"
    return f'  <testcase classname="auditor" name={_attribute(story)} file={_attribute(story)}>{inside}</testcase>'


def _text(findings: list[Finding]) -> str:
    return escape(
        "\n".join(f"{f.severity} {f.rule} {_where(f)}: {visible(f.message)} → {visible(f.fix)}" for f in findings)
    )


def _where(finding: Finding) -> str:
    line = f"line {finding.place.line}" if finding.place.line else "whole story"
    return f"{line}, picture {finding.place.image}" if finding.place.image else line


def _attribute(text: str) -> str:
    return quoteattr(visible(text))
