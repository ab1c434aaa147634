"""Dates with their times inside a restriction: "0001 GMT SUNDAY 5 JANUARY 2025", "12.05.2024, 18:00 Uhr"."""

import datetime
import re
from collections.abc import Mapping

from msgspec import Struct

from auditor.facts.table import ByLanguage, number_words, of
from auditor.phrases import Phrases, Worded
from auditor.text import fold, without_diacritics
from auditor.words import Words

LONGEST = 16  # words from the first to the last of a date
ABBREVIATED = 4  # letters of a word whose full stop may belong to it
INSIDE = frozenset(" .,:'’")
ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|e|º|ª)?")
HOURS = re.compile(r"(\d{1,2})h(\d{2})?")
CLOCK = re.compile(r"([01]\d|2[0-3])([0-5]\d)")
SEPARATORS = {".": "day", ". ": "day", "-": "day", "/": "open"}
AMERICAN = ("en-us", "en_us")
DAY_FIRST = ("en-gb", "en-ie", "en-au", "en-nz", "en-in", "en-za")


class Moment(Struct, frozen=True):
    """A day, and where they are told a time of it and its distance from UTC in minutes.

    `day` is None where the text does not settle it: 5/6/2024, a day without its year, a weekday alone.
    """

    day: datetime.date | None
    time: datetime.time | None = None
    offset: int | None = None

    def iso(self) -> str | None:
        """As an ISO 8601 date or time; None where the day is not known."""
        if self.day is None:
            return None
        if self.time is None:
            return self.day.isoformat()
        zone = None if self.offset is None else datetime.timezone(datetime.timedelta(minutes=self.offset))
        return datetime.datetime.combine(self.day, self.time, zone).isoformat()


class Calendar:
    """What a text's dates are read with: names of months and weekdays, time zones, its language and its story's day."""

    def __init__(self, words: Words, language: str | None, day: datetime.date | None) -> None:
        self.language, self.day = (language or "").lower(), day
        self.months, self.weekdays = (
            _names(table, self.language[:2]) for table in (words.facts.months, words.facts.weekdays)
        )
        self.numbers = number_words(words.facts, language)
        self.table = words.restrictions

    def names(self, said: Worded, index: int) -> bool:
        """Is the word a month or a weekday?"""
        word = plain(said.words[index])
        return word in self.months or word in self.weekdays

    def number(self, word: str) -> int:
        """The number that a word is, in digits or spelt; 0 for none."""
        if word.isascii() and word.isdigit() and len(word) <= 4:
            return int(word)
        return self.numbers.get(word, 0)

    def moment(self, said: Worded, index: int) -> tuple[int, Moment] | None:
        """The date that begins at word `index`, and the index after it; None where none does."""
        return _Reading(said, index, self).moment()


