"""House style: the default, and what a newsroom can set."""

import pytest

from auditor.credits import take_apart
from auditor.styles import HouseStyle
from auditor.words import Words

DEFAULT = [
    ("CREDIT: SAUL ROE/AFP", "Saul Roe/AFP"),
    ("APA/AFP/Jane Roe", "Jane Roe/AFP via APA"),
    ("Jane Roe and John Doe/AP", "Jane Roe and John Doe/AP"),
    ("Jane Roe, John Doe and Max Muster", "Jane Roe, John Doe and Max Muster"),
    ("BBC/PA", "BBC via PA"),
    ("(AP Photo/Jane Roe, Pool)", "Jane Roe/Pool via AP"),
    ("HOGP/AP", "Handout via AP"),
    ("(Photos: Getty Images/AP)", "Getty Images; AP"),
    ("FOTO: arhivă personală", "Private"),
    ("Photo by Jane Roe/Getty Images for Netflix", "Jane Roe/Getty Images for Netflix"),
    ("Illustration: Jane Roe", "Illustration: Jane Roe"),
    ("Courtesy of Jane Roe", "Courtesy of Jane Roe"),
    ("Foto: Zvg.", "Supplied"),
    ("Foto: privat", "Private"),
    ("Midjourney", "Midjourney (AI-generated)"),
    ("Jane Roe / Flickr / CC BY 2.0", "Jane Roe/Flickr (CC BY 2.0)"),
    ("Jane Roe/AP/File", "Jane Roe/AP"),
    ("File", None),
]


@pytest.mark.parametrize(("line", "house"), DEFAULT)
def test_the_default_style(line: str, house: str | None, words: Words) -> None:
    assert take_apart(line, words).house == house


STYLES = [
    (HouseStyle(order="agency-first"), "AFP via Getty Images/Jane Roe/Pool"),
    (HouseStyle(separator=" / ", via=" / "), "Jane Roe / Pool / AFP / Getty Images"),
    (HouseStyle(leave_out=("pool",)), "Jane Roe/AFP via Getty Images"),
    (HouseStyle(capitals=True), "JANE ROE/POOL VIA AFP VIA GETTY IMAGES"),
]


@pytest.mark.parametrize(("style", "house"), STYLES)
def test_a_newsroom_sets_its_own(style: HouseStyle, house: str, words: Words) -> None:
    assert take_apart("Jane Roe/Pool/AFP via Getty Images", words.styled(style)).house == house
