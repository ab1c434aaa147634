"""Caption text with the credit inside it: where the caption ends and the credit line begins."""

import re

from auditor.phrases import Worded, worded
from auditor.text import squeeze
from auditor.words import Label, Words

LONGEST = 2000  # characters of a caption that are looked at
LONGEST_CREDIT = 260
MOST_PART_WORDS = 4  # of one name among several
MOST_NAME_WORDS = 9  # beside the agencies of a credit line
BRACKETS = {")": "(", "）": "（", "]": "[", "】": "【", "〕": "〔"}
SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]）]?\s+|[。！？]")
SEPARATOR = re.compile(r"\s[|/•–—-]+\s|[|｜＝]|\s[/|](?=\S)")
EDGE = " \t|/•·–—-,;:=＝｜"
SENTENCE_INSIDE = re.compile(r"[.!?。][\"”»)]?\s+\S+(?:\s+\S+){5}")
SENTENCE_BREAK = re.compile(r"\w{3}[.!?…][\"'”’»)\]）]?\s|[。！？]")
PARTS = re.compile(r"\s*[/|]\s*")


def split(text: str, words: Words) -> tuple[str | None, str | None]:
    """The caption and the credit line as printed, each None where there is none."""
    printed = squeeze(text[:LONGEST])
    text = words.cut_residue(printed)[0]
    start = credit_start(text, words)
    if start is None:
        return text or None, None
    # What is left over behind a credit stays with it: it is printed as part of the line, and a rule looks at it.
    credit = printed[printed.index(text) + start :]
    return text[:start].rstrip(EDGE + "(（[") or None, credit.strip(EDGE) or None


def credit_start(text: str, words: Words) -> int | None:
    """Where the credit begins; None where the text holds none. The first step that finds it decides."""
    for step in (_whole, _labelled, _bracketed, _separated, _last_sentence):
        start = step(text, words)
        if start is not None:
            return start
    return None


def is_credit(text: str, words: Words) -> bool:
    """Is this text by itself a credit line: announced by a marker, or nothing but parties, names and signs?"""
    bare = text.strip(EDGE + "()（）[]【】 ")
    if not bare or len(text) > LONGEST_CREDIT:
        return False
    if _announced(bare, words) or words.label_at_end(bare):
        return True
    return not SENTENCE_BREAK.search(bare) and (_names_parties(bare, words) or _joins_names(bare))


def _announced(text: str, words: Words) -> bool:
    label = words.label_at_start(text)
    return label is not None and (label.colon or not label.marker.takes_colon) and label.end < len(text)


def _names_parties(text: str, words: Words) -> bool:
    """At least one party of the tables, and beside them nothing but names and small joining words."""
    said = worded(text)
    known = _known(said, words)
    left = [i for i in range(len(said.words)) if i not in known]
    if len(left) == len(said.words) or len(left) > MOST_NAME_WORDS:
        return False
    return all(_in_name(said.written(i, i + 1), said.words[i], words) for i in left)


def _known(said: Worded, words: Words) -> set[int]:
    """The words that belong to an agency, another party of the tables, or a word such as Handout."""
    known: set[int] = set()
    for mention in words.agencies.mentions(said.text):
        known |= {i for i in range(len(said.words)) if mention.start <= said.starts[i] < mention.end}
    for table in (words.suppliers, words.roles):
        for index in range(len(said.words)):
            known |= set(range(index, next((last for last, _ in table.at(said, index)), index)))
    return known


def _in_name(written: str, folded: str, words: Words) -> bool:
    return not written[:1].islower() or folded in words.particles or bool(words.joiners.whole(folded))


def _joins_names(text: str) -> bool:
    """Short names joined by slashes or bars, as only credits are."""
    parts = PARTS.split(text)
    return len(parts) > 1 and all(_is_name_shaped(part) for part in parts)


def _is_name_shaped(part: str) -> bool:
    return bool(part) and len(part.split()) <= MOST_PART_WORDS and (part[0].isupper() or part[0] == "@" or "." in part[1:-1])


def _whole(text: str, words: Words) -> int | None:
    return 0 if is_credit(text, words) and not SENTENCE_INSIDE.search(text) else None


def _labelled(text: str, words: Words) -> int | None:
    """From the first marker behind which nothing but a credit can stand."""
    for label in words.labels_inside(text):
        if _is_plain_word(text, label):
            continue
        tail = text[label.start :]
        if len(tail) <= LONGEST_CREDIT and not SENTENCE_INSIDE.search(text, label.end):
            return _opening(text, label.start)
    return None


def _is_plain_word(text: str, label: Label) -> bool:
    """A marker that is only a word of the sentence: without its colon, and nothing sets it apart."""
    if label.colon:
        return False
    before = text[: label.start].split()[-1:] or [""]
    if label.text.isupper() and label.text.isalpha():
        return before[0].isupper() and before[0][-1:].isalpha()
    return label.text[:1].islower() and before[0][-1:].isalnum()


def _opening(text: str, start: int) -> int:
    """The bracket right before a place, if the text has one there."""
    before = text[:start].rstrip()
    return len(before) - 1 if before[-1:] in "(（[【" and before else start


def _bracketed(text: str, words: Words) -> int | None:
    """The bracket at the end: a credit where it reads as one, or where it stands behind a whole sentence."""
    bare = text.rstrip(" .")
    opening = BRACKETS.get(bare[-1:])
    start = _matching(bare, opening) if opening else -1
    if start < 0 or len(bare) - start > LONGEST_CREDIT:
        return None
    inner, before = bare[start + 1 : -1], text[:start].rstrip()
    if is_credit(inner, words):
        return start
    return start if before[-1:] in '.!?…”"' and before and _may_name(inner, words) else None


def _matching(text: str, opening: str) -> int:
    depth = 0
    for place in range(len(text) - 1, max(-1, len(text) - LONGEST_CREDIT), -1):
        depth += (text[place] == text[-1]) - (text[place] == opening)
        if not depth:
            return place
    return -1


def _may_name(text: str, words: Words) -> bool:
    """Could a text in the credit's place be a name: capitals first, few words, no word such as "file picture"?"""
    return (
        bool(text)
        and not text[0].islower()
        and not text[0].isdigit()
        and len(text.split()) <= 9
        and words.role(text) is None
    )


def _separated(text: str, words: Words) -> int | None:
    places = [match.end() for match in SEPARATOR.finditer(text)]
    for place in reversed(places[-3:]):
        if is_credit(text[place:], words):
            return place
    return None


def _last_sentence(text: str, words: Words) -> int | None:
    places = [match.end() for match in SENTENCE_END.finditer(text)]
    for place in reversed([p for p in places[-3:] if p < len(text)]):
        if is_credit(text[place:], words):
            return place
    return None
