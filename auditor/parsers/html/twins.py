"""The same picture twice on a page (desktop and mobile, lightbox, lazy and noscript) into one image."""

from msgspec.structs import replace

from auditor.model import Image
from auditor.text import fold
from auditor.urls import picture_key, picture_keys

MOST_URLS = 80  # of one picture


def merged(images: list[Image]) -> list[Image]:
    """The images in order, each picture once, with all its URLs and the fuller texts."""
    found: list[Image] = []
    by_key: dict[str, int] = {}
    for read in images:
        told = tuple(url for url in read.src if picture_key(url))
        image = replace(read, src=told) if told and told != read.src else read  # less what only holds the place
        keys = picture_keys(image.src)
        place = next((by_key[key] for key in keys if key in by_key and _agree(found[by_key[key]], image)), None)
        if place is None:
            place = len(found)
            found.append(image)
        else:
            found[place] = _both(found[place], image)
        by_key.update(dict.fromkeys(keys, place))
    return found


def _agree(one: Image, other: Image) -> bool:
    """Do the texts allow that it is one picture? A file name alone can be that of a series."""
    if not one.caption or not other.caption:
        return True
    a, b = fold(one.caption), fold(other.caption)
    return a.startswith(b) or b.startswith(a)


def _both(one: Image, other: Image) -> Image:
    return replace(
        one,
        src=tuple(dict.fromkeys(one.src + other.src))[:MOST_URLS],
        caption=one.caption or other.caption,
        credit_line=one.credit_line or other.credit_line,
        alt_text=one.alt_text or other.alt_text,
        instructions=one.instructions or other.instructions,
        web_statement=one.web_statement or other.web_statement,
    )
