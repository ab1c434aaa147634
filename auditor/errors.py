"""What can go wrong, said in one line: place, mistake, remedy."""

from collections.abc import Iterable

# How a command ends, as docs/json.md promises.
NOTHING, FOUND, WRONG_USAGE, NOT_READ = 0, 1, 2, 3
ABOUT_UNREAD = "audit/unread"  # the rule of what was not read: that is a finding too, but ends with NOT_READ


class AuditorError(Exception):
    """A mistake that the caller can mend; its text is shown as it is, without a traceback."""


class UsageError(AuditorError):
    """The command line cannot be followed."""


class RuleFileError(AuditorError):
    """A file in `rules/`, a newsroom's file, or `auditor.toml` is wrong."""


class UnreadableError(AuditorError):
    """An input cannot be read; the others still are."""


def nearest(word: str, known: Iterable[str], least: int = 60) -> str:
    """' (did you mean "x"?)' for the known word nearest to a misspelt one, or an empty string.

    `least`: the likeness that it must have, of 100.
    """
    from rapidfuzz import fuzz, process  # only when there is a mistake to explain

    best = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=least)
    return f' (did you mean "{best[0]}"?)' if best else ""
