"""Where a copy stands on the story's way: the wire's own item, a page, a partner's page."""

import pytest

from auditor.model import Document
from auditor.parsers import parse
from auditor.words import Words
from tests.parsers.pages import page

BODY = "The new ferry between Sandvik and Holmsund made its first crossing on Monday, two years later than planned."
BEGINNINGS = [
    ("NORRVIK, Norway, May 5 (AFP) - ", "wire"),
    ("NORRVIK (AP) — ", "wire"),
    ("LONDON, June 3 (Reuters) -", "wire"),
    ("Berlin (dpa) – ", "wire"),
    ("Madrid, 5 may (EFE).- ", "wire"),
    ("(ANSA) - ROMA, 05 MAG - ", "wire"),
    ("МОСКВА, 5 мая. /ТАСС/. ", "wire"),
    ("(서울=연합뉴스) 김혜진 기자 = ", "wire"),
    ("By Rosa Lindqvist\n\nNORRVIK, May 5 (AFP) - ", "wire"),
    ("", None),
    ("NORRVIK - ", None),
    ("The opposition (CDU) - ", None),
    ("Reports by AFP (and others) - ", None),
    ("According to the agency (AFP) the ", None),
]


@pytest.mark.parametrize(("beginning", "expected"), BEGINNINGS)
def test_a_dateline_names_the_wire(words: Words, beginning: str, expected: str | None) -> None:
    text = f"A ferry for two islands\n\n{beginning}{BODY}\n\n{BODY}\n"
    assert parse(Document("copy.txt", text.encode()), words).origin == expected


HEADS = [
    ("HEADLINE: A ferry\nSLUG: FERRY-NORRVIK\n\n", "wire"),
    ("Priorität: 4\nTitel: Eine Fähre\n\n", "wire"),
    ("From: desk@post.example\nSubject: A ferry\n\n", None),
    ("Title: A ferry\nSource: https://post.example/ferry\n\n", None),
]


@pytest.mark.parametrize(("head", "expected"), HEADS)
def test_so_do_lines_that_only_wire_items_have(words: Words, head: str, expected: str | None) -> None:
    assert parse(Document("copy.txt", f"{head}{BODY}\n\n{BODY}\n".encode()), words).origin == expected


def test_a_slug_below_the_head_is_text(words: Words) -> None:
    text = f"A ferry\n\n{BODY}\n\nSlug: an animal of the woods\n\n{BODY}\n"
    assert parse(Document("copy.txt", text.encode()), words).origin is None


def canonical(url: str) -> str:
    return f'<link rel="canonical" href="{url}">'


def own(url: str) -> str:
    return f'<meta property="og:url" content="{url}">'


ADDRESSES = [
    ("its own address", canonical("https://www.post.example/a"), None),
    ("the same twice", canonical("https://www.post.example/a") + own("https://www.post.example/a"), None),
    ("for telephones", canonical("https://www.post.example/a") + own("https://m.post.example/a"), None),
    ("under a country", canonical("https://www.post.co.example/a") + own("https://post.co.example/a"), None),
    ("elsewhere", canonical("https://www.post.example/a") + own("https://partner.test/b"), "partner"),
    ("elsewhere in a country", canonical("https://post.co.uk/a") + own("https://partner.co.uk/b"), "partner"),
    (
        "a tag of its own",
        canonical("https://partner.test/b") + '<meta name="syndication-source" content="https://post.example/a">',
        "partner",
    ),
    (
        "the tag names the page itself",
        canonical("https://post.example/a") + '<meta name="original-source" content="https://post.example/a">',
        None,
    ),
    ("a relative address", canonical("/a") + own("https://post.example/a"), None),
    ("a broken address", canonical("https://[post/a") + own("https://post.example/a"), None),
]


@pytest.mark.parametrize(("what", "head", "expected"), ADDRESSES, ids=[case[0] for case in ADDRESSES])
def test_a_page_that_names_another_sites_original_is_a_partners(
    words: Words, what: str, head: str, expected: str | None
) -> None:
    assert parse(Document("page.html", page("", head=head).encode()), words).origin == expected
