"""The periods of a quota, by names that sort: `2019-01-07`, `2019-W02`, `2019-01`, `2019-Q1`, `2019`."""

import datetime
from functools import lru_cache

from auditor.rights.shapes import Period


@lru_cache(maxsize=16_384)
def period_of(day: datetime.date, per: Period) -> str:
    """The period in which a day is. Weeks are those of ISO 8601, which belong to the year of their Thursday."""
    if per == "day":
        return day.isoformat()
    if per == "week":
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}"
    if per == "month":
        return f"{day:%Y-%m}"
    return f"{day.year}-Q{(day.month + 2) // 3}" if per == "quarter" else f"{day.year}"
