"""Credits that nothing sets apart from their caption but the words at its very end."""

import re

from auditor.parsers.brackets import SENTENCE_END
from auditor.parsers.wording import EDGE, LONGEST_CREDIT, MOST_PART_WORDS, is_credit, is_name, uncased
from auditor.text import fold
from auditor.words import Words

MOST_SIGNED = 3  # words of a name that nothing announces
LONGEST_AGENCY = 40
INITIAL = re.compile(r"[^\W\d_]\.")
LATIN_TAIL = re.compile(r"\s([A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*)?)$")
CJK_TAIL = re.compile(r"[\u3040-\u30ff\u3400-\u9fff。」』）]\s(\S+(?: [A-Z]\S*)?)$")


def trailing(text: str, words: Words) -> int | None:
    """An agency and a name joined by a slash at the very end, with nothing that sets them apart from the caption."""
    slash = text.rfind("/", max(0, len(text) - LONGEST_CREDIT))
    if slash <= 0:
        return None
    start = slash
    for token in reversed(text[:slash].split()[-MOST_PART_WORDS:]):
        if not token[:1].isupper() or (token[-1] in ".,;:" and not INITIAL.fullmatch(token)):
            break
        if _is_whole_name(text[start:slash], token, words):
            break
        start = text.rindex(token, 0, start)
    tail = text[start:]
    return start if 0 < start < slash and words.agencies.mentions(tail) and is_credit(tail, words) else None


def _is_whole_name(name: str, before: str, words: Words) -> bool:
    """Is it an agency, or a person's name from the given name on, so that the word before is the caption's last?"""
    parts = name.split()
    if words.agencies.get(name):
        return True
    return len(parts) > 1 and fold(parts[0]) in words.given and fold(before) not in words.given


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


def uncased_last(text: str, words: Words) -> int | None:
    """An agency behind a blank at the end of a caption in a script without capitals.

    In Latin letters; in any where the caption is Chinese or Japanese, which has blanks nowhere else.
    """
    end = text[-LONGEST_AGENCY:]
    latin, other = LATIN_TAIL.search(end), CJK_TAIL.search(end)
    behind = latin if latin and uncased(end[latin.start() - 1 : latin.start()]) else other
    named = behind and (words.agencies.get(behind[1]) or _is_handed_out(behind[1], words))
    return len(text) - len(behind[1]) if behind and named else None


def _is_handed_out(text: str, words: Words) -> bool:
    """Is it an agency with a word for what it does behind it: "新华社发"?"""
    return bool(words.agencies.mentions(text)) and is_credit(text, words)


def agency_last(text: str, words: Words) -> int | None:
    """A picture agency of several words at the very end, with the party before its "via".

    "… on Thursday night Getty Images", "… the parade AFP via Getty Images"; not "a picture from Getty Images".
    """
    tail = text[-LONGEST_CREDIT:]
    parties = words.agencies.mentions(tail)
    if (
        not parties
        or parties[-1].end < len(tail)
        or not parties[-1].agency.has_pictures_only
        or " " not in parties[-1].text
    ):
        return None
    start = parties[-1].start
    joiner = next(iter(words.joiners.whole(tail[:start].split()[-1])), None) if tail[:start].strip() else None
    if joiner is None:
        return len(text) - len(tail) + start
    before = [party for party in parties[:-1] if party.end == len(tail[:start].rstrip().rpartition(" ")[0])]
    return len(text) - len(tail) + before[0].start if before and joiner.does == "via" else None


def is_date(text: str, place: int, words: Words) -> bool:
    """Does a month stand behind a number's full stop, which ends no sentence then: "am 11. Mai 2026"?"""
    numbered = text[:place].rstrip()[-2:-1].isdecimal()
    return numbered and bool(behind := text[place:].split(None, 1)) and fold(behind[0]) in words.date_words
