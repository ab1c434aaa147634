"""Caption text with the credit inside it: where the caption ends and the credit line begins."""

import re

from auditor.parsers.brackets import BRACKETS, CLOSING, MOST_FULL_NAME, SENTENCE_END, bracketed, is_open
from auditor.parsers.endings import LONGEST_AGENCY, agency_last, is_date, named_last, trailing, uncased_last
from auditor.parsers.wording import (
    EDGE,
    LONGEST_CREDIT,
    SENTENCE_BREAK,
    is_credit,
    is_house,
    is_initial,
    is_name,
    is_persons_name,
    is_sentence,
    is_thing,
    is_titled,
    stands_for_a_name,
    uncased,
)
from auditor.text import squeeze
from auditor.words import Label, Words, same_capitals

LONGEST = 2000  # characters of a caption that are looked at
LONGEST_KIND = 40
LONGEST_ABBREVIATION = 6
LONGEST_BRACKET = 160
SEPARATOR = re.compile(r"\s[|/•–—-]+\s|[|｜＝、]|\s[/|](?=\S)|=(?=[\u3040-\u30ff\u3400-\u9fff])")
LIST_COMMA = "、"
OPENED = re.compile(r"[\s(（\[]")
ADDRESS = re.compile(r"(?<![\w.@-])[\w.-]{1,64}@[\w-]{1,63}\.[\w.]{2,60}$")
BAR = re.compile(r"[|｜]\s?(?=\S)")
MULTIPLE = "multi"  # the kind of markers that say which picture: "Left:"
SHORTEST_CAPTION = 4  # words before a credit that nothing sets apart
PARTING = re.compile(r"[/|,;:&+]")
COLONS = (":", "：")
TRAILING = " -–—|/"
MOST_BARS = 3
MOST_HOUSE = 4  # words
MOST_JOINED = 4  # words
MOST_INITIALS = 5  # letters of "ST", "STAFF"
ENDS = tuple(".!?…)")
BEHIND_NAME = re.compile(r"\s\([^()]{1,40}\)$")
# A word of one or two letters ends in a full stop of its own; and no part of a credit that says who did what is a
# sentence: "Photo: Jane Roe. Styling: Kit Rowan. Hair: Luc Morel".
SENTENCE_INSIDE = re.compile(r"(?<!\b\w)(?<!\b\w\w)[.!?。][\"”»)]?\s+(?!\S+:\s)\S+(?:\s+\S+){5}")


def split(text: str, words: Words) -> tuple[str | None, str | None]:
    """The caption and the credit line as printed, each None where there is none.

    A credit stands at the end: of a text longer than LONGEST only the end is searched, and the caption has all of it.
    """
    text = squeeze(text)
    if len(text) <= LONGEST:
        return words.once(_split, text)  # pages print a text again, and several steps ask for it
    caption, credit = words.once(_split, text[-LONGEST:])
    return text[: len(text) - LONGEST] + (caption or ""), credit


def _split(printed: str, words: Words) -> tuple[str | None, str | None]:
    text = words.cut_residue(printed)[0]
    start = credit_start(text, words)
    if start is None:
        return text.rstrip(TRAILING) or None, None
    # What is left over behind a credit stays with it: it is printed as part of the line, and a rule looks at it.
    credit = printed[printed.index(text) + start :]
    return text[:start].rstrip(EDGE + "(（[") or None, credit.strip(EDGE) or None


def credit_start(text: str, words: Words) -> int | None:
    """Where the credit begins; None where the text holds none. The first step that finds it decides."""
    told_apart = (_labelled, _sourced, _whole, _barred, bracketed, _last_sentence)
    for step in (*told_apart, trailing, uncased_last, _separated, named_last, agency_last):
        start = step(text, words)
        if start is not None:
            return start
    return None


def _whole(text: str, words: Words) -> int | None:
    if SENTENCE_INSIDE.search(text) or _is_seen(text, words) or not is_credit(text, words):
        return None
    return 0 if not _says_more(text[: trailing(text, words) or 0], words) else None


def _is_seen(text: str, words: Words) -> bool:
    """Is it who is seen, with who gave the picture in brackets behind: "Jonas Wehner (privat)"?"""
    giver = BEHIND_NAME.search(text)
    role = words.role(giver[0].strip(" ()")) if giver else None
    return role is not None and "handout" in role.kinds


