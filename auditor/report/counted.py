"""What is counted, for people: usage against quotas, scores, and where killed pictures still stand."""

from collections.abc import Sequence
from itertools import groupby
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from auditor.kills import Standing
from auditor.ledger.shapes import Account, Line
from auditor.model import Unread
from auditor.report.csv import BLANKS
from auditor.report.screen import STYLES, console, excerpt, folding, plain
from auditor.report.words import in_words, many, short_names
from auditor.rights.shapes import QuotaState
from auditor.score import GRADES, Score

MOST = 300  # rows of one table; nobody reads more
COVERS = {"staff": "own staff", "free": "free"}
UNION = "A journalists' union counted 58.7% with the maker named: 2,326 pictures in 25 newspapers, 2024."


def usage(told: Account, out: TextIO) -> None:
    """Writes pictures and uses, the quotas, what could not be read, and a line of totals."""
    screen = console(out)
    if told.tallies:
        screen.print(_usage(told))
        _print_more(screen, len(told.tallies))
    if told.quotas:
        screen.print(_heading("Quotas"), _quotas(told.quotas))
    _print_unread(screen, told.unread)
    screen.print(plain(" · ".join(totals(told)), "bold"))


def totals(told: Account) -> list[str]:
    """Stories, pictures, uses, quotas exceeded, not read: `3 stories`, …"""
    over = sum(state.over > 0 for state in told.quotas)
    return [
        many(told.stories, "story", "stories"),
        many(told.pictures, "picture"),
        many(told.uses, "use"),
        *([f"since {told.since}"] if told.since else []),
        *([f"{many(over, 'quota')} exceeded"] if over else []),
        f"{len(told.unread)} not read",
    ]


def _usage(told: Account) -> Table:
    editions = any(tally.line.edition for tally in told.tallies)
    contracts = any(tally.line.covered_by for tally in told.tallies)
    table = folding("Agency", "Month", *(["Edition"] if editions else []), *(["Contract"] if contracts else []))
    _add_numbers(table, "Pictures", "Uses")
    for tally in told.tallies[:MOST]:
        line = tally.line
        cells = [_known(line.agency, "agency"), _known(line.month, "month")]
        cells += [_known(line.edition, "edition")] if editions else []
        cells += [_contract(line)] if contracts else []
        table.add_row(*cells, f"{tally.pictures:,}", f"{tally.uses:,}")
    return table


def _contract(line: Line) -> Text:
    if line.covered_by == "none":
        return plain("no contract", STYLES["warning"])
    return plain(line.contract or COVERS.get(line.covered_by or "", ""))


def _quotas(states: Sequence[QuotaState]) -> Table:
    table = folding("Contract", "Period")
    _add_numbers(table, "Pictures", "Quota")
    table.add_column("")
    for state in states[:MOST]:
        table.add_row(
            plain(state.contract), plain(state.period), f"{state.pictures:,}", f"{state.quota:,}", left_of(state)
        )
    return table


def left_of(state: QuotaState) -> Text:
    """What is left of a quota, or by how many pictures it is exceeded."""
    if state.over:
        return plain(f"✗ {state.over:,} over", STYLES["error"])
    return plain(f"{state.quota - state.pictures:,} left")


def scores(told: Sequence[Score], left: Sequence[Unread], out: TextIO) -> None:
    """Writes a table for folders, agencies and months each, what could not be read, and the score of all."""
    screen = console(out)
    for by, group in groupby(told[1:], key=lambda score: score.by):
        rows = list(group)
        screen.print(_scores(by, rows))
        _print_more(screen, len(rows))
    _print_unread(screen, left)
    whole = told[0]
    screen.print(
        plain(f"{_percent(whole.share)} correctly credited, {_percent(whole.named)} with the maker named", "bold"),
        plain(f"{many(whole.pictures, 'picture')} · {len(left)} not read. {UNION}", "dim"),
        sep="\n",
    )


def _scores(by: str, rows: Sequence[Score]) -> Table:
    table = folding(by.capitalize())
    _add_numbers(table, "Pictures", "Correct", "Maker named")
    table.add_column("Not correct")
    names = short_names([score.value or "" for score in rows]) if by == "folder" else {}
    for score in rows[:MOST]:
        value = _known(names.get(score.value or "", score.value), by)
        table.add_row(value, f"{score.pictures:,}", _percent(score.share), _percent(score.named), _wrong(score))
    return table


def _wrong(score: Score) -> Text:
    """`2 no maker, 1 uncredited`"""
    counted = ((score.grades[grade], grade.replace("-", " ")) for grade in GRADES[1:])
    return plain(", ".join(f"{count:,} {grade}" for count, grade in counted if count), "dim")


def kills(found: Sequence[Standing], left: Sequence[Unread], stories: int, out: TextIO) -> None:
    """Writes each use of a killed picture with the evidence, and what could not be read."""
    screen = console(out)
    names = short_names(list(dict.fromkeys([use.story for use in found] + [item.story for item in left])))
    if found:
        table = folding("", "Where", "Credit, and caption", "Why it is the killed picture")
        for use in found[:MOST]:
            table.add_row(*_standing(use, names[use.story]))
        screen.print(table)
        _print_more(screen, len(found))
    _print_unread(screen, left)
    copies = len({use.story for use in found})
    nowhere = "not found in what could be read" if left else "stands nowhere"
    standing = f"stands in {many(copies, 'copy', 'copies')}, {many(len(found), 'time')}" if found else nowhere
    screen.print(plain(f"{standing} · {many(stories, 'story', 'stories')} looked at · {len(left)} not read", "bold"))


def _standing(use: Standing, name: str) -> tuple[Text, Text, Text, Text]:
    image = use.image
    sign = plain("✗", STYLES["error"]) if use.sure else plain("?", STYLES["warning"])
    line = f":{image.line}" if image.line else ""
    via = "" if image.is_shown else f" ({image.via})"
    where = Text("\n").join([plain(f"{name}{line}"), plain(f"picture {image.n}{via}", "dim")])
    said = Text("\n").join([plain(in_words(image)), excerpt(image.caption, 80)])
    return sign, where, said, Text("\n").join([plain(use.because), plain(f"{use.entry}: {use.reason}", "dim")])


def _add_numbers(table: Table, *heads: str) -> None:
    for head in heads:
        table.add_column(head, justify="right")


def _known(value: str | None, what: str) -> Text:
    return plain(value) if value else plain(BLANKS.get(what, ""), "yellow")


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.1%}"


def _heading(title: str) -> Text:
    return plain(title, "bold")


def _print_more(screen: Console, rows: int) -> None:
    if rows > MOST:
        screen.print(plain(f"{rows - MOST:,} rows more: --format csv or jsonl tells them all.", "bold"))


def _print_unread(screen: Console, left: Sequence[Unread]) -> None:
    if left:
        table = folding("Not read, and not in these figures", "Why")
        names = short_names([item.story for item in left])
        for item in left[:MOST]:
            table.add_row(plain(names[item.story]), plain(f"In part: {item.why}" if item.in_part else item.why))
        screen.print(table)
        _print_more(screen, len(left))
