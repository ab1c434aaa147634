"""Caption text with the credit inside it: where the caption ends and the credit line begins."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from auditor.phrases import Phrases, Worded, worded
from auditor.text import fold, squeeze
from auditor.vocabulary import Role as RoleWord
from auditor.words import Label, Words

T = TypeVar("T")
GIVERS = frozenset({"handout", "courtesy", "stringer", "uncredited"})  # kinds of words that stand where a name should
LONGEST = 2000  # characters of a caption that are looked at
LONGEST_CREDIT = 260
LONGEST_KIND = 40
MOST_PART_WORDS = 4  # of one name among several
MOST_SMALL_BEHIND = 4  # behind a marker
MOST_SMALL_WORDS = 7  # of a credit line: particles, joining words, agencies that print themselves small
MOST_HOUSE_WORDS = 11
MOST_UNCASED = 8  # letters of a name in a script without capitals
MOST_NAME_WORDS = 9  # beside the agencies of a credit line
BRACKETS = {")": "(", "）": "（", "]": "[", "】": "【", "〕": "〔"}
SENTENCE_END = re.compile(
    r"(?<=[^\W\d_][^\W_])[.!?…][\"'”’»)\]）]?\s+|(?<=[\])\d\"”’»])[.!?…]\s+|[。！？]|[)”\"]\s+(?=\()"
)
SEPARATOR = re.compile(r"\s[|/•–—-]+\s|[|｜＝、]|\s[/|](?=\S)")
EDGE = " \t|/•·–—-,;:=＝｜、"
SENTENCE_INSIDE = re.compile(r"[.!?。][\"”»)]?\s+\S+(?:\s+\S+){5}")
CASELESS = "\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
SENTENCE_BREAK = re.compile(rf"(?:\w{{3}}|[{CASELESS}])[.!?…][\"'”’»)\]）]?\s|[。！？、，]")
SMALL_WORD = re.compile(r"(?<![\w@.])[a-zß-öø-ÿа-яα-ω]+(?!\w)")
UNCASED = re.compile(rf"[{CASELESS}]")
PARTS = re.compile(r"\s*[/|]\s*")


@lru_cache(maxsize=1024)
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
    for step in (_labelled, _whole, _bracketed, _last_sentence, _separated, _trailing):
        start = step(text, words)
        if start is not None:
            return start
    return None


@lru_cache(maxsize=4096)
def is_credit(text: str, words: Words) -> bool:
    """Is this text by itself a credit line: announced by a marker, or nothing but parties, names and signs?"""
    bare = text.strip(EDGE + "()（）[]【】 ")
    if not bare or len(text) > LONGEST_CREDIT:
        return False
    if _announced(bare, words) or words.agencies.get(bare):
        return True
    if SENTENCE_BREAK.search(bare) or len(SMALL_WORD.findall(bare)) > MOST_SMALL_WORDS:
        return False
    return _is_signed(bare, words) or _joins_names(bare, words) or _names_parties(bare, words)


def _is_signed(text: str, words: Words) -> bool:
    """Ends with a marker that follows the name: "撮影", "nuotr."."""
    label = words.label_at_end(text)
    return (
        label is not None and len(text[: label.start].split()) <= MOST_NAME_WORDS and _few_uncased(text[: label.start])
    )


def _few_uncased(text: str) -> bool:
    """Where a script has no capitals, length tells a name from a sentence."""
    return len(UNCASED.findall(text)) <= MOST_UNCASED


def is_marked(text: str, words: Words) -> bool:
    """Is the text announced as a credit beyond doubt, by a marker with its colon or a sign?"""
    label = words.label_at_start(text)
    if label is None or _is_initial(label) or _is_sentence(text[label.end :], words):
        return False
    return label.colon or not label.marker.takes_colon


def _is_sentence(text: str, words: Words) -> bool:
    """Does it say something, where a credit only names? Told by its small words that no name has."""
    small = [word for word in SMALL_WORD.findall(text) if word not in words.particles and not words.joiners.whole(word)]
    return len(small) > MOST_SMALL_BEHIND and not words.agencies.mentions(text)


def _announced(text: str, words: Words) -> bool:
    """Begins with a marker; one without its colon must be followed by what can be nothing but a name."""
    label = words.label_at_start(text)
    if label is None or label.end >= len(text) or _is_initial(label):
        return False
    if label.colon or not label.marker.takes_colon:
        return not _is_sentence(text[label.end :], words)
    return is_name(text[label.end :].strip(), words)


def is_name(text: str, words: Words) -> bool:
    """Could this be one person's or house's name: a few words, each with a capital or a small word of names?"""
    parts = text.split()
    if not 1 <= len(parts) <= MOST_PART_WORDS or text[-1] in "!?:" or not _few_uncased(text) or text[0].isdigit():
        return False
    return all(not part.islower() or part.casefold() in words.particles for part in parts)


def is_persons_name(text: str, words: Words) -> bool:
    """A name of two or more words that begins with a known given name, or with an initial."""
    first = text.split()[:1]
    if not first or len(text.split()) < 2 or not is_name(text, words):
        return False
    return fold(first[0]) in words.given or (len(first[0]) == 2 and first[0][1] == ".")


def _names_parties(text: str, words: Words) -> bool:
    """At least one party of the tables, and beside them nothing but names and small joining words.

    Beside an agency that may be several names; beside another party, which a caption may be about, only one.
    """
    said = worded(text)
    agencies = _agencies(said, words)
    parties = agencies | _suppliers(said, words)
    stands_in = _spans(said, words.roles, _stands_for_a_name)
    left = [i for i in range(len(said.words)) if i not in parties | _spans(said, words.roles, lambda role: True)]
    if not parties and not (stands_in and left):
        return False
    most = MOST_NAME_WORDS if agencies else MOST_PART_WORDS
    if len(left) > most or not _few_uncased(" ".join(said.words[i] for i in left)):
        return False
    return all(_in_name(said.written(i, i + 1), said.words[i], words) for i in left)


def _agencies(said: Worded, words: Words) -> set[int]:
    """The words that belong to an agency."""
    found: set[int] = set()
    for mention in words.agencies.mentions(said.text):
        found |= {i for i in range(len(said.words)) if mention.start <= said.starts[i] < mention.end}
    return found


def _suppliers(said: Worded, words: Words) -> set[int]:
    """The words that belong to another party of the tables; one in brackets may be a person's own."""
    return {i for i in _spans(said, words.suppliers, lambda supplier: True) if said.gap(i)[-1:] not in ("(", "（")}


