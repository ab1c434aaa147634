"""Image elements: under which addresses a page shows an image, and when two elements show one picture."""

import pytest

from auditor.words import Words
from tests.parsers.pages import CAPTION, page, shown

BIG = "https://img.example/2026/harbour-12345-lock.jpg"
SMALL = "https://img.example/2026/harbour-12345-lock-640x400.jpg"
BLANK = "data:image/gif;base64,R0lGODlhAQABAAAAACw="
UNDER = f"<figcaption>{CAPTION} Photo: Jane Roe/AFP</figcaption>"

# idea, markup in a figure, the addresses read
ELEMENTS = [
    ("plain", f'<img src="{BIG}">', {BIG}),
    ("srcset", f'<img src="{SMALL}" srcset="{SMALL} 640w, {BIG} 1280w">', {SMALL, BIG}),
    ("srcset with commas in it", '<img srcset="https://i.example/a,w_6/gate-777777.jpg 1x, /gate-777777.jpg 2x">',
     {"https://i.example/a,w_6/gate-777777.jpg", "https://page.example/gate-777777.jpg"}),
    ("lazy", f'<img src="{BLANK}" data-src="{BIG}">', {BIG}),
    ("lazy srcset", f'<img src="{BLANK}" data-srcset="{SMALL} 640w, {BIG} 1280w">', {SMALL, BIG}),
    ("lazy original", f'<img class="lazy" data-original="{BIG}">', {BIG}),
    ("lazy by another name", f'<img data-flickity-lazyload-srcset="{BIG} 2x">', {BIG}),
    ("json in an attribute", f"""<img src="{BLANK}" data-srcs='{{"{BIG}":{{"w":1280}}}}'>""", {BIG}),
    ("without scheme", '<img src="//img.example/2026/harbour-12345-lock.jpg">', {BIG}),
    ("relative", '<img src="/2026/gate-777777.jpg">', {"https://page.example/2026/gate-777777.jpg"}),
    ("picture", f'<picture><source srcset="{SMALL} 640w"><source srcset="{BIG}"><img src="{SMALL}"></picture>', {SMALL, BIG}),
    ("noscript only", f'<noscript><img src="{BIG}"></noscript>', {BIG}),
    ("lazy and its twin without scripts", f'<img src="{BLANK}" data-src="{SMALL}"><noscript><img src="{BIG}"></noscript>',
     {SMALL, BIG}),
    ("amp", f'<amp-img src="{BIG}" width="800" height="500"></amp-img>', {BIG}),
    ("amp with fallback", f'<amp-img src="{SMALL}" width="8" height="5"><noscript><img src="{BIG}"></noscript></amp-img>',
     {SMALL, BIG}),
    ("an element of the page's own making", f'<story-image data-src="{BIG}"></story-image>', {BIG}),
    ("background", f"""<div class="pic" style="background-image: url('{BIG}')"></div>""", {BIG}),
    ("desktop and mobile", f'<div class="desktop"><img src="{BIG}"></div><div class="mobile"><img src="{SMALL}"></div>',
     {BIG, SMALL}),
    ("tiny stand-in size", f'<img src="{BLANK}" data-src="{BIG}" width="16" height="9">', {BIG}),
    ("inside a button", f'<button class="open"><img src="{BIG}"></button>', {BIG}),
]  # fmt: skip
HEAD = '<link rel="canonical" href="https://page.example/harbour/gate.html">'


@pytest.mark.parametrize(("markup", "addresses"), [row[1:] for row in ELEMENTS], ids=[row[0] for row in ELEMENTS])
def test_an_image_is_found_under_all_its_addresses(markup: str, addresses: set[str], words: Words) -> None:
    images = shown(page(f"<figure>{markup}{UNDER}</figure>", head=HEAD), words)
    assert [(set(i.src), i.caption, i.credit_line) for i in images] == [(addresses, CAPTION, "Photo: Jane Roe/AFP")]


def test_the_same_picture_twice_is_one_image_with_the_fuller_text(words: Words) -> None:
    lightbox = f'<div class="lightbox"><img src="{BIG}?w=2000"></div>'
    images = shown(page(f'<figure><img src="{SMALL}">{UNDER}</figure>{lightbox}'), words)
    assert [(i.src, i.credit_line) for i in images] == [((SMALL, f"{BIG}?w=2000"), "Photo: Jane Roe/AFP")]


def test_a_series_under_one_file_name_stays_apart(words: Words) -> None:
    one = '<figure><img src="https://img.example/a/9911/harbour-gate-repair.jpg"><figcaption>The gate. (AFP)</figcaption></figure>'
    two = '<figure><img src="https://img.example/a/9922/harbour-gate-repair.jpg"><figcaption>The crane. (AP)</figcaption></figure>'
    assert [i.caption for i in shown(page(one + two), words)] == ["The gate.", "The crane."]


def test_an_image_knows_its_line_its_place_and_its_description(words: Words) -> None:
    images = shown(
        page(f'\n\n<figure><img src="{BIG}" alt=""><figcaption>The gate. (AFP)</figcaption></figure>'), words
    )
    assert [(i.n, i.line, i.after, i.alt_text) for i in images] == [(1, 3, 1, "")]
    assert (
        shown(page(f'<figure><img src="{BIG}"><figcaption>The gate. (AFP)</figcaption></figure>'), words)[0].alt_text
        is None
    )


DEED = "https://creativecommons.org/licenses/by-sa/4.0/"
# idea, what stands behind the credit, the licence's address
LINKS = [
    ("a deed", f' <a href="{DEED}deed.de">CC BY-SA 4.0</a>', f"{DEED}deed.de"),
    ("a link that calls itself one", ' <a rel="noopener license" href="/terms">Terms</a>', "/terms"),
    ("another link", ' <a href="https://roe.example">Website</a>', None),
]


@pytest.mark.parametrize(("link", "address"), [row[1:] for row in LINKS], ids=[row[0] for row in LINKS])
def test_a_picture_knows_the_licence_that_its_box_links(link: str, address: str | None, words: Words) -> None:
    below = f'<p>All our texts are free: <a rel="license" href="{DEED}">CC BY-SA</a></p>'
    html = page(
        f'<figure><img src="{BIG}"><figcaption>The gate. Photo: Jane Roe (CC){link}</figcaption></figure>', below=below
    )
    assert [image.web_statement for image in shown(html, words)] == [address]


def test_a_caption_whose_image_comes_with_a_script_is_read(words: Words) -> None:
    images = shown(
        page(f'<div class="stand-in"></div><div class="embed-caption">{CAPTION} (Jane Roe/AFP)</div>'), words
    )
    assert [(i.src, i.caption, i.credit_line) for i in images] == [((), CAPTION, "(Jane Roe/AFP)")]
