"""Credits that nothing sets apart from their caption but the words at its very end."""

import re

from auditor.parsers.brackets import SENTENCE_END
from auditor.parsers.wording import EDGE, LONGEST_CREDIT, MOST_PART_WORDS, is_credit, is_name, uncased
from auditor.text import fold
from auditor.words import Words

MOST_SIGNED = 3  # words of a name that nothing announces
LONGEST_AGENCY = 40
LATIN_TAIL = re.compile(r"\s([A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*)?)$")


def trailing(text: str, words: Words) -> int | None:
    """An agency and a name joined by a slash at the very end, with nothing that sets them apart from the caption."""
    slash = text.rfind("/", max(0, len(text) - LONGEST_CREDIT))
    if slash <= 0:
        return None
    start = slash
    for token in reversed(text[:slash].split()[-MOST_PART_WORDS:]):
        if not token[:1].isupper() or token[-1] in ".,;:":
            break
        start = text.rindex(token, 0, start)
    tail = text[start:]
    return start if 0 < start < slash and words.agencies.mentions(tail) and is_credit(tail, words) else None


def named_last(text: str, words: Words) -> int | None:
    """Two or three words with capitals, all that stands behind the last sentence, without a full stop: a name."""
    end = max((match.end() for match in SENTENCE_END.finditer(text)), default=len(text))
    end += len(text[end:]) - len(text[end:].lstrip(EDGE))
    parts = text[end:].split()
    if not 2 <= len(parts) <= MOST_SIGNED or not all(part[0].isupper() for part in parts):
        return None
    tail = text[end:]
    if not is_name(tail, words) or tail[-1] in ".,;)" or words.role(tail) or is_date(text, end, words):
        return None
    return end


def latin_last(text: str, words: Words) -> int | None:
    """An agency in Latin letters behind a blank at the end of a caption in a script without capitals."""
    latin = LATIN_TAIL.search(text[-LONGEST_AGENCY:])
    start = len(text) - len(latin[1]) if latin else 0
    return start if latin and uncased(text[start - 2 : start - 1]) and words.agencies.get(latin[1]) else None


def is_date(text: str, place: int, words: Words) -> bool:
    """Does a month stand behind a number's full stop, which ends no sentence then: "am 11. Mai 2026"?"""
    numbered = text[:place].rstrip()[-2:-1].isdecimal()
    return numbered and bool(behind := text[place:].split(None, 1)) and fold(behind[0]) in words.date_words
