"""What can be known of an image without looking at it: its URL keys, its words, its place among the paragraphs.

The credit is not among it: the credit is what is under test.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set

from msgspec import Struct

from auditor.likeness import alike, length
from auditor.model import Story, Use
from auditor.text import fold, tokens
from auditor.urls import picture_keys

LONGEST = 2000
EDGE = 8
"""Words at the start and end of a paragraph by which it is known again after an edit."""
SAME_CAPTION = 0.5
LONG = 6
"""Words from which on a caption alone tells that a text repeats a picture."""
FEW_CAPTIONS = 2
"""Captions under one URL above which it shows no picture of its own."""
FEW = 4
"""Paragraphs among which the nearest one of the text is looked for."""
Edge = tuple[str, ...]


class Sight(Struct, frozen=True):
    """One picture as one copy shows it; several uses where the copy repeats it.

    `looks`: what its picture files show, where they are at hand. `before` and `after` are the first and last words of
    the paragraphs around it, empty at the ends of the story; `alone`: no other picture stands between them. `order`
    counts from 0 within the copy.
    """

    uses: tuple[Use, ...]
    keys: frozenset[str]
    looks: frozenset[str]
    caption: str
    alt: str
    before: tuple[Edge, ...]
    after: tuple[Edge, ...]
    placed: bool
    alone: bool
    order: int


def shared_captions(stories: Iterable[Story]) -> frozenset[str]:
    """The captions, folded, under which a copy shows several pictures, told by their URLs, as galleries do."""
    return frozenset(caption for story in stories for caption in _shared(story))


def _shared(story: Story) -> Iterator[str]:
    shown = [image for image in story.images if image.is_shown and image.caption and image.src]
    counts = Counter(image.caption for image in shown)
    known: dict[str, frozenset[str]] = {}
    for image in (image for image in shown if counts[image.caption] > 1):
        caption, keys = _folded(image.caption), picture_keys(image.src)
        if known.setdefault(caption, keys).isdisjoint(keys):
            yield caption


def sights(story: Story, shared: Set[str] = frozenset()) -> list[Sight]:
    """The pictures that readers of one copy see, in order; a caption among the `shared` ones repeats no picture."""
    uses = [Use(story, image) for image in story.images if image.is_shown]
    at = Counter(use.image.after for use in uses)
    common = _common_keys(uses)
    edges = _edges(story)
    found: list[Sight] = []
    owners: dict[str, int] = {}
    for use in uses:
        sight = _sight(use, len(found), edges, at[use.image.after] == 1, common)
        earlier = next((owners[name] for name in _names(sight) if name in owners), None)
        if earlier is not None and _repeats(sight, found[earlier], shared):
            found[earlier] = _joined(found[earlier], sight)
        else:
            owners.update(dict.fromkeys(_names(sight), len(found)))
            found.append(sight)
    return found


def _sight(use: Use, order: int, edges: Sequence[tuple[Edge, ...]], alone: bool, common: frozenset[str]) -> Sight:
    image, after = use.image, use.image.after
    placed = after is not None and 0 <= after <= len(edges) and bool(edges)
    return Sight(
        uses=(use,),
        keys=picture_keys(image.src) - common,
        looks=frozenset([image.look] if image.look else []) - common,
        caption=_folded(image.caption),
        alt=fold((image.alt_text or "")[:LONGEST]),
        before=_nearest(reversed(edges[max(0, after - FEW) : after])) if placed and after else (),
        after=_nearest(edges[after : after + FEW]) if placed and after is not None else (),
        placed=placed,
        alone=placed and alone,
        order=order,
    )


def _common_keys(uses: Iterable[Use]) -> frozenset[str]:
    """Keys and looks of several pictures of a copy: what a page shows until its pictures are loaded."""
    captions: dict[str, set[str]] = defaultdict(set)
    for use in uses:
        for key in (*picture_keys(use.image.src), *filter(None, [use.image.look])):
            captions[key].add(use.image.caption or "")
    return frozenset(key for key, different in captions.items() if len(different) > FEW_CAPTIONS)


def _edges(story: Story) -> list[tuple[Edge, ...]]:
    """First and last words of each paragraph; none of a caption or credit line that also stands as a paragraph."""
    own = {fold(text) for image in story.images for text in (image.caption, image.credit_line) if text}
    words = [() if fold(paragraph) in own else tuple(tokens(paragraph[:LONGEST])) for paragraph in story.paragraphs]
    return [(said[:EDGE], said[-EDGE:]) if len(said) > 2 else () for said in words]


def _nearest(edges: Iterable[tuple[Edge, ...]]) -> tuple[Edge, ...]:
    return next(filter(None, edges), ())


def _names(sight: Sight) -> list[str]:
    """By what a picture is known again in its own copy: its URL keys; without a URL, as in a text, its caption."""
    if sight.keys or length(sight.caption) < LONG:
        return sorted(sight.keys)
    return [sight.caption]


def _repeats(sight: Sight, earlier: Sight, shared: Set[str]) -> bool:
    """Whether an image that shares a URL key or a caption with an earlier one repeats it, and is not its neighbour."""
    one, other = sight.caption, earlier.caption
    if not sight.keys and one in shared:
        return False
    return not one or not other or alike(one, other) >= SAME_CAPTION


def _folded(caption: str | None) -> str:
    return fold((caption or "")[:LONGEST])


def _joined(earlier: Sight, later: Sight) -> Sight:
    return Sight(
        uses=(*earlier.uses, *later.uses),
        keys=earlier.keys | later.keys,
        looks=earlier.looks | later.looks,
        caption=earlier.caption or later.caption,
        alt=earlier.alt or later.alt,
        before=earlier.before,
        after=earlier.after,
        placed=earlier.placed,
        alone=earlier.alone,
        order=earlier.order,
    )
