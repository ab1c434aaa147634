"""Text for desks under a picture: kept apart from what readers are told, and not lost."""

import pytest

from auditor.house import House
from auditor.model import Document, Image
from auditor.parsers import parse

PAGE = """<html lang="en"><body><article><h1>Harbour reopens</h1>
<p>The harbour of Port Ellery has reopened after the storm, its master said on Friday, and the first ferries left at noon.</p>
<figure><img src="https://p.example/a.jpg" alt="Boats"><figcaption>{}</figcaption></figure></article></body></html>"""
TEXT = """Harbour reopens

The harbour of Port Ellery has reopened after the storm, its master said on Friday, and the first ferries left at noon.

{}
"""
PAGES = [
    (
        "Boats leave the harbour. EDITORIAL USE ONLY. NO SALES",
        "Boats leave the harbour.",
        None,
        "EDITORIAL USE ONLY. NO SALES",
    ),
    (
        'The pier. <span class="credit">Lise Moen/NTB</span> <small>NORWAY OUT</small>',
        "The pier.",
        "Lise Moen/NTB",
        "NORWAY OUT",
    ),
    ("The pier. (Photo: Lise Moen/NTB) NORWAY OUT", "The pier.", "(Photo: Lise Moen/NTB) NORWAY OUT", None),
    (
        "Protesters hold a banner reading TURKEY OUT (Photo: Jane Roe/AP)",
        "Protesters hold a banner reading TURKEY OUT",
        "(Photo: Jane Roe/AP)",
        None,
    ),
    ("Protesters hold a banner reading NO SALES", "Protesters hold a banner reading NO SALES", None, None),
    (
        "A truck with EDITORIAL USE ONLY painted on it. Photo: Jane Roe/AP",
        "A truck with EDITORIAL USE ONLY painted on it.",
        "Photo: Jane Roe/AP",
        None,
    ),
]
TEXTS = [
    ("PHOTO: Boats leave the harbour. (Photo: Jane Roe/AP)\n\nNO SALES. NO ARCHIVES", "NO SALES. NO ARCHIVES"),
    (
        "PHOTO: Boats leave the harbour. (Photo: Jane Roe/AP)\n\nRestrictions: EDITORIAL USE ONLY\n\nUK OUT",
        "Restrictions: EDITORIAL USE ONLY / UK OUT",
    ),
    ("PHOTO: Boats leave the harbour. (Photo: Jane Roe/AP)\n\nNo sales were reported at the market.", None),
]


def test_a_mandatory_credit_is_a_credit(shipped_house: House) -> None:
    lines = "CAPTION: Boats leave the harbour.\nMandatory Credit: Photo by Jane Roe/AP"
    image = only(TEXT.format(lines), "wire.txt", shipped_house)
    assert (image.credit_line, image.instructions) == ("Mandatory Credit: Photo by Jane Roe/AP", None)


def only(text: str, name: str, house: House) -> Image:
    (image,) = [i for i in parse(Document(name, text.encode()), house.words).images if i.is_shown]
    return image


@pytest.mark.parametrize(("inside", "caption", "credit", "instructions"), PAGES)
def test_of_a_page(
    inside: str, caption: str, credit: str | None, instructions: str | None, shipped_house: House
) -> None:
    image = only(PAGE.format(inside), "page.html", shipped_house)
    assert (image.caption, image.credit_line, image.instructions) == (caption, credit, instructions)


@pytest.mark.parametrize(("lines", "instructions"), TEXTS)
def test_of_a_text(lines: str, instructions: str | None, shipped_house: House) -> None:
    assert only(TEXT.format(lines), "wire.txt", shipped_house).instructions == instructions


def test_of_data_for_machines(shipped_house: House) -> None:
    data = """{"@type": "ImageObject", "contentUrl": "https://p.example/a.jpg", "usageInfo": "No archives.",
    "conditionsOfAccess": "https://p.example/terms", "digitalSourceType": "https://schema.org/TrainedAlgorithmicMediaDigitalSource"}"""
    page = PAGE.format("The pier.").replace("<body>", f'<body><script type="application/ld+json">{data}</script>')
    (told,) = [i for i in parse(Document("page.html", page.encode()), shipped_house.words).images if not i.is_shown]
    assert (told.instructions, told.source_type) == ("No archives.", "TrainedAlgorithmicMediaDigitalSource")
