"""What the attributes around an image say: texts that a script or the pointer brings up."""

import html
import re
from itertools import islice

from auditor.parsers.html.around import Around
from auditor.parsers.html.captions import Read
from auditor.parsers.html.dom import Element
from auditor.parsers.html.names import role_of
from auditor.parsers.html.shots import IMAGE_FILE, Shot
from auditor.parsers.inline import split
from auditor.parsers.wording import is_credit, is_marked
from auditor.text import small_letters, squeeze
from auditor.words import Words

TAG = re.compile(r"<[^<>]{0,300}>")
DEEDS = "creativecommons.org/licenses/"
LONGEST = 1500
MOST_BESIDE = 6  # elements in an image's container that are asked
HIGHEST = 4  # elements between an image and one that speaks of it


def linked_licence(container: Element) -> str | None:
    """The address of a picture's licence: where a link in its box leads that calls itself one, or to a free one."""
    for link in container.iter("a"):
        href = link.get("href") or ""
        if "license" in (link.get("rel") or "").lower().split() or DEEDS in href:
            return href.strip()[:LONGEST] or None
    return None


def completed(read: Read, shot: Shot, around: Around, words: Words) -> Read:
    """The caption and credit with what is lacking filled in from attributes; nothing is overruled."""
    caption, credit = read if any(read) else _in_link(shot, around, words)
    if credit is None or caption is None:
        told = _told(shot, around)
        credit = credit or told.get("credit")
        if caption is None and told.get("caption"):
            inner = split(told["caption"], words)
            caption, credit = inner[0], credit or inner[1]
    return caption, credit or _in_titles(shot, around, caption, words)


def _told(shot: Shot, around: Around) -> dict[str, str]:
    """Texts in attributes such as data-caption and data-copyright, by role; the nearest to the image counts."""
    told: dict[str, str] = {}
    for element in _near(shot, around):
        if element.tag == "a" and element.get("href") in shot.urls and (title := _plain(element.get("title", ""))):
            told.setdefault("caption", title)
        for name, value in element.items():
            if (name.startswith("data-") or "-" in element.tag) and " " in value.strip()[:LONGEST]:
                role = role_of(name.removeprefix("data-"))
                text = _plain(value) if role in ("caption", "credit") else ""
                if role and text:
                    told.setdefault(role, text)
    return told


def _in_link(shot: Shot, around: Around, words: Words) -> Read:
    """The caption and credit under the pointer of the link to a larger copy, where it has both."""
    link = shot.link
    if link is None or around.segments or not IMAGE_FILE.search(link.get("href", "")):
        return None, None
    texts = (_plain(link.get(name, "")) for name in ("title", "data-title"))
    return next((read for text in texts if text and all(read := split(text, words))), (None, None))


def _near(shot: Shot, around: Around) -> list[Element]:
    """The image, what wraps it, and the other elements of its own making up to the container."""
    near = [shot.element]
    for element in shot.element.iterancestors():
        if element is around.container or len(near) >= HIGHEST:
            break
        near.append(element)
    if not around.segments:  # a box beside the image may keep them for a script
        near += islice(around.container.iter("div", "span", "p", "figcaption"), MOST_BESIDE)
    return [*near, around.container] if around.figure or len(near) < HIGHEST else near


def _plain(value: str) -> str:
    """The text of an attribute that may hold markup; nothing where it holds data or an address."""
    value = value.strip()
    if len(value) > LONGEST or value[:1] in "{[#" or value.startswith(("http", "/", "data:")):
        return ""
    return squeeze(html.unescape(TAG.sub(" ", value)))


def _in_titles(shot: Shot, around: Around, caption: str | None, words: Words) -> str | None:
    """The credit under the pointer: behind the caption or description, or told by its words."""
    known = {small_letters(text) for text in (caption, shot.alt) if text}
    for element in _near(shot, around):
        title = element.get("title")
        told, credit = split(title[:LONGEST], words) if title else (None, None)
        if credit is None:
            continue
        sure = (around.figure and is_marked(credit, words)) or (caption is not None and is_credit(credit, words))
        if sure or small_letters(told or "") in known:
            return credit
    return None
