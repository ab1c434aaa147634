"""The facts that a caption states and that no edit may change: numbers, dates, weekdays, who stands on which side."""

from auditor.facts.numbers import agree, is_decade
from auditor.facts.said import Date, Said, capitalises_nouns, facts, is_calendar_word
from auditor.facts.table import FactWords, load

__all__ = [
    "Date",
    "FactWords",
    "Said",
    "agree",
    "capitalises_nouns",
    "facts",
    "is_calendar_word",
    "is_decade",
    "load",
]
