"""Generated pictures: what shows them, what tells readers, and what is only about them."""

import pytest

from auditor.checks.ai import ai_as_photograph, ai_unlabelled
from auditor.credits import credited
from auditor.house import House
from auditor.model import Image, Story

SRC = "https://p.example/moons.jpg"
GENERATED = "trainedAlgorithmicMedia"
# File, caption, credit, what the data for machines say of its source: is it an unlabelled picture?
SIGNS = [
    (SRC, "A ferry under two moons", "Rosa Lindqvist", GENERATED, True),
    (SRC, "A ferry under two moons", "Rosa Lindqvist", "TrainedAlgorithmicMediaDigitalSource", True),
    (SRC, "A ferry under two moons", "Rosa Lindqvist", "digitalCapture", False),
    (SRC, "A ferry under two moons", "Rosa Lindqvist", None, False),
    (SRC, "A ferry under two moons (AI-generated)", "Rosa Lindqvist", GENERATED, False),
    (SRC, "Eine Fähre unter zwei Monden. Mit KI erstellt", "Rosa Lindqvist", GENERATED, False),
    (SRC, "Un ferry, image créée par IA", "Rosa Lindqvist", GENERATED, False),
    (SRC, "J'ai vu un ferry", "Rosa Lindqvist", GENERATED, True),
    (SRC, "A ferry under two moons", "Image: Midjourney", GENERATED, False),
    ("https://p.example/ChatGPT-Image-3-May-2025.png", "A ferry", None, None, True),
    ("https://p.example/up/Gemini_Generated_Image_x1y2.png?w=300", "A ferry", None, None, True),
    ("https://p.example/chatgpt-office.jpg", "The office", None, None, False),
    ("https://p.example/midjourney-logo.png", "The logo", None, None, False),
]
# Credit: is a generator credited as a photographer?
CREDITS = [
    ("Photo: Midjourney", True),
    ("Foto: DALL-E", True),
    ("Fot. Midjourney", True),
    ("写真：Midjourney", True),
    ("Photo: Rosa Lindqvist/Midjourney", True),
    ("Image: Midjourney", False),
    ("Bild: Midjourney", False),
    ("Midjourney", False),
    ("Photo illustration: Midjourney", False),
    ("Foto: Midjourney (KI-generiert)", False),
    ("Photo: Rosa Lindqvist/AFP", False),
]


@pytest.mark.parametrize(("src", "caption", "credit", "source", "found"), SIGNS)
def test_what_shows_a_generated_picture(
    src: str, caption: str, credit: str | None, source: str | None, found: bool, shipped_house: House
) -> None:
    shown = Image(1, src=(src,), caption=caption, credit_line=credit)
    told = Image(2, "json-ld", (src,), source_type=source)
    story = credited(Story("copy", "html", images=(shown, told)), shipped_house.words)
    assert bool(list(ai_unlabelled(story, shipped_house.words))) == found


@pytest.mark.parametrize(("credit", "found"), CREDITS)
def test_who_is_credited_as_a_photographer(credit: str, found: bool, shipped_house: House) -> None:
    story = credited(Story("copy", "html", images=(Image(1, credit_line=credit),)), shipped_house.words)
    assert bool(list(ai_as_photograph(story.images[0], shipped_house.words))) == found
