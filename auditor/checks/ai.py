"""Checks of generated pictures: what shows that one is, and whether readers are told."""

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from auditor.checks.evidence import Evidence, needs, place
from auditor.model import Image, Place, Story, Use
from auditor.phrases import Worded, worded
from auditor.rights import statements
from auditor.text import fold
from auditor.words import Words

GENERATED = "ai_generated"
DRAWN = frozenset({"illustration", "graphic", "composite"})
LONGEST = 2000  # characters of a text that are looked at


def ai_unlabelled(story: Story, words: Words) -> Iterator[Evidence]:
    """A picture that the page's data for machines or its file's name calls generated, without a label for readers.

    `{sign}` is what shows it.
    """
    for image in (i for i in story.images if i.is_shown):
        found = next(_signs(image, story, words), None)  # rare, so that few labels need be looked for
        if found and not is_labelled(image, words):
            yield Evidence({"sign": found[0]}, place(Use(story, image)), found[1])


@needs("credit")
def ai_as_photograph(image: Image, words: Words) -> Iterator[Evidence]:
    """A picture generator is credited as a photographer is: "Photo: Midjourney"; `{generator}` is its name."""
    credit = image.credit
    if credit is None or not DRAWN.isdisjoint(credit.kinds):
        return
    if not words.photographs.stands_in(worded(credit.marker or "")):
        return
    names = words.of_sort("picture generator", credit.suppliers)
    if names and not _says_so(image, words, credit.suppliers):
        yield Evidence({"generator": " and ".join(names), "label": credit.marker or ""})


def is_labelled(image: Image, words: Words) -> bool:
    """Are readers told that a picture is generated, in its caption, its credit or its description?"""
    return bool(image.credit and GENERATED in image.credit.kinds) or _says_so(image, words)


def _signs(image: Image, story: Story, words: Words) -> Iterator[tuple[str, tuple[Place, ...]]]:
    for other in statements.about(image, story):
        also = (Place(story.name, other.n, other.line),)
        if other.source_type and fold(other.source_type) in words.generated_types:
            yield f"its data for machines say {other.source_type}", also
        elif other.credit and GENERATED in other.credit.kinds:
            yield f"its data for machines credit {other.credit.line}", also
    names = map(_file_name, image.src) if _may_be_generated(image.src, words) else ()
    for name in dict.fromkeys(names):  # sizes of one picture mostly have one name
        if _is_generated_name(name, words):
            yield f"its file is called {name}", ()


def _may_be_generated(urls: tuple[str, ...], words: Words) -> bool:
    """Stands a word that such names begin with behind the last slash of a URL? Rare, and a URL takes long to read."""
    plain = [url[:LONGEST].partition("#")[0].partition("?")[0] for url in urls]
    ends = "/".join([url.rpartition("/")[2] for url in plain]).lower()
    is_plain = ends.isascii() and ends.isprintable() and "%" not in ends
    return not is_plain or any(word in ends for word in words.generated_names.firsts)


def _file_name(url: str) -> str:
    try:
        return unquote(urlsplit(url[:LONGEST]).path.rpartition("/")[2])
    except ValueError:
        return ""


def _is_generated_name(name: str, words: Words) -> bool:
    """Does the name of an image's file begin as a generator's names do?"""
    said = worded(name.replace("_", " ").replace("-", " "))
    return bool(said.words) and any(True for _ in words.generated_names.at(said, 0))


def _says_so(image: Image, words: Words, apart: tuple[str, ...] = ()) -> bool:
    """Does a text that readers see call the picture generated? The names `apart` do not count as such a text."""
    texts = (image.caption, image.credit_line, image.alt_text)
    return any(_is_label(worded(text[:LONGEST]), words, bool(apart)) for text in texts if text)


def _is_label(said: Worded, words: Words, but_names: bool) -> bool:
    return any(_is_label_at(said, index, words, but_names) for index in range(len(said.words)))


def _is_label_at(said: Worded, index: int, words: Words, but_names: bool) -> bool:
    labels = [*words.generated_labels.at(said, index)]
    labels += [(last, role.texts[0]) for last, role in words.roles.at(said, index) if GENERATED in role.kinds]
    if any(_in_capitals(said, index, last, text) for last, text in labels):
        return True
    return not but_names and any(GENERATED in row.kinds for _, row in words.suppliers.at(said, index))


def _in_capitals(said: Worded, first: int, last: int, label: str) -> bool:
    """ "AI" is a label, "ai" is French."""
    written = said.written(first, last)
    return not label.isupper() or written.isupper() or not label.isascii()
