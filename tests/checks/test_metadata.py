"""What is stated of a picture beside what readers see of it: contradictions, gaps, and what is neither."""

import pytest

from auditor.checks.metadata import (
    json_ld_differs,
    json_ld_missing,
    licence_without_acquire_page,
    sign_off_differs,
)
from auditor.credits import credited
from auditor.model import Image, Story, Via
from auditor.words import Words

SRC = "https://p.example/ferry-terminal-20260412.jpg"
OTHER = "https://p.example/harbour-at-night-8841.jpg"
CAPTION = "The ferry Aurora leaves the harbour of Norrvik with 12 passengers on May 5, 2026"


def shown(
    n: int = 1, src: str = SRC, caption: str | None = CAPTION, credit: str | None = "Rosa Lindqvist/AFP"
) -> Image:
    return Image(n, src=(src,), caption=caption, credit_line=credit)


def stated(credit: str | None, stated_as: str | None = "creditText", via: Via = "json-ld", src: str = SRC) -> Image:
    return Image(8, via, (src,), credit_line=credit, stated_as=stated_as)


def captioned(caption: str, src: str = SRC) -> Image:
    return Image(9, "json-ld", (src,), caption)


def story(words: Words, *images: Image) -> Story:
    return credited(Story("copy", "html", language="en", publisher="The Sandvik Post", images=images), words)


# idea, what is stated of the picture, the differences told
DIFFERENT = [
    ("another agency", [stated("Reuters")], "creditText “Reuters” there, “Rosa Lindqvist/AFP” here"),
    ("another maker", [stated("Tom Ridgeway", "creator")], "creator “Tom Ridgeway” there, “Rosa Lindqvist/AFP” here"),
    ("in microdata", [stated("Reuters", "author", "microdata")], "author “Reuters” there, “Rosa Lindqvist/AFP” here"),
    ("of another size of it", [stated("Reuters", src=SRC.replace(".jpg", "-640x360.jpg"))], "creditText “Reuters” there, “Rosa Lindqvist/AFP” here"),
    ("another number", [captioned(CAPTION.replace("12", "15"))], "number “15” there, “12” here"),
    ("another day", [captioned(CAPTION.replace("5,", "8,"))], "date “2026-05-08” there, “2026-05-05” here"),
    ("both", [stated("Reuters"), captioned(CAPTION.replace("12", "15"))], "creditText “Reuters” there, “Rosa Lindqvist/AFP” here; number “15” there, “12” here"),
    ("the same", [stated("AFP / Rosa Lindqvist"), captioned(CAPTION)], None),
    ("whose rights", [stated("Reuters", "copyrightHolder")], None),
    ("who wrote or published the story", [stated("Reuters", None)], None),
    ("the house, by its name", [stated("The Sandvik Post")], None),
    ("one of several agrees", [stated("Reuters"), stated("AFP")], None),
    ("another picture", [stated("Reuters", src=OTHER)], None),
    ("for social networks", [stated("Reuters", None, "open-graph")], None),
    ("cut off in a number", [captioned("The ferry Aurora leaves the harbour of Norrvik with 1…")], None),
    ("shortened", [captioned("The ferry Aurora leaves the harbour")], None),
    ("another text", [captioned("New timetable for 2027: what changes for 300 commuters")], None),
    ("with markup", [captioned(f'<p class="c15">{CAPTION.replace("12", "15")}</p>')], None),
    ("a spelling", [captioned(CAPTION.replace("Aurora", "Auorra"))], None),
]  # fmt: skip


@pytest.mark.parametrize(("said", "told"), [row[1:] for row in DIFFERENT], ids=[row[0] for row in DIFFERENT])
def test_what_contradicts_readers_captions_and_credits(said: list[Image], told: str | None, words: Words) -> None:
    found = json_ld_differs(story(words, shown(), *said), words)
    assert [evidence.values["differences"] for evidence in found] == ([told] if told else [])


