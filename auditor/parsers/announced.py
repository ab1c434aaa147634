"""Credits inside captions that a marker announces: "… on the pier. Photo: Jane Roe/AP"."""

from auditor.parsers.brackets import CLOSING, OPENED, SENTENCE_END
from auditor.parsers.wording import (
    EDGE,
    LONGEST_CREDIT,
    SENTENCE_BREAK,
    SENTENCE_INSIDE,
    is_credit,
    is_house,
    is_initial,
    is_name,
    is_persons_name,
    is_sentence,
    is_thing,
    uncased,
)
from auditor.words import Label, Words

LONGEST_BRACKET = 160
MULTIPLE = "multi"  # the kind of markers that say which picture: "Left:"
COLONS = (":", "：")
MOST_HOUSE = 4  # words
MOST_JOINED = 4  # words
MOST_BEFORE_LABEL = 2  # words between a bracket and its label
CLOSED = frozenset(CLOSING.values())
LABEL_END = " :：-–—"
MOST_INITIALS = 5  # letters of "ST", "STAFF"
ENDS = tuple(".!?…)")


def labelled(text: str, words: Words) -> int | None:
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
            start = _with_word_before(text, label, words) if house is None else house
            start = _with_credit_before(text, _opening(text, start), words)
            # "Photo: Screenshot: harbour.example" is announced twice, and no caption.
            return 0 if text[:start].rstrip().endswith(COLONS) and words.is_label(text[:start]) else start
    return None


def _is_remark(text: str, label: Label, words: Words) -> bool:
    """Does a word in brackets say what is seen, and the caption go on: "The village (file photo): The mill burnt."?"""
    closing = CLOSING.get(text[label.start - 1]) if label.start else None
    behind = text[label.end :].strip()
    return bool(closing and closing in label.text) and not (is_credit(behind, words) or is_persons_name(behind, words))


def sourced(text: str, words: Words) -> int | None:
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


def _with_word_before(text: str, label: Label, words: Words) -> int:
    """Where a marker begins, with the word for its kind or a house's initials: "ফাইল ছবি: X", "ST PHOTO: JANE ROE"."""
    before, _, word = text[: label.start].rstrip().rpartition(" ")
    if not word or not (words.role(f"{word} {label.text.rstrip(LABEL_END)}") or _are_initials(word, before, label)):
        return label.start
    return len(before) + (before != "")


def _are_initials(word: str, before: str, label: Label) -> bool:
    """Do capitals behind a sentence go with a marker in capitals?"""
    capitals = label.text.isupper() and word.isupper() and word.isalpha()
    return capitals and before[-1:] in ENDS and len(word) <= MOST_INITIALS


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
    """The bracket right before a place, or before a word or two where it ends the text: "(Archive photo: J. Roe)"."""
    before = text[:start].rstrip()
    place = max(map(before.rfind, CLOSING))
    said = before[place + 1 :]
    if place < 0 or (said and (text[-1] != CLOSING[before[place]] or not _are_few(said))):
        return start
    return place


def _are_few(said: str) -> bool:
    """A word or two, no bracket closed among them."""
    return len(said.split()) <= MOST_BEFORE_LABEL and CLOSED.isdisjoint(said)
