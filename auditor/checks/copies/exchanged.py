"""Credits and captions that two pictures of a copy have exchanged; other checks leave those out."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from auditor.checks.copies.voices import classes, credited, labels, listed, parties, shared
from auditor.checks.evidence import Evidence, place
from auditor.likeness import alike
from auditor.model import CopyGroup, Picture, Use
from auditor.names import relation
from auditor.text import fold

DIFFERENT = 0.5
SAME = 0.8
MOST = 200
"""Pictures of a group above which no exchange is looked for."""
Same = Callable[[Use, Use], bool]


class Exchange(Struct, frozen=True):
    """Two uses in one copy that say of each other's picture what `one_right` and `other_right` say elsewhere."""

    one: Use
    other: Use
    one_right: Use
    other_right: Use
    what: str


def swapped(group: CopyGroup) -> Iterator[Evidence]:
    """Two pictures have exchanged their credits, or their captions, in one copy."""
    for exchange in exchanges(group):
        uses = (exchange.one, exchange.other, exchange.one_right, exchange.other_right)
        named = labels(uses)
        values = {
            "odd": named[exchange.one.story.name],
            "others": listed(named[use.story.name] for use in uses[2:]),
            "what": exchange.what,
            "one": _shown(exchange.one, exchange.what),
            "other": _shown(exchange.other, exchange.what),
            "number": str(exchange.one.image.n),
            "other_number": str(exchange.other.image.n),
        }
        yield Evidence(values, place(exchange.one), tuple(place(use) for use in uses[1:]))


def _shown(use: Use, what: str) -> str:
    return (use.image.credit_line if what == "credits" else use.image.caption) or ""


def exchanges(group: CopyGroup) -> list[Exchange]:
    """All exchanges of credits and of captions between the pictures of a group."""
    pictures = shared(group)
    if not 2 <= len(pictures) <= MOST:
        return []
    captioned = [[use for use in picture.uses if use.image.caption] for picture in pictures]
    return [
        *_exchanges([credited(picture) for picture in pictures], _same_credit, _other_credit, "credits"),
        *_exchanges(captioned, _same_caption, _other_caption, "captions"),
    ]


def _exchanges(told: Sequence[Sequence[Use]], same: Same, other: Same, what: str) -> Iterator[Exchange]:
    odd = [(right, use) for uses in told for right, use in _odd_ones(uses, same)]
    done: set[int] = set()
    for number, (right, use) in enumerate(odd):
        for later, (other_right, other_use) in enumerate(odd[number + 1 :], number + 1):
            crossed = same(use, other_right) and same(other_use, right) and other(use, other_use)
            if crossed and use.story.name == other_use.story.name and not {number, later} & done:
                done |= {number, later}
                yield Exchange(use, other_use, right, other_right, what)


def _odd_ones(uses: Sequence[Use], same: Same) -> Iterator[tuple[Use, Use]]:
    """What most copies say of a picture, with each use that says otherwise."""
    most, *others = classes(uses, same) or [[]]
    yield from ((most[0], use) for group in others for use in group)


def _same_credit(one: Use, other: Use) -> bool:
    mine, theirs = one.image.credit, other.image.credit
    if not mine or not theirs or set(mine.agencies) != set(theirs.agencies):
        return False
    if not mine.agencies and not mine.creators:
        return set(mine.suppliers) == set(theirs.suppliers)
    return len(mine.creators) == len(theirs.creators) and all(
        any(relation(name, known) in ("same", "spelling") for known in theirs.creators) for name in mine.creators
    )


def _other_credit(one: Use, other: Use) -> bool:
    return bool(parties(one.image.credit)) and not _same_credit(one, other)


def _same_caption(one: Use, other: Use) -> bool:
    return alike(fold(one.image.caption or ""), fold(other.image.caption or "")) >= SAME


def _other_caption(one: Use, other: Use) -> bool:
    return alike(fold(one.image.caption or ""), fold(other.image.caption or "")) < DIFFERENT


def exchanged(group: CopyGroup, what: str) -> set[tuple[str, int]]:
    """Story and number of the images whose credits (or captions) were exchanged."""
    found = [e for e in exchanges(group) if e.what == what]
    return {(use.story.name, use.image.n) for e in found for use in (e.one, e.other)}


def settled(group: CopyGroup, what: str) -> list[tuple[Picture, list[Use]]]:
    """The pictures with their uses, those left out whose credits (or captions) were exchanged."""
    wrong = exchanged(group, what)
    return [(p, [u for u in p.uses if (u.story.name, u.image.n) not in wrong]) for p in shared(group)]
