"""The elements of a page that matter, met in one walk, in the order of the page."""

from collections.abc import Iterable

from lxml import etree

from auditor.parsers.html.dom import Element, matches

IMAGES = ("img", "amp-img")
# What shows an image without being one: elements of the page's own making, and boxes with a picture behind them.
OTHERS = etree.XPath(
    ".//*[contains(name(), '-')][@src or @srcset or @data-src or @data-srcset][not(self::amp-img or .//img)]"
    " | .//*[not(self::img)][contains(@style, 'url(')]"
    " | .//*[self::div or self::span or self::a or self::figure][@data-src or @data-srcset or @data-bg][not(.//img)]"
)


class Parts:
    """Paragraphs, main headings, `article` elements and images; `order` tells where each stands."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.paragraphs: list[Element] = []
        self.headings: list[Element] = []
        self.articles: list[Element] = []
        self.images: list[Element] = []
        self.order: dict[Element, int] = {}
        kinds = {"p": self.paragraphs, "h1": self.headings, "article": self.articles}
        for place, element in enumerate(root.iter("p", "h1", "article", *IMAGES)):
            self.order[element] = place
            kinds.get(element.tag, self.images).append(element)

    def other_images(self, scope: Element) -> list[Element]:
        """The elements inside `scope` that show an image otherwise."""
        return matches(OTHERS, scope)

    def number_all(self) -> None:
        """Gives every element its place, where others than those met so far are asked for."""
        self.order = {element: place for place, element in enumerate(self.root.iter())}

    def last_of(self, elements: Iterable[Element]) -> int:
        """The place of the last of these elements; 0 where there is none."""
        return max((self.order[element] for element in elements), default=0)
