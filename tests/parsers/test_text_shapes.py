"""Text copies in the shapes in which programs write them, and the brackets that are and are not a credit."""

import pytest

from auditor.words import Words
from tests.parsers.test_text import BODY, FERRY, MORE, captions, story

PIER = "Harbour master Elin Strand and two engineers beside the broken pier at Holmsund"
DECK = "Passengers wait on the deck of the new ship for the first crossing"

# idea, what stands between two paragraphs, the captions and credit lines read
SHAPES = [
    ("a house nobody knows, behind a full stop", f"{FERRY}. (Strandvia)", [(f"{FERRY}.", "(Strandvia)")]),
    ("an abbreviation behind a full stop", f"{FERRY}. (HW)", [(f"{FERRY}.", "(HW)")]),
    ("one written as another is", f"{FERRY}. (Strandvia)\n\n{MORE}\n\n{DECK} (Kypra)", [(f"{FERRY}.", "(Strandvia)"), (DECK, "(Kypra)")]),
    ("one written as that of an agency", f"{FERRY} (AFP)\n\n{MORE}\n\n{DECK} (Kypra)", [(FERRY, "(AFP)"), (DECK, "(Kypra)")]),
    ("a house by its words", f"{DECK} (Harbour Museum Sandvik)", [(DECK, "(Harbour Museum Sandvik)")]),
    ("a bracket in the bracket", f"{FERRY}. (Strandvia (archive))", [(f"{FERRY}.", "(Strandvia (archive))")]),
    ("Markdown: image, then italics", f"![A ferry](https://img.example/ferry-12345.jpg)\n\n*{FERRY}. Photo: Nadia Brandt/AP*", [(f"{FERRY}.", "Photo: Nadia Brandt/AP")]),
    ("Markdown: italics right below", f"![A ferry](https://img.example/ferry-12345.jpg)\n_{FERRY}. (Strandvia)_", [(f"{FERRY}.", "(Strandvia)")]),
    ("Markdown: caption without credit", f"![A ferry](https://img.example/ferry-12345.jpg)\n*{FERRY}.*", [(f"{FERRY}.", None)]),
    ("Markdown: image alone", "![A ferry](https://img.example/ferry-12345.jpg)", [(None, None)]),
    ("Markdown: text in the image's paragraph", f"![A ferry](https://img.example/ferry-12345.jpg) {FERRY}. Photo: Nadia Brandt/AP", [(f"{FERRY}.", "Photo: Nadia Brandt/AP")]),
    ("Markdown: linked photographer", f"*{FERRY}. Photo: [Nadia Brandt](https://brandt.example)*", [(f"{FERRY}.", "Photo: Nadia Brandt")]),
    ("short code of a blog system", f'[caption id="attachment_7" align="alignnone" width="1024"]<img class="size-large" src="https://img.example/ferry-12345.jpg" alt="A ferry" width="1024" /> {FERRY}. Photo: Nadia Brandt[/caption]', [(f"{FERRY}.", "Photo: Nadia Brandt")]),
    ("image element of a blog system", f'<img src="https://img.example/ferry-12345.jpg" alt="A ferry" />\n\n{FERRY}. Photo: Nadia Brandt/AP', [(f"{FERRY}.", "Photo: Nadia Brandt/AP")]),
    ("mail: sign for a picture, caption below", f"[image: A ferry]\n{FERRY}. Photo: Nadia Brandt/AP", [(f"{FERRY}.", "Photo: Nadia Brandt/AP")]),
    ("mail: sign for a logo", "[cid:logo.png@01DA]", []),
    ("archive: labelled graphic", f"GRAPHIC: PHOTO: {FERRY}. (PHOTOGRAPH BY NADIA BRANDT/AP)", [(f"{FERRY}.", "(PHOTOGRAPH BY NADIA BRANDT/AP)")]),
    ("archive: caption and credit in labelled lines", f"Caption: {FERRY}.\nCredit: Nadia Brandt/AP", [(f"{FERRY}.", "Credit: Nadia Brandt/AP")]),
    ("German archive", "Bildunterschrift: Die Fähre verlässt das Terminal.\nFotograf: Jonas Wehner", [("Die Fähre verlässt das Terminal.", "Fotograf: Jonas Wehner")]),
    ("word processor: caption in brackets of its own", f"[{FERRY}. Photo: Nadia Brandt/AP]", [(f"{FERRY}.", "Photo: Nadia Brandt/AP")]),
    ("field of a data base", f"lead_image.caption: {FERRY}.\nlead_image.photo_credit: Nadia Brandt/AP\nlead_image.width: 1600", [(f"{FERRY}.", "photo credit: Nadia Brandt/AP")]),
    ("fields with tabs", f"Caption\t{FERRY}.\nCredit\tNadia Brandt/AP", [(f"{FERRY}.", "Credit: Nadia Brandt/AP")]),
    ("full-width colon", f"图片说明：{FERRY}。\n摄影：林若溪", [(f"{FERRY}。", "摄影：林若溪")]),
    ("numbers of a list", f"1. {FERRY}. Photo: Nadia Brandt/AP\n2. {PIER}. Photo: Luc Morel/AP", [(f"{FERRY}.", "Photo: Nadia Brandt/AP"), (f"{PIER}.", "Photo: Luc Morel/AP")]),
    ("a number that is part of the caption", "1. FC Sandvik wins the cup. Photo: Nadia Brandt/AP", [("1. FC Sandvik wins the cup.", "Photo: Nadia Brandt/AP")]),
    ("a word for the picture and its number", f"Pictures to download:\nBild 1: {FERRY} (Foto: Hafen Sandvik/Nadia Brandt)\nBild 2: {PIER} (Foto: Hafen Sandvik/Nadia Brandt)", [(FERRY, "(Foto: Hafen Sandvik/Nadia Brandt)"), (PIER, "(Foto: Hafen Sandvik/Nadia Brandt)")]),
    ("the wire's own numbers", f"[1/2]{FERRY}. REUTERS/Nadia Brandt", [(f"{FERRY}.", "REUTERS/Nadia Brandt")]),
    ("credit above a labelled caption", f"Image source, Getty Images\nImage caption, {FERRY}\nImage source, Handout\nImage caption, {PIER}", [(FERRY, "Image source, Getty Images"), (PIER, "Image source, Handout")]),
    ("credit above its caption, the two alone", f"PHOTO NADIA BRANDT, AFP\n{FERRY}.", [(f"{FERRY}.", "PHOTO NADIA BRANDT, AFP")]),
    ("a small marker before a private archive", f"{PIER}. /fot. archiwum prywatne", [(f"{PIER}.", "fot. archiwum prywatne")]),
    ("broken lines, credit on the last", "The ferry leaves the new terminal at Sandvik on its first crossing of the\nfjord.\nPhoto: Nadia Brandt/AP", [("The ferry leaves the new terminal at Sandvik on its first crossing of the fjord.", "Photo: Nadia Brandt/AP")]),
]  # fmt: skip


