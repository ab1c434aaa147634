"""The story's own text on a page: its headline, the element that holds its paragraphs, and the paragraphs in order."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from auditor.parsers.html.dom import Element, text_inside
from auditor.parsers.html.names import is_elsewhere, names_of

SHARE = 0.6  # of the text; an element that holds less of it holds a part of the story, not the story
NEAR = 4  # elements around a text whose names speak of it
ELSEWHERE = 0.2  # of the length of text that calls itself something else
LITTLE = 500  # characters; a story is longer
SHORTEST = 30  # characters of a paragraph that counts as running text
OUTSIDE = frozenset({"nav", "footer", "figure", "figcaption", "blockquote", "button", "dialog", "a"})
WHOLE = frozenset({"body", "html", "main", "article"})


class Body(Struct, frozen=True, eq=False):
    """Where the story stands.

    `holder` is the innermost element around its paragraphs, `scope` the innermost around those and the headline,
    `above` the holder, the headline and all elements around them. `texts` are those of the paragraphs, as they stand.
    """

    holder: Element
    scope: Element
    above: frozenset[Element]
    headline: Element | None
    paragraphs: tuple[Element, ...]
    texts: tuple[str, ...]

    @property
    def in_article(self) -> bool:
        """Does the story stand in an `article` element, so that others are other stories?"""
        return any(element.tag == "article" for element in self.above)


def find_body(root: Element, paragraphs: list[Element], headings: list[Element]) -> Body:
    """Climbs down from the top as long as one child holds most of the running text.

    A page that puts its text into no paragraph elements is read once more, by any element with text of its own.
    """
    holder, text = _holder(root, paragraphs)
    if sum(map(len, text.values())) < LITTLE:
        holder, text = _holder(root, list(_speaking(root)))
    chain = [holder, *holder.iterancestors()]
    headline = _headline(headings, frozenset(chain))
    over = list(headline.iterancestors()) if headline is not None else []
    common = next((node for node in chain if node in over), root)
    scope = next((node for node in [common, *common.iterancestors()] if node.tag == "article"), common)
    above = frozenset([*chain, *over] if headline is None else [*chain, *over, headline])
    return Body(holder, scope, above, headline, tuple(text), tuple(text.values()))


def _holder(root: Element, paragraphs: list[Element]) -> tuple[Element, dict[Element, str]]:
    """The innermost element that holds most of the text, and the paragraphs in it with their texts."""
    texts = {paragraph: text_inside(paragraph) for paragraph in paragraphs}
    by_parent = _by_parent(texts)
    weights: dict[Element, float] = defaultdict(float)
    for parent, weight in by_parent.items():
        weights[parent] += weight
        for node in parent.iterancestors():
            weights[node] += weight
    holder = _narrowest(root, weights)
    inside = {parent for parent in by_parent if holder is parent or holder in parent.iterancestors()}
    return holder, {p: text for p, text in texts.items() if p.getparent() in inside}


def _speaking(root: Element) -> Iterator[Element]:
    for element in root.iter("div", "p", "span", "td", "section", "article", "h2", "h4"):
        if sum(len(text.strip()) for text in (element.text, *(c.tail for c in element)) if text) >= 2 * SHORTEST:
            yield element


def _by_parent(texts: dict[Element, str]) -> dict[Element, float]:
    """The length of the running text right below each element; what calls itself another part counts less."""
    by_parent: dict[Element, float] = defaultdict(float)
    for paragraph, text in texts.items():
        if len(text) >= SHORTEST:
            by_parent[paragraph.getparent()] += len(text)
    shares = _Shares()
    return {parent: weight * share for parent, weight in by_parent.items() if (share := shares.of(parent))}


class _Shares:
    """How much text in an element counts: nothing in a link, figure or menu, little in what calls itself a teaser."""

    def __init__(self) -> None:
        self._by_tags: dict[Element, float] = {}
        self._elsewhere: dict[Element, bool] = {}

    def of(self, element: Element) -> float:
        """The share of the text right below an element, from 0 to 1."""
        share = self._share_by_tags(element)
        if share < 1.0:
            return share
        return ELSEWHERE if any(map(self._is_elsewhere, islice((element, *element.iterancestors()), NEAR))) else share

    def _share_by_tags(self, element: Element) -> float:
        """The same by the tags of the element and those around it alone."""
        chain: list[Element] = []
        node: Element | None = element
        while node is not None and node not in self._by_tags:
            chain.append(node)
            node = node.getparent()
        share = self._by_tags[node] if node is not None else 1.0
        for node in reversed(chain):
            share = 0.0 if node.tag in OUTSIDE else min(share, ELSEWHERE if node.tag == "aside" else 1.0)
            self._by_tags[node] = share
        return share

    def _is_elsewhere(self, node: Element) -> bool:
        if node not in self._elsewhere:
            self._elsewhere[node] = node.tag not in WHOLE and is_elsewhere(names_of(node))
        return self._elsewhere[node]


def _narrowest(root: Element, weights: dict[Element, float]) -> Element:
    node, total = root, weights.get(root, 0)
    while total:
        child = next((c for c in node if weights.get(c, 0) >= SHARE * total), None)
        if child is None:
            break
        node = child
    return node


def _headline(headings: list[Element], above: frozenset[Element]) -> Element | None:
    """The h1 nearest to the story: the one that shares the most elements around it."""
    spoken = [heading for heading in headings if text_inside(heading).strip()]
    return max(spoken, key=lambda heading: sum(a in above for a in heading.iterancestors()), default=None)
