"""Stories with too little text to tell copies by: what else must speak for it before anything is said."""

import json
from pathlib import Path

import pytest

from auditor.copies import Members, body, doubts, is_short
from auditor.model import Image, Story
from tests.conftest import Run
from tests.copies.prose import paragraphs

FERRY = paragraphs("ferry", 6)
CAPTION = "The last ferry of the summer leaves the harbour of Norrvik"
HEADLINE = "Last ferry leaves the islands"


def story(name: str, *text: str, headline: str = "", published: str | None = None, **image: object) -> Story:
    shown = Image(n=1, **image)  # type: ignore[arg-type]
    return Story(name, "html", headline=headline, published=published, paragraphs=text, images=(shown,))


def told_of(*stories: Story, groups: tuple[Members, ...] = ()) -> list[tuple[str, str, str]]:
    short = [number for number, one in enumerate(stories) if is_short(one, body(one))]
    return [(d.other.story.name, d.one.story.name, d.because) for d in doubts(stories, short, groups)]


LIKE = [
    (
        "the same picture",
        {"src": ("https://a.example/IMG_20410.jpg?w=9",)},
        {"src": ("https://b.example/IMG_20410.jpg",)},
    ),
    ("the same caption", {"caption": CAPTION}, {"caption": CAPTION.upper()}),
    ("the same headline", {"headline": HEADLINE}, {"headline": HEADLINE}),
]
UNLIKE = [
    ("nothing in common", {"headline": "A short look at the islands"}, {"headline": HEADLINE}),
    ("a headline of two words", {"headline": "In pictures"}, {"headline": "In pictures"}),
    ("a short caption", {"caption": "Symbol picture"}, {"caption": "Symbol picture"}),
    (
        "weeks apart",
        {"headline": HEADLINE, "published": "2024-05-02"},
        {"headline": HEADLINE, "published": "2024-06-02"},
    ),
    ("a statement for machines", {"caption": CAPTION, "via": "json-ld"}, {"caption": CAPTION}),
]


@pytest.mark.parametrize(("what", "short", "long"), LIKE, ids=[case[0] for case in LIKE])
def test_said_where_something_speaks_for_it(what: str, short: dict[str, object], long: dict[str, object]) -> None:
    ((odd, other, because),) = told_of(story("long", *FERRY, **long), story("short", "More soon.", **short))  # type: ignore[arg-type]
    assert (odd, other) == ("short", "long")
    assert because.split("; ")[0] == {"the same picture": "same image URL"}.get(what, what.removeprefix("the "))
    assert "cannot be told whether the stories are copies" in because


@pytest.mark.parametrize(("what", "short", "long"), UNLIKE, ids=[case[0] for case in UNLIKE])
def test_not_said_where_nothing_does(what: str, short: dict[str, object], long: dict[str, object]) -> None:
    assert told_of(story("long", *FERRY, **long), story("short", "More soon.", **short)) == []  # type: ignore[arg-type]


def test_nor_of_stories_with_enough_text_or_without_a_picture() -> None:
    assert told_of(*(story(name, *paragraphs(name, 6), headline=HEADLINE) for name in "ab")) == []
    bare = Story("short", "html", headline=HEADLINE, paragraphs=("More soon.",))
    assert told_of(story("long", *FERRY, headline=HEADLINE), bare) == []


def test_nor_of_stories_that_are_compared_anyway() -> None:
    both = story("long", *FERRY, headline=HEADLINE), story("short", "More soon.", headline=HEADLINE)
    assert told_of(*both, groups=(Members((0, 1), ""),)) == []


def test_two_short_stories_are_named_once_and_the_likeliest_first() -> None:
    found = told_of(
        story("a", "More soon.", headline=HEADLINE, caption=CAPTION),
        story("b", "Later.", headline=HEADLINE),
        story("c", "Still more.", headline=HEADLINE, caption=CAPTION),
    )
    assert [(odd, other) for odd, other, _ in found] == [("a", "c"), ("b", "a")]
    assert found[0][2].startswith("same caption and same headline; ")


def test_what_many_stories_have_in_common_tells_nothing() -> None:
    column = [story(str(n), *paragraphs(str(n), 6), headline="The week in pictures, as ever") for n in range(6)]
    assert told_of(*column, story("short", "More soon.", headline="The week in pictures, as ever")) == []


PAGE = (
    "<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{text}<figure><img "
    "src='https://pictures.example/{picture}.jpg' alt='A ferry'><figcaption>{caption}. Photo: {credit}</figcaption>"
    "</figure></article></body></html>"
)


def test_the_report_says_so(run: Run, tmp_path: Path) -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in FERRY)
    pages = {"story": text, "gallery": "<p>More pictures of the day.</p>", "other": "<p>In short, and no more.</p>"}
    for name, inside in pages.items():
        own = name if name == "other" else "ferry"
        page = PAGE.format(
            title=f"{own} {name}", text=inside, picture=f"{own}-471100", caption=f"{CAPTION} {own}", credit="AFP"
        )
        (tmp_path / f"{name}.html").write_text(page, "utf-8")
    told = json.loads(run("check", "--format", "json", "story.html", "gallery.html", "other.html")[1])
    (found,) = [f for f in told["findings"] if f["rule"] == "copies/uncertain"]
    assert (found["story"], found["image"], found["severity"]) == ("gallery.html", 1, "notice")
    assert [place["story"] for place in found["also"]] == ["story.html"]
    assert told["groups"] == told["copies"] == []
    none = json.loads(run("check", "--copies", "none", "--format", "json", "story.html", "gallery.html")[1])
    assert not [f for f in none["findings"] if f["rule"] == "copies/uncertain"]
