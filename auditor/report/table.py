"""The report for people: what was read, the copy matrix, the findings, and a line of totals."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import TextIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from auditor.errors import ABOUT_UNREAD
from auditor.model import Audit, CopyGroup, Credit, Finding, Picture, Story, Use, Verdict
from auditor.report.entries import Entry, entries
from auditor.report.evidence import evidence
from auditor.report.matrix import LEGEND, Marks, marks, matrices
from auditor.report.screen import STYLES, console, excerpt, folding, plain
from auditor.report.words import SIGNS, captions, in_words, many, short_names, shortened, totals, where

MOST = 300  # findings, or pictures, in one table; nobody reads more, and to draw a hundred thousand takes minutes
SCREENFUL = 6  # findings; with more of them the first ones are out of sight at the end
GRAVEST = 10  # errors in that last list
FEW = 10  # stories; up to here those without copies show their pictures too
VERDICTS: dict[Verdict, str] = {"pass": "bold green", "warn": "bold yellow", "block": "bold red"}
Names = Mapping[str, str]


def audit(done: Audit, out: TextIO, explain: bool = False) -> None:
    """Writes the whole report; `explain` adds to each group what it rests on."""
    screen = console(out)
    names = short_names([s.name for s in done.stories] + [u.story for u in done.unread])
    marked = marks(done.findings)
    for group in done.groups:
        _print(screen, *_group(group, marked, names, explain))
    for story in _alone(done) if len(done.stories) <= FEW else ():
        _print(screen, *_single(story, marked, names))
    if marked:
        _print(screen, plain(LEGEND, "dim"))
    _print_findings(screen, done, names)
    if done.waived:
        _print(screen, _heading("Waived"), _waived(done, names))
    if done.unread:
        _print(screen, _heading("Not read: no verdict on these"), _unread(done, names))
    if len(done.findings) > SCREENFUL:
        _print_gravest(screen, done, names)
    _print(screen, _totals(done))


def _print_findings(screen: Console, done: Audit, names: Names) -> None:
    """The most severe findings; what was not read stands in a table of its own."""
    found = (f for f in done.findings if f.rule != ABOUT_UNREAD)
    shown = entries(list(islice(found, MOST)), done.rules)
    if shown:
        _print(screen, _heading("Findings"), _findings(shown, captions(done.stories), names))
    left = sum(1 for _ in found)
    if left:
        _print(
            screen,
            plain(f"{many(left, 'finding')} more, none more severe: --format json or csv tells them all.", "bold"),
        )


def _print_gravest(screen: Console, done: Audit, names: Names) -> None:
    """The errors once more, a line each: a terminal shows the end of a report, and they stand at its beginning."""
    errors = [f for f in islice(done.findings, MOST) if f.severity == "error" and f.rule != ABOUT_UNREAD]
    told = [entry.finding for entry in entries(errors, done.rules)]
    for finding in told[:GRAVEST]:
        line = Text.assemble(
            _sign(finding), " ", plain(where(finding.place, names), "bold"), " ", plain(finding.message)
        )
        line.no_wrap, line.overflow = True, "ellipsis"
        _print(screen, line)
    if len(told) > GRAVEST:
        _print(screen, plain(f"  and {len(told) - GRAVEST} more, listed above", "dim"))


def stories(told: Iterable[Story], out: TextIO) -> None:
    """Writes what was read: a heading and the images of each story."""
    screen = console(out)
    for story in told:
        facts = [story.format, story.published, story.language, story.url, many(len(story.paragraphs), "paragraph")]
        _print(screen, _heading(story.name, story.headline), plain(" · ".join(filter(None, facts)), "dim"))
        _print(screen, _extracted(story))
        for why in story.unread:
            _print(screen, plain(f"Not read in part: {why}", STYLES["error"]))


def credits(taken: Iterable[Credit], out: TextIO, explain: bool = False) -> None:
    """Writes each credit line with its parts, one table a line."""
    screen = console(out)
    for credit in taken:
        _print(screen, plain(credit.text, "bold"), _parts(credit) if explain else _fields(credit))


def _print(screen: Console, *things: RenderableType) -> None:
    screen.print(Group(*things))


def _heading(title: str, more: str | None = None) -> Text:
    heading = Text.assemble("\n", plain(title, "bold"))
    return heading.append(" — ").append_text(excerpt(more, 70)) if more else heading


def _group(group: CopyGroup, marked: Marks, names: Names, explain: bool) -> list[RenderableType]:
    lead = group.stories[0]
    own = short_names([story.name for story in group.stories])
    folder = names[lead.name].removesuffix(own[lead.name]).rstrip("/")
    title = f"{many(len(group.stories), 'copy', 'copies')} of one story{f' in {folder}' if folder else ''}"
    tables = _pictures(group.stories, group.pictures, marked, own)
    why = [evidence(group, own)] if explain and (group.pictures or group.doubts) else []
    return [_heading(title, lead.headline), plain(shortened(group.because, own), "dim"), *tables, *why]


def _alone(done: Audit) -> list[Story]:
    grouped = {s.name for g in done.groups for s in g.stories}
    return [s for s in done.stories if s.name not in grouped]


def _single(story: Story, marked: Marks, names: Names) -> list[RenderableType]:
    shown = [Picture((Use(story, image),), "") for image in story.images if image.is_shown]
    return [
        _heading(f"{names[story.name]}: no other copy", story.headline),
        *_pictures([story], shown, marked, names),
    ]


def _pictures(
    stories: Sequence[Story], pictures: Sequence[Picture], marked: Marks, names: Names
) -> list[RenderableType]:
    """The matrix, as far as anybody reads it."""
    if not pictures:
        return [plain("no pictures", "dim")]
    left = len(pictures) - MOST
    more = [plain(f"{many(left, 'picture')} more: `auditor extract` tells them all.", "bold")] if left > 0 else []
    return [*matrices(stories, pictures[:MOST], marked, names), *more]


def _findings(found: Iterable[Entry], captions: Mapping[tuple[str, int], str], names: Names) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_lines=True, expand=True)
    table.add_column("", no_wrap=True, width=1)
    table.add_column("Where", ratio=2, overflow="fold")
    table.add_column("What, and what to do", ratio=5, overflow="fold")
    for entry in found:
        table.add_row(_sign(entry.finding), _where(entry.finding, captions, names), _what(entry))
    return table


def _sign(finding: Finding) -> Text:
    return Text(SIGNS[finding.severity], style=STYLES[finding.severity])


def _where(finding: Finding, captions: Mapping[tuple[str, int], str], names: Names) -> Text:
    place = finding.place
    folder, slash, file = where(place, names).rpartition("/")
    lines = [*([plain(folder + slash, "dim")] if folder else []), plain(file)]  # a table would break it anywhere
    if place.image is not None:
        caption = captions.get((place.story, place.image), "")
        lines.append(Text.assemble((f"picture {place.image}: ", "dim"), excerpt(caption, 40)))
    return Text("\n").join(lines)


def _what(entry: Entry) -> Text:
    finding = entry.finding
    head = Text.assemble((finding.severity, STYLES[finding.severity]), (f"  {entry.rules}", "dim"))
    return Text("\n").join([head, plain(finding.message), plain(f"→ {finding.fix}", "green")])


def _waived(done: Audit, names: Names) -> Table:
    table = folding("Rule", "Where", "Why", "Until")
    for w in done.waived:
        table.add_row(plain(w.finding.rule), plain(where(w.finding.place, names)), plain(w.reason), plain(w.until))
    return table


def _unread(done: Audit, names: Names) -> Table:
    table = folding("File", "Why")
    for item in done.unread:
        why = f"In part: {item.why}" if item.in_part else item.why
        table.add_row(plain(names.get(item.story, item.story)), plain(why))
    return table


def _totals(done: Audit) -> RenderableType:
    line = Text.assemble((f"{done.verdict.upper()}  ", VERDICTS[done.verdict]), " · ".join(totals(done)))
    return Padding(line, (1, 0, 0, 0))


def _extracted(story: Story) -> Table:
    table = folding("", "Via", "Caption", "Credit line", "Taken apart")
    for image in story.images:
        parsed = plain(in_words(image), "" if image.credit else "dim")
        table.add_row(str(image.n), image.via, excerpt(image.caption, 80), excerpt(image.credit_line, 80), parsed)
    return table


def _fields(credit: Credit) -> Table:
    table = Table.grid(padding=(0, 2))
    said = {
        "marker": credit.marker or "",
        "creators": ", ".join(credit.creators),
        "agencies": " → ".join(credit.agencies),
        "suppliers": ", ".join(credit.suppliers),
        "kinds": ", ".join(credit.kinds),
        "licence": credit.licence or "",
        "residue": " | ".join(credit.residue),
        "rest": credit.rest,
        "house style": credit.house or "",
        "issues": ", ".join(credit.issues),
    }
    for name, value in said.items():
        if value:
            table.add_row(Text(f"  {name}", style="dim"), plain(value))
    return table


def _parts(credit: Credit) -> Table:
    table = folding("Printed", "Taken as", "Name", "Step that decided")
    for part in credit.parts:
        table.add_row(plain(part.text), part.role, plain(part.name), plain(part.step))
    table.add_row(Text("house style", style="dim"), "", plain(credit.house or "—"), "")
    return table
