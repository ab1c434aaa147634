"""What is counted, as flat rows for machines and spreadsheets (docs/usage.md); change them only by adding."""

from collections.abc import Iterator, Sequence

from auditor.kills import Standing
from auditor.ledger.shapes import Account
from auditor.model import Unread
from auditor.report import wire
from auditor.report.wire import VERSION, Object
from auditor.score import Score


def usage(told: Account) -> Iterator[Object]:
    """A row for each line, quota and unread input, and one of totals."""
    for tally in told.tallies:
        line = tally.line
        yield {
            "type": "usage",
            "agency": line.agency,
            "month": line.month,
            "edition": line.edition,
            "contract": line.contract,
            "covered_by": line.covered_by,
            "pictures": tally.pictures,
            "uses": tally.uses,
        }
    for state in told.quotas:
        yield {
            "type": "quota",
            "agency": state.agency,
            "contract": state.contract,
            "period": state.period,
            "pictures": state.pictures,
            "quota": state.quota,
            "over": state.over,
        }
    yield from unread(told.unread)
    totals = {"stories": told.stories, "pictures": told.pictures, "uses": told.uses, "unread": len(told.unread)}
    yield {"type": "total", "version": VERSION, "since": told.since, **totals}


def scores(told: Sequence[Score], left: Sequence[Unread]) -> Iterator[Object]:
    """A row for each score, the one of all first, and for each unread input."""
    for score in told:
        yield {
            "type": "score",
            "version": VERSION,
            "by": score.by,
            "value": score.value,
            "pictures": score.pictures,
            "share": _rounded(score.share),
            "maker_share": _rounded(score.named),
            **{grade.replace("-", "_"): count for grade, count in score.grades.items()},
        }
    yield from unread(left)


def kills(found: Sequence[Standing], left: Sequence[Unread]) -> Iterator[Object]:
    """A row for each use of a killed picture, and for each unread input."""
    for use in found:
        credit = use.image.credit
        yield {
            "type": "standing",
            "version": VERSION,
            "story": use.story,
            "image": use.image.n,
            "line": use.image.line,
            "via": use.image.via,
            "credit": credit.text if credit else use.image.credit_line,
            "caption": use.image.caption,
            "entry": use.entry,
            "reason": use.reason,
            "because": use.because,
            "sure": use.sure,
        }
    yield from unread(left)


def unread(left: Sequence[Unread]) -> Iterator[Object]:
    """A row for each input that could not be read, or only in part."""
    return ({"type": "unread", **wire.unread(item)} for item in left)


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)
