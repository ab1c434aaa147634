"""What "the same words" means, and words made fit for a terminal."""

import pytest

from auditor.text import (
    fold,
    letters_only,
    shorten,
    small_letters,
    squeeze,
    tokens,
    visible,
    without_diacritics,
    without_unseen,
)

SAME = [
    ("straight and curly quotes", "the “letter”", 'the "letter"'),
    ("French quotes", "la «lettre»", 'la "lettre"'),
    ("apostrophes", "O’Neill", "o'neill"),
    ("dashes", "Kim Jong–un", "Kim Jong-un"),
    ("case", "SAUL LOEB/AFP", "Saul Loeb/AFP"),
    ("spaces and line breaks", "a  b\n\tc", "a b c"),
    ("no-break space", "a\u00a0b", "a b"),
    ("soft hyphen", "Fähr\u00adhafen", "Fährhafen"),
    ("zero-width space", "AF\u200bP", "AFP"),
    ("full width", "ＡＦＰ", "AFP"),
    ("composed and decomposed", "Fa\u0308hre", "Fähre"),
    ("German sharp s", "STRASSE", "straße"),
    ("Turkish capital i", "BİNGÖL", "bingöl"),
    ("Greek capitals, which bear no accents", "ΦΩΤΟΓΡΑΦΊΑ ΑΡΧΕΙΟΥ", "Φωτογραφία αρχείου"),
]


@pytest.mark.parametrize(("what", "one", "other"), SAME, ids=[s[0] for s in SAME])
def test_the_same_words(what: str, one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("é", "e"), ("Kim", "Kims"), ("12", "21"), ("ø", "o")])
def test_not_the_same_words(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two leaders met.", ["two", "leaders", "met"]),
        ("Kim Jong-un's", ["kim", "jong", "un", "s"]),
        ("会談した。AP通信", ["会", "談", "し", "た", "ap", "通", "信"]),
        ("연설하고 있다", ["연설하고", "있다"]),
        ("ภาพ", ["ภ", "า", "พ"]),
        ("", []),
    ],
)
def test_tokens(text: str, found: list[str]) -> None:
    assert tokens(text) == found


@pytest.mark.parametrize(
    ("text", "letters", "small"),
    [
        ("Photo: S. Loeb / AFP", "PhotoSLoebAFP", "photosloebafp"),
        ("Straße 12½", "Straße12½", "strasse12½"),
        ("撮影・山田", "撮影山田", "撮影山田"),
        (" –—… ", "", ""),
    ],
)
def test_letters_alone(text: str, letters: str, small: str) -> None:
    assert (letters_only(text), small_letters(text)) == (letters, small)


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [("one two three", 20, "one two three"), ("one two three", 9, "one two…"), ("onetwothree", 5, "onet…")],
)
def test_shorten_cuts_at_a_word(text: str, limit: int, short: str) -> None:
    assert shorten(text, limit) == short


def test_squeeze_and_diacritics() -> None:
    assert squeeze(" a \n b ") == "a b"
    assert without_diacritics("Inés Čapek Åse") == "Ines Capek Ase"


@pytest.mark.parametrize("sign", ["\x1b[2J", "\x9b31m", "\x07", "\u202e", "\u200b", "\ufeff", "\x00", "\u2028"])
def test_what_steers_a_terminal_is_spelt_out(sign: str) -> None:
    shown = visible(f"a{sign}b")
    assert all(c.isprintable() for c in shown)
    assert "\\u" in shown


# words whose spelling has joiners, and joiners that no word needs
SPELT = ["علی‌رضا کریمی", "سه‌شنبه", "सूर्‍या", "ক্‌ষ", "രാജന്‍ നായര്‍", "ශ්‍රී", "ভারত"]
STRAY = ["Na\u200cdia", "\u200cعلی", "علی\u200c رضا", "देश\u200d ", "사\u200d진", "a\u200d"]


@pytest.mark.parametrize("word", SPELT)
def test_joiners_that_a_word_is_spelt_with_stay(word: str) -> None:
    assert visible(word) == without_unseen(word) == word


@pytest.mark.parametrize("word", STRAY)
def test_stray_joiners_are_spelt_out(word: str) -> None:
    assert "\\u200" in visible(word)
    assert len(without_unseen(word)) == len(word) - 1


def test_ordinary_words_and_line_breaks_stay() -> None:
    assert visible("Ærø\n사진 = 연합") == "Ærø\n사진 = 연합"
