"""Whether a text reads as a credit, a name, a house or a sentence, by its words and its shape."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import TypeVar

from auditor.phrases import Phrases, Worded, worded
from auditor.text import fold
from auditor.vocabulary import Role as RoleWord
from auditor.words import Label, Words

T = TypeVar("T")
GIVERS = frozenset(
    {"handout", "courtesy", "stringer", "uncredited", "social"}
)  # kinds of words that stand where a name should
LONGEST_CREDIT = 260
MOST_PART_WORDS = 4  # of one name among several
MOST_SMALL_BEHIND = 4  # behind a marker
MOST_SMALL_BEFORE = 2  # before one that follows the name: "asmeninio archyvo nuotr."
MOST_SMALL_WORDS = 7  # of a credit line: particles, joining words, agencies that print themselves small
MOST_HOUSE_WORDS = 11
LONGEST_DESK_MARK = 3  # letters
MOST_OFFICE_WORDS = 5  # behind a label without its colon
MOST_UNCASED = 8  # letters of a name in a script without capitals
SHORTEST_TITLE = 2  # letters
MOST_UNCASED_NAME = 24  # letters of a full name in Arabic or Hebrew
MOST_NAME_WORDS = 9  # beside the agencies of a credit line
APART = re.compile(r"[(（|｜]")
EDGE = " \t|/•·–—-,;:=＝｜、"
CASELESS = "\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
SENTENCE_BREAK = re.compile(rf"(?:\w{{3}}|[{CASELESS}])[.!?…][\"'”’»)\]）]?\s|[。！？、，।॥۔።။។]")
# A word of one or two letters ends in a full stop of its own; and no part of a credit that says who did what is a
# sentence: "Photo: Jane Roe. Styling: Kit Rowan. Hair: Luc Morel".
SENTENCE_INSIDE = re.compile(r"(?<!\b\w)(?<!\b\w\w)[.!?。][\"”»)]?\s+(?!\S+:\s)\S+(?:\s+\S+){5}")
COPYRIGHT = re.compile(r"^[(（][CcＣｃ][)）]")
AGE = re.compile(r"[^\W\d_],\s\d{1,2}(?!\d)")  # "Jane Roe, 37", who is seen
DATE_BEHIND = re.compile(r"\s\d{2,4}[年./-]\d{1,2}[月./-]\d{1,2}日?$")
SENTENCE_SIGN = re.compile(r",\s|\.$")
SMALL_WORD = re.compile(r"(?<![\w@.])[a-zß-öø-ÿа-яα-ω]+(?!\w)")
SEEN = re.compile(r"[^\s(] \([^()]{1,40}\)[ .]*$")
PARTS = re.compile(r"[/|]")


def is_credit(text: str, words: Words) -> bool:
    """Is this text by itself a credit line: announced by a marker, or nothing but parties, names and signs?"""
    if len(text) > LONGEST_CREDIT:
        return False
    # pages print a text again, and several steps ask for it
    return words.once(_is_credit, COPYRIGHT.sub("©", text.strip(EDGE), count=1).strip(EDGE + "()（）[]【】 "))


def _is_credit(bare: str, words: Words) -> bool:
    if not bare:
        return False
    if _announced(bare, words) or words.agencies.get(bare):
        return True
    if SENTENCE_BREAK.search(bare) or AGE.search(bare) or len(SMALL_WORD.findall(bare)) > MOST_SMALL_WORDS:
        return False
    return _is_signed(bare, words) or _joins_names(bare, words) or _names_parties(bare, words)


def _is_signed(text: str, words: Words) -> bool:
    """Ends with a marker that follows the name: "撮影", "nuotr."; what a bar or slash parts from it says nothing."""
    label = words.label_at_end(DATE_BEHIND.sub("", text))
    if label is None:
        return False
    name = text[: label.start]
    *before, _ = PARTS.split(name)
    if any(saying(part, words) and words.role(part) is None for part in before):
        return False
    return len(name.split()) <= MOST_NAME_WORDS and _few_uncased(name) and len(saying(name, words)) <= MOST_SMALL_BEFORE


def _few_uncased(text: str) -> bool:
    """Where a script has no capitals, length tells a name from a sentence."""
    return uncased(text) <= MOST_UNCASED


def uncased(text: str) -> int:
    """How many letters of scripts without capitals a text holds."""
    return 0 if text.isascii() else len(_uncased().findall(text))


@cache
def _uncased() -> re.Pattern[str]:
    return re.compile(rf"[{CASELESS}]")


def is_thing(label: Label, behind: str, words: Words) -> bool:
    """Does the text name a thing, not a maker: "Foto de familia", where "Foto de Juan" is a credit?"""
    behind = behind.lstrip()
    if label.colon or not behind[:1].islower() or worded(label.text).words[-1] not in words.particles:
        return False
    behind = APART.split(behind, 1)[0].rstrip()  # "Foto de familia (EFE)"
    return not words.agencies.mentions(behind) and words.role(behind) is None and not words.suppliers.whole(behind)


def is_marked(text: str, words: Words) -> bool:
    """Is the text announced as a credit beyond doubt, by a marker with its colon or a sign?"""
    label = words.label_at_start(text)
    behind = text[label.end :] if label else ""
    if label is None or is_initial(label) or is_sentence(behind, words) or is_thing(label, behind, words):
        return False
    return label.colon or not label.marker.takes_colon


def is_sentence(text: str, words: Words) -> bool:
    """Does it say something, where a credit only names? Told by its small words that names lack, else by its length."""
    told = len(saying(text, words)) > MOST_SMALL_BEHIND
    long = uncased(text) > 0 and len(text.split()) > MOST_HOUSE_WORDS
    return (told or long) and not words.agencies.mentions(text)


def saying(text: str, words: Words) -> list[str]:
    """The small words of a text that no name has."""
    return [word for word in SMALL_WORD.findall(text) if word not in words.particles and not words.joiners.whole(word)]


def _announced(text: str, words: Words) -> bool:
    """Begins with a marker; one without its colon must be followed by what can be nothing but a name."""
    label = words.label_at_start(text)
    if label is None or label.end >= len(text) or is_initial(label) or is_thing(label, text[label.end :], words):
        return False
    if label.colon or not label.marker.takes_colon:
        return not is_sentence(text[label.end :], words)
    name = text[label.end :].strip()
    return is_name(name, words) or _begins_office(name, words) or (label.marker.person and _is_uncased_name(name))


def _begins_office(text: str, words: Words) -> bool:
    """Does a short text begin with a word of an organisation's name, however small: "Фото пресс-службы мэрии"?"""
    said = worded(text).words[: MOST_OFFICE_WORDS + 1]
    return 1 < len(said) <= MOST_OFFICE_WORDS and said[0] in words.organisation_words


