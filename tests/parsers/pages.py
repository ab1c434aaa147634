"""Invented pages around a piece of markup, and the images that are read from them."""

from auditor.model import Document, Image, Story
from auditor.parsers import parse
from auditor.words import Words

HEADLINE = "Harbour gate repaired after eleven years"
IMAGE = '<img src="https://img.example/2026/harbour-12345-lock.jpg" alt="A lock gate in a harbour" width="800" height="500">'
CAPTION = "Workers repair the old lock gate in the harbour."
BODY = "".join(
    f"<p>The harbour board met on {day} to talk about the gate, and it took its time with the report of the engineers.</p>"
    for day in ("Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
)


def page(markup: str, above: str = "", below: str = "", head: str = "") -> str:
    """A page whose story holds `markup` behind its first paragraph; `above` stands before the headline."""
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>Gate</title>{head}</head><body>"
        f'<header class="top"><nav><a href="/">Home</a></nav></header><main><article>{above}<h1>{HEADLINE}</h1>'
        f'<div class="body"><p>First the board met on Monday, and then it met again to vote on the plan for the gate.</p>'
        f"{markup}{BODY}</div></article>{below}</main><footer><p>© 2026 Harbour News</p></footer></body></html>"
    )


def read(html: str, words: Words) -> Story:
    """The story of a page."""
    return parse(Document("page.html", html.encode()), words)


def shown(html: str, words: Words) -> list[Image]:
    """The images of a page that readers see."""
    return [image for image in read(html, words).images if image.via == "page"]


def texts(html: str, words: Words) -> list[tuple[str | None, str | None]]:
    """Caption and credit line of each image that readers see."""
    return [(image.caption, image.credit_line) for image in shown(html, words)]
