"""What an image element says of itself: its size, its names, its address."""

from urllib.parse import urlsplit

from auditor.parsers.html.dom import Element
from auditor.parsers.html.names import is_sign, names_of

BANNER = 3.5  # times as long as broad
PORTRAIT = 150  # pixels of its longer side
SQUARE = 200  # pixels of a side
LAZY_RATIO = 20
SMALLEST = 100  # pixels of a picture's longer side as the page gives it
LONGEST_PATH = 300
PHOTOGRAPHS = (".jpg", ".jpeg", ".webp", ".avif")


def is_small(element: Element) -> bool:
    """Is the image declared too small to be a picture?"""
    sizes = _sizes(element)
    return bool(sizes) and max(sizes) < SMALLEST


def is_portrait_sized(element: Element) -> bool:
    """Is the image declared as small as an author's portrait is? What is smaller still is the ratio of a lazy image."""
    sizes = _sizes(element)
    return bool(sizes) and LAZY_RATIO < max(sizes) <= PORTRAIT


def is_square_portrait(element: Element) -> bool:
    """Is the image declared as small and square as the portraits beside what somebody says or wrote?"""
    sizes = _sizes(element)
    return len(sizes) == 2 and sizes[0] == sizes[1] <= SQUARE


def is_banner(element: Element) -> bool:
    """Is the image declared as long and narrow as advertisements are (728 by 90, 160 by 600), and no picture is?"""
    sizes = _sizes(element)
    return len(sizes) == 2 and max(sizes) > BANNER * min(sizes)


def _sizes(element: Element) -> list[int]:
    """Width and height in pixels, those that are declared."""
    said = (element.get(name) or "" for name in ("width", "height"))
    return [int(value) for value in said if value.isdecimal() and len(value) < 7]


def is_drawing(url: str) -> bool:
    """Is it a vector drawing, as buttons and logos beside a picture are?"""
    return url.partition("?")[0].endswith(".svg")


def shows_a_sign(element: Element) -> bool:
    """Do the image's own names say that it is a logo, an icon or a portrait?"""
    return is_sign(names_and_id(element))


def names_and_id(element: Element) -> str:
    """The names of an element with its id, which says what a part of a page is, but not what a text is."""
    return f"{names_of(element)} {(element.get('id') or '')[:LONGEST_PATH]}"


def is_kept_with_signs(url: str, captioned: bool) -> bool:
    """Does an image's address say that it is a logo or an icon: "/logos/x.png"?

    The file name of a captioned photograph says what is in it: "flag-over-the-town-hall.jpg", "archeologo-rossi.jpg".
    """
    path = urlsplit(url[-LONGEST_PATH:]).path
    return is_sign(path.rpartition("/")[0] if captioned and path.lower().endswith(PHOTOGRAPHS) else path)
