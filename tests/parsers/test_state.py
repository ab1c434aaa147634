"""Images that are only in the data from which scripts draw the page."""

import json
from typing import Any

import pytest

from auditor.words import Words
from tests.parsers.pages import CAPTION, HEADLINE, IMAGE, page, shown, texts

GATE = "https://img.example/2026/harbour-12345-lock.jpg"
PIER = "https://img.example/2026/pier-7654321.jpg"
BOAT = "https://img.example/2026/boat-777777.jpg"
PIER_TEXT = "The harbour master inspects the broken pier."
OTHER = {"headline": "A boat was found adrift in the outer harbour", "url": "/boat", "image": {"url": BOAT, "caption": "A boat.", "credit": "Max Muster"}}  # fmt: skip
STORY = {
    "headline": HEADLINE,
    "lead": {"url": GATE, "caption": CAPTION, "credit": "Jane Roe/AFP"},
    "body": [
        {"type": "text", "content": "The harbour board met on Tuesday."},
        {"type": "image", "url": PIER, "caption": f"<p>{PIER_TEXT}</p>", "credit": "Luc Morel"},
    ],
    "related": [OTHER],
}
BOTH = [(CAPTION, "Jane Roe/AFP"), (PIER_TEXT, "Luc Morel")]
SUITE = {
    "headlines": {"basic": HEADLINE},
    "promo_items": {
        "basic": {
            "type": "image",
            "url": GATE,
            "caption": CAPTION,
            "credits": {"by": [{"type": "author", "name": "Jane Roe"}], "affiliation": [{"name": "AFP"}]},
        }
    },
    "content_elements": [
        {
            "type": "gallery",
            "headlines": {"basic": "The harbour through the years"},
            "content_elements": [{"type": "image", "url": PIER, "caption": PIER_TEXT, "credits": {"by": [{"name": "Luc Morel"}]}}],
        }
    ],
    "related_content": {"basic": [{"type": "story", "headlines": {"basic": OTHER["headline"]}, "promo_items": {"basic": {"type": "image", "url": BOAT, "caption": "A boat.", "credits": {"by": [{"name": "Max Muster"}]}}}}]},
}  # fmt: skip
ROWS: list[Any] = [
    {"data": 1},
    {"story": 2},
    {"headline": 3, "lead": 4, "body": 8},
    HEADLINE,
    {"url": 5, "caption": 6, "credit": 7},
    GATE,
    CAPTION,
    "Jane Roe/AFP",
    [9],
    {"url": 10, "caption": 11, "credit": 12},
    PIER,
    PIER_TEXT,
    "Luc Morel",
]
FLIGHT = f'5:["$","div",null,{{"story":{json.dumps(STORY)}}}]\n'

# idea, what the page holds
DATA = [
    ("Next", f'<script id="__NEXT_DATA__" type="application/json">{json.dumps({"props": {"pageProps": {"story": STORY}}})}</script>'),
    ("Next, other stories first", f'<script type="application/json">{json.dumps({"latest": [OTHER], "article": STORY})}</script>'),
    ("Nuxt, values by place", f'<script type="application/json" id="__NUXT_DATA__">{json.dumps(ROWS)}</script>'),
    ("assignment among others", f"<script>window.a=1;window.__INITIAL_STATE__={json.dumps({'article': STORY})};window.b=function(){{return {{a:1}}}};</script>"),
    ("rows in stretches", f"<script>self.__next_f.push([1,{json.dumps(FLIGHT[:90])}])</script><script>self.__next_f.push([1,{json.dumps(FLIGHT[90:])}])</script>"),
    ("attribute", f"<div data-props='{json.dumps(STORY).replace(chr(39), '&#39;')}'></div>"),
]  # fmt: skip


@pytest.mark.parametrize("markup", [row[1] for row in DATA], ids=[row[0] for row in DATA])
def test_images_that_only_scripts_draw_are_read(markup: str, words: Words) -> None:
    images = shown(page("", below=markup), words)
    assert [(image.caption, image.credit_line) for image in images] == BOTH
    assert [image.src for image in images] == [(GATE,), (PIER,)]


def test_names_in_tables_are_the_credit(words: Words) -> None:
    markup = f"<script>Fusion.globalContent={json.dumps(SUITE)};Fusion.globalContentConfig={{}};</script>"
    assert texts(page("", below=markup), words) == [(CAPTION, "Jane Roe / AFP"), (PIER_TEXT, "Luc Morel")]


def test_an_image_without_text_gets_that_of_the_data(words: Words) -> None:
    (first, second) = shown(page(f"<figure>{IMAGE}</figure>", below=DATA[0][1]), words)
    assert (first.src, first.caption, first.credit_line) == ((GATE,), CAPTION, "Jane Roe/AFP")
    assert second.caption == PIER_TEXT


# idea, markup in the story, what the page holds; nothing is read from the data
UNREAD = [
    ("the page shows its images", f"<figure>{IMAGE}<figcaption>{CAPTION} (AP)</figcaption></figure>", DATA[0][1], [(CAPTION, "(AP)")]),
    ("data of another page", "", f'<script type="application/json">{json.dumps({"stories": [OTHER]})}</script>', []),
    ("broken data", "", '<script>window.a={"headline": "' + HEADLINE + '", "url"</script>', []),
    ("very deep data", "", '<script type="application/json">' + '{"a":' * 5000 + "1" + "}" * 5000 + "</script>", []),
    ("rows that name each other", "", '<script type="application/json">[{"a":1},{"b":0},{"c":1},{"d":2},{"e":3}]</script>', []),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "data", "expected"), [row[1:] for row in UNREAD], ids=[row[0] for row in UNREAD])
def test_data_are_read_only_for_a_story_without_images(
    markup: str, data: str, expected: list[tuple[str | None, str | None]], words: Words
) -> None:
    assert texts(page(markup, below=data), words) == expected
