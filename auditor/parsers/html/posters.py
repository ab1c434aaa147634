"""What shows a picture that has no caption or credit to lack: a still before a film, a slide that is not yet seen."""

import re
from collections.abc import Iterator

from auditor.parsers.html.around import Around
from auditor.parsers.html.dom import Element, text_inside
from auditor.parsers.html.names import is_moving, names_of, page_names
from auditor.parsers.html.shots import Shot

DURATION = re.compile(r"(?<!\d)\d{1,3}:\d{2}(?::\d{2})?\s?([^\W\d_]{1,8})")
LONGEST = 1000  # characters of a box; a longer text is about more than a film
HIGHEST = 6  # elements around an image whose names are asked


def is_poster(shot: Shot, around: Around) -> bool:
    """Is the image a still before a film: its box is a player by name, or tells how long the film runs?"""
    if any(is_moving(names_of(element)) for element in _boxes(shot, around)):
        return True
    text = text_inside(around.container)
    if len(text) > LONGEST:
        return False
    return any(match[1].lower() in page_names().count.units for match in DURATION.finditer(text))


def is_unseen(shot: Shot) -> bool:
    """Is the image in a part hidden from those who listen to the page, as slides are that wait for their turn?"""
    return any(element.get("aria-hidden") == "true" for element in shot.element.iterancestors())


def _boxes(shot: Shot, around: Around) -> Iterator[Element]:
    """The image and the elements around it, up to the outermost one that holds nothing else."""
    yield shot.element
    for _, element in zip(range(HIGHEST), shot.element.iterancestors(), strict=False):
        yield element
        if element is around.container:
            return
