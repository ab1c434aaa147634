"""Which images of several copies show one picture: one to one within a pair of copies, and never by the credit.

Evidence, strongest first: the image URL, the picture file at hand, the caption, the alternative text, the place between
the same paragraphs. What was found is kept in `because`; where it does not suffice, a Doubt says so and nothing is
compared.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from auditor import looks
from auditor.copies.sights import Sight, shared_captions, sights
from auditor.likeness import alike, length, shortened
from auditor.model import Doubt, Picture, Story, Use

ALIKE = 0.8
"""Likeness at which captions decide alone; with the same place the lower one does; below the last there is no doubt."""
ALIKE_IN_PLACE = 0.65
MAYBE = 0.45
EXACT = 0.6
"""More than any nearness: a caption word for word belongs to its own picture, not to the one with nearly the same."""
TIE = 0.05
"""Weights that differ by less settle nothing."""
URL = 4.0
LOOK = 3.8
"""More than a caption word for word: captions are under test too."""
SHORT = 4
"""Words below which a caption does not decide alone."""
REPEATED = 0.95
LONG = 10
"""Likeness, and words, from which on a caption in a text repeats another one of the same text."""
MOST = 100
MANY = 40_000
"""Pairs of images above which only those that share a URL key or a caption word for word are looked at."""


class Reason(Struct, frozen=True):
    """How strongly two sights look like one picture, and why. `enough`: they may be compared."""

    weight: float
    because: str
    enough: bool


class Link(Struct, frozen=True):
    """A reason between a picture found so far and a sight in the next copy, by their numbers."""

    picture: int
    sight: int
    reason: Reason


def pictures(stories: Sequence[Story]) -> tuple[tuple[Picture, ...], tuple[Doubt, ...]]:
    """The pictures of a group, those of the leading story first in its order, and the doubtful pairs."""
    shared = shared_captions(stories)
    found: list[list[Sight]] = [[sight] for sight in sights(stories[0], shared)]
    reasons: list[list[str]] = [[] for _ in found]
    doubts: list[Doubt] = []
    for story in stories[1:]:
        shown = sights(story, shared)
        links = _strongest_first(found, shown)
        taken = dict(_one_to_one(links))
        doubts.extend(_doubts(found, shown, links, taken))
        again = _repeated(shown, taken)
        for number, sight in enumerate(shown):
            link = taken.get(number)
            if link:
                found[link.picture].append(sight)
                reasons[link.picture].append(link.reason.because)
            elif number in again:
                found[again[number]].append(sight)
            else:
                found.append([sight])
                reasons.append([])
    return tuple(_picture(*one) for one in zip(found, reasons, strict=True)), tuple(doubts)


def _repeated(shown: Sequence[Sight], taken: dict[int, Link]) -> dict[int, int]:
    """Sights of a text, which has no URLs, that repeat a matched one of their copy but for a word, by their picture."""
    told = [(number, sight) for number, sight in enumerate(shown) if not sight.keys and length(sight.caption) >= LONG]
    found = {}
    for number, sight in told[:MOST] if taken else ():
        same = (n for n, other in told[:MOST] if n in taken and alike(sight.caption, other.caption) >= REPEATED)
        if number not in taken and (known := next(same, None)) is not None:
            found[number] = taken[known].picture
    return found


def _picture(seen: Iterable[Sight], reasons: Iterable[str]) -> Picture:
    said = "; ".join(dict.fromkeys(reasons))
    return Picture(tuple(use for sight in seen for use in sight.uses), said or "in this copy only")


def _strongest_first(found: Sequence[Sequence[Sight]], shown: Sequence[Sight]) -> list[Link]:
    links = []
    for picture, sight in _worth_looking(found, shown):
        seen = (reason(earlier, shown[sight]) for earlier in found[picture])
        best = max(filter(None, seen), key=lambda found: found.weight, default=None)
        if best:
            links.append(Link(picture, sight, best))
    return sorted(links, key=lambda link: (-link.reason.weight, link.picture, link.sight))


def _worth_looking(found: Sequence[Sequence[Sight]], shown: Sequence[Sight]) -> Iterator[tuple[int, int]]:
    """All pairs of a usual story; of a page with hundreds of images those that share a key or a caption."""
    if len(found) * len(shown) <= MANY:
        yield from ((picture, sight) for picture in range(len(found)) for sight in range(len(shown)))
        return
    holders: dict[str, set[int]] = defaultdict(set)
    for picture, seen in enumerate(found):
        for name in {name for sight in seen for name in _names(sight)}:
            holders[name].add(picture)
    for number, sight in enumerate(shown):
        near = {picture for name in _names(sight) for picture in sorted(holders[name])[:20]}
        yield from ((picture, number) for picture in sorted(near))


def _names(sight: Sight) -> list[str]:
    return [*sight.keys, *filter(None, [sight.caption])]


def reason(one: Sight, other: Sight) -> Reason | None:
    """What speaks for two sights of different copies showing one picture; None where nothing does."""
    place, near = _place(one, other), _nearness(one, other)
    like = alike(one.caption, other.caption) if one.caption and other.caption else None
    if one.keys & other.keys:
        return Reason(URL + (like or 0) + near, _joined("same image URL", _said(like)), True)
    differing = min((looks.differing(a, b) for a in one.looks for b in other.looks), default=looks.BITS)
    if differing <= looks.SAME:
        seen = f"picture files alike in {looks.BITS - differing} of {looks.BITS} points"
        return Reason(LOOK - differing / looks.BITS + (like or 0) + near, _joined(seen, _said(like)), True)
    if like is not None:
        return _by_caption(one, other, like, place, near)
    if said := _by_alt_text(one, other):
        return Reason(1.8 + near, _joined(said, place and PLACE), True)
    if place:
        # Two images without any caption may be a picture and what replaced it.
        return Reason(1.5 + near, PLACE, bool(one.caption or other.caption))
    return None


PLACE = "only picture at the same place between the same paragraphs"


def _by_caption(one: Sight, other: Sight, like: float, place: bool, near: float) -> Reason | None:
    if min(length(one.caption), length(other.caption)) < SHORT and not _same_paragraphs(one, other):
        # "Symbol picture", or the name of somebody of whom there are many pictures.
        return Reason(1 + like, f"short captions {like:.0%} alike", False) if like >= ALIKE else None
    if like >= ALIKE or (place and like >= ALIKE_IN_PLACE):
        return Reason(
            2 + like + (EXACT if like == 1 else 0) + near, _joined(_said(like), place and like < ALIKE and PLACE), True
        )
    if shortened(one.caption, other.caption):
        return Reason(2.5 + near, "one caption is the other shortened", True)
    if like >= MAYBE and (place or like >= ALIKE_IN_PLACE):
        return Reason(1 + like, _joined(f"captions only {like:.0%} alike", place and PLACE), False)
    return None


def _by_alt_text(one: Sight, other: Sight) -> str:
    """Alternative texts stand in for a caption that one of the copies lacks."""
    pairs = [(one.alt, other.alt), (one.caption, other.alt), (one.alt, other.caption)]
    best = max((alike(a, b) for a, b in pairs if min(length(a), length(b)) > 2), default=0.0)
    return f"alternative text {best:.0%} alike" if best >= ALIKE else ""


def _place(one: Sight, other: Sight) -> bool:
    """Whether each is the only image between paragraphs of which at least one is the same."""
    return one.alone and other.alone and _same_paragraphs(one, other)


def _same_paragraphs(one: Sight, other: Sight) -> bool:
    return bool(set(one.before) & set(other.before) or set(one.after) & set(other.after))


def _nearness(one: Sight, other: Sight) -> float:
    """A little more for the same place, then for the same order: it settles which like caption belongs where."""
    return 0.4 * _same_paragraphs(one, other) + 0.1 * (one.order == other.order)


def _said(like: float | None) -> str:
    if like is None:
        return ""
    return "same caption" if like == 1 else f"captions {like:.0%} alike"


def _joined(*reasons: str | bool) -> str:
    return ", ".join(str(reason) for reason in reasons if reason)


def _one_to_one(links: Sequence[Link]) -> Iterator[tuple[int, Link]]:
    """Each picture and each sight in one link at most, the strongest first; equally strong ones settle nothing."""
    pictures: set[int] = set()
    sights: set[int] = set()
    rivals = _rivals(links)
    for link in links:
        if link.picture not in pictures and link.sight not in sights and link.reason.enough:
            pictures.add(link.picture)
            sights.add(link.sight)
            if not _tied(link, rivals, pictures, sights):
                yield link.sight, link


def _rivals(links: Iterable[Link]) -> dict[tuple[str, int], list[Link]]:
    found: dict[tuple[str, int], list[Link]] = defaultdict(list)
    for link in links:
        found["picture", link.picture].append(link)
        found["sight", link.sight].append(link)
    return found


def _tied(link: Link, rivals: dict[tuple[str, int], list[Link]], pictures: set[int], sights: set[int]) -> bool:
    """Whether another free picture or sight fits as well, without a URL that settles it."""
    if link.reason.weight >= URL:
        return False
    near = [*rivals["picture", link.picture], *rivals["sight", link.sight]]
    return any(
        other is not link
        and other.reason.weight > link.reason.weight - TIE
        and (other.picture not in pictures or other.sight not in sights)
        for other in near
    )


def _doubts(
    found: Sequence[Sequence[Sight]], shown: Sequence[Sight], links: Iterable[Link], taken: dict[int, Link]
) -> Iterator[Doubt]:
    """At most one a picture and sight, the likeliest, among those that were not matched."""
    pictures = {link.picture for link in taken.values()}
    sights = set(taken)
    for link in links:
        if link.picture not in pictures and link.sight not in sights:
            pictures.add(link.picture)
            sights.add(link.sight)
            yield Doubt(_first(found[link.picture]), shown[link.sight].uses[0], link.reason.because)


def _first(seen: Sequence[Sight]) -> Use:
    return seen[0].uses[0]