def is_name(text: str, words: Words) -> bool:
    """Could this be one person's or house's name: a few words, each with a capital or a small word of names?"""
    parts = text.split()
    if not 1 <= len(parts) <= MOST_PART_WORDS or text[-1] in "!?:" or not _few_uncased(text) or text[0].isdigit():
        return False
    return all(not part.islower() or part.casefold() in words.particles for part in parts)


def _is_uncased_name(text: str) -> bool:
    """Two or three words of a script with letters but no capitals, behind a marker or beside an agency."""
    letters = text.replace(" ", "")
    if text.count(" ") not in (1, 2) or not 0 < uncased(text) <= MOST_UNCASED_NAME:
        return False
    return all(unicodedata.category(letter)[0] in "LM" for letter in letters)  # vowel signs are marks


def is_persons_name(text: str, words: Words) -> bool:
    """A name of two or more words that begins with a known given name, or with an initial.

    With something in brackets behind it, it is who is seen: "Jonas Wehner (SPD)", "Jane Roe (left)".
    """
    first = text.split()[:1]
    if not first or len(text.split()) < 2 or not is_name(text, words) or SEEN.search(text):
        return False
    return fold(first[0]) in words.given or (len(first[0]) == 2 and first[0][1] == ".")


def _names_parties(text: str, words: Words) -> bool:
    """At least one party of the tables, and beside them nothing but names and small joining words.

    Beside an agency that may be several names; beside another party, which a caption may be about, only one, and no
    comma or full stop: "Top with sequins, by Example Couture."
    """
    said = worded(text)
    agencies = _agencies(said, words)
    parties = agencies | _suppliers(said, words)
    stands_in = _spans(said, words.roles, stands_for_a_name)
    if not parties and not stands_in:
        return False
    if not agencies and not stands_in and _begins_as_person(text, words):
        return False
    known = parties | _spans(said, words.roles, lambda role: True)
    known |= {i for i in range(1, len(said.words)) if i - 1 in agencies and said.words[i] in words.generic}  # "AFP pic"
    if agencies and _ends_in_desk_mark(said):
        known.add(len(said.words) - 1)
    left = [i for i in range(len(said.words)) if i not in known]
    if (not parties and not (stands_in and left)) or (not agencies and left and SENTENCE_SIGN.search(text)):
        return False
    most = MOST_NAME_WORDS if agencies else MOST_PART_WORDS
    if len(left) > most or not _few_uncased(" ".join(said.words[i] for i in left)):
        return False
    return all(_in_address(said, i, words) or _in_name(said.written(i, i + 1), said.words[i], words) for i in left)


