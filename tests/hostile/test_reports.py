"""A caption, a credit, a headline or a file name that means harm is told in every format, and obeyed in none."""

import csv
import datetime
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping

import pytest
from lxml import html

from auditor import audit, report
from auditor.house import House
from auditor.model import Document
from auditor.read import printable
from auditor.report import AUDIT_FORMATS

HARM = {
    "formula": "=HYPERLINK(1;2)",
    "formula behind a blank": " @SUM(1)",
    "command": "::error file=x::owned",
    "command behind a line end": "x\n::error::owned\n::add-mask::a",
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "attribute": "\" onmouseover=alert(1) x='",
    "link": "[x](javascript:alert(1)) <https://evil.example> https://evil.example",
    "rich link": "[link=javascript:alert(1)]x[/link]",
    "end of CDATA": "]]><failure/>",
    "pipe": "a | b | c |\n|---|",
    "screen": "\x1b[2J\x1b]52;c;aGk=\x07\x9b31m\u202e\u2066\u200b",
    "mention": "@everyone #1 ~~x~~ ![i](//e.example/p.png)",
}
STORY = "{headline}\n\nThe new ferry made its first crossing on Monday, two years late.\n\n{caption} Photo: STR/{credit}\n\nIt was late.\n"
ELEMENTS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "h1",
    "h2",
    "p",
    "div",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "br",
    "bdi",
    "wbr",
    "span",
}
ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "class", "scope", "tabindex", "role", "aria-label"}


def reports(texts: Mapping[str, str], house: House) -> dict[str, str]:
    """Each report on these copies of a story."""
    read = audit.stories((Document(name, text.encode()) for name, text in texts.items()), house.words)
    done = audit.audit(read, house, "all", "error", datetime.date(2026, 1, 1))
    told = {form: io.StringIO(newline="") for form in AUDIT_FORMATS}
    for form, out in told.items():
        report.writer(form, "audit")(done, out)
    return {form: out.getvalue() for form, out in told.items()}


@pytest.mark.parametrize("harm", HARM)
def test_no_report_obeys(shipped_house: House, harm: str) -> None:
    said = HARM[harm]
    copies = {
        name: STORY.format(headline=said, caption=f"{said} The ferry.", credit=f"{agency} {said}")
        for name, agency in (("a.txt", "AP"), ("b.txt", "AFP"))
    }
    told = reports(copies, shipped_house)
    assert not set("".join(told.values())) & set("\x1b\x07\x9b\u202e\u2066\u200b")
    cells = [cell for row in csv.reader(io.StringIO(told["csv"])) for cell in row]
    assert not [cell for cell in cells if cell.lstrip(" ").startswith(("=", "+", "-", "@"))]
    assert all(re.match(r"::(error|warning|notice) ", line) for line in told["github"].splitlines())
    assert not re.search(r"(?<!\\)(<\w|\]\(|!\[|@everyone)", told["markdown"])
    page = html.fromstring(told["html"])
    assert {e.tag for e in page.iter()} <= ELEMENTS
    assert {name for e in page.iter() for name in e.attrib} <= ATTRIBUTES
    for form in ("json", "sarif", "gitlab"):
        json.loads(told[form])
    assert len(ET.fromstring(told["junit"]).findall("testcase")) == 2
    assert len({len(row) for row in csv.reader(io.StringIO(told["csv"]))}) == 1


def test_a_file_name_is_obeyed_by_no_report(shipped_house: House) -> None:
    names = ["=1+1.txt", "a,line=1::owned.txt", "<b onclick=x>.txt", "[x](y).txt", "a\nb.txt", "a|b.txt"]
    story = STORY.format(headline="Ferry", caption="The ferry.", credit="AP")
    told = reports(dict.fromkeys(map(printable, names), story), shipped_house)
    assert not [c for row in csv.reader(io.StringIO(told["csv"])) for c in row if c.startswith("=")]
    assert all(
        re.match(r"::(error|warning|notice) file=[^:]*,title=[^:]*::|::(error|warning|notice)::", line)
        for line in told["github"].splitlines()
    )
    assert {e.tag for e in html.fromstring(told["html"]).iter()} <= ELEMENTS
    assert len(ET.fromstring(told["junit"]).findall("testcase")) == len(names)
