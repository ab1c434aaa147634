"""Persons' names: how likely some words are one, and its natural form."""

import re
import unicodedata
from functools import lru_cache

from auditor.phrases import Worded, fold_word
from auditor.text import lowered, without_diacritics
from auditor.words import Words

EAST_ASIAN = ("han", "kana", "hangul")
APOSTROPHES = ("'", "’")
ROMAN = frozenset({"II", "III", "IV"})
SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "at", "&"})
INITIAL = re.compile(r"\w\.")
INITIAL_GLUED = re.compile(r"\b(\w\.)(?=\w{2,})")
DIGIT = re.compile(r"\d")
LETTER = re.compile(r"[^\W\d_]+")
VOWELS = frozenset("AEIOUYΑΕΗΙΟΥΩАЕЄИІОУЫЭЮЯ")  # Latin, Greek, Cyrillic; without accents
CODE_LEAST, CODE_MOST = 3, 5  # letters
LONG = 6  # letters; only longer words are compounds
SHORT_WORD = 3  # letters; up to here capitals tell a firm's word (AB, Inc) from a part of a name (Ab, Chi)
PAIR = 2  # words: an article and what it belongs to
CAPITAL = 2  # letters; from here on a word all in capitals is taken to be a name in capitals


@lru_cache(maxsize=8192)
def script(word: str) -> str:
    """ "han", "kana", "hangul", "cased" (Latin, Cyrillic, Greek …) or "uncased" (Arabic, Hebrew, Devanagari …)."""
    for char in word:
        code = ord(char)
        if 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or code == 0x3005:
            return "han"
        if 0x3040 <= code <= 0x30FF:
            return "kana"
        if 0xAC00 <= code <= 0xD7AF:
            return "hangul"
        if char.isalpha():
            return "cased" if char.lower() != char.upper() else "uncased"
    return "none"


def is_organisation(words: Words, said: Worded, first: int, last: int) -> bool:
    """Whether one of the words is such as only organisations have in their names."""
    if script(said.words[last - 1]) in EAST_ASIAN:
        text = said.text[said.starts[first] : said.ends[last - 1]]
        return len(text) > 2 and text.endswith(words.organisation_endings)
    for index in range(first, last):
        word = said.words[index]
        if index == last - 1 > first and word in words.surnames and said.words[index - 1] in words.given:
            return False
        if word in words.organisation_words and _is_no_name(words, said, index, first, last):
            return True
        if index > first and word in words.domains and said.gap(index) == ".":
            return True
        if len(word) > LONG and _is_compound(words, word):
            return True
    return False


def _is_compound(words: Words, word: str) -> bool:
    """Whether a long word begins or ends as organisations' words do: Kantonspolizei."""
    if word not in words.given and word.endswith(words.organisation_endings):
        return True
    return len(word) > LONG + 2 and word.startswith(words.organisation_beginnings)


def sells_pictures(words: Words, said: Worded, first: int, last: int) -> bool:
    """Whether an organisation's name begins or ends as those of firms of photographers do, a legal form aside."""
    while last - first > 1 and said.words[last - 1] in words.generic and said.words[last - 1] not in words.trade_words:
        last -= 1
    ends = (said.words[first], said.words[last - 1])
    return any(word in words.trade_words or (len(word) > LONG and word.endswith(words.trade_endings)) for word in ends)


def _is_no_name(words: Words, said: Worded, index: int, first: int, last: int) -> bool:
    """A short word of organisations counts as it is listed ("AG", not "Ag"); a given name only before a particle."""
    word = said.words[index]
    if len(word) <= SHORT_WORD and said.written(index, index + 1) not in words.organisation_codes:
        return False
    leads = index == first or said.words[index - 1] in words.articles
    return word not in words.given or (leads and index < last - 1 and said.words[index + 1] in words.particles)


def likeness(words: Words, said: Worded, first: int, last: int) -> int:
    """How like a person's name: 2 a known given name, 1 the shape of a name, 0 could be anything, -1 is none."""
    kind = script(said.words[first])
    if kind in EAST_ASIAN:
        return _east_asian(said, first, last, kind)
    if last - first > 1 and script(said.words[last - 1]) in EAST_ASIAN:
        return -1  # "JR東日本"
    if DIGIT.search(said.text, said.starts[first], said.ends[last - 1]):
        return -1
    written = [said.text[said.starts[i] : said.ends[i]] for i in range(first, last)]
    if not _has_shape(words, said, written, first):
        small = 1 < len(written) < 4 and "".join(written).islower() and said.words[first] in words.given
        return 1 if small else -1
    if len(written) > 1 and _has_code(words, said, written, last):
        return -1
    if _has_article(words, said, first, last) or ("s" in said.words and _is_owner(said, first, last)):
        return -1
    longs = [word for word in said.words[first:last] if len(word) > 1 and word not in words.particles]
    if len(longs) > 5 or not longs:
        return -1
    if len(longs) == 1:
        return 0 if len(written) == 1 else 1
    return 1 if words.given.isdisjoint(said.words[first : last - 1]) else 2


def _is_owner(said: Worded, first: int, last: int) -> bool:
    """ "Muster's", "Muster's Bay Post"."""
    return any(said.words[i] == "s" and said.gap(i) in APOSTROPHES for i in range(first + 1, last))


def _has_article(words: Words, said: Worded, first: int, last: int) -> bool:
    """ "Die Musterhelden", "A Current Affair", "LE SPVM"; but "A. Roe" and "La Rosa" are names."""
    word = said.words[first]
    if word not in words.articles or "." in said.gap(first + 1):
        return False
    if word in words.particles:
        return last - first == PAIR and _is_code(said.written(first + 1, last))
    return last - first > (1 if len(word) > 1 else 2)


