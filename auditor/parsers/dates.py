"""Dates as stories print them, into ISO 8601."""

import datetime
import re

ISO = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?(?!\d)")
NUMERIC = re.compile(
    r"(?<!\d)(?:(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})|(\d{4})[/.年]\s?(\d{1,2})[/.月]\s?(\d{1,2})日?)(?!\d)"
)
IN_URL = re.compile(r"/((?:19|20)\d{2})[/-]?(0\d|1[0-2])[/-]?([0-2]\d|3[01])(?=[/-]|$)")


def date_in(text: str) -> str | None:
    """The first date of a short text, as an ISO date or time; None where there is none that exists."""
    text = text[:200]
    if match := ISO.search(text):
        return _iso(match)
    if match := NUMERIC.search(text):
        day, month, year = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
        return _day(int(year), int(month), int(day))
    return _mail(text)


def date_in_url(url: str) -> str | None:
    """The day that many publishers put into an address: `/2019/01/07/`."""
    match = IN_URL.search(url[:500])
    return _day(int(match[1]), int(match[2]), int(match[3])) if match else None


def span_of_date(text: str) -> tuple[int, int] | None:
    """Where in a text the first ISO or numeric date stands."""
    match = ISO.search(text) or NUMERIC.search(text)
    return match.span() if match else None


def _iso(match: re.Match[str]) -> str | None:
    text = match[1] + (f"T{match[2]}{match[3] or ''}" if match[2] else "")
    try:
        datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    return text


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def _mail(text: str) -> str | None:
    """A date as mails have it (RFC 5322): `Mon, 7 Jan 2019 06:00:00 +0000`."""
    from email.utils import parsedate_to_datetime  # 8 ms to import, for mails alone

    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, IndexError, TypeError):
        return None
