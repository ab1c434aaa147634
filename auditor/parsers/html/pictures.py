"""The images of the story among all image elements of a page, each with its caption and credit."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable
from functools import partial

from auditor.model import Image
from auditor.parsers.html.around import HIGHEST, text_around
from auditor.parsers.html.attributes import completed, linked_licence
from auditor.parsers.html.beside import Holders, Reader
from auditor.parsers.html.body import Body
from auditor.parsers.html.captions import caption_and_credit, role_by_wording, sign_off
from auditor.parsers.html.cards import leads_away
from auditor.parsers.html.dom import Element
from auditor.parsers.html.facts import Facts
from auditor.parsers.html.parts import Parts
from auditor.parsers.html.rejects import Place, Rejects, Sure, is_editorial
from auditor.parsers.html.shots import Shot, placeholders, side_by_side
from auditor.parsers.html.signs import is_drawing, is_small, shows_a_sign
from auditor.parsers.instructions import instructions_in
from auditor.parsers.wording import is_marked
from auditor.words import Words

FARTHEST = 2 * HIGHEST  # elements around an image that are asked whether it is alone in them


def pictures_of(parts: Parts, elements: list[Element], body: Body, facts: Facts, words: Words) -> list[Image]:
    """The story's images among the elements, in the order of the page; the same picture may come again."""
    stand_ins = placeholders(elements)
    may = filter(_may_show, elements)
    shots = side_by_side(Shot(element, facts.base, stand_ins, body.above) for element in may)
    if not all(element in parts.order for element in (*body.paragraphs, *elements)):
        parts.number_all()
        shots.sort(key=lambda shot: parts.order[shot.element])
    read = _Reading(parts, body, words, _holders(shots))
    return [image for shot in shots if (image := read.image(shot))]


def _may_show(element: Element) -> bool:
    """Not where it is declared tiny, unless in a figure, where pages leave the size of a stand-in."""
    if is_small(element) and next(element.iterancestors("figure"), None) is None:
        return False
    return not shows_a_sign(element)


def _holders(shots: Iterable[Shot]) -> Holders:
    """Which images each element holds, below the story's own elements."""
    holders: dict[Element, list[Shot]] = defaultdict(list)
    for shot in shots:
        for node in () if is_drawing(shot.element.get("src") or "") else shot.around[:FARTHEST]:
            holders[node].append(shot)
    return holders


class _Reading:
    """What is known of the page while its images are read one by one."""

    def __init__(self, parts: Parts, body: Body, words: Words, holders: Holders) -> None:
        self._parts, self._body, self._words, self._holders = parts, body, words, holders
        self._rejects = Rejects(body)
        self._reads: Reader = partial(role_by_wording, words=words)
        self._places = sorted(parts.order[paragraph] for paragraph in body.paragraphs)
        self._first, self._last = (self._places[0], self._places[-1]) if self._places else (0, 0)

    def image(self, shot: Shot) -> Image | None:
        """The image with its texts; None where it is not the story's."""
        at = self._parts.order[shot.element]
        behind = at > self._last
        place = self._place(shot, behind)
        if place is None:
            return None
        around = text_around(shot, self._holders, self._body, self._reads)
        read = caption_and_credit(around.segments, self._words)
        if not any(read) and "-" in shot.element.tag:  # whose text is in its attributes
            read = completed(read, shot, around, self._words)
        if behind and not (any(read) if place.inside else all(read)):
            return None
        sure = Sure(self._is_marked(read[1]), at < self._first)
        if not is_editorial(shot, around, read, place, sure):
            return None
        caption, credit = completed(read, shot, around, self._words)
        after = bisect(self._places, at)
        told = instructions_in((segment.text for segment in around.segments), caption, credit, self._words)
        signed = sign_off(around.segments, (caption, credit), self._words)
        return Image(
            0,
            "page",
            shot.urls,
            caption,
            credit,
            shot.alt,
            line=shot.element.sourceline,
            after=after,
            instructions=told,
            sign_off=signed,
            web_statement=linked_licence(around.container),
        )

    def _place(self, shot: Shot, behind: bool) -> Place | None:
        """Where the image stands; None where no image of the story does."""
        if behind and not self._rejects.is_inside(shot) and not self._is_in_article(shot):
            return None
        place = self._rejects.place(shot.top)
        if place.standing == "elsewhere" or not shot.urls:
            return None
        return None if (behind or place.standing == "doubtful") and leads_away(shot) else place

    def _is_in_article(self, shot: Shot) -> bool:
        """Is it in the story's own `article`, behind the text, as galleries are?"""
        if self._body.scope.tag != "article" or shot.over is None:
            return False
        return self._body.scope in (shot.over, *shot.over.iterancestors())

    def _is_marked(self, credit: str | None) -> bool:
        """Is it a credit beyond doubt: announced, or by an agency?"""
        if credit is None:
            return False
        return is_marked(credit, self._words) or bool(self._words.agencies.mentions(credit))
