"""Other stories that a page holds in full: what it loads behind its own, or shows above it."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from auditor.parsers.html.dom import Element, text_inside
from auditor.parsers.html.facts import Facts
from auditor.parsers.html.parts import Parts
from auditor.text import words_of

LEAST = 500  # characters of running text; what holds less is a card, and judged image by image
FEWEST_WORDS = 3  # of a headline; fewer are the site's name
SAME = 0.6  # of a headline's words that the page's title has, too
HIGHEST = 8  # elements between a main heading and its story


def without_other_stories(parts: Parts, facts: Facts) -> Parts:
    """The parts of the page, other stories with a headline of their own taken out of it.

    Such a story is an `article`, or a box with a date or a link at its main heading: sections of one story may have
    main headings, too. Nothing is taken out where too little would be left.
    """
    if not parts.headings or len(parts.headings) + len(parts.articles) < 2:
        return parts
    own = _own_headline(parts.headings, facts)
    others = list(_others(parts, own, facts)) if own is not None else []
    if not others or _length(p for p in parts.paragraphs if not _is_in(p, others)) < LEAST:
        return parts
    for story in others:
        _take_out(story)
    return Parts(parts.root)


def _own_headline(headings: list[Element], facts: Facts) -> Element | None:
    """The main heading that says what the page's title says, else the first that leads nowhere."""
    told = [heading for heading in headings if len(_words(heading)) >= FEWEST_WORDS]
    title = set(words_of((facts.headline or "").casefold()))
    best = max(told, key=lambda heading: _likeness(heading, title), default=None)
    if best is not None and _likeness(best, title) >= SAME:
        return best
    return next((heading for heading in told if next(heading.iter("a"), None) is None), None)


def _words(element: Element) -> set[str]:
    return set(words_of(text_inside(element)[:LEAST].casefold()))


def _likeness(heading: Element, title: set[str]) -> float:
    words = _words(heading)
    return len(words & title) / len(words) if words else 0.0


def _others(parts: Parts, own: Element, facts: Facts) -> Iterator[Element]:
    """The outermost elements with a story and a headline that is not the page's own."""
    around = {own, *own.iterancestors()}
    for article in parts.articles:
        if article not in around and _holds_story(article) and _has_headline(article, own, facts):
            yield article
    for heading in parts.headings if len(parts.headings) > 1 else ():
        box = _box(heading, around) if _words(heading) != _words(own) else None
        if box is not None and (_leads_away(heading, facts) or next(box.iter("time"), None) is not None):
            yield box


def _holds_story(element: Element) -> bool:
    """Does an element hold as much running text as a story? Most are small, and told by all their text."""
    return len(text_inside(element)) >= LEAST and _length(element.iter("p")) >= LEAST


def _has_headline(article: Element, own: Element, facts: Facts) -> bool:
    """Has an article a main heading of its own, or begins it with a heading that leads to another page?"""
    heading = next(article.iter("h1", "h2"), None)
    if heading is None or _words(heading) == _words(own):
        return False
    return heading.tag == "h1" or (next(article.iter("h2", "p"), None) is heading and _leads_away(heading, facts))


def _leads_away(heading: Element, facts: Facts) -> bool:
    """Is the heading a link, or in one, to another page?"""
    link = next(heading.iter("a"), None)
    if link is None:
        link = next(heading.iterancestors("a"), None)
    path = _path(link.get("href") or "") if link is not None else ""
    return bool(path) and path != _path(facts.url or "")


def _path(url: str) -> str:
    try:
        return urlsplit(url.strip()).path.rstrip("/")
    except ValueError:
        return ""


def _box(heading: Element, around: set[Element]) -> Element | None:
    """The innermost element around a main heading that holds a story, short of the page's own."""
    for _, element in zip(range(HIGHEST), heading.iterancestors(), strict=False):
        if element in around:
            return None
        if _holds_story(element):
            return element
    return None


def _length(paragraphs: Iterable[Element]) -> int:
    return sum(len(text_inside(paragraph)) for paragraph in paragraphs)


def _is_in(element: Element, boxes: list[Element]) -> bool:
    return any(node in boxes for node in element.iterancestors())


def _take_out(element: Element) -> None:
    """Removes an element from the page; what stands behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)