def _says_more(before: str, words: Words) -> bool:
    """Are the words before an agency and its name a caption, though each might stand in a name?"""
    said = len(before.split()) >= SHORTEST_CAPTION and words.label_at_start(before) is None
    return said and not PARTING.search(before) and not words.agencies.mentions(before)


def _labelled(text: str, words: Words) -> int | None:
    """From the first marker behind which nothing but a credit can stand."""
    for label in words.labels_inside(text):
        tail = text[label.start :]
        house = _house_before(text, label)
        if (house is None and _is_plain_word(text, label)) or not label.start or len(tail) > LONGEST_CREDIT:
            continue
        if is_thing(label, text[label.end :], words) or _is_remark(text, label, words):
            continue
        sure = (label.colon or not label.marker.takes_colon) and not is_sentence(text[label.end :], words)
        sure = sure or _fills_bracket(text, label)
        if (sure or is_credit(tail, words)) and not SENTENCE_INSIDE.search(text, label.end):
            start = _with_initials(text, label) if house is None else house
            start = _with_credit_before(text, _opening(text, start), words)
            # "Photo: Screenshot: harbour.example" is announced twice, and no caption.
            return 0 if text[:start].rstrip().endswith(COLONS) and words.is_label(text[:start]) else start
    return None


def _is_remark(text: str, label: Label, words: Words) -> bool:
    """Does a word in brackets say what is seen, and the caption go on: "The village (file photo): The mill burnt."?"""
    closing = CLOSING.get(text[label.start - 1]) if label.start else None
    behind = text[label.end :].strip()
    return bool(closing and closing in label.text) and not (is_credit(behind, words) or is_persons_name(behind, words))


def _sourced(text: str, words: Words) -> int | None:
    """From a marker with its colon that announces not only pictures ("Source:"), if a credit follows to the end."""
    for label in words.labels_inside(text, pictures_only=False):
        start = _opening(text, label.start)
        plain = label.text[0].islower() and start == label.start
        if not label.colon or not label.start or plain or MULTIPLE in label.marker.kinds:
            continue
        if _is_party(text[label.end :], words):
            return 0 if _is_labelled_party(text[:start], words) else start
    return None


def _is_labelled_party(text: str, words: Words) -> bool:
    """Is what stands before a source a credit, too: "Chart: Jane Roe | Source: Harbour Museum"?"""
    label = words.label_at_start(text)
    return label is not None and label.colon and _is_party(text[label.end :].rstrip(EDGE), words)


def _is_party(text: str, words: Words) -> bool:
    bare = text.strip()
    return bool(bare) and (is_credit(bare, words) or is_name(bare, words) or is_house(bare, words))


def _with_initials(text: str, label: Label) -> int:
    """Where a marker in capitals begins, with a house's initials before it: "ST PHOTO: JANE ROE", "STAFF PHOTO BY"."""
    before, _, initials = text[: label.start].rstrip().rpartition(" ")
    if not (label.text.isupper() and before[-1:] in ENDS and 0 < len(initials) <= MOST_INITIALS):
        return label.start
    return len(before) + 1 if initials.isalpha() and initials.isupper() else label.start


def _house_before(text: str, label: Label) -> int | None:
    """Where a house's name begins before a marker without colon: "Staff photo by", "(Express Photo by Jane Roe)"."""
    if label.marker.takes_colon or not label.marker.person:
        return None
    ends = [match.end() for match in SENTENCE_END.finditer(text, 0, label.start)]
    place = max(*ends, *(text.rfind(opening, 0, label.start) + 1 for opening in CLOSING), 0)
    house = text[place : label.start].split()
    return place if place and 0 < len(house) <= MOST_HOUSE and all(word[0].isupper() for word in house) else None


def _fills_bracket(text: str, label: Label) -> bool:
    """Does a marker with its colon begin a bracket that ends the text: "… (Bild: made with AI by the desk)"?"""
    start = _opening(text, label.start)
    return (
        label.colon
        and start < label.start
        and text[-1] == CLOSING.get(text[start])
        and len(text) - start <= LONGEST_BRACKET
    )


