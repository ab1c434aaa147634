"""What "the same words" means: spaces, dashes, quotes, case, diacritics."""

import re
import unicodedata
from functools import cache

# Zero-width characters, soft hyphen, byte order mark, bidi marks: never seen, so never compared.
INVISIBLE = dict.fromkeys([0xAD, 0x61C, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A)])
QUOTES_AND_DASHES = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
        **dict.fromkeys("“”„‟″«»「」『』", '"'),
        **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    }
)
# Capitals that differ in more than size: İ is the Turkish i, and Greek ones bear no accents.
SAME_IN_CAPITALS = {
    ord("İ"): "i",
    **{ord(letter): unicodedata.normalize("NFD", letter)[0] for letter in "άέήίόύώϊϋΐΰΆΈΉΊΌΎΏΪΫ"},
}
PLAIN = {**INVISIBLE, **QUOTES_AND_DASHES, **SAME_IN_CAPITALS}
NOT_PLAIN = re.compile("[" + "".join(map(re.escape, map(chr, PLAIN))) + "]")
# One token a character where a script writes no blanks between words: Thai, Lao, Khmer, Burmese, kana, Han.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
ASCII_TOKEN = re.compile(r"\w+", re.ASCII)  # the same on such a text, in a third of the time
# Joiners are spelling in scripts from Arabic to Mongolian: inside a word, and behind the sign that takes a vowel off.
ARABIC, INDIC = "\u0620-\u0663\u066e-\u06d3\u06d5-\u06ed\u06fa-\u077f\u08a0-\u08ff", "\u0900-\u0963\u0971-\u0dff"
JOINING = f"{ARABIC}{INDIC}\u1000-\u103f\u1780-\u17d3\u1820-\u18aa"
VOWELLESS = "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2"
JOINERS = "\u200c\u200d"
NEEDLESS_JOINER = rf"(?<![{JOINING}])[{JOINERS}]|(?<![{VOWELLESS}])[{JOINERS}](?![{JOINING}])"
UNSEEN = re.compile(rf"[{''.join(c for c in map(chr, INVISIBLE) if c not in JOINERS)}]|{NEEDLESS_JOINER}")
CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|" + NEEDLESS_JOINER
)


def squeeze(text: str) -> str:
    """The text with every run of white space made one blank, none at the ends."""
    if "  " not in text and text.isprintable() and text[:1] != " " != text[-1:]:
        return text  # most texts, in half the time: but for the blank no white space is printable
    return " ".join(text.split())


def without_unseen(text: str) -> str:
    """The text without the characters that nobody sees; joiners that Persian or Hindi words are spelt with stay."""
    return UNSEEN.sub("", text)


def fold(text: str) -> str:
    """The form in which texts are compared: NFKC, visible characters, plain quotes and dashes, no case.

    As capitals do not show them, Greek accents are taken off.
    """
    if text.isascii():  # most English paragraphs, in a third of the time
        return squeeze(text).replace("`", "'").lower()
    # The signs are few: to look for them is faster than to look each character up.
    return squeeze(NOT_PLAIN.sub(_plain, unicodedata.normalize("NFKC", text))).casefold()


def _plain(match: re.Match[str]) -> str:
    return PLAIN[ord(match[0])] or ""


def lowered(text: str) -> str:
    """The text in small letters as they are printed: Unicode leaves a dot of its own on what was the Turkish İ."""
    return text.lower().replace("i\u0307", "i")


def without_diacritics(text: str) -> str:
    """The text with accents and other combining marks taken off its letters (é → e, but ø stays)."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def letters_only(text: str) -> str:
    """The letters and digits of a text, without what stands between them."""
    return "".join(filter(str.isalnum, text))


def small_letters(text: str) -> str:
    """The same without case: what is left of a text however it is set."""
    return letters_only(text).casefold()


def tokens(text: str) -> list[str]:
    """The words of a text, folded; one token a character in scripts that write no blanks between words."""
    return words_of(fold(text))


def words_of(folded: str) -> list[str]:
    """The same for a text that is folded already."""
    return (ASCII_TOKEN if folded.isascii() else _token()).findall(folded)


def is_unspaced(text: str) -> bool:
    """Does a text begin in a script that writes no blanks between words?"""
    return not text.isascii() and len(words_of(text[:2])) == len(text[:2])


@cache
def _token() -> re.Pattern[str]:
    """A token of any script; a pattern of so many letters takes time to make, and most runs meet none of them."""
    return re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+")


def shorten(text: str, limit: int) -> str:
    """The text, cut at a word to at most `limit` characters with an ellipsis where it is longer."""
    text = squeeze(text)
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    return (head.rsplit(" ", 1)[0] if " " in head[limit // 2 :] else head).rstrip(" ,;:") + "…"


def visible(text: str) -> str:
    """The text with control, escape, bidi and zero-width characters spelt out, fit for a terminal or a log line.

    Joiners that a word is spelt with stay, as in `without_unseen`.
    """
    return CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
