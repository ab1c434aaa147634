"""One page of HTML that stands alone: no script, no link, nothing loaded, every word escaped."""

from collections.abc import Iterable, Mapping, Set
from html import escape
from typing import TextIO

from auditor.model import Audit, CopyGroup, Finding, Picture, Story
from auditor.report.words import ODD, about_uses, in_words, is_odd, short_names, totals, where
from auditor.text import visible

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
STYLE = """
body{font:16px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1b1b1b;background:#fff}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #ccc;overflow-wrap:anywhere}
td.error,td.warning,td.notice,td.error+td,td.warning+td,td.notice+td{white-space:nowrap}
.error{color:#a40000}.warning{color:#7a4b00}.notice{color:#00527a}.odd{background:#fff3d6}.dim{color:#595959}
.verdict{font-size:1.25rem;font-weight:700}
"""


def audit(done: Audit, out: TextIO) -> None:
    """Writes the page: verdict, a copy matrix for each group, the findings, what was not read."""
    out.write(document("Credit report", body(done)))


def document(title: str, inside: str, style: str = "") -> str:
    """A page around some HTML; `style` is added to the report's own."""
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" '
        f'content="{POLICY}"><meta name="viewport" content="width=device-width"><title>{title}</title>'
        f"<style>{STYLE}{style}</style></head><body><h1>{title}</h1>\n{inside}</body></html>\n"
    )


def body(done: Audit) -> str:
    """An audit as HTML: verdict, a copy matrix for each group, the findings, what was not read."""
    names = short_names([s.name for s in done.stories] + [u.story for u in done.unread])
    odd = {use for use, found in about_uses(done.findings).items() if is_odd(found)}
    parts = [f'<p class="verdict">{done.verdict.upper()}</p><p>{" · ".join(totals(done))}</p>']
    parts += [_matrix(group, odd, names) for group in done.groups]
    parts += [_findings(done.findings, names)] if done.findings else []
    parts += [_unread(done, names)] if done.unread else []
    return "".join(parts)


def _matrix(group: CopyGroup, odd: Set[tuple[str, int]], names: Mapping[str, str]) -> str:
    head = "".join(f"<th>{_said(names[s.name])}</th>" for s in group.stories)
    rows = "".join(_row(n, picture, group, odd) for n, picture in enumerate(group.pictures, 1))
    title = group.stories[0].headline or names[group.stories[0].name]
    return (
        f"<h2>{_said(title)}</h2><p class=dim>{_said(group.because)}</p>"
        f"<table><thead><tr><th></th><th>Picture</th>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(number: int, picture: Picture, group: CopyGroup, odd: Set[tuple[str, int]]) -> str:
    caption = next((u.image.caption for u in picture.uses if u.image.caption), "(no caption)")
    cells = "".join(_cell(story, picture, odd) for story in group.stories)
    return f"<tr><td>{number}</td><td>{_said(caption)}</td>{cells}</tr>"


def _cell(story: Story, picture: Picture, odd: Set[tuple[str, int]]) -> str:
    uses = [u.image for u in picture.uses if u.story.name == story.name]
    if not uses:
        return "<td class=dim>not in this copy</td>"
    marked = [i for i in uses if (story.name, i.n) in odd]
    lines = (f"{ODD} {in_words(i)}" if i in marked else in_words(i) for i in uses)
    return f"<td{' class=odd' if marked else ''}>{'<br>'.join(map(_said, lines))}</td>"


def _findings(found: Iterable[Finding], names: Mapping[str, str]) -> str:
    rows = "".join(
        f"<tr><td class={f.severity}>{f.severity}</td><td>{_said(f.rule)}</td><td>{_said(where(f.place, names))}</td>"
        f"<td>{_said(f.message)}<br>→ {_said(f.fix)}</td></tr>"
        for f in found
    )
    head = "<tr><th></th><th>Rule</th><th>Where</th><th>What, and what to do</th></tr>"
    return f"<h2>Findings</h2><table><thead>{head}</thead><tbody>{rows}</tbody></table>"


def _unread(done: Audit, names: Mapping[str, str]) -> str:
    rows = "".join(f"<tr><td>{_said(names[u.story])}</td><td>{_said(u.why)}</td></tr>" for u in done.unread)
    return f"<h2>Not read: no verdict on these</h2><table><tbody>{rows}</tbody></table>"


def _said(text: str) -> str:
    return escape(visible(text))
