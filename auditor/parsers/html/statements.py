"""What a page states about images for machines: JSON-LD, microdata, OpenGraph. Never mixed into what readers see."""

from lxml.html import HtmlElement

from auditor.model import Image
from auditor.parsers.html.facts import Facts


def statements_of(root: HtmlElement, facts: Facts) -> list[Image]:
    """Each statement about an image as an Image of its own."""
    return []
