"""Records and a House into an Audit: find copies, run the rules that compare them, mind the waivers."""

import datetime
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from itertools import chain
from typing import overload

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from auditor import copies, findings, records
from auditor.copies import How, Lead, Members, Mode, Pair
from auditor.findings import Lookout
from auditor.house import SEVERITIES, House
from auditor.machinery.results import Recall, never
from auditor.machinery.spill import Spill
from auditor.model import Audit, CopyGroup, Document, Doubt, Finding, Picture, Story, Unread, Use, Verdict
from auditor.records import Record
from auditor.waivers import Acceptance
from auditor.words import Words


def stories(documents: Iterable[Document | Unread], words: Words, form: str | None = None) -> Iterator[Story | Unread]:
    """Each document as a Story with its credits taken apart; what cannot be read as Unread."""
    for document in documents:
        yield records.story(document, words, form)


def audit(read: Iterable[Story | Unread], house: House, mode: Mode, fail_on: str, today: datetime.date) -> Audit:
    """Everything the rules find in the stories and in their copies, by severity, then in the order of the stories."""
    look = findings.lookout(house.rules, house.words)
    kept: Spill[Record] = Spill(Record)
    for told in read:
        kept.put(len(kept), records.packed(records.record(told, look)))
    return of_records(kept, house, How(mode), fail_on, today)


def of_records(
    kept: Spill[Record],
    house: House,
    how: How,
    fail_on: str,
    today: datetime.date,
    jobs: int = 0,
    recall: Recall = never,
) -> Audit:
    """The same for stories on which the rules for single copies have run. They are gone through one at a time.

    `jobs`: worker processes that may help to find the copies; `recall` knows what earlier runs found in copy groups.
    """
    look = findings.lookout(house.rules, house.words)
    seen = _overview(kept, how.master)
    told, unread = Told(kept, seen.at), tuple(seen.unread)
    find = partial(_packed_pairs, kept, seen.at, how.mode, jobs)
    pairs = msgspec.msgpack.decode(recall((seen.digest, how.mode.encode()), find), type=list[Pair])
    compared = _comparisons(copies.members(seen.leads, pairs, how.mode), kept, told, look, recall)
    shown: Spill[CopyGroup] = Spill(CopyGroup)
    accepted = Acceptance(house, told, unread, today)
    standing = accepted.standing(_found(kept, compared, unread, look, shown))
    found = _by_severity(chain(standing, _of_waivers(accepted, look)))
    return Audit(
        verdict=verdict(found, fail_on),
        stories=told,
        copies=copies.named(seen.leads, pairs),
        groups=shown,
        findings=found,
        waived=tuple(accepted.waived),
        unread=unread,
    )


class Overview(Struct, frozen=True):
    """What is held of all records at once: where those with a story are, what may lead a group, what was not read.

    `digest` stands for all of their contents.
    """

    at: Sequence[int]
    leads: Sequence[Lead]
    unread: Sequence[Unread]
    digest: bytes


def _overview(kept: Spill[Record], master: str | None) -> Overview:
    at, digest = array("L"), sha256()
    leads: list[Lead] = []
    unread: list[Unread] = []
    for number, record in enumerate(kept):
        digest.update(kept.packed(number))
        unread.extend(record.unread)
        if record.story:
            at.append(number)
            leads.append(copies.lead(record.story, master))
    return Overview(at, leads, unread, digest.digest())


def _packed_pairs(kept: Spill[Record], at: Sequence[int], mode: Mode, jobs: int) -> bytes:
    bodies = (body for number in at if (body := kept[number].body))
    return msgspec.msgpack.encode(copies.pairs(bodies, len(at), mode, jobs))


class Told(Sequence[Story]):
    """The stories of the records, each unpacked when it is looked at; `at` are the numbers of the records with one."""

    def __init__(self, kept: Sequence[Record], at: Sequence[int]) -> None:
        self._records = kept
        self.at = at

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


class Comparison(Struct, frozen=True):
    """A copy group, without the texts that were compared, and what the rules find in it."""

    group: CopyGroup
    findings: tuple[Finding, ...]


def _comparisons(
    groups: Iterable[Members], kept: Spill[Record], told: Told, look: Lookout, recall: Recall
) -> Iterator[Comparison]:
    """The groups one after the other, made of their records or remembered of the same records."""
    decode = msgspec.msgpack.Decoder(Comparison).decode
    for members in groups:
        parts = [members.because.encode(), *(kept.packed(told.at[number]) for number in members.numbers)]
        yield decode(recall(parts, partial(_comparison, members, told, look)))


def _comparison(members: Members, told: Told, look: Lookout) -> bytes:
    group = copies.compared([told[number] for number in members.numbers], members.because)
    return msgspec.msgpack.encode(Comparison(_bare(group), tuple(findings.of_group(group, look))))


def _found(
    kept: Iterable[Record],
    compared: Iterable[Comparison],
    unread: Iterable[Unread],
    look: Lookout,
    shown: Spill[CopyGroup],
) -> Iterator[Finding]:
    """All findings; the groups go to `shown`."""
    for item in unread:
        yield from findings.of_unread(item, look)
    for comparison in compared:
        yield from comparison.findings
        shown.append(comparison.group)
    for record in kept:
        yield from record.findings


def _bare(group: CopyGroup) -> CopyGroup:
    def bare(use: Use) -> Use:
        return Use(replace(use.story, paragraphs=(), images=()), use.image)

    return CopyGroup(
        stories=tuple(replace(story, paragraphs=()) for story in group.stories),
        because=group.because,
        pictures=tuple(Picture(tuple(map(bare, picture.uses)), picture.because) for picture in group.pictures),
        doubts=tuple(Doubt(bare(doubt.one), bare(doubt.other), doubt.because) for doubt in group.doubts),
    )


def verdict(kept: Iterable[Finding], fail_on: str) -> Verdict:
    """block with a finding at or above `fail_on`, warn with any other, pass with none."""
    said = [f.severity for f in kept]
    if any(at_or_above(severity, fail_on) for severity in said):
        return "block"
    return "warn" if said else "pass"


def at_or_above(severity: str, fail_on: str) -> bool:
    """Is a severity at or above the level at which a run fails?"""
    order = [str(s) for s in SEVERITIES]
    return fail_on != "never" and order.index(severity) <= order.index(fail_on)


def _by_severity(found: Iterable[Finding]) -> Spill[Finding]:
    kept: Spill[Finding] = Spill(Finding)
    ranks = bytearray()
    for finding in found:
        kept.append(finding)
        ranks.append(SEVERITIES.index(finding.severity))
    kept.arrange(sorted(range(len(kept)), key=ranks.__getitem__))
    return kept


def _of_waivers(accepted: Acceptance, look: Lookout) -> Iterator[Finding]:
    for state in accepted.states():
        yield from findings.of_waiver(state, look)