@pytest.mark.parametrize(("block", "expected"), [row[1:] for row in SHAPES], ids=[row[0] for row in SHAPES])
def test_captions_in_the_shapes_of_programs(
    block: str, expected: list[tuple[str | None, str | None]], words: Words
) -> None:
    assert captions(f"Ferry makes first crossing\n\n{BODY}\n\n{block}\n\n{MORE}\n", words) == expected


# idea, paragraphs of a story without pictures
SENTENCES = [
    ("party behind a name", ["It was a mistake, said the harbour master Jonas Wehner (Greens)"]),
    ("party named in a sentence, too", ["Jonas Wehner (CDU) said so on Monday.", "Nobody had asked the board for its view. (CDU)"]),
    ("full stop behind the bracket", ["The ferry sailed under the flag of Norway for years (Strandvia)."]),
    ("score", ["The home side had won the match on the pier (2:1)"]),
    ("age", ["The prize went to the youngest passenger on board (41)"]),
    ("a wire's own number", ["The board met on Monday and again on Tuesday. (NRBK 0622)"]),
    ("a measure", ["The price of wheat rose to 311 in the harbour. (In cents per bushel)"]),
    ("a sentence in brackets", ["The board met again. (It had met on Monday, too.)"]),
    ("a list of people and countries", ["Ana Ruiz of the team in first place (Spain)", "Luc Morel of the team in second (France)", "Elin Strand of the team in third (Norway)", "Jonas Wehner of the team in fourth (Germany)"]),
    ("entries of a list", ["Jane Roe (Norway)", "Luc Morel (France)"]),
    ("a heading", ["What the engineers know (so far)"]),
    ("who reported", ["(Reporting by Ana Ruiz; editing by Luc Morel)"]),
    ("fees in capitals", ["BANKS WIN STATE CREDIT DEAL FOR FERRY AND TWO PIERS"]),
    ("a question", ["Was it the right place for the pier? (Analysis)"]),
]  # fmt: skip


@pytest.mark.parametrize("blocks", [row[1] for row in SENTENCES], ids=[row[0] for row in SENTENCES])
def test_a_bracket_at_the_end_of_a_paragraph_is_no_credit(blocks: list[str], words: Words) -> None:
    told = story("\n\n".join(["Ferry makes first crossing", BODY, *blocks, MORE]) + "\n", words)
    assert told.images == ()
    assert told.paragraphs == (BODY, *blocks, MORE)


