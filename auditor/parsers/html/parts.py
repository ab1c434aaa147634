"""The elements of a page that matter, met in one walk, in the order of the page."""

from collections.abc import Iterable

from lxml import etree

from auditor.parsers.html.dom import Element, matches

IMAGES = ("img", "amp-img")
HEAD = ("meta", "link", "base")
# What shows an image without being one: elements of the page's own making, and boxes with a picture behind them.
OTHERS = etree.XPath(
    ".//*[contains(name(), '-')][@src or @srcset or @data-src or @data-srcset][not(self::amp-img or .//img)]"
    " | .//*[not(self::img)][contains(@style, 'url(')]"
    " | .//*[self::div or self::span or self::a or self::figure][@data-src or @data-srcset or @data-bg][not(.//img)]"
)


class Parts:
    """Paragraphs, main headings, `article` elements, images, scripts, and what the page says of itself.

    `head` are its meta, link and base elements; `order` tells where each element stands.
    """

    def __init__(self, root: Element) -> None:
        self.root = root
        self.paragraphs: list[Element] = []
        self.headings: list[Element] = []
        self.articles: list[Element] = []
        self.images: list[Element] = []
        self.order: dict[Element, int] = {}
        self.scripts: list[Element] = []
        self.head: list[Element] = []
        kinds = {"p": self.paragraphs, "h1": self.headings, "article": self.articles, "script": self.scripts}
        kinds |= dict.fromkeys(IMAGES, self.images) | dict.fromkeys(HEAD, self.head)
        for place, element in enumerate(root.iter(*kinds)):
            self.order[element] = place
            kinds[element.tag].append(element)

    def other_images(self, scope: Element) -> list[Element]:
        """The elements inside `scope` that show an image otherwise."""
        return matches(OTHERS, scope)

    def number_all(self) -> None:
        """Gives every element its place, where others than those met so far are asked for."""
        self.order = {element: place for place, element in enumerate(self.root.iter())}

    def last_of(self, elements: Iterable[Element]) -> int:
        """The place of the last of these elements; 0 where there is none."""
        return max((self.order[element] for element in elements), default=0)
