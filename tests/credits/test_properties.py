"""What holds for any text: a Credit comes out, and no word of the line is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.credits import credited, take_apart
from auditor.credits.line import LIMIT
from auditor.model import Credit, Image, Story
from auditor.phrases import worded
from auditor.text import INVISIBLE
from auditor.words import Words

PIECES = st.sampled_from(
    [
        "Jane Roe",
        "AFP",
        "Getty Images",
        "via",
        "/",
        "|",
        "Foto:",
        "©",
        "(",
        ")",
        ",",
        "-",
        "–",
        "Handout",
        "STR",
        "Pool",
        "for",
        "and",
        "The Guardian",
        "More",
        "CC BY-SA 4.0",
        "撮影",
        "山田太郎",
        "연합뉴스",
        "@someone",
        "dpa",
        "REUTERS",
        "EDITORIAL USE ONLY",
        "2023",
        "\u200b",
        "&amp;",
        "...",
        "Ministry of Defence",
        "nuotr.",
        "Jäger R.",
        "Copyright",
    ]
)
LINES = st.lists(PIECES, max_size=12).map(" ".join) | st.text(max_size=120)


def accounted(credit: Credit) -> list[str]:
    return [word for part in credit.parts for word in worded(part.text).words]


@settings(max_examples=400, deadline=None)
@given(line=LINES, language=st.sampled_from([None, "de", "lt", "ja"]), publisher=st.sampled_from([None, "MusterPost"]))
def test_every_word_stands_in_a_part(words: Words, line: str, language: str | None, publisher: str | None) -> None:
    credit = take_apart(line, words, language=language, publisher=publisher)
    assert credit.text == line
    if "&" not in line and "glued" not in credit.issues:
        assert accounted(credit) == list(worded(" ".join(line.translate(INVISIBLE).split())).words)


@settings(max_examples=200, deadline=None)
@given(line=LINES)
def test_each_party_stands_once(words: Words, line: str) -> None:
    credit = take_apart(line, words)
    for parties in (credit.creators, credit.agencies, credit.suppliers):
        assert len(set(parties)) == len(parties)


def test_what_is_too_long_to_look_at_stands_in_the_rest(words: Words) -> None:
    line = "Jane Roe/AFP " + "x/" * LIMIT
    credit = take_apart(line, words)
    assert credit.creators == ("Jane Roe",)
    assert credit.rest.endswith("x/")
    assert len(credit.rest) >= len(line) - LIMIT - 1


def test_the_hostile_long_lines_give_a_credit(words: Words) -> None:
    for piece in (
        "/",
        "(",
        "Jane Roe/",
        "A, ",
        "撮",
        "Foto: ",
        "AP/",
        "photo by ",
        "\u200b",
        "Jane Roe and ",
        "&amp;",
        "- ",
    ):
        line = piece * (100_000 // len(piece))
        assert take_apart(line, words).text == line


def test_a_story_gets_the_credits_of_its_images(words: Words) -> None:
    story = Story("a.txt", "text", images=(Image(1, credit_line="Foto: Jane Roe/dpa"), Image(2)), language="de")
    first, second = credited(story, words).images
    assert first.credit is not None
    assert first.credit.creators == ("Jane Roe",)
    assert second.credit is None


def test_each_part_names_the_step_that_decided(words: Words) -> None:
    credit = take_apart("Foto: SN/APA/KEYSTONE/JANE ROE, Archiv More", words)
    assert [(part.text, part.role, part.step) for part in credit.parts] == [
        ("Foto:", "marker", "labels"),
        ("SN", "supplier", "suppliers"),
        ("APA", "agency", "agencies"),
        ("KEYSTONE", "agency", "agencies"),
        ("JANE ROE", "creator", "parties"),
        ("Archiv", "kind", "flags"),
        ("More", "residue", "residue"),
    ]
