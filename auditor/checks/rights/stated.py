"""Checks of conditions that bind a picture to a purpose, and of those that nobody understood.

All tell `{words}`, those of the condition, and `{where}` they stand.
"""

from collections.abc import Iterator

from auditor.checks.evidence import Evidence, needs
from auditor.checks.rights.bounds import last_day
from auditor.rights.shapes import Condition, Purpose, Showing, What


@needs("conditions")
def not_for_archive(showing: Showing, *, days: int) -> Iterator[Evidence]:
    """A picture that must not be archived, asked for the archive, or for a day more than `days` after its story's."""
    asked, published = showing.asked, showing.published
    late = asked.as_of is not None and published is not None and (asked.as_of - published).days > days
    if asked.use == "archive" or (late and asked.use is None):
        yield from _bound(showing, "no-archive")


@needs("conditions")
def not_for_purpose(showing: Showing, *, condition: What, uses: tuple[Purpose, ...]) -> Iterator[Evidence]:
    """A picture under this condition, asked for one of these uses; `{use}` is the one asked."""
    if showing.asked.use in uses:
        yield from _bound(showing, condition)


@needs("conditions")
def story_specific(showing: Showing) -> Iterator[Evidence]:
    """A picture that may be shown for `{days}` days from its story's date, asked for one after the last, `{until}`."""
    for condition in showing.bound_by("until"):
        until = last_day(condition, showing) if condition.days else None
        if until and until < showing.day:
            yield _evidence(showing, condition, until=until.isoformat(), days=str(condition.days))


@needs("conditions")
def condition_unclear(showing: Showing) -> Iterator[Evidence]:
    """Words that look like a condition on the use of a picture, and that no table explains."""
    yield from _bound(showing, "not-understood")


def _bound(showing: Showing, what: What) -> Iterator[Evidence]:
    return (_evidence(showing, condition) for condition in showing.bound_by(what))


def _evidence(showing: Showing, condition: Condition, **values: str) -> Evidence:
    told = {
        "words": condition.words,
        "where": condition.where,
        "use": showing.asked.use or "",
        "day": showing.day.isoformat(),
    }
    return Evidence({**told, **values})
