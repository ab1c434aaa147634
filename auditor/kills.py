"""Where a killed picture still stands, under whatever credit.

It is told by the ids, addresses and captions of the notice; from there through the copies in which it is the same
picture, and through the addresses that it has there. What may be another picture is listed too, and said to be unsure.
"""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from auditor.copies.sights import sights
from auditor.likeness import alike
from auditor.model import CopyGroup, Image, Story, Use
from auditor.rights.recognising import Register
from auditor.rights.shapes import Entry
from auditor.text import fold
from auditor.urls import picture_keys

ALIKE = 0.5
"""Likeness of captions at which one shared address of several is believed."""
LONGEST = 2000
MOST = 20
"""Uses by which one address is followed."""
Named = tuple[str, int]
See = Callable[[Story], Story]


class Standing(Struct, frozen=True):
    """A use of a killed picture: the image, the notice's entry (its place and its reason), and why it is that picture.

    Not `sure`: it may be another picture; somebody must look.
    """

    story: str
    image: Image
    entry: str
    reason: str
    because: str
    sure: bool = True


class Trail(Struct, frozen=True):
    """By what a use of a killed picture is known elsewhere: its address keys and its folded caption."""

    keys: frozenset[str]
    caption: str
    use: Standing


def standing(
    stories: Sequence[Story], groups: Sequence[CopyGroup], notice: Sequence[Entry], see: See | None = None
) -> list[Standing]:
    """Every use, in the order of the stories; both are gone through several times.

    `see` fills in what picture files beside a story show.
    """
    search = _Search()
    search.by_notice(map(see, stories) if see else stories, notice)
    known = -1
    while known != len(search.found):
        known = len(search.found)
        search.by_copies(groups)
        search.by_address(stories)
    search.by_doubts(groups)
    order = {story.name: number for number, story in enumerate(stories)} if search.found else {}
    return sorted(search.found.values(), key=lambda use: (order[use.story], use.image.n))


class _Search:
    """What was found so far, and by what more may be."""

    def __init__(self) -> None:
        self.found: dict[Named, Standing] = {}
        self._trails: dict[str, list[Trail]] = {}

    def by_notice(self, stories: Iterable[Story], notice: Sequence[Entry]) -> None:
        """The images that the notice itself is about; those made for machines too: networks show them."""
        register = Register(notice)
        for story in stories:
            for image in story.images:
                for entry, because in register.about(image, story)[:1]:
                    use = Standing(story.name, image, entry.place, entry.reason, because)
                    self._enter(use, _own_keys(story, image))

    def by_copies(self, groups: Iterable[CopyGroup]) -> None:
        """The uses that copies show to be the same picture."""
        for group in groups:
            for picture in group.pictures:
                known = next((use for use in picture.uses if self._is_sure(use)), None)
                for use in picture.uses if known else ():
                    if known and not self._is_sure(use):
                        self._follow(known, use, picture.because)

    def by_address(self, stories: Iterable[Story]) -> None:
        """The images that have an address of a use that was found."""
        for story in stories if self._trails else ():
            for image in story.images:
                keys = picture_keys(image.src)
                if not self._trails.keys().isdisjoint(keys) and not self._is_sure(Use(story, image)):
                    self._compare(story, image, keys & _own_keys(story, image))

    def by_doubts(self, groups: Iterable[CopyGroup]) -> None:
        """The uses of which copies do not tell whether they are the same picture."""
        for group in groups:
            for doubt in group.doubts:
                for one, other in ((doubt.one, doubt.other), (doubt.other, doubt.one)):
                    if self._is_sure(one) and _named(other) not in self.found:
                        self._follow(one, other, doubt.because, sure=False)

    def _compare(self, story: Story, image: Image, keys: frozenset[str]) -> None:
        caption = _caption(image)
        trails = [trail for key in sorted(keys) for trail in self._trails.get(key, ())]
        best = max(trails, key=lambda trail: _is_same(trail, keys, caption), default=None)
        if best:
            because = f"the same address as {_place(best.use)}"
            sure = _is_same(best, keys, caption)
            self._enter(Standing(story.name, image, best.use.entry, best.use.reason, because, sure), keys)

    def _follow(self, known: Use, use: Use, because: str, sure: bool = True) -> None:
        lead = self.found[_named(known)]
        said = f"{'the same picture as' if sure else 'perhaps'} {_place(lead)}: {because}"
        self._enter(
            Standing(use.story.name, use.image, lead.entry, lead.reason, said, sure), picture_keys(use.image.src)
        )

    def _enter(self, use: Standing, keys: frozenset[str]) -> None:
        self.found[use.story, use.image.n] = use
        for key in keys if use.sure else ():
            trails = self._trails.setdefault(key, [])
            if len(trails) < MOST:
                trails.append(Trail(keys, _caption(use.image), use))

    def _is_sure(self, use: Use) -> bool:
        known = self.found.get(_named(use))
        return known is not None and known.sure


def _named(use: Use) -> Named:
    return use.story.name, use.image.n


def _place(use: Standing) -> str:
    return f"picture {use.image.n} of {use.story}"


def _caption(image: Image) -> str:
    return fold((image.caption or "")[:LONGEST])


def _own_keys(story: Story, image: Image) -> frozenset[str]:
    """The address keys of an image but for those under which its story shows several pictures."""
    keys = picture_keys(image.src)
    if not image.is_shown or not keys:
        return keys
    return keys & {key for sight in sights(replace(story, paragraphs=())) for key in sight.keys}


def _is_same(trail: Trail, keys: frozenset[str], caption: str) -> bool:
    """Do the addresses suffice? Where only some are the same, one may stand for many until pictures are loaded."""
    if trail.keys == keys or not trail.caption or not caption:
        return True
    return alike(trail.caption, caption) >= ALIKE
