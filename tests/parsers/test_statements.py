"""What a page says for machines: its facts, and statements about images apart from what readers see."""

import json

import pytest

from auditor.model import Image
from auditor.words import Words
from tests.parsers.pages import CAPTION, HEADLINE, IMAGE, page, read

BIG = "https://img.example/2026/harbour-12345-lock.jpg"


def linked(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def stated(html: str, via: str, words: Words) -> list[Image]:
    return [image for image in read(html, words).images if image.via == via]


# idea, JSON-LD, what the statement says
LINKED = [
    ("credit text", {"@type": "ImageObject", "contentUrl": BIG, "caption": CAPTION, "creditText": "Jane Roe/AFP"}, (CAPTION, "Jane Roe/AFP")),
    ("creator", {"@type": "ImageObject", "url": BIG, "creator": {"@type": "Person", "name": "Jane Roe"}}, (None, "Jane Roe")),
    ("several creators", {"@type": ["ImageObject"], "url": BIG, "creator": [{"name": "Jane Roe"}, {"name": "Max Muster"}]},
     (None, "Jane Roe, Max Muster")),
    ("inside the article", {"@type": "NewsArticle", "image": [{"@type": "ImageObject", "url": BIG, "copyrightNotice": "© dpa"}]},
     (None, "© dpa")),
    ("in a graph", {"@graph": [{"@type": "WebPage"}, {"@type": "ImageObject", "url": BIG, "caption": CAPTION}]}, (CAPTION, None)),
]  # fmt: skip


@pytest.mark.parametrize(("data", "said"), [row[1:] for row in LINKED], ids=[row[0] for row in LINKED])
def test_json_ld_states_caption_and_credit(data: object, said: tuple[str | None, str | None], words: Words) -> None:
    found = stated(page("", head=linked(data)), "json-ld", words)
    assert [(i.src, i.caption, i.credit_line) for i in found] == [((BIG,), *said)]


# idea, JSON-LD that says nothing of a picture of the story
SILENT = [
    ("logo", {"@type": "Organization", "logo": {"@type": "ImageObject", "url": BIG, "caption": "Harbour News"}}),
    ("portrait", {"@type": "Article", "author": {"name": "Max", "image": {"@type": "ImageObject", "url": BIG, "caption": "Max"}}}),
    ("address only", {"@type": "ImageObject", "url": BIG}),
]  # fmt: skip


@pytest.mark.parametrize("data", [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_json_ld_without_a_word_on_a_picture_states_nothing(data: object, words: Words) -> None:
    assert stated(page("", head=linked(data)), "json-ld", words) == []


def test_microdata_states_apart_from_what_is_shown(words: Words) -> None:
    html = page(
        f'<figure itemprop="image" itemscope itemtype="https://schema.org/ImageObject"><meta itemprop="url" content="{BIG}">'
        f'{IMAGE}<figcaption><span itemprop="caption">{CAPTION}</span> <span itemprop="copyrightHolder">AFP</span></figcaption></figure>'
    )
    assert [(i.caption, i.credit_line) for i in stated(html, "microdata", words)] == [(CAPTION, "AFP")]
    assert [(i.caption, i.credit_line) for i in stated(html, "page", words)] == [(CAPTION, "AFP")]


def test_the_image_for_social_networks_is_stated_with_its_description(words: Words) -> None:
    head = f'<meta property="og:image" content="{BIG}"><meta property="og:image:alt" content="A lock gate">'
    assert [(i.src, i.alt_text) for i in stated(page("", head=head), "open-graph", words)] == [((BIG,), "A lock gate")]


def test_statements_come_after_what_is_shown_and_numbers_go_on(words: Words) -> None:
    data = {"@type": "ImageObject", "url": BIG, "creditText": "Jane Roe"}
    story = read(page(f"<figure>{IMAGE}<figcaption>{CAPTION} (AFP)</figcaption></figure>", head=linked(data)), words)
    assert [(i.n, i.via) for i in story.images] == [(1, "page"), (2, "json-ld")]


FACTS = (
    '<link rel="canonical" href="https://page.example/harbour/gate.html"><meta property="og:title" content="Gate repaired">'
    '<meta property="article:published_time" content="2026-03-04T08:00:00+01:00"><meta property="og:site_name" content="Harbour News">'
)


def test_a_page_says_what_it_is(words: Words) -> None:
    story = read(page("", head=FACTS), words)
    assert (story.headline, story.url) == ("Gate repaired", "https://page.example/harbour/gate.html")
    assert (story.published, story.language, story.publisher) == ("2026-03-04T08:00:00+01:00", "en", "Harbour News")


def test_json_ld_and_the_headline_fill_what_meta_elements_leave_out(words: Words) -> None:
    data = {"@type": "NewsArticle", "datePublished": "2026-03-04", "publisher": {"name": "Harbour News"}}
    story = read(page("", head=linked(data)), words)
    assert (story.headline, story.published, story.publisher) == (HEADLINE, "2026-03-04", "Harbour News")


def test_paragraphs_are_the_storys_text_without_captions(words: Words) -> None:
    story = read(
        page(
            f"<figure>{IMAGE}<figcaption><p>{CAPTION}</p></figcaption></figure>", below="<p>Read more of it here.</p>"
        ),
        words,
    )
    assert len(story.paragraphs) == 6
    assert CAPTION not in story.paragraphs


# captions that a page sets as paragraphs of its text
AS_PARAGRAPHS = [
    f'<aside class="image">{IMAGE}</aside><p class="caption">{CAPTION} <span class="credit">(AFP)</span></p>',
    f"<p>{IMAGE}<br><em>{CAPTION} (AFP)</em></p>",
    f'<p class="image">{IMAGE}</p><p>{CAPTION} Foto: Jane Roe</p>',
]


@pytest.mark.parametrize("markup", AS_PARAGRAPHS)
def test_a_caption_set_as_a_paragraph_is_no_running_text(markup: str, words: Words) -> None:
    story = read(page(f"{markup}<p>&nbsp;</p>"), words)
    assert len(story.paragraphs) == 6
    assert [(i.caption, i.after) for i in story.images] == [(CAPTION, 1)]


def test_a_page_without_paragraph_elements_is_read(words: Words) -> None:
    html = page("").replace("<p>", "<div>").replace("</p>", "</div>")
    assert len(read(html, words).paragraphs) == 6


def test_broken_json_ld_is_a_flaw_and_hides_nothing_from_readers(words: Words) -> None:
    story = read(page("", head='<script type="application/ld+json">{"@type": "ImageObject", </script>'), words)
    assert [line for line in story.flaws if "JSON-LD" in line]
    assert story.unread == ()


PERSON = {"@type": "Person", "name": "Jane Roe"}
# idea, property of the image, its value, what else the page says for machines, the property that the credit stands in
STATED_AS = [
    ("credit text", "creditText", "Jane Roe/AFP", {}, "creditText"),
    ("creator", "creator", PERSON, {}, "creator"),
    ("holder of rights", "copyrightHolder", "AFP", {}, "copyrightHolder"),
    ("who wrote the story", "author", PERSON, {"author": PERSON}, None),
    ("one of those who wrote it", "author", "jane roe", {"author": [{"name": "Max Muster"}, PERSON]}, None),
    ("who published it", "copyrightHolder", "Harbour News", {"publisher": {"name": "Harbour News"}}, None),
    ("a person of the graph", "creator", PERSON, {"@graph": [PERSON]}, None),
    ("somebody else", "creator", PERSON, {"author": {"name": "Max Muster"}}, "creator"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value", "article", "told"), [row[1:] for row in STATED_AS], ids=[row[0] for row in STATED_AS]
)
def test_a_credit_is_known_by_its_property(
    name: str, value: object, article: dict[str, object], told: str | None, words: Words
) -> None:
    data = {"@type": "NewsArticle", **article, "image": {"@type": "ImageObject", "url": BIG, name: value}}
    assert [image.stated_as for image in stated(page("", head=linked(data)), "json-ld", words)] == [told]


# idea, what the image says of its licence, the addresses of licence and licensor
LICENCES = [
    ("addresses", {"license": "https://p.example/terms", "acquireLicensePage": "https://p.example/buy"}, ("https://p.example/terms", "https://p.example/buy")),
    ("a work and a page", {"license": {"@id": "/terms"}, "acquireLicensePage": {"url": "/buy"}}, ("/terms", "/buy")),
    ("a list", {"license": ["/terms", "/other"]}, ("/terms", None)),
    ("no address", {"license": "CC BY", "caption": CAPTION}, (None, None)),
    ("of another shape", {"license": [[7]], "acquireLicensePage": {"@id": 7}, "caption": CAPTION}, (None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("data", "told"), [row[1:] for row in LICENCES], ids=[row[0] for row in LICENCES])
def test_the_addresses_of_a_licence(data: dict[str, object], told: tuple[str | None, str | None], words: Words) -> None:
    found = stated(page("", head=linked({"@type": "ImageObject", "url": BIG, **data})), "json-ld", words)
    assert [(image.web_statement, image.licensor) for image in found] == [told]


def test_entities_that_a_template_left_are_read(words: Words) -> None:
    data = {"@type": "ImageObject", "url": BIG, "caption": "Roe&#8217;s lock", "creditText": "Roe &amp; Sons"}
    (image,) = stated(page("", head=linked(data)), "json-ld", words)
    assert (image.caption, image.credit_line) == ("Roe’s lock", "Roe & Sons")