def _stands_for_a_name(role: RoleWord) -> bool:
    return role.code or role.placeholder or not GIVERS.isdisjoint(role.kinds)


def _spans(said: Worded, table: Phrases[T], counts: Callable[[T], bool]) -> set[int]:
    found: set[int] = set()
    for index in range(len(said.words)):
        last = next((last for last, row in table.at(said, index) if counts(row)), index)
        found |= set(range(index, last))
    return found


def _in_name(written: str, folded: str, words: Words) -> bool:
    return not written.islower() or folded in words.particles or bool(words.joiners.whole(folded))


def _joins_names(text: str, words: Words) -> bool:
    """Short names joined by slashes or bars, as only credits are."""
    parts = [part for part in PARTS.split(text) if part]
    return len(parts) > 1 and all(part[0] == "@" or is_name(part, words) for part in parts)


def _whole(text: str, words: Words) -> int | None:
    return 0 if is_credit(text, words) and not SENTENCE_INSIDE.search(text) else None


def _labelled(text: str, words: Words) -> int | None:
    """From the first marker behind which nothing but a credit can stand."""
    for label in words.labels_inside(text):
        tail = text[label.start :]
        if _is_plain_word(text, label) or not label.start or len(tail) > LONGEST_CREDIT:
            continue
        sure = (label.colon or not label.marker.takes_colon) and not _is_sentence(text[label.end :], words)
        if (sure or is_credit(tail, words)) and not SENTENCE_INSIDE.search(text, label.end):
            return _opening(text, label.start)
    return None


def _is_plain_word(text: str, label: Label) -> bool:
    """A marker that is only a word of the sentence, or a part of one: without its colon, and nothing sets it apart."""
    glued = text[label.start - 1 : label.start]
    if glued.isalpha() and not UNCASED.match(glued):
        return True
    if label.colon:
        return False
    if _is_initial(label):
        return text[label.start - 1 : label.start] not in ("(", "（")
    before = text[: label.start].split()[-1:] or [""]
    if label.text.isupper() and label.text.isalpha():
        return before[0].isupper() and before[0][-1:].isalpha()
    return label.text[:1].islower() and before[0][-1:].isalnum()


def _is_initial(label: Label) -> bool:
    """The C of "(C)", which without its brackets is the initial of a name."""
    return len(label.text) <= 2 and label.text[:1] in "cC"


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
    if not _fits_bracket(inner, before, words):
        return None
    earlier = _bracketed(before, words) if before[-1:] == bare[-1:] else None
    return start if earlier is None else earlier


def _fits_bracket(inner: str, before: str, words: Words) -> bool:
    """Behind a whole sentence any name may stand; behind a name only what is surely a credit: "Jane Roe (CDU)"."""
    ended = before[-1:] in '.!?…”"' and bool(before)
    if is_credit(inner, words):
        return ended or not words.suppliers.whole(inner)
    return is_persons_name(inner, words) or (ended and _may_name(inner, words))


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


def _last_sentence(text: str, words: Words) -> int | None:
    """What stands behind the end of a sentence: a credit, a name, or a word such as Handout alone."""
    places = [match.end() for match in SENTENCE_END.finditer(text)]
    for end in reversed([p for p in places[-3:] if p < len(text)]):
        place = _past_kind(text, end, words)
        tail = text[place:]
        role = words.role(tail)
        if is_credit(tail, words) or is_persons_name(tail, words) or (role and _stands_for_a_name(role)):
            return place
        if _is_house(tail, words):
            return place
    return None


def _is_house(text: str, words: Words) -> bool:
    """The name of an organisation: it says so in one of its words, and it is no sentence."""
    said = worded(text)
    if not 2 <= len(said.words) <= MOST_HOUSE_WORDS or text[-1] in ".!?:…" or not text[0].isupper():
        return False
    capitals = sum(not said.written(i, i + 1).islower() for i in range(len(said.words)))
    return 2 * capitals > len(said.words) and not words.organisation_words.isdisjoint(said.words)


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
        if is_credit(tail, words) or is_persons_name(tail, words) or (sign in "|/｜" and is_name(tail, words)):
            return _with_names_before(text, match, words)
    return None


def _with_names_before(text: str, match: re.Match[str], words: Words) -> int:
    """Where a credit begins that goes on behind a slash or bar: at the name between a sentence's end and the sign."""
    before = text[: match.start()]
    ends = [end.end() for end in SENTENCE_END.finditer(before)]
    if match[0].strip() in "/|" and ends and is_name(before[ends[-1] :], words):
        return ends[-1]
    return match.end()


def _trailing(text: str, words: Words) -> int | None:
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