def _with_credit_before(text: str, start: int, words: Words) -> int:
    """Where a credit begins that goes on with a marker: "Quelle: A/dpa; Montage: B", "… | Source: A | Photo: B"."""
    whole = text[:start].rstrip(EDGE)
    bar = max(whole.rfind("|"), whole.rfind("｜")) + 1
    before = whole[bar:].lstrip()
    label = words.label_at_start(before) if before and len(before) <= LONGEST_CREDIT else None
    if label is None or not label.colon or before[-1] in ".!?。" or SENTENCE_BREAK.search(before):
        return _alone_before(text, start, words)
    behind = before[label.end :]
    sure = is_credit(before if bar else behind, words) or words.agencies.mentions(behind)
    return len(whole) - len(before) if sure else start


def _alone_before(text: str, start: int, words: Words) -> int:
    """Where an agency stands alone before a marker, or a noun before a sign: "MTI Fotó: Anna Kovács", "Bild © dpa"."""
    whole = text[:start].rstrip(EDGE)
    place = max(whole.rfind("/") + 1, *(match.end() for match in SENTENCE_END.finditer(whole)), 0)
    alone = whole[place:].strip()
    named = place and (words.agencies.get(alone) or _is_joined(alone, words))
    return place if named or (not text[start].isalpha() and alone[-1:].isalpha() and words.is_label(alone)) else start


def _is_joined(before: str, words: Words) -> bool:
    """Do a few words that end in "and" go with the marker behind them: "Food styling and photo: Jane Roe"?"""
    parts = before.split()
    return 1 < len(parts) <= MOST_JOINED and any(row.does == "and" for row in words.joiners.whole(parts[-1]))


def _is_plain_word(text: str, label: Label) -> bool:
    """A marker that is only a word of the sentence, or a part of one: without its colon, and nothing sets it apart."""
    glued = text[label.start - 1 : label.start]
    if glued.isalpha() and not uncased(glued):
        return True
    if label.colon or not label.text[0].isalpha():
        return False
    if is_initial(label):
        return text[label.start - 1 : label.start] not in ("(", "（")
    before = OPENED.split(text[: label.start].rstrip())[-1:] or [""]
    if label.text.isupper() and label.text.isalpha():
        return before[0].isupper() and before[0][-1:].isalpha()
    return label.text[:1].islower() and before[0][-1:].isalnum()


def _opening(text: str, start: int) -> int:
    """The bracket right before a place, if the text has one there."""
    before = text[:start].rstrip()
    return len(before) - 1 if before[-1:] in "(（[【" and before else start


def _barred(text: str, words: Words) -> int | None:
    """What stands behind a bar outside any bracket, which seldom parts anything but a caption and its credit."""
    for match in list(BAR.finditer(text))[-MOST_BARS:]:
        if is_open(text[: match.start()]):
            continue
        tail = text[match.end() :]
        name = BEHIND_NAME.sub("", tail)
        if is_credit(tail, words) or is_name(name, words) or is_persons_name(name, words) or is_house(tail, words):
            return _with_names_before(text, match, words)
    return None


def _last_sentence(text: str, words: Words) -> int | None:
    """What stands behind the end of a sentence: a credit, a name, or a word such as Handout alone."""
    places = [match.end() for match in SENTENCE_END.finditer(text)]
    for end in reversed([p for p in places[-3:] if p < len(text)]):
        if is_date(text, end, words):
            continue
        label = _label_before(text, end, words)
        place = _past_kind(text, end, words)
        if _signs(text[place:] if label is None else text[end:].rstrip(")）"), words):
            return place if label is None else label
    return None


def _signs(tail: str, words: Words) -> bool:
    """Is what stands alone behind a sentence a credit, a person, a house, an address, or in a name's place?"""
    role = words.role(tail)
    if is_credit(tail, words) or is_persons_name(tail, words) or (role and stands_for_a_name(role)):
        return True
    if tail[:1] == "@" and not OPENED.search(tail):
        return True
    address = ADDRESS.search(tail) is not None and len(tail.split()) <= MOST_FULL_NAME
    return address or is_house(tail, words) or is_titled(tail, words)


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


def _separated(text: str, words: Words) -> int | None:
    """What stands behind a bar, slash or dash: a credit, or a name; with the names before it, joined by such signs."""
    matches = list(SEPARATOR.finditer(text))[-3:]
    for match in matches:
        tail, sign = text[match.end() :], match[0].strip()
        if sign == LIST_COMMA and match is not matches[-1]:
            continue
        if is_credit(tail, words) or is_persons_name(tail, words) or (sign in "|/｜" and is_name(tail, words)):
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
