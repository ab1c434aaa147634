"""Which images are not the story's: teasers, portraits, logos, advertisements, a second article below."""

from lxml.html import HtmlElement

from auditor.parsers.html.body import Body
from auditor.parsers.html.names import is_elsewhere, is_sign, names_of

ELSEWHERE = frozenset({"nav", "footer", "form", "dialog", "address", "header"})
SMALLEST = 100  # pixels of a picture's longer side as the page gives it


class Rejects:
    """Judges the elements around images; each element once."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._known: dict[HtmlElement, bool] = dict.fromkeys(body.above, False)

    def is_elsewhere(self, element: HtmlElement) -> bool:
        """Does the element stand in a part of the page that is not this story?"""
        chain = []
        node: HtmlElement | None = element
        while node is not None and node not in self._known:
            chain.append(node)
            node = node.getparent()
        verdict = self._known[node] if node is not None else False
        for node in reversed(chain):
            verdict = verdict or self._leads_elsewhere(node)
            self._known[node] = verdict
        return self._known[element]

    def _leads_elsewhere(self, node: HtmlElement) -> bool:
        if node.tag in ELSEWHERE or (node.tag == "article" and self._body.in_article):
            return True
        return is_elsewhere(names_of(node) + " " + (node.get("id") or ""))


def is_small(element: HtmlElement) -> bool:
    """Is the image declared too small to be a picture?"""
    sizes = [int(value) for value in (element.get("width"), element.get("height")) if value and value.isdecimal()]
    return bool(sizes) and max(sizes) < SMALLEST


def shows_a_sign(element: HtmlElement) -> bool:
    """Do the image's own names say that it is a logo, an icon or a portrait?"""
    return is_sign(f"{element.get('class') or ''} {element.get('id') or ''}")
