"""Whether what stands around an image speaks of something else: another story's headline, a card, a side column."""

from itertools import islice, takewhile

from auditor.parsers.html.around import Around
from auditor.parsers.html.dom import Element, text_inside
from auditor.parsers.html.names import heads_another, is_price
from auditor.parsers.html.segments import HEADINGS
from auditor.parsers.html.shots import IMAGE_FILE, Shot

HEADLINE = 20  # characters; a linked text of this length names another story
HEADLINE_WITHIN = 2  # elements around an image's box that may hold its card's headline
MOST_HEADINGS = 3  # of a card
MOST_HEADING = 200  # characters; a heading is shorter
QUOTES = '"“”„«»「」'
HEADED_WITHIN = 4  # elements around an image that may begin with what they are


def names_another(shot: Shot, around: Around) -> bool:
    """Does a click on the image lead to another page, whose headline stands with the image?"""
    return leads_away(shot) and (_says_more(shot, around) or _has_headline_beside(shot, around))


def is_teaser(around: Around) -> bool:
    """A box whose first text is a link to elsewhere: another story's headline."""
    return any(
        s.linked and (s.heading or (s.role is None and len(s.text) >= HEADLINE))
        for s in around.segments + around.others
    )


def is_card(shot: Shot, around: Around) -> bool:
    """A box that says something else than what is in a picture: a heading, a link, a form, a price."""
    if any(s.heading or s.linked or is_price(s.text) for s in around.segments + around.others):
        return True
    if next(around.container.iter("form", "input", "video", "iframe", "time"), None) is not None:
        return True
    return any(_points_away(link, shot) for link in around.container.iter("a"))


def is_headed_otherwise(shot: Shot, around: Around) -> bool:
    """Does a box of the image, or its text, begin with what heads another thing: "Advertisement", "Lesen Sie auch"?"""
    behind = around.segments[0] if around.segments else None
    if behind is not None and behind.role is None and heads_another(behind.text):
        return True
    node = shot.top
    for box in shot.around[:HEADED_WITHIN]:
        if said := _first_text(node, box):
            return heads_another(said)
        node = box
    return False


def _first_text(node: Element, box: Element) -> str:
    """How a box begins, where that is one text in one element at most, right before the node."""
    first = node.getprevious()
    if first is None:
        return _beginning(box.text)
    if first.getprevious() is not None or len(first) > 1:
        return ""
    return _beginning(first.text) or _beginning(first[0].text if len(first) else None)


def _beginning(text: str | None) -> str:
    """As much of a text as tells whether it is a heading: many images may ask for the same one."""
    return (text or "")[:MOST_HEADING].strip()


def is_quoted(text: str) -> bool:
    """Does a text stand between quotation marks, as what somebody said?"""
    return text[0] in QUOTES and text[-1] in QUOTES and len(text) >= HEADLINE


def is_aside(shot: Shot) -> bool:
    """Does the image stand in a side column or a box beside the text?"""
    return shot.innermost("aside") is not None


def _says_more(shot: Shot, around: Around) -> bool:
    """Does the link around an image hold another text than that of the image's box: another story's headline?"""
    link = shot.link
    if link is None or link is around.container or link in around.container.iterdescendants("a"):
        return False
    return len(text_inside(link).strip()) - len(text_inside(around.container).strip()) >= HEADLINE


def _has_headline_beside(shot: Shot, around: Around) -> bool:
    """Does a text that is another story's headline lead where the image leads: a heading around the image's box?

    In an `aside` it may be any text of the box.
    """
    href = shot.link.get("href") if shot.link is not None else None
    inside = around.container.iter("a") if is_aside(shot) else ()
    if any(link is not shot.link and link.get("href") == href for link in inside):
        return True
    above = takewhile(shot.around.__contains__, islice(around.container.iterancestors(), HEADLINE_WITHIN))
    headings = (heading for box in (around.container, *above) for heading in islice(box.iter(*HEADINGS), MOST_HEADINGS))
    return any(_leads_to(heading, href) for heading in headings)


def _leads_to(heading: Element, href: str | None) -> bool:
    """Is a link to this address in a heading, or the heading in one?"""
    around = heading.getparent()
    links = [*heading.iter("a"), *([around] if around is not None and around.tag == "a" else ())]
    return any(link.get("href") == href for link in links)


def leads_away(shot: Shot) -> bool:
    """Does a click on the image lead to another page?"""
    return shot.link is not None and _points_away(shot.link, shot)


def _points_away(link: Element, shot: Shot) -> bool:
    """Does a link lead elsewhere than to a larger copy of the image?"""
    href = link.get("href") or ""
    return bool(href) and href not in shot.urls and not href.startswith("#") and not IMAGE_FILE.search(href)
