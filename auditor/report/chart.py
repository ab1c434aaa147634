"""Usage as bars in a terminal: uses by agency and by month, pictures against quotas."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TextIO

from msgspec import Struct
from rich.console import Console
from rich.table import Table
from rich.text import Text

from auditor.ledger.shapes import Account, Tally
from auditor.report.counted import left_of, totals
from auditor.report.csv import BLANKS
from auditor.report.screen import STYLES, console, plain
from auditor.rights.shapes import QuotaState

WIDTH = 40
MOST = 24
"""Bars of one kind: the agencies with most uses, the latest months, the fullest quotas."""
FULL, EIGHTHS = "█", " ▏▎▍▌▋▊▉"


class Bar(Struct, frozen=True):
    """A name, how much of the width is filled (0 to 1), and the words behind it."""

    name: str
    share: float
    words: Text
    style: str = "cyan"


def usage(told: Account, out: TextIO) -> None:
    """Writes bars for agencies, months and quotas, and a line of totals."""
    screen = console(out)
    agencies = _uses(told.tallies, lambda tally: tally.line.agency or BLANKS["agency"]).most_common()
    months = sorted(_uses(told.tallies, lambda tally: tally.line.month or BLANKS["month"]).items())
    quotas = sorted(told.quotas, key=lambda state: -state.pictures / state.quota)
    _draw(screen, "Uses by agency", _scaled(agencies[:MOST]), len(agencies))
    _draw(screen, "Uses by month", _scaled(months[-MOST:]), len(months))
    _draw(screen, "Pictures of each quota", [_of_quota(state) for state in quotas[:MOST]], len(quotas))
    said = f"{len(told.unread)} not read: the table names them" if told.unread else ""
    screen.print(plain(" · ".join(totals(told)), "bold"), plain(said, STYLES["error"]), sep="\n")


def _uses(tallies: Sequence[Tally], name: Callable[[Tally], str]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for tally in tallies:
        counted[name(tally)] += tally.uses
    return counted


def _scaled(counted: Sequence[tuple[str, int]]) -> list[Bar]:
    most = max((uses for _, uses in counted), default=1)
    return [Bar(name, uses / most, plain(f"{uses:,}")) for name, uses in counted]


def _of_quota(state: QuotaState) -> Bar:
    share = state.pictures / state.quota
    words = Text.assemble(f"{state.pictures:,} of {state.quota:,}  ", left_of(state))
    return Bar(f"{state.contract}  {state.period}", min(1.0, share), words, "red" if state.over else "green")


def _draw(screen: Console, title: str, bars: Sequence[Bar], all_of_them: int) -> None:
    if not bars:
        return
    more = f" ({len(bars)} of {all_of_them:,})" if len(bars) < all_of_them else ""
    table = Table.grid(padding=(0, 2))
    for bar in bars:
        table.add_row(plain(bar.name), Text(_blocks(bar.share), style=bar.style), bar.words)
    screen.print(plain(f"{title}{more}", "bold"), table, "")


def _blocks(share: float) -> str:
    """So much of the width in blocks, to an eighth of a character; what is not nothing is seen."""
    eighths = max(1, round(share * WIDTH * 8)) if share else 0
    return FULL * (eighths // 8) + EIGHTHS[eighths % 8].strip()
