"""Credits and captions that pictures of a copy have exchanged; other checks leave those out."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping, Sequence, Set

from msgspec import Struct

from auditor.checks.agreement import parties
from auditor.checks.copies.voices import classes, credited, labels, listed, shared
from auditor.checks.evidence import Evidence, place
from auditor.likeness import alike
from auditor.model import CopyGroup, Picture, Use
from auditor.names import relation
from auditor.text import fold

DIFFERENT = 0.5
SAME = 0.8
MOST = 200
"""Pictures of a group above which no exchange is looked for."""
CLOSE = ("same", "spelling")
Same = Callable[[Use, Use], bool]


class Exchange(Struct, frozen=True):
    """Uses in one copy, each with the line that another copy has at the next of them, the last with the first one's.

    `rights` are uses of the same pictures in other copies, in the same order, with the right lines.
    """

    uses: tuple[Use, ...]
    rights: tuple[Use, ...]
    what: str


def swapped(group: CopyGroup) -> Iterator[Evidence]:
    """Two pictures have exchanged their credits, or their captions, in one copy; or more of them in a round."""
    for exchange in exchanges(group):
        uses = sorted(exchange.uses, key=lambda use: use.image.n)
        named = labels([*uses, *exchange.rights])
        values = {
            "odd": named[uses[0].story.name],
            "others": listed(named[use.story.name] for use in exchange.rights),
            "what": exchange.what,
            "lines": listed(f"“{_shown(use, exchange.what)}”" for use in uses),
            "numbers": listed(str(use.image.n) for use in uses),
        }
        yield Evidence(values, place(uses[0]), tuple(place(use) for use in (*uses[1:], *exchange.rights)))


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
    by_copy: dict[str, list[tuple[Use, Use]]] = defaultdict(list)
    for uses in told:
        for right, use in _odd_ones(uses, same):
            by_copy[use.story.name].append((right, use))
    for odd in by_copy.values():
        for round_ in _rounds(_leads(odd, same, other)):
            uses, rights = tuple(odd[number][1] for number in round_), tuple(odd[number][0] for number in round_)
            yield Exchange(uses, rights, what)


def _leads(odd: Sequence[tuple[Use, Use]], same: Same, other: Same) -> list[list[int]]:
    """For each odd use the numbers of those whose right line it bears."""
    return [
        [n for n, (right, theirs) in enumerate(odd) if theirs is not use and same(use, right) and other(use, theirs)]
        for _, use in odd
    ]


def _rounds(leads: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Ways that lead back to where they begin, the shortest from each beginning; none shares a number with another."""
    done: set[int] = set()
    for start in range(len(leads)):
        round_ = _way_back(start, leads, done) if start not in done else []
        done.update(round_)
        if round_:
            yield round_


def _way_back(start: int, leads: Sequence[Sequence[int]], closed: Set[int]) -> list[int]:
    came_from: dict[int, int] = {}
    todo = deque([start])
    while todo:
        here = todo.popleft()
        for number in leads[here]:
            if number == start:
                return _walked(start, here, came_from)
            if number not in came_from and number not in closed:
                came_from[number] = here
                todo.append(number)
    return []


def _walked(start: int, end: int, came_from: Mapping[int, int]) -> list[int]:
    walked = [end]
    while walked[-1] != start:
        walked.append(came_from[walked[-1]])
    return walked[::-1]


def _odd_ones(uses: Sequence[Use], same: Same) -> Iterator[tuple[Use, Use]]:
    """What most copies say of a picture, with each use that says otherwise."""
    most, *others = classes(uses, same) or [[]]
    yield from ((most[0], use) for group in others for use in group)


def _same_credit(one: Use, other: Use) -> bool:
    """Whether two credits name the same people, or the same sources where they name nobody.

    With the same people one common agency is enough: in a chain one of two copies may have another alias for a link.
    """
    mine, theirs = one.image.credit, other.image.credit
    if not mine or not theirs or len(mine.creators) != len(theirs.creators):
        return False
    if not mine.creators:
        return set(mine.agencies or mine.suppliers) == set(theirs.agencies or theirs.suppliers)
    agree = mine.agencies == theirs.agencies or bool(set(mine.agencies) & set(theirs.agencies))
    return agree and all(any(relation(n, known) in CLOSE for known in theirs.creators) for n in mine.creators)


def _other_credit(one: Use, other: Use) -> bool:
    return bool(parties(one.image.credit)) and not _same_credit(one, other)


def _same_caption(one: Use, other: Use) -> bool:
    return alike(fold(one.image.caption or ""), fold(other.image.caption or "")) >= SAME


def _other_caption(one: Use, other: Use) -> bool:
    return alike(fold(one.image.caption or ""), fold(other.image.caption or "")) < DIFFERENT


def exchanged(group: CopyGroup, what: str) -> set[tuple[str, int]]:
    """Story and number of the images whose credits (or captions) were exchanged."""
    found = [e for e in exchanges(group) if e.what == what]
    return {(use.story.name, use.image.n) for e in found for use in e.uses}


def settled(group: CopyGroup, what: str) -> list[tuple[Picture, list[Use]]]:
    """The pictures with their uses, those left out whose credits (or captions) were exchanged."""
    wrong = exchanged(group, what)
    return [(p, [u for u in p.uses if (u.story.name, u.image.n) not in wrong]) for p in shared(group)]
