"""Texts beside an image that call themselves nothing: told by their words, the image's description, and their place."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from itertools import islice, takewhile

from msgspec.structs import replace

from auditor.parsers.html.dom import Element, text_inside
from auditor.parsers.html.names import Role, is_signed
from auditor.parsers.html.segments import Segment, is_emphasised, role_of_element, segments_of
from auditor.parsers.html.shots import Shot
from auditor.text import small_letters

LONGEST = 700  # characters that stand unlabelled beside an image and may be its caption
SHORT = 400  # characters of an unlabelled text beside a container that its own credit makes a caption
DESCRIBED = 20  # letters of a text that an image's description repeats; fewer may do so by chance
EMPHASISED = 200  # characters of a caption that only its italics set apart
FEWEST_WORDS = 4  # of one without a full stop, as a name is none
ITALICS = frozenset({"em", "i"})
NEIGHBOURS = 3  # elements behind an image that may hold its caption
LARGE = 4000  # characters, scripts among them; so much text is no caption and is not looked at closely
NAME = 70  # characters of a name or house
MOST = 4  # stretches of text that an element outside a figure may add

Holders = Mapping[Element, Sequence[Shot]]
Reader = Callable[[str], Role | None]


class Described:
    """A reader that also takes a text for the caption where the image's own description or title says the same."""

    def __init__(self, by_words: Reader, shot: Shot) -> None:
        self.by_words, self._shot = by_words, shot

    def __call__(self, text: str) -> Role | None:
        """What an unlabelled text is."""
        return self.by_words(text) or ("caption" if self.describes(text) else None)

    def describes(self, text: str) -> bool:
        """Does the image's own description or title say the same?"""
        letters = _letters(text) if self._said else ""
        said = len(letters) >= DESCRIBED and any(letters in one or letters.startswith(one) for one in self._said)
        return said and self.by_words(text) != "credit"

    @cached_property
    def _said(self) -> list[str]:
        texts = map(_letters, (self._shot.alt, self._shot.element.get("title")))
        return [letters for letters in texts if len(letters) >= DESCRIBED]


def _letters(text: str | None) -> str:
    return small_letters(text[:LONGEST]) if text else ""


def has(segments: list[Segment], role: Role) -> bool:
    """Does any of the stretches call itself so?"""
    return any(segment.role == role for segment in segments)


def is_credited(segments: list[Segment], reads: Described) -> bool:
    """Is there a credit among the stretches, in an element of its own or at the end of a caption?"""
    return has(segments, "credit") or any(s.role == "caption" and reads.by_words(s.text) for s in segments)


def read(segment: Segment, have: list[Segment], reads: Described) -> Segment:
    """A text that does not call itself caption or credit as what it is: where there is no credit yet, that, or a
    caption with one.
    """
    if segment.role not in (None, "byline") or segment.linked or len(segment.text) > SHORT:
        return segment
    if has(have, "credit"):
        return replace(segment, role="caption") if reads.describes(segment.text) else segment
    role = reads(segment.text)
    return segment if segment.heading and role != "credit" else replace(segment, role=role or segment.role)


def with_credit_ahead(ahead: list[Segment], have: list[Segment], reads: Described) -> list[Segment]:
    """The text before an image, its last stretch as a credit where it reads as one and there is none yet."""
    if not ahead:
        return ahead
    last = read(ahead[-1], have, reads)
    return [*ahead[:-1], last] if last.role == "credit" else ahead


def neighbours(node: Element, have: list[Segment], holders: Holders, reads: Described) -> list[Segment]:
    """The text right behind the container that calls itself caption or credit, where one lacks."""
    found: list[Segment] = []
    if has(have, "caption") and is_credited(have, reads):
        return found
    for sibling in islice(node.itersiblings(), NEIGHBOURS):
        if len(text_inside(sibling)) > LARGE:
            break
        said = [s if is_signed(s.text) else read(s, have + found, reads) for s in segments_of(sibling, LONGEST)]
        bare = not have and not found
        if bare and (_is_emphasised_caption(sibling, said) or _is_credited_caption(said, reads)):
            return [replace(segment, role="caption") for segment in said]
        told = list(takewhile(partial(_lacks, have + found, sibling, reads), said))
        if told and told[-1].role == "caption" and not is_credited(have + told, reads):
            told += [segment for segment in said[len(told) :][:1] if may_sign(segment, True)]
        found += told
        if sibling in holders or len(told) < len(said) or (sibling.tail or "").strip():
            break
    return found if len(found) <= MOST else []


def _is_emphasised_caption(element: Element, said: list[Segment]) -> bool:
    """One sentence in italics or bold right behind an image; one in bold without its full stop may be a heading."""
    if len(said) != 1 or len(said[0].text) > EMPHASISED or not is_emphasised(element):
        return False
    text = said[0].text
    in_italics = (
        next(iter(element), element).tag in ITALICS and len(text.split()) >= FEWEST_WORDS and text[-1] not in "?!:"
    )
    return text.endswith((".", ")")) or (in_italics and not is_signed(text))


def _is_credited_caption(said: list[Segment], reads: Described) -> bool:
    """A short text and a credit announced by its marker, in the element right behind an image."""
    if len(said) < 2 or any(s.role not in (None, "credit") or s.heading or s.linked for s in said):
        return False
    joined = " ".join(segment.text for segment in said)
    return len(joined) <= SHORT and reads(joined) == "caption"


def may_sign(segment: Segment, beside: bool) -> bool:
    """Somebody's name as the page says, or a short text right `beside` a caption, which may be one."""
    if segment.role or segment.linked or segment.heading:
        return segment.role == "byline"
    return beside and len(segment.text) <= NAME


def _lacks(have: list[Segment], source: Element, reads: Described, segment: Segment) -> bool:
    """A credit where there is none yet; a caption where there is nothing yet, or where it is surely the image's."""
    if segment.role == "credit":
        return not has(have, "credit")
    if segment.role != "caption" or has(have, "caption"):
        return False
    named = source.tag == "figcaption" or role_of_element(source) == "caption"
    return not have or named or reads.describes(segment.text)
