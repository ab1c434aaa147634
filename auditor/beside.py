"""Picture files that lie beside a page, as where it was saved with its pictures: what each of them shows.

A page may name any path: only regular files inside its own folder are opened, by its relative addresses or by those
below its own address.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

from msgspec.structs import replace

from auditor import looks
from auditor.machinery.results import Recall
from auditor.model import Image, Story
from auditor.read import STANDARD_INPUT

LARGEST = 30_000_000
"""Bytes of a picture file."""
LONGEST = 1000
"""Characters of a path."""
ABSOLUTE = ("http:", "https:", "/", "\\", "data:")
MOST = 50
"""Pictures of a story that are looked at."""


class Eyes:
    """Fills in what the picture files beside a story show; `unseen` counts those that could not be looked at.

    `recall` knows what was seen in the same bytes before.
    """

    def __init__(self, recall: Recall) -> None:
        self._recall = recall
        self._able = looks.able()
        self.unseen = 0

    def __call__(self, story: Story) -> Story:
        page = Path(story.name)
        if story.name == STANDARD_INPUT or not page.is_file():
            return story
        folder = page.parent.resolve()
        first, rest = story.images[:MOST], story.images[MOST:]
        return replace(story, images=(*(self._seen(image, story, folder) for image in first), *rest))

    def _seen(self, image: Image, story: Story, folder: Path) -> Image:
        for path in addresses(image, story):
            data = _bytes(folder, path)
            if data and not self._able:
                self.unseen += 1
                return image
            look = self._recall((b"look", data), partial(_packed, data)).decode() if data else ""
            if look:
                return replace(image, look=look)
        return image


def may_lie(story: Story) -> bool:
    """Does a story name picture files that may lie beside it?"""
    return any(True for image in story.images for _ in addresses(image, story))


def addresses(image: Image, story: Story) -> Iterator[str]:
    """The paths, relative to the story's folder, by which it names an image."""
    own = (story.url or "").partition("?")[0].rpartition("/")[0] + "/"
    for url in image.src:
        url = url.removeprefix(own) if len(own) > len("https://") else url
        path = _path(url) if not url.startswith(ABSOLUTE) else ""  # of most URLs this tells enough
        if path and not path.startswith(ABSOLUTE) and "\0" not in path and len(path) <= LONGEST:
            yield path


def _path(url: str) -> str:
    """The path of a relative URL; empty for an absolute one."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return "" if parts.scheme or parts.netloc else unquote(parts.path)


def _bytes(folder: Path, path: str) -> bytes:
    """A file inside the folder, wherever links lead; empty where there is none, or none of reasonable size."""
    try:
        file = (folder / path).resolve()
        if not file.is_relative_to(folder) or not file.is_file() or file.stat().st_size > LARGEST:
            return b""
        return file.read_bytes()
    except (OSError, RuntimeError, ValueError):  # a loop of links, a name that no file can have
        return b""


def _packed(data: bytes) -> bytes:
    return looks.look_of(data).encode()
