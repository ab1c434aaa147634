"""A second reader of pages, written apart from the first: other library, other rules, only for pages of our own.

It knows nothing of credits: it lists the pictures of a story and, for each, the words that stand in its box.
"""

import re
from pathlib import Path

from bs4 import BeautifulSoup, Tag

AWAY = re.compile(r"teaser|related|newsletter|author|logo|\bad\b|menu|share|footer|recommend|promo", re.I)
HIDDEN = ("script", "style", "button", "template", "svg")


def pictures(path: Path) -> list[tuple[str, set[str]]]:
    """The file name of each picture of the story, without size, and the words of its box."""
    soup = BeautifulSoup(path.read_bytes(), "lxml")
    for hidden in soup.find_all(HIDDEN):
        hidden.decompose()
    found: dict[str, set[str]] = {}
    for image in soup.find_all(["img", "amp-img"]):
        name = _name(image)
        if name and not _is_away(image):
            found.setdefault(name, set()).update(_words(_box(image)))
    return list(found.items())


def _name(image: Tag) -> str:
    """The last part of the address that is no stand-in, without extension and size."""
    picture = image.find_parent("picture")
    sources = picture.find_all("source") if picture else []
    pairs = [(key, str(value).strip()) for part in (image, *sources) for key, value in part.attrs.items()]
    values = [v for k, v in sorted(pairs, key=lambda p: p[0] == "src") if k.endswith(("src", "srcset", "original"))]
    address = next((v.split()[0] for v in values if v and not re.match(r"data:|.*blank\.gif$", v)), "")
    return re.sub(r"([-_]\d+x\d+|[-_]w?\d{3,4}w?)?\.\w+(\?.*)?$", "", address.rsplit("/", 1)[-1])


def _is_away(image: Tag) -> bool:
    width = str(image.get("width", ""))
    if width.isdecimal() and int(width) < 100:
        return True
    if AWAY.search(" ".join(image.get("class") or [])) or re.search(r"logo|banner|^\d+x\d+$", _name(image)):
        return True
    return any(
        parent.name in ("nav", "footer", "header")
        or AWAY.search(f"{' '.join(parent.get('class') or [])} {parent.get('id', '')}")
        for parent in image.parents
        if parent.name not in ("body", "html", "main", "article", "[document]")
    )


def _box(image: Tag) -> Tag:
    """The largest element that holds no other picture and no running text of the story."""
    box, name = image, _name(image)
    for parent in image.parents:
        others = {_name(other) for other in parent.find_all(["img", "amp-img"])} - {name, ""}
        running = [p for p in parent.find_all("p") if len(p.get_text()) > 110]
        if others or len(running) > 1 or parent.find(["h1", "h2"]) or parent.name in ("body", "article", "main"):
            break
        box = parent
    return box


def _words(box: Tag) -> set[str]:
    for unseen in box.find_all(class_=re.compile("hidden|sr-only|screen-reader|zoom|count|button|furniture")):
        unseen.decompose()
    return words(box.get_text(" "))


def words(text: str) -> set[str]:
    """The words of a text, in small letters."""
    return set(re.findall(r"\w+", text.lower()))
