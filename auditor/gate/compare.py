"""The page on which a picture editor pastes two copies and sees the copy matrix and the findings.

Plain HTML that works without JavaScript; the report in it is the HTML report's.
"""

import datetime
from html import escape
from urllib.parse import parse_qs

from auditor import audit
from auditor.gate.envelope import UNICODE, Piece
from auditor.gate.judge import Gate, told_by
from auditor.model import Document, Story, Unread
from auditor.report import html

ONE, OTHER = "one", "other"  # the names of the two fields
NAMES = {ONE: "first copy", OTHER: "second copy"}
TITLE = "Compare two copies"
STYLE = """
form{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:1rem}label{display:block;font-weight:600}
textarea{box-sizing:border-box;width:100%;height:16rem;font:14px/1.4 ui-monospace,monospace}
button{grid-column:1/-1;justify-self:start;font:inherit;font-weight:600;padding:.5rem 1.25rem}
"""
INTRODUCTION = (
    "<p>Paste the HTML or the text of two copies of one story, such as the wire's and your page. "
    "What you paste is looked at here and not kept.</p>"
)


def empty_page() -> str:
    """The page before anything was pasted."""
    return html.document(TITLE, INTRODUCTION + _form({}), STYLE)


def page(data: bytes, by: Gate) -> str:
    """The page with what the form sent (URL-encoded), the copy matrix and the findings."""
    texts = _pasted(data)
    if not texts:
        return message("Nothing was pasted.")
    return html.document(TITLE, _compared(texts, by) + "<h2>The copies</h2>" + _form(texts), STYLE)


def _pasted(data: bytes) -> dict[str, str]:
    """The texts by field name, empty ones left out; none where the form is not ours."""
    try:
        sent = parse_qs(data.decode("utf-8", "replace"), max_num_fields=len(NAMES), errors="replace")
    except ValueError:
        return {}
    return {name: sent[name][0] for name in NAMES if name in sent and sent[name][0].strip()}


def message(text: str) -> str:
    """The page where there is no comparison to show, but a reason."""
    return html.document(TITLE, f'<p class="error">{escape(text)}</p>' + _form({}), STYLE)


def _compared(texts: dict[str, str], by: Gate) -> str:
    pieces = [Piece(_document(NAMES[name], text), name, None) for name, text in texts.items()]
    told = [told_by(piece, by.house.words) for piece in pieces]
    done = audit.audit(told, by.house, "all", by.fail_on, datetime.date.today())
    alone = "" if len(pieces) > 1 else "<p>Only one copy was pasted: it was looked at alone.</p>"
    return alone + html.body(done) + _without_pictures(told)


def _without_pictures(told: list[Story | Unread]) -> str:
    """A copy in which no image was found is said to have none: it may have been pasted without them."""
    bare = [story.name for story in told if not isinstance(story, Unread) and not story.images]
    return f"<p>No image was found in the {escape(' and the '.join(bare))}.</p>" if bare else ""


def _document(name: str, text: str) -> Document:
    return Document(name, (UNICODE + text).encode("utf-8", "replace"))


def _form(texts: dict[str, str]) -> str:
    areas = "".join(
        # The first line feed in a text area is no part of its text.
        f'<label>{label.capitalize()}<textarea name="{name}" spellcheck="false">\n'
        f"{escape(texts.get(name, ''))}</textarea></label>"
        for name, label in NAMES.items()
    )
    return f'<form method="post" action="/" accept-charset="utf-8">{areas}<button>Compare</button></form>'