def test_an_address_that_stands_for_several_pictures_is_evidence_of_none(words: Words) -> None:
    images = (shown(), shown(2, caption="The crew on the pier", credit="AP"), stated("Reuters"))
    assert list(json_ld_differs(story(words, *images), words)) == []


def test_a_picture_shown_twice_is_told_once(words: Words) -> None:
    images = (shown(), shown(2), stated("Reuters"))
    assert len(list(json_ld_differs(story(words, *images), words))) == 1


# idea, images, how many pictures are told, or None
BARE = [
    ("a caption alone", [shown(), captioned(CAPTION)], "this picture"),
    ("several pictures, told once", [shown(), shown(2, OTHER), captioned(CAPTION), captioned(CAPTION, OTHER)], "2 pictures, this one first,"),
    ("credited in one statement", [shown(), captioned(CAPTION), stated("AFP")], None),
    ("credited to anybody", [shown(), stated("The Sandvik Post", None)], None),
    ("credited in its caption", [shown(), captioned(f"{CAPTION}. Photo: R. Lindqvist, AFP")], None),
    ("no credit for readers", [shown(credit=None), captioned(CAPTION)], None),
    ("a credit that names nobody", [shown(credit="Photo: -"), captioned(CAPTION)], None),
    ("not described at all", [shown()], None),
    ("another picture described", [shown(), captioned(CAPTION, OTHER)], None),
]  # fmt: skip


@pytest.mark.parametrize(("images", "pictures"), [row[1:] for row in BARE], ids=[row[0] for row in BARE])
def test_what_is_described_without_its_credit(images: list[Image], pictures: str | None, words: Words) -> None:
    found = json_ld_missing(story(words, *images))
    assert [evidence.values["pictures"] for evidence in found] == ([pictures] if pictures else [])


# idea, licence, address of the licensor, whether that is missed
LICENCES = [
    ("terms alone", "https://post.example/terms", None, True),
    ("a path on the site", "/terms", None, True),
    ("an address that is none", "https://[terms", None, True),
    ("both", "https://post.example/terms", "https://post.example/pictures", False),
    ("a free licence", "https://creativecommons.org/licenses/by/4.0/", None, False),
    ("a free licence on another host of the site", "https://www.gnu.org/licenses/fdl-1.3.html", None, False),
    ("a host that only ends alike", "https://notcreativecommons.org/terms", None, True),
    ("no licence", None, None, False),
]


@pytest.mark.parametrize(("licence", "licensor", "told"), [r[1:] for r in LICENCES], ids=[r[0] for r in LICENCES])
def test_a_licence_that_nobody_can_acquire(licence: str | None, licensor: str | None, told: bool, words: Words) -> None:
    said = Image(8, "json-ld", (SRC,), CAPTION, web_statement=licence, licensor=licensor)
    other = Image(9, "json-ld", (OTHER,), CAPTION, web_statement=licence, licensor=licensor)
    found = list(licence_without_acquire_page(story(words, shown(), shown(2, OTHER), said, other), words))
    assert len(found) == told


# idea, sign-off, credit line, whether they differ
SIGNED = [
    ("another agency", "(Photo by Rosa Lindqvist / AFP)", "CREDIT: Reuters", True),
    ("another photographer", "AP Photo/Nadia Brandt", "TOM RIDGEWAY/AP", True),
    ("the same", "AP Photo/Nadia Brandt", "CREDIT: NADIA BRANDT/AP", False),
    ("less", "AP Photo/Nadia Brandt", "AP", False),
    ("none", None, "AP", False),
]


@pytest.mark.parametrize(("signed", "credit", "differ"), [row[1:] for row in SIGNED], ids=[row[0] for row in SIGNED])
def test_a_caption_signed_by_others(signed: str | None, credit: str, differ: bool, words: Words) -> None:
    (image,) = story(words, Image(1, caption=CAPTION, credit_line=credit, sign_off=signed)).images
    assert bool(list(sign_off_differs(image, words))) == differ