def test_a_picture_of_a_text_has_its_address_and_description(words: Words) -> None:
    block = f"![A ferry at a pier](https://img.example/ferry-12345.jpg)\n*{FERRY}. Photo: Nadia Brandt/AP*"
    (image,) = story(f"# Ferry makes first crossing\n\n{BODY}\n\n{block}\n\n{MORE}\n", words).images
    assert (image.src, image.alt_text) == (("https://img.example/ferry-12345.jpg",), "A ferry at a pier")


def test_the_site_behind_a_headline_is_no_credit(words: Words) -> None:
    told = story(f"Ferry makes first crossing | Reuters\n\n{BODY}\n", words)
    assert (told.headline, told.images) == ("Ferry makes first crossing | Reuters", ())


def test_a_very_long_caption_is_read_to_its_end(words: Words) -> None:
    long = " ".join(["The ferry leaves the new terminal."] * 100)
    ((caption, credit),) = captions(f"Ferry\n\n{BODY}\n\nCaption: {long} Photo: Nadia Brandt/AP\n\n{MORE}\n", words)
    assert (caption, credit) == (long, "Photo: Nadia Brandt/AP")


SHORT = "Passengers on the deck."
# idea, the blocks of a story, the captions read
SIDES = [
    ("captions above their credits", [f"{FERRY}.", "Photo: dpa", BODY, SHORT, "Photo: AP", MORE], [f"{FERRY}.", SHORT]),
    ("captions below them", [BODY, "Photo: dpa", f"{FERRY}.", MORE, "Photo: AP", SHORT, BODY], [f"{FERRY}.", SHORT]),
    ("one alone may have no caption", [f"{FERRY}.", "Photo: dpa", BODY], [None]),
    ("no caption on either side", [BODY, "Photo: dpa", MORE, "Photo: AP", BODY], [None, None]),
    ("now above, now below", [SHORT, "Photo: dpa", BODY, "Photo: AP", f"{FERRY}.", MORE], [None, None]),
]


@pytest.mark.parametrize(("blocks", "expected"), [row[1:] for row in SIDES], ids=[row[0] for row in SIDES])
def test_a_credit_between_blank_lines(blocks: list[str], expected: list[str | None], words: Words) -> None:
    told = story("\n\n".join(["Ferry makes first crossing", *blocks]), words)
    assert [image.caption for image in told.images] == expected
    assert [image.credit_line for image in told.images] == ["Photo: dpa", "Photo: AP"][: len(expected)]


# who owns the text, behind its last sentence
@pytest.mark.parametrize(
    "last",
    [
        "It is on Tuesday. © dpa-infocom, dpa:260412-930-141200/1",
        "It is on Tuesday. © AFP",
        "It has bank credit. Reuter",
    ],
)
def test_the_owner_behind_the_last_paragraph_credits_the_text(last: str, words: Words) -> None:
    told = story(f"Ferry crosses\n\n{BODY}\n\n{FERRY}. Photo: dpa\n\n{MORE}\n\n{last}\n", words)
    assert [image.credit_line for image in told.images] == ["Photo: dpa"]
    assert told.paragraphs == (BODY, MORE, last)


def test_what_a_mail_answers_to_holds_no_picture(words: Words) -> None:
    asked = f"On Monday, the desk wrote:\n> We have: {PIER}, Photo: Nadia Brandt\n> Is that right?"
    assert captions(f"Ferry crosses\n\n{BODY}\n\n{FERRY}. Photo: dpa\n\n{asked}\n", words) == [
        (f"{FERRY}.", "Photo: dpa")
    ]


def test_a_mail_that_is_forwarded_whole_is_read(words: Words) -> None:
    lines = f"Ferry crosses\n\n{BODY}\n\n{FERRY}. Photo: dpa\n"
    assert captions("".join(f"> {line}\n" for line in lines.split("\n")), words) == [(f"{FERRY}.", "Photo: dpa")]


CODED = f"""SE News
HD
Ferry makes first crossing
BY By Nadia Brandt
WC 240 words
PD 2026-04-12
SN Northern Maritime Daily
CY (c) 2026 Northern Maritime Media

LP
{BODY}

TD
{MORE}

ART Photo: {FERRY}. (Nadia Brandt/AP)
AN Document NMD0000020260412
"""


def test_an_archive_whose_fields_have_codes(words: Words) -> None:
    told = story(CODED, words)
    assert (told.headline, told.published, told.paragraphs) == (
        "Ferry makes first crossing",
        "2026-04-12",
        (BODY, MORE),
    )
    assert [(image.caption, image.credit_line, image.line) for image in told.images] == [
        (f"{FERRY}.", "(Nadia Brandt/AP)", 16)
    ]