class _Reading:
    """One date while its words are read from left to right, each in any order: weekday, day, time, zone."""

    def __init__(self, said: Worded, index: int, calendar: Calendar) -> None:
        self._said, self._first, self._calendar = said, index, calendar
        self._at = self._end = index
        self._dated = self._weekday = False
        self._day: datetime.date | None = None
        self._time: datetime.time | None = None
        self._offset: int | None = None

    def moment(self) -> tuple[int, Moment] | None:
        limit = min(len(self._said.words), self._first + LONGEST)
        while self._at < limit and self._goes_on():
            if self._takes():
                self._end = self._at
            elif self._word(self._at) in self._calendar.table.inside_dates and self._at > self._first:
                self._at += 1
            else:
                break
        if not self._dated and not self._weekday:
            return None
        return self._end, Moment(self._day, self._time, self._offset)

    def _word(self, index: int) -> str:
        return self._said.words[index] if index < len(self._said.words) else ""

    def _plain(self, index: int) -> str:
        return plain(self._word(index))

    def _goes_on(self) -> bool:
        """A date does not run over what ends a sentence or a part of a line."""
        if self._at == self._first:
            return True
        gap, abbreviated = self._said.gap(self._at), len(self._word(self._at - 1)) <= ABBREVIATED
        return not set(gap) - INSIDE and (". " not in gap or abbreviated)

    def _takes(self) -> bool:
        return self._takes_day() or self._takes_time() or self._takes_weekday()

    def _takes_weekday(self) -> bool:
        if self._weekday or self._plain(self._at) not in self._calendar.weekdays:
            return False
        self._weekday, self._at = True, self._at + 1
        return True

    def _takes_day(self) -> bool:
        if self._dated:
            return False
        return self._numeric() or self._spelt() or self._east_asian()

    def _settle(self, last: int, year: int | None, month: int, day: int) -> bool:
        self._dated, self._at = True, last
        self._day = _date(year, month, day) if year else _nearest(self._calendar.day, month, day)
        return True

    def _numeric(self) -> bool:
        """2024-05-12, 12.05.2024, 12/05/24; with a slash the text does not say which is the day."""
        at, said = self._at, self._said
        parts = [self._word(at + i) for i in range(3)]
        if not all(part.isascii() and part.isdigit() and len(part) <= 4 for part in parts):
            return False
        signs = {said.gap(at + 1), said.gap(at + 2)}
        if not signs <= SEPARATORS.keys() or len({sign.strip() for sign in signs}) > 1:
            return False
        one, two, three = map(int, parts)
        if len(parts[0]) == 4:
            return self._settle(at + 3, one, two, three)
        year = three + 2000 if len(parts[2]) == 2 else three
        if said.gap(at + 1) == "/" and one != two and max(one, two) <= 12 and not self._knows_order():
            self._dated, self._at = True, at + 3
            return True
        month_first = two > 12 or (said.gap(at + 1) == "/" and one <= 12 and self._calendar.language in AMERICAN)
        return self._settle(at + 3, year, *((one, two) if month_first else (two, one)))

    def _knows_order(self) -> bool:
        language = self._calendar.language
        return language in AMERICAN or language in DAY_FIRST or (bool(language) and not language.startswith("en"))

    def _spelt(self) -> bool:
        """5 January 2025, JAN. 8, 2025, 5 de mayo de 2024, 20 December."""
        months, at = self._calendar.months, self._at
        if month := months.get(self._plain(at)):
            day = _day_of(self._word(at + 1))
            return day is not None and self._with_year(at + 2, month, day)
        day, behind = _day_of(self._word(at)), at + 1
        if day is None:
            return False
        while self._word(behind) in self._calendar.table.inside_dates:
            behind += 1
        named = months.get(self._plain(behind))
        return named is not None and self._with_year(behind + 1, named, day)

    def _with_year(self, at: int, month: int, day: int) -> bool:
        behind = at
        while self._word(behind) in self._calendar.table.inside_dates:
            behind += 1
        word = self._word(behind)
        if len(word) == 4 and word.isdigit() and word[:2] in ("19", "20") and not self._is_zone(behind + 1):
            return self._settle(behind + 1, int(word), month, day)
        return self._settle(at, None, month, day)

    def _is_zone(self, index: int) -> bool:
        return self._value(self._calendar.table.zones, index) is not None

    def _east_asian(self) -> bool:
        """2024年5月3日, 5월 3일: each number and its sign."""
        found = {}
        at = self._at
        for signs in ("年년", "月월", "日일"):
            number, sign = self._word(at), self._word(at + 1)
            if number.isdigit() and sign and sign in signs:
                found[signs], at = int(number), at + 2
        if not {"月월", "日일"} <= found.keys():
            return False
        return self._settle(at, found.get("年년"), found["月월"], found["日일"])

    def _takes_time(self) -> bool:
        if self._time is not None:
            return False
        told = self._clock()
        if told is None:
            return False
        hour, minute, last = told
        if hour > 23 or minute > 59:
            return False
        self._time, self._at = datetime.time(hour, minute), last
        self._at += self._word(last) in self._calendar.table.hours
        self._takes_zone(self._sign(last - 1))
        return True

    def _clock(self) -> tuple[int, int, int] | None:
        """0001, 18:00, 18h00, 00.01hrs, 2 P.M., 6.30 pm: hour, minute, and the index after them."""
        at, word = self._at, self._bare(self._at)
        if match := HOURS.fullmatch(self._word(at)):
            return int(match[1]), int(match[2] or 0), at + 1
        if match := CLOCK.fullmatch(word):
            return int(match[1]), int(match[2]), at + 1
        if not word.isdigit() or len(word) > 2:
            return None
        minute, last = 0, at + 1
        if self._said.gap(last) in (":", ".") and len(self._bare(last)) == 2 and self._bare(last).isdigit():
            minute, last = int(self._bare(last)), last + 1
        sign = self._sign(last - 1)
        for half in self._calendar.table.halves.whole(sign) if sign else ():
            return int(word) % 12 + half, minute, last
        if following := self._value(self._calendar.table.halves, last):
            return int(word) % 12 + following[1], minute, following[0]
        sure = bool(sign) or last > at + 1 or self._word(last) in self._calendar.table.hours
        return (int(word), minute, last) if sure else None

    def _sign(self, index: int) -> str:
        """What stands behind the digits of a word and makes it a time: "01hrs", "9am", "0001gmt"; mostly nothing."""
        word, table = self._word(index), self._calendar.table
        sign = word.lstrip("0123456789")
        if not sign or sign == word:
            return ""
        return sign if sign in table.hours or table.halves.whole(sign) or table.zones.whole(sign) else ""

    def _bare(self, index: int) -> str:
        """A word without such a sign."""
        word = self._word(index)
        return word[: len(word) - len(self._sign(index))]

    def _takes_zone(self, sign: str) -> None:
        for offset in self._calendar.table.zones.whole(sign) if sign else ():
            self._offset = offset
        if zone := self._value(self._calendar.table.zones, self._at):
            self._at, self._offset = zone

    def _value(self, table: Phrases[int], index: int) -> tuple[int, int] | None:
        """The index after the phrase that begins at a word, and its value in a table."""
        return next(table.at(self._said, index), None) if index < len(self._said.words) else None


def plain(word: str) -> str:
    """A word as the tables of months and weekdays have it."""
    return without_diacritics(fold(word))


def _names(tables: ByLanguage, language: str) -> Mapping[str, int]:
    """The names of all languages; where two mean different things the text's own language counts."""
    return {**of(tables, None), **tables.get(language, {})}


def _day_of(word: str) -> int | None:
    match = ORDINAL.fullmatch(word)
    return int(match[1]) if match and 1 <= int(match[1]) <= 31 else None


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _nearest(near: datetime.date | None, month: int, day: int) -> datetime.date | None:
    """The day of that name nearest to another one; None without one."""
    if near is None:
        return None
    days = [found for year in (near.year - 1, near.year, near.year + 1) if (found := _date(year, month, day))]
    return min(days, key=lambda found: abs(found - near), default=None)
