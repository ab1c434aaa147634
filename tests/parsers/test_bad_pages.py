"""Broken and hostile input: a story, a sentence on what is missing from it, or a clear refusal; nothing else."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.errors import UnreadableError
from auditor.model import Document, Story
from auditor.parsers import parse
from auditor.words import Words
from tests.parsers.pages import CAPTION, IMAGE, page, read, texts

FIGURE = f"<figure>{IMAGE}<figcaption>{CAPTION} Photo: Jane Roe/AFP</figcaption></figure>"
READ = [(CAPTION, "Photo: Jane Roe/AFP")]

# what stands before the picture -> is the rest of the page still read
HOSTILE = {
    "100,000 nested tags": ("<div>" * 100_000, False),
    "a text of 12 MB": (f"<p>{'x ' * 6_000_000}</p>", True),
    "a comment of 12 MB": (f"<!--{'x' * 12_000_000}-->", True),
    "a script of 12 MB": (f"<script>{'x' * 12_000_000}</script>", True),
    "a deep JSON-LD": (f'<script type="application/ld+json">{"[" * 100_000}</script>', True),
    "an attribute of 1 MB": (f'<p data-x="{"x" * 1_000_000}">x</p>', True),
    "an attribute of brackets": (f'<p title="{"<" * 200_000}{">" * 200_000}">x</p>', True),
    "5,000 images": ('<img src="/boat-777777.jpg">' * 5_000, True),
    "5,000 images without an address in one box": (f"<div>{'<img alt=x>' * 5_000}</div>", True),
    "5,000 images in one figure": (
        f"<figure>{'<img src=/boat-777777.jpg>' * 5_000}<figcaption>Boats</figcaption></figure>",
        True,
    ),
    "3,000 addresses of one picture": ("".join(f"<p><img src=/boat-777777.jpg?w={n}></p>" for n in range(3_000)), True),
    "500 images 1,500 elements deep": ("<b>" * 1_500 + "<img src=/boat-777777.jpg>" * 500 + "</b>" * 1_500, True),
    "a figure of 20,000 spans": (f"<figure><img src=/boat-777777.jpg>{'<span>A b.</span>' * 20_000}</figure>", True),
    "a caption of 100,000 slashes": (
        f"<figure><img src=/boat-777777.jpg><figcaption>{'a/' * 100_000}</figcaption></figure>",
        True,
    ),
    "a script of 20,000 half tables": ("<script>" + 'x={"a":' * 20_000 + "</script>", True),
    "data of 100,000 lists": (f'<script type="application/json">{"[" * 100_000}</script>', True),
    "2,000 stories of 500 characters": (
        f"<article><h1>A boat is adrift again</h1><p>{'A boat. ' * 70}</p></article>" * 2_000,
        True,
    ),
    "a table without end": ("<table><tr><td>" * 3_000, False),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_page_is_read_or_said_to_be_cut(what: str, words: Words) -> None:
    hostile, survives = HOSTILE[what]
    html = page(hostile + FIGURE)
    story = read(html, words)
    credits = [i.credit_line for i in story.images if i.via == "page" and i.credit_line]
    assert "Photo: Jane Roe/AFP" in credits or story.unread
    assert "Photo: Jane Roe/AFP" in credits or not survives


@pytest.mark.parametrize("value", ["", "=1", '="1"', "='>'", ' = "<"'], ids=repr)
def test_a_tag_of_200_000_attributes_is_refused(value: str, words: Words) -> None:
    tag = "<p " + " ".join(f"a{n}{value}" for n in range(200_000)) + ">"
    with pytest.raises(UnreadableError, match="attributes"):
        read(page(tag + FIGURE), words)


def test_long_scripts_are_no_long_tags(words: Words) -> None:
    state = "window.state = {" + '"a<b": "' + "x" * 200_000 + '"};' + "if(a<b){}" + "y" * 200_000
    assert texts(page(f"<script>{state}</script>{FIGURE}"), words) == READ


@pytest.mark.parametrize("data", [b"", b"   \n", b"\x89PNG\r\n\x1a\n\0\0\0", b"%PDF-1.7\n\0"], ids=repr)
def test_what_is_no_story_is_refused_with_a_remedy(data: bytes, words: Words) -> None:
    with pytest.raises(UnreadableError) as refusal:
        parse(Document("x", data), words)
    assert str(refusal.value).count(".") >= 2


# broken markup -> still read
BROKEN = [
    page(FIGURE).replace("<html lang=en>", "").replace("</body>", ""),
    FIGURE + "<p>The harbour board met on Tuesday to talk about the gate.</p>",
    page(FIGURE).upper().replace("PHOTO: JANE ROE", "Photo: Jane Roe"),
    page(FIGURE.replace("Photo:", "Photo&#58;&nbsp;")),
    page(FIGURE.replace("<figcaption>", "<figcaption>\u200b\ufeff")),
]


@pytest.mark.parametrize("html", BROKEN, ids=range(len(BROKEN)))
def test_broken_markup_is_read_as_far_as_it_goes(html: str, words: Words) -> None:
    assert any(image.credit_line for image in read(html, words).images)


MARKUP = st.lists(
    st.sampled_from(
        ["<figure>", "</figure>", "<figcaption>", "</figcaption>", "<img src=/a-123456.jpg>", "<p>", "</p>", "<div class=credit>",
         "<picture>", "<source srcset='/b-123456.jpg 2x'>", "<a href=/x>", "</a>", "<noscript>", "<h1>", "<!--", "-->", "<script>",
         "</script>", "<table>", "<svg>", "Photo: ", "(AFP)", "©", "/", " | ", "Jane Roe", "A gate in the harbour. ", "&#x0;",
         '<script type="application/ld+json">{"@type":"ImageObject","caption":', '"x"}', "<button>", "<span class='sr-only'>"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(markup=MARKUP)
def test_any_markup_gives_a_story(markup: str, words: Words) -> None:
    assert isinstance(read(page(markup), words), Story)
    assert isinstance(read(f"<html>{markup}", words), Story)


@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=400), shell=st.booleans())
def test_any_bytes_give_a_story_or_a_refusal(data: bytes, shell: bool, words: Words) -> None:
    with suppress(UnreadableError):
        assert isinstance(parse(Document("x", b"<html><body>" + data if shell else data), words), Story)


# the sentences of a caption -> is all of it read
LONG = [(100, True), (400, True), (900, False)]


@pytest.mark.parametrize(("sentences", "whole"), LONG)
def test_a_long_caption_is_read_whole_or_said_to_be_cut(sentences: int, whole: bool, words: Words) -> None:
    told = [f"Workers repair gate number {n} in the harbour." for n in range(sentences)]
    pieces = " ".join(f"<span>{text}</span>" for text in told)
    story = read(page(f"<figure>{IMAGE}<figcaption>{pieces} Photo: Jane Roe/AFP</figcaption></figure>"), words)
    (image,) = story.images
    assert (image.caption == " ".join(told)) is whole
    assert image.credit_line == "Photo: Jane Roe/AFP"
    assert len(story.unread) == (0 if whole else 1)
