"""Credits inside captions that a sign or a sentence's end parts from them: "… on the pier | Jane Roe/AP"."""

import re

from auditor.parsers.brackets import BEHIND_NAME, BRACKETS, MOST_FULL_NAME, OPENED, SENTENCE_END, is_open
from auditor.parsers.endings import LONGEST_AGENCY, is_date, trailing
from auditor.parsers.wording import EDGE, is_credit, is_house, is_name, is_persons_name, is_stand_in, is_titled
from auditor.words import Words, same_capitals

LONGEST_KIND = 40
LONGEST_ABBREVIATION = 6
HAN = r"[\u3040-\u30ff\u3400-\u9fff]"  # and kana: beside them a blank is a break, as none stands between words
SEPARATOR = re.compile(rf"\s[|/•–—-]+\s|[|｜＝、]|\s[/|](?=\S)|=(?={HAN})|(?<={HAN})\s(?={HAN})")
DASHES = "—–-"
ENDS = tuple(".!?…)")
LIST_COMMA = "、"
ADDRESS = re.compile(r"(?<![\w.@-])[\w.-]{1,64}@[\w-]{1,63}\.[\w.]{2,60}$")
BAR = re.compile(r"[|｜]\s?(?=\S)")
MOST_BARS = 3


def barred(text: str, words: Words) -> int | None:
    """What stands behind a bar outside any bracket, which seldom parts anything but a caption and its credit."""
    for match in list(BAR.finditer(text))[-MOST_BARS:]:
        if is_open(text[: match.start()]):
            continue
        tail = text[match.end() :]
        name = BEHIND_NAME.sub("", tail)
        if is_credit(tail, words) or is_name(name, words) or is_persons_name(name, words) or is_house(tail, words):
            return _with_names_before(text, match, words)
    return None


def last_sentence(text: str, words: Words) -> int | None:
    """What stands behind the end of a sentence: a credit, a name, or a word such as Handout alone."""
    places = [match.end() for match in SENTENCE_END.finditer(text)]
    for end in reversed([p for p in places[-3:] if p < len(text)]):
        if is_date(text, end, words):
            continue
        label = _label_before(text, end, words)
        place = _past_kind(text, end, words)
        if _signs(text[place:] if label is None else text[end:].rstrip(")）"), words):
            return place if label is None else label
        if _is_dashed(text, end) and is_name(text[end:].lstrip(EDGE), words):
            return end
    return None


def _signs(tail: str, words: Words) -> bool:
    """Is what stands alone behind a sentence a credit, a person, a house, an address, or in a name's place?"""
    if is_credit(tail, words) or is_persons_name(tail, words) or is_stand_in(tail, words):
        return True
    if tail[:1] == "@" and not OPENED.search(tail):
        return True
    address = ADDRESS.search(tail) is not None and len(tail.split()) <= MOST_FULL_NAME
    return address or is_house(tail, words) or is_titled(tail, words)


def _is_dashed(text: str, place: int) -> bool:
    """Does a dash stand behind a sentence, and no quotation, whose speaker would follow: "… well. — Harbour TV"?"""
    before = text[:place].rstrip()
    dashed = before[-1:] in DASHES or text[place] in DASHES
    return dashed and before.rstrip(DASHES + " ")[-1:] in ENDS


def _label_before(text: str, place: int, words: Words) -> int | None:
    """Where a marker begins, with its bracket, whose full stop seems to end a sentence: "Ph. Jane Roe", "(φωτ. AP)"."""
    start = text.rfind(" ", 0, max(place - 1, 0)) + 1
    word = text[start:place].strip(" (（")
    rows = words.markers.whole(word) if len(word) <= LONGEST_ABBREVIATION else []
    opened = text[start] in BRACKETS.values()
    return start if any(opened or same_capitals(word, row) for row in rows) else None


def _past_kind(text: str, place: int, words: Words) -> int:
    """Past a word such as "(Archivbild)" that stands between caption and credit, which belongs to the caption."""
    closing = text.find(")", place, place + LONGEST_KIND) if text[place : place + 1] == "(" else -1
    rest = text[closing + 1 :].lstrip(EDGE) if closing > 0 and words.role(text[place + 1 : closing]) else ""
    return len(text) - len(rest) if rest else place


def separated(text: str, words: Words) -> int | None:
    """What stands behind a bar, slash or dash: a credit, or a name; with the names before it, joined by such signs."""
    matches = list(SEPARATOR.finditer(text))[-3:]
    for match in matches:
        tail, sign = text[match.end() :], match[0].strip()
        if sign == LIST_COMMA and match is not matches[-1]:
            continue
        if is_credit(tail, words) or is_persons_name(tail, words) or (sign and sign in "|/｜" and is_name(tail, words)):
            return _with_names_before(text, match, words)
        if tail.isupper() and not text.isupper() and is_house(tail, words):
            return match.end()  # "… - AYUNTAMIENTO DE LORCA"
    return None


def _with_names_before(text: str, match: re.Match[str], words: Words) -> int:
    """Where a credit begins that goes on behind a slash or bar: at the name between a sentence's end and the sign.

    Where there is no such name, at an agency right before the sign: "… on the pier dpa | Jana Roe".
    """
    before = text[: match.start()]
    place = max((end.end() for end in SENTENCE_END.finditer(before)), default=len(before))
    name = before[_past_kind(text, place, words) :].lstrip(EDGE)
    joined = match[0].strip() in "/|" and name[:1].isalpha() and not is_date(before, place, words)
    if joined and (is_name(name, words) or is_credit(name, words)):
        return len(before) - len(name)
    whole = before.rstrip()
    if (start := trailing(whole, words)) is not None:
        return start
    agencies = words.agencies.mentions(whole[-LONGEST_AGENCY:])
    last = [found for found in agencies if found.end == min(len(whole), LONGEST_AGENCY)]
    return len(whole) - (last[-1].end - last[-1].start) if last else match.end()
