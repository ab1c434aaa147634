"""One page of HTML that stands alone: no script, no link, nothing loaded, every word escaped."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import TextIO

from auditor.model import Audit, CopyGroup, Finding, Picture, Place, Story
from auditor.report.entries import entries
from auditor.report.words import (
    ODD,
    SIGNS,
    about_uses,
    captions,
    in_words,
    is_odd,
    short_names,
    shortened,
    sign,
    totals,
    where,
)
from auditor.text import shorten, visible

EXCERPT = 40  # characters of a caption that tell which picture is meant
LEGEND = ", ".join([f"{ODD} not as in the other copies", *(f"{mark} {severity}" for severity, mark in SIGNS.items())])
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
STYLE = """
:root{color-scheme:light dark;--text:#1b1b1b;--page:#fff;--line:#ccc;--error:#a40000;--warning:#7a4b00;--notice:#00527a;
--odd:#fff3d6;--dim:#595959}
@media(prefers-color-scheme:dark){:root{--text:#e8e8e8;--page:#1b1b1b;--line:#555;--error:#ff9d94;--warning:#f0c060;
--notice:#8fd0ff;--odd:#4a3a10;--dim:#b0b0b0}}
body{font:16px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:var(--text);
background:var(--page)}
.wide{overflow-x:auto;margin:.5rem 0 1.5rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line)}
td:last-child,td.caption{min-width:12rem}
td.error,td.warning,td.notice,td.error+td,td.warning+td,td.notice+td{white-space:nowrap}
.error{color:var(--error)}.warning{color:var(--warning)}.notice{color:var(--notice)}.dim{color:var(--dim)}
.odd{background:var(--odd)}.verdict{font-size:1.25rem;font-weight:700}
"""


About = Mapping[tuple[str, int], Sequence[Finding]]


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
    about = about_uses(done.findings)
    parts = [f'<p class="verdict">{done.verdict.upper()}</p><p>{" · ".join(totals(done))}</p>']
    parts += [_matrix(group, about, names) for group in done.groups]
    parts += [f"<p class=dim>{LEGEND}</p>"] if about and done.groups else []
    parts += [_findings(done, names)] if done.findings else []
    parts += [_unread(done, names)] if done.unread else []
    return "".join(parts)


def _matrix(group: CopyGroup, about: About, names: Mapping[str, str]) -> str:
    own = short_names([story.name for story in group.stories])
    head = _head("", "Picture", *(_said(own[story.name]) for story in group.stories))
    rows = "".join(_row(n, picture, group, about) for n, picture in enumerate(group.pictures, 1))
    title = group.stories[0].headline or names[group.stories[0].name]
    why = _said(shortened(group.because, own))
    return f"<h2>{_said(title)}</h2><p class=dim>{why}</p>{_table(head, rows)}"


def _head(*titles: str) -> str:
    return f"<tr>{''.join(f'<th scope=col>{title}</th>' for title in titles)}</tr>"


def _table(head: str, rows: str) -> str:
    """A table that scrolls for itself where the window is too narrow for it."""
    scrolls = "class=wide tabindex=0 role=region aria-label=Table"
    return f"<div {scrolls}><table><thead>{head}</thead><tbody>{rows}</tbody></table></div>"


def _row(number: int, picture: Picture, group: CopyGroup, about: About) -> str:
    caption = next((u.image.caption for u in picture.uses if u.image.caption), "(no caption)")
    cells = "".join(_cell(story, picture, about) for story in group.stories)
    return f"<tr><td>{number}</td><td class=caption>{_said(caption)}</td>{cells}</tr>"


def _cell(story: Story, picture: Picture, about: About) -> str:
    uses = [u.image for u in picture.uses if u.story.name == story.name]
    if not uses:
        return "<td class=dim>not in this copy</td>"
    found = {image.n: about.get((story.name, image.n), []) for image in uses}
    lines = (f"{sign(found[i.n])} {in_words(i)}" if found[i.n] else in_words(i) for i in uses)
    return f"<td{' class=odd' if any(map(is_odd, found.values())) else ''}>{'<br>'.join(map(_said, lines))}</td>"


def _findings(done: Audit, names: Mapping[str, str]) -> str:
    shown = captions(done.stories)
    rows = "".join(
        f"<tr><td class={f.severity}>{f.severity}</td><td>{escape(entry.rules)}</td>"
        f"<td>{_where(f.place, names, shown)}</td><td>{_said(f.message)}<br>→ {_said(f.fix)}</td></tr>"
        for entry in entries(done.findings, done.rules)
        for f in (entry.finding,)
    )
    return f"<h2>Findings</h2>{_table(_head('How grave', 'Rule', 'Where', 'What, and what to do'), rows)}"


def _where(place: Place, names: Mapping[str, str], shown: Mapping[tuple[str, int], str]) -> str:
    told = _said(where(place, names))
    if place.image is None:
        return told
    caption = shorten(shown.get((place.story, place.image), ""), EXCERPT)
    return f"{told}<br><span class=dim>picture {place.image}:</span> {_said(caption)}"


def _unread(done: Audit, names: Mapping[str, str]) -> str:
    rows = "".join(f"<tr><td>{_said(names[u.story])}</td><td>{_said(u.why)}</td></tr>" for u in done.unread)
    return f"<h2>Not read: no verdict on these</h2>{_table(_head('File', 'Why'), rows)}"


def _said(text: str) -> str:
    """Words of a story: in their own direction, and broken at strokes where a cell is narrow."""
    return f"<bdi>{escape(visible(text)).replace('/', '/<wbr>')}</bdi>"