def _has_code(words: Words, said: Worded, written: list[str], last: int) -> bool:
    """ "BRK Musterstadt", "ABC Musterland", "Muster DPS": a code that nobody is called, or a known firm's."""
    ends = (said.words[last - len(written)], said.words[last - 1])
    if is_acronym(words, written[0]) and words.given.isdisjoint(ends):
        return True
    if written[-1].isupper() == written[0].isupper():
        return False
    if not words.given.isdisjoint(said.words[last - len(written) : last]):
        return False
    code = written[0] if written[0].isupper() else written[-1]
    return len(code) >= CODE_LEAST and is_acronym(words, code)


def is_acronym(words: Words, written: str) -> bool:
    """Whether a word is a code that nobody is called, or a known firm's as it is printed: "GSFC", "NASA"."""
    return _is_code(written) or (len(written) <= CODE_MOST and words.is_brand(written))


def _is_code(word: str) -> bool:
    """Capitals that nobody can be called: "BRK Musterstadt"; two of them may be a person's initials."""
    return CODE_LEAST <= len(word) <= CODE_MOST and word.isupper() and VOWELS.isdisjoint(without_diacritics(word))


def _has_shape(words: Words, said: Worded, written: list[str], first: int) -> bool:
    """Every word has a capital, or is a particle; no word is one that only stands in other names."""
    for index, word in enumerate(written):
        folded = said.words[first + index]
        if (word[0].islower() or folded in SMALL) and folded not in words.particles:
            if index and index == len(written) - 1 and folded + "." in words.suffixes:
                continue  # "Jan Novák ml."
            joined = index and folded not in SMALL and said.gap(first + index) in ("-", "'", "’", ".")
            if not joined:
                return False
    return "&" not in said.text[said.starts[first] : said.ends[first + len(written) - 1]]


def _east_asian(said: Worded, first: int, last: int, kind: str) -> int:
    parts = said.words[first:last]
    length = len("".join(parts))
    if any(script(part) not in EAST_ASIAN for part in parts):
        return -1
    if kind == "hangul":
        return 2 if length in (3,) and last - first == 1 else 1 if 2 <= length <= 4 else -1
    if kind == "kana":
        return (
            1
            if "・" in said.text[said.starts[first] : said.ends[last - 1]] and length <= 16
            else 0
            if length <= 8
            else -1
        )
    return 2 if 3 <= length <= 4 else 1 if length in (2, 5) else -1


def natural(words: Words, written: str) -> str:
    """A name in natural order and normal capitals: "JÄGER R." -> "R. Jäger", "S.kodikara" -> "S. Kodikara"."""
    if written.istitle() and "." not in written and "," not in written:
        return written
    text = " ".join(written.split())
    if "." in text:
        text = INITIAL_GLUED.sub(r"\1 ", text)
    parts = text.split(" ")
    if len(parts) == 2 and len(parts[0]) > 2 and INITIAL.fullmatch(parts[1]):
        parts.reverse()
    if len(parts) == 2 and parts[0].endswith(","):
        parts = [parts[1], parts[0].rstrip(",")]
    return " ".join([_capitals(words, part, parts[:index]) for index, part in enumerate(parts)])


def _capitals(words: Words, part: str, before: list[str]) -> str:
    plain = part.isalpha()  # most parts
    letters = part if plain else "".join(LETTER.findall(part))
    if part.rstrip(".,") in ROMAN or len(letters) < CAPITAL or not (letters.isupper() or letters.islower()):
        return _after_apostrophe(part)
    folded = fold_word(part)
    if before and part.islower() and folded in words.suffixes:
        return part
    if folded in words.particles:
        raised = folded in words.raised and not (before and fold_word(before[-1]) in words.particles)
        return part.lower() if part.islower() or (before and not raised) else part.capitalize()
    return _capitalised(part) if plain else _after_apostrophe(LETTER.sub(lambda match: _capitalised(match[0]), part))


def _capitalised(word: str) -> str:
    lower = lowered(word)
    if lower.startswith("mc") and len(lower) > 4 and word.isupper():
        return "Mc" + lower[2:].capitalize()
    return lower[:1].upper() + lower[1:]


def _after_apostrophe(part: str) -> str:
    place = max(part.find("'"), part.find("’"))
    if 0 < place < len(part) - 2 and place <= 2:
        return part[: place + 1] + part[place + 1].upper() + part[place + 2 :]
    return part


@lru_cache(maxsize=4096)
def in_capitals(written: str, least: int) -> bool:
    """Whether a word of `least` letters or more stands in capitals though others show that it is no acronym."""
    if written.istitle():  # most names
        return False
    found = [word for word in LETTER.findall(written) if len(word) >= least and word.isupper() and word not in ROMAN]
    return any(script(word) == "cased" for word in found)


def base_form(words: Words, name: str, language: str | None) -> str:
    """The name in its base form, where its words stand in a known oblique case of the language."""
    endings = words.oblique.get((language or "")[:2], {})
    return " ".join(_base_word(word, endings) for word in name.split(" ")) if endings else name


def _base_word(word: str, endings: dict[str, str]) -> str:
    for ending in sorted(endings, key=len, reverse=True):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + endings[ending]
    return word


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """A name as two spellings of it are compared: letters only, no accents, no case."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(LETTER.findall(plain.casefold()))
