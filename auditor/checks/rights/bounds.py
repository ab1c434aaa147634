"""Checks of the conditions that bind a picture to days, countries and uses, whoever set them: the desk, or the copy.

All tell `{said}`, who says so in which words, `{asked}`, and `{place}`, where an entry of the desk stands.
"""

import datetime
from collections.abc import Iterator

from auditor.checks.evidence import Evidence, needs
from auditor.checks.rights.places import asked, at
from auditor.rights.shapes import Condition, Showing


@needs("conditions")
def killed(showing: Showing) -> Iterator[Evidence]:
    """A picture that was killed, on whatever day it is shown; `{day}` is that of the kill."""
    for condition in showing.bound_by("killed"):
        yield _evidence(showing, condition, day=condition.start or "")


@needs("conditions")
def embargoed(showing: Showing) -> Iterator[Evidence]:
    """A picture under embargo on the day asked; `{start}` is when it ends."""
    for condition in showing.bound_by("embargo"):
        if condition.start and _is_before(showing, _moment(condition.start)):
            yield _evidence(showing, condition, start=_in_words(_moment(condition.start)))


@needs("conditions")
def expired(showing: Showing) -> Iterator[Evidence]:
    """A picture whose last day, `{until}`, is over on the day asked; counted days are `story_specific`'s."""
    for condition in showing.bound_by("until"):
        if condition.until and condition.until < showing.day:
            yield _evidence(showing, condition, until=condition.until.isoformat())


@needs("conditions")
def not_here(showing: Showing) -> Iterator[Evidence]:
    """A picture that may not be shown in the country of the edition asked; `{countries}` are where it may, or not."""
    edition = showing.asked.edition
    for condition in showing.bound_by("territory") if edition else ():
        if _is_over(condition, showing):
            continue
        if condition.only and edition not in condition.only:
            yield _evidence(showing, condition, countries=f"only in {', '.join(condition.only)}")
        elif edition in condition.barred:
            yield _evidence(showing, condition, countries=f"everywhere but in {', '.join(condition.barred)}")


@needs("conditions")
def not_for_use(showing: Showing) -> Iterator[Evidence]:
    """A picture that is not for the use asked; `{uses}` are those that it is for."""
    for condition in showing.bound_by("use") if showing.asked.use else ():
        if showing.asked.use not in condition.uses:
            yield _evidence(showing, condition, uses=", ".join(condition.uses) or "none")


def _is_over(condition: Condition, showing: Showing) -> bool:
    """Has a condition ended that holds for a time: "UK OUT FOR 28 DAYS"?"""
    until = last_day(condition, showing)
    return until is not None and until < showing.day


def last_day(condition: Condition, showing: Showing) -> datetime.date | None:
    """The last day that a condition speaks of; None where it counts days from a story without a date."""
    if condition.until:
        return condition.until
    if condition.days is None or showing.published is None:
        return None
    return showing.published + datetime.timedelta(days=condition.days)


def _is_before(showing: Showing, start: datetime.date) -> bool:
    """Is the picture shown before a moment? On that very day only the time of the story can tell."""
    published = _published(showing) if showing.day == showing.published else showing.day
    if isinstance(start, datetime.datetime) and isinstance(published, datetime.datetime):
        same = (published.tzinfo is None) == (start.tzinfo is None)
        return published < start if same else published.date() < start.date()
    return showing.day < (start.date() if isinstance(start, datetime.datetime) else start)


def _moment(said: str) -> datetime.date:
    """A day, or a time of one."""
    return datetime.datetime.fromisoformat(said) if "T" in said else datetime.date.fromisoformat(said)


def _published(showing: Showing) -> datetime.date:
    """When the story was published: the time, where it bears one that can be read."""
    try:
        return datetime.datetime.fromisoformat(showing.story.published or "")
    except ValueError:
        return showing.day


def _in_words(moment: datetime.date) -> str:
    return f"{moment:%Y-%m-%d %H:%M %Z}".rstrip() if isinstance(moment, datetime.datetime) else moment.isoformat()


def _evidence(showing: Showing, condition: Condition, **values: str) -> Evidence:
    place = at(condition.where)
    told = {
        "said": _said(condition, place[0].story if place else f"its {condition.where}"),
        "asked": asked(showing),
        "place": condition.where if place else f"its {condition.where}",
    }
    return Evidence({**told, **values}, also=place)


def _said(condition: Condition, where: str) -> str:
    return f"“{condition.words}” ({'; '.join(filter(None, [where, condition.because]))})"
