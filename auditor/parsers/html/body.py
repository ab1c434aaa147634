"""The story's own text on a page: its headline, the element that holds its paragraphs, and the paragraphs in order."""

from collections import defaultdict

from lxml.html import HtmlElement
from msgspec import Struct

from auditor.parsers.html.names import is_elsewhere, names_of

SHARE = 0.6  # of the text; an element that holds less of it holds a part of the story, not the story
SHORTEST = 30  # characters of a paragraph that counts as running text
OUTSIDE = frozenset({"nav", "footer", "aside", "form", "figure", "figcaption", "blockquote", "button", "dialog", "a"})
WHOLE = frozenset({"body", "html", "main", "article"})


class Body(Struct, frozen=True, eq=False):
    """Where the story stands.

    `holder` is the innermost element around its paragraphs, `scope` the innermost around those and the headline,
    `above` the holder, the headline and all elements around them.
    """

    holder: HtmlElement
    scope: HtmlElement
    above: frozenset[HtmlElement]
    headline: HtmlElement | None
    paragraphs: tuple[HtmlElement, ...]

    @property
    def in_article(self) -> bool:
        """Does the story stand in an `article` element, so that others are other stories?"""
        return any(element.tag == "article" for element in self.above)


def find_body(root: HtmlElement, paragraphs: list[HtmlElement], headings: list[HtmlElement]) -> Body:
    """Climbs down from the top as long as one child holds most of the running text."""
    by_parent = _by_parent(paragraphs)
    weights: dict[HtmlElement, int] = defaultdict(int)
    for parent, weight in by_parent.items():
        weights[parent] += weight
        for node in parent.iterancestors():
            weights[node] += weight
    holder = _narrowest(root, weights)
    chain = [holder, *holder.iterancestors()]
    headline = _headline(headings, frozenset(chain))
    over = list(headline.iterancestors()) if headline is not None else []
    scope = next((node for node in chain if node in over), root)
    inside = {parent for parent in by_parent if holder is parent or holder in parent.iterancestors()}
    text = tuple(p for p in paragraphs if p.getparent() in inside)
    return Body(holder, scope, frozenset([*chain, *over, headline]), headline, text)


def _by_parent(paragraphs: list[HtmlElement]) -> dict[HtmlElement, int]:
    """The length of the running text right below each element."""
    by_parent: dict[HtmlElement, int] = defaultdict(int)
    for paragraph in paragraphs:
        length = len(paragraph.text_content())
        if length >= SHORTEST:
            by_parent[paragraph.getparent()] += length
    return {parent: weight for parent, weight in by_parent.items() if not _apart(parent)}


def _apart(element: HtmlElement) -> bool:
    """Does this text stand in a link, a figure, a menu or another part that is no running text of the story?"""
    return any(
        node.tag in OUTSIDE or (depth < 4 and is_elsewhere(names_of(node)))
        for depth, node in enumerate([element, *element.iterancestors()])
        if node.tag not in WHOLE
    )


def _narrowest(root: HtmlElement, weights: dict[HtmlElement, int]) -> HtmlElement:
    node, total = root, weights.get(root, 0)
    while total:
        child = next((c for c in node if weights.get(c, 0) >= SHARE * total), None)
        if child is None:
            break
        node = child
    return node


def _headline(headings: list[HtmlElement], above: frozenset[HtmlElement]) -> HtmlElement | None:
    """The h1 nearest to the story: the one that shares the most elements around it."""
    spoken = [heading for heading in headings if heading.text_content().strip()]
    return max(spoken, key=lambda heading: sum(a in above for a in heading.iterancestors()), default=None)
