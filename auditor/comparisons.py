"""Copy groups compared one after the other: their pictures, and what the rules find between the copies."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from typing import overload

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from auditor import copies, findings
from auditor.copies import Members
from auditor.findings import Lookout
from auditor.machinery.results import Recall, never
from auditor.machinery.spill import Spill
from auditor.machinery.watching import Watch, unwatched, watched
from auditor.model import CopyGroup, Doubt, Finding, Picture, Story, Unread, Use
from auditor.records import Record, failed


class Means(Struct, frozen=True):
    """What helps a run: worker processes that may look for copies, what earlier runs found, and eyes.

    `recall` knows the comparisons of the same records; `see` fills in what picture files beside a story show; `watch`
    is told how far the run is.
    """

    jobs: int = 0
    recall: Recall = never
    see: Callable[[Story], Story] = lambda story: story
    watch: Watch = unwatched


NO_MEANS = Means()


class Told(Sequence[Story]):
    """The stories of the records, each unpacked when it is looked at; `at` are the numbers of the records with one.

    `pictured`: the numbers of the stories beside which picture files may lie.
    """

    def __init__(self, kept: Spill[Record], at: Sequence[int], pictured: Set[int] = frozenset()) -> None:
        self._records = kept
        self.at = at
        self.pictured = pictured

    def __len__(self) -> int:
        return len(self.at)

    @overload
    def __getitem__(self, number: int) -> Story: ...
    @overload
    def __getitem__(self, number: slice) -> list[Story]: ...
    def __getitem__(self, number: int | slice) -> Story | list[Story]:
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        story = self._records[self.at[number]].story
        assert story
        return story

    def __iter__(self) -> Iterator[Story]:
        return (self[number] for number in range(len(self)))

    def packed(self, number: int) -> bytes:
        """The record of a story as it is kept."""
        return self._records.packed(self.at[number])


class Comparison(Struct, frozen=True):
    """A copy group, without the texts that were compared, and what the rules find in it, or why they find nothing.

    `group` is None for two stories of which nobody can tell whether they are copies.
    """

    group: CopyGroup | None
    findings: tuple[Finding, ...] = ()
    unread: tuple[Unread, ...] = ()


def made(groups: Sequence[Members], told: Told, look: Lookout, means: Means) -> Iterator[Comparison]:
    """The groups one after the other, made of their stories or remembered of the same stories."""
    decode = msgspec.msgpack.Decoder(Comparison).decode
    for members in watched(groups, means.watch, "comparing", len(groups)):
        try:
            yield decode(_recalled(members, told, look, means))
        except Exception as error:  # copies that break a rule must neither end the run nor pass as clean
            yield _failed([told[number] for number in members.numbers], members.because, error)


def _recalled(members: Members, told: Told, look: Lookout, means: Means) -> bytes:
    seen = {number: means.see(told[number]) for number in members.numbers if number in told.pictured}
    looks = [[image.look for image in story.images] for story in seen.values()]
    parts = [members.because.encode(), msgspec.msgpack.encode(looks), *map(told.packed, members.numbers)]
    return means.recall(parts, partial(_packed, members, told, seen, look))


def doubtful(short: Sequence[int], groups: Iterable[Members], told: Told, look: Lookout) -> Iterator[Comparison]:
    """What the rules find in doubts about stories, by number, that have too little text to tell their copies."""
    for doubt in copies.doubts(told, short, groups):
        try:
            yield Comparison(None, tuple(findings.of_doubt(doubt, look)))
        except Exception as error:
            yield Comparison(None, unread=(replace(failed("A rule", doubt.other.story.name, error), in_part=True),))


def _packed(members: Members, told: Told, seen: Mapping[int, Story], look: Lookout) -> bytes:
    stories = [seen[number] if number in seen else told[number] for number in members.numbers]
    group = copies.compared(stories, members.because)
    return msgspec.msgpack.encode(Comparison(_bare(group), tuple(findings.of_group(group, look))))


def _failed(stories: Sequence[Story], because: str, error: Exception) -> Comparison:
    what = f"The comparison of these {len(stories)} copies"
    unread = tuple(replace(failed(what, story.name, error), in_part=True) for story in stories)
    return Comparison(_bare(CopyGroup(tuple(stories), because, ())), unread=unread)


def _bare(group: CopyGroup) -> CopyGroup:
    def bare(use: Use) -> Use:
        return Use(replace(use.story, paragraphs=(), images=()), use.image)

    return CopyGroup(
        stories=tuple(replace(story, paragraphs=()) for story in group.stories),
        because=group.because,
        pictures=tuple(Picture(tuple(map(bare, picture.uses)), picture.because) for picture in group.pictures),
        doubts=tuple(Doubt(bare(doubt.one), bare(doubt.other), doubt.because) for doubt in group.doubts),
    )
