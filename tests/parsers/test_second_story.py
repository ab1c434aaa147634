"""A second story on the page, and quotations beside a picture: neither gives the story an image or a caption."""

import pytest

from auditor.words import Words
from tests.parsers.pages import BODY, CAPTION, HEADLINE, IMAGE, page, read, texts

OURS = f"<figure>{IMAGE}<figcaption>{CAPTION} Photo: Jane Roe/AFP</figcaption></figure>"
EXPECTED = [(CAPTION, "Photo: Jane Roe/AFP")]
THEIRS = (
    '<figure><img src="https://img.example/2026/boat-777777.jpg" width="800" height="500">'
    "<figcaption>A boat was found adrift. Photo: Max Muster/AP</figcaption></figure>"
)
LONGER = (BODY * 2).replace("gate", "boat")

# idea, what a page loads behind its story
APPENDED = [
    ("article with a main heading", f"<article><h1>A boat was found adrift</h1>{THEIRS}{LONGER}</article>"),
    ("box with a main heading and a date", f'<div class="c9" data-url="/boat"><h1>A boat was found adrift</h1><time>9 May 2026</time>{THEIRS}{LONGER}</div>'),
    ("article with a linked heading", f'<article><h2><a href="/boat">A boat was found adrift</a></h2>{THEIRS}{LONGER}</article>'),
    ("two of them", f"<article><h1>A boat was found adrift</h1>{THEIRS}{LONGER}</article>" * 2),
    ("inside a box of their own", f'<div class="c8"><div><article><header><h1>A boat was found adrift</h1></header>{THEIRS}<div>{LONGER}</div></article></div></div>'),
]  # fmt: skip


@pytest.mark.parametrize("markup", [row[1] for row in APPENDED], ids=[row[0] for row in APPENDED])
def test_a_story_that_a_page_appends_is_not_read(markup: str, words: Words) -> None:
    told = read(page(OURS, below=markup), words)
    assert [(i.caption, i.credit_line) for i in told.images] == EXPECTED
    assert "boat" not in " ".join(told.paragraphs)


@pytest.mark.parametrize("markup", [row[1] for row in APPENDED], ids=[row[0] for row in APPENDED])
def test_nor_is_one_inside_the_element_of_the_first(markup: str, words: Words) -> None:
    html = page(OURS).replace("</article></main>", f"</article>{markup}</main>").replace("<article>", "<div>", 1)
    assert texts(html.replace("</article>", "</div>", 1), words) == EXPECTED


def test_sections_with_main_headings_are_the_story(words: Words) -> None:
    section = f"<section><h1>What comes next</h1>{THEIRS}{BODY}</section>"
    assert [credit for _, credit in texts(page(OURS + section), words)] == [
        "Photo: Jane Roe/AFP",
        "Photo: Max Muster/AP",
    ]


def test_the_story_that_the_page_is_about_may_come_second(words: Words) -> None:
    teaser = f"<article><h1>A boat was found adrift</h1>{THEIRS}{BODY}</article>"
    html = page(OURS, head=f'<meta property="og:title" content="{HEADLINE}">').replace("<main>", f"<main>{teaser}")
    assert texts(html, words) == EXPECTED


# idea, markup around our image, what is read of it
QUOTES = [
    ("quotation behind a figure", f"{OURS}<blockquote><p>We waited for eleven years.</p><cite>Max Muster</cite></blockquote>", EXPECTED),
    ("quotation behind an uncredited figure", f"<figure>{IMAGE}<figcaption>{CAPTION}</figcaption></figure><blockquote><p>We waited.</p><cite>Max Muster</cite></blockquote>", [(CAPTION, None)]),
    ("quotation in the box of the image", f'<div class="c1">{IMAGE}<p class="caption">{CAPTION}</p><blockquote>We waited for eleven years.<cite>Max Muster</cite></blockquote></div>', [(CAPTION, None)]),
    ("portrait with a quotation", f'<figure class="quote">{IMAGE}<blockquote>We waited for eleven years.</blockquote><figcaption><cite>Max Muster</cite>, harbour master</figcaption></figure>', []),
    ("portrait beside a quotation", f'<div class="c1"><div>{IMAGE}</div><blockquote><p>We waited for eleven years.</p></blockquote><p>Max Muster</p></div>', []),
    ("caption set as a quotation", f'<div>{IMAGE}<blockquote class="image-caption"><p>{CAPTION} Photo: Jane Roe/AFP</p></blockquote></div>', EXPECTED),
    ("post from a network", f'{OURS}<blockquote class="twitter-tweet"><p>The gate is open! pic.example/abc</p>&mdash; Max Muster (@muster) <a href="https://x.example/1">May 9, 2026</a></blockquote>', EXPECTED),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "expected"), [row[1:] for row in QUOTES], ids=[row[0] for row in QUOTES])
def test_a_quotation_is_no_caption_and_who_said_it_no_maker(
    markup: str, expected: list[tuple[str | None, str | None]], words: Words
) -> None:
    assert texts(page(markup), words) == expected
