"""What a credit owes the owner of a picture: a licence's conditions, somebody's permission."""

import datetime

import pytest

from auditor.checks.rights.licences import licence_incomplete, unpermitted
from auditor.credits import credited
from auditor.house import House
from auditor.model import Image, Story
from auditor.rights.shapes import Asked, Purpose, Rights
from auditor.rights.showing import showing

# Credit, whether the page is paid for, what is asked: the words of the findings.
LICENCES: list[tuple[str, bool, Purpose | None, list[str]]] = [
    ("Foto: Nadia Brandt/Wikimedia Commons, CC BY-SA 4.0", False, None, []),
    ("Foto: Wikimedia Commons, CC BY-SA 4.0", False, None, ["author"]),
    ("Foto: Nadia Brandt/Creative Commons", False, None, ["which licence"]),
    ("Foto: Creative Commons", False, None, ["author", "which licence"]),
    ("Foto: NASA, CC BY 2.0", False, None, []),
    ("Foto: Nadia Brandt/Flickr, CC BY-NC 2.0", False, None, []),
    ("Foto: Nadia Brandt/Flickr, CC BY-NC 2.0", True, None, ["commercial"]),
    ("Foto: Nadia Brandt/Flickr, CC BY-NC 2.0", False, "sponsored", ["commercial"]),
    ("Foto: Nadia Brandt/Flickr, CC BY-SA 2.0", True, "sponsored", []),
    ("Collage: Nadia Brandt/Flickr, CC BY-ND 2.0", False, None, ["derivatives"]),
    ("Foto: Nadia Brandt/Flickr, CC BY-ND 2.0", False, None, []),
    ("Wikimedia Commons, CC0", False, None, []),
    ("Photo: Nadia Brandt/AP", True, "sponsored", []),
]
PERMISSIONS = [
    ("Foto: Instagram/@nadia.brandt", None, True),
    ("Photo: Nadia Brandt/Facebook", None, True),
    ("Foto: Instagram/@nadia.brandt, mit Genehmigung", None, False),
    ("Photo: Nadia Brandt/Facebook", "The ferry, in a picture shared with the paper", False),
    ("Courtesy of Nadia Brandt/Facebook", None, False),
    ("@nadiabrandt/via REUTERS", None, False),
    ("Screenshot: X/@nadiabrandt", None, False),
    ("US Coast Guard/Facebook", None, False),
    ("Photo: Facebook", "The sign in front of the head office", False),
    ("Photo: Nadia Brandt/AP", None, False),
]


@pytest.mark.parametrize(("credit", "paid", "use", "whys"), LICENCES)
def test_a_creative_commons_licence(
    credit: str, paid: bool, use: Purpose | None, whys: list[str], shipped_house: House
) -> None:
    words = shipped_house.words
    story = credited(Story("copy", "html", paid=paid, images=(Image(1, credit_line=credit),)), words)
    shown = showing(story, story.images[0], Rights(Asked(datetime.date(2026, 1, 1), use=use)), words)
    found = [evidence.values["why"] for evidence in licence_incomplete(shown, words)]
    assert len(found) == len(whys)
    assert all(why in text for why, text in zip(whys, found, strict=True))


@pytest.mark.parametrize(("credit", "caption", "found"), PERMISSIONS)
def test_a_picture_from_an_account(credit: str, caption: str | None, found: bool, shipped_house: House) -> None:
    images = (Image(1, caption=caption, credit_line=credit),)
    story = credited(Story("copy", "html", images=images), shipped_house.words)
    assert bool(list(unpermitted(story.images[0], shipped_house.words))) == found