def _ends_in_desk_mark(said: Worded) -> bool:
    """Does a line end in the small letters of who moved the picture: "ANTARA FOTO/Jane Roe/foc."?"""
    last = len(said.words) - 1
    mark = said.written(last, last + 1)
    return said.gap(last).strip() == "/" and mark.islower() and len(mark) <= LONGEST_DESK_MARK


def _begins_as_person(text: str, words: Words) -> bool:
    """Is a supplier's name a given name here: "Dawn Whitlock", where "Dawn" and "DAWN News" are a paper?"""
    return not text.split()[0].isupper() and is_persons_name(text, words) and not words.suppliers.whole(text)


def _in_address(said: Worded, i: int, words: Words) -> bool:
    """Is a word part of a handle or of an internet address: "@harbour", "harbour.example"?"""
    if said.gap(i)[-1:] == "@" or (said.gap(i) == "." and said.words[i] in words.domains):
        return True
    return said.gap(i + 1) == "." and said.words[i + 1] in words.domains if i + 1 < len(said.words) else False


def _agencies(said: Worded, words: Words) -> set[int]:
    """The words that belong to an agency."""
    found: set[int] = set()
    for mention in words.agencies.mentions(said.text):
        found |= {i for i in range(len(said.words)) if mention.start <= said.starts[i] < mention.end}
    return found


def _suppliers(said: Worded, words: Words) -> set[int]:
    """The words that belong to another party of the tables; one in brackets may be a person's own."""
    return {i for i in _spans(said, words.suppliers, lambda supplier: True) if said.gap(i)[-1:] not in ("(", "（")}


def stands_for_a_name(role: RoleWord) -> bool:
    return role.code or role.placeholder or not GIVERS.isdisjoint(role.kinds)


def is_stand_in(text: str, words: Words) -> bool:
    """Is it what stands where a name should: "Handout", "Contributed", "Staff photo"?"""
    role = words.role(text)
    return stands_for_a_name(role) if role else " " in text and bool(words.titles.whole(text))


def _spans(said: Worded, table: Phrases[T], counts: Callable[[T], bool]) -> set[int]:
    found: set[int] = set()
    for index in table.beginnings(said):
        last = next((last for last, row in table.at(said, index) if counts(row)), index)
        found |= set(range(index, last))
    return found


def _in_name(written: str, folded: str, words: Words) -> bool:
    return not written.islower() or folded in words.particles or bool(words.joiners.whole(folded))


def _joins_names(text: str, words: Words) -> bool:
    """Short names joined by slashes or bars, as only credits are."""
    parts = [name for part in PARTS.split(text) if (name := part.strip())]
    if len(parts) == 2 and " " in parts[0] and parts[1].isalpha() and parts[1].islower():
        return is_name(parts[0], words) and words.role(parts[1]) is None  # "Jane Roe/harbournews"
    if len(parts) > 1 and all(part[0] == "@" or is_name(part, words) for part in parts):
        return True
    others = [part for part in parts if not words.agencies.get(part)]
    return 0 < len(others) < len(parts) and all(map(_is_uncased_name, others))


def is_titled(text: str, words: Words) -> bool:
    """A short name with a title behind it, in a script without capitals: "김혜진 기자"."""
    *name, title = text.split() or [""]
    if not name and len(title) > 2 * SHORTEST_TITLE - 1:
        name, title = [title[:-SHORTEST_TITLE]], title[-SHORTEST_TITLE:]  # "김혜진기자"
    return (
        1 <= len(name) <= 2
        and bool(uncased(name[0]))
        and _few_uncased(" ".join(name))
        and bool(words.titles.whole(title))
    )


def is_initial(label: Label) -> bool:
    """The C of "(C)", which without its brackets is the initial of a name."""
    return len(label.text) <= 2 and label.text[:1] in "cC"


def is_house(text: str, words: Words) -> bool:
    """The name of an organisation: it says so in one of its words, and it is no sentence."""
    said = worded(text)
    if not 2 <= len(said.words) <= MOST_HOUSE_WORDS or text[-1] in ".!?:…" or not text[0].isupper():
        return False
    if said.words[0] in words.given and SEEN.search(text):
        return False  # "Jonas Wehner (SPD)" is a person who is seen
    capitals = sum(not said.written(i, i + 1).islower() for i in range(len(said.words)))
    return 2 * capitals > len(said.words) and not words.organisation_words.isdisjoint(said.words)
