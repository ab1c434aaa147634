"""Records and a House into an Audit: find copies, run the rules that compare them, mind the waivers."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import overload

from msgspec.structs import replace

from auditor import copies, findings, records
from auditor.copies import Mode
from auditor.findings import Lookout
from auditor.house import SEVERITIES, House
from auditor.model import Audit, CopyGroup, Document, Doubt, Finding, Picture, Story, Unread, Use, Verdict
from auditor.records import Record
from auditor.spill import Spill
from auditor.waivers import Acceptance
from auditor.words import Words


def stories(documents: Iterable[Document | Unread], words: Words, form: str | None = None) -> Iterator[Story | Unread]:
    """Each document as a Story with its credits taken apart; what cannot be read as Unread."""
    for document in documents:
        yield records.story(document, words, form)


def audit(read: Iterable[Story | Unread], house: House, mode: Mode, fail_on: str, today: datetime.date) -> Audit:
    """Everything the rules find in the stories and in their copies, by severity, then in the order of the stories."""
    look = findings.lookout(house.rules, house.words)
    return of_records([records.record(told, look) for told in read], house, mode, fail_on, today)


def of_records(kept: Sequence[Record], house: House, mode: Mode, fail_on: str, today: datetime.date) -> Audit:
    """The same for stories on which the rules for single copies have run. They are gone through one at a time."""
    told = Told(kept)
    unread = tuple(item for record in kept for item in record.unread)
    pairs, groups = copies.group(tuple(told), mode)
    shown: Spill[CopyGroup] = Spill(CopyGroup)
    look = findings.lookout(house.rules, house.words)
    accepted = Acceptance(house, told, unread, today)
    standing = accepted.standing(_found(kept, groups, unread, look, shown))
    found = _by_severity(chain(standing, _of_waivers(accepted, look)))
    return Audit(
        verdict=verdict(found, fail_on),
        stories=told,
        copies=pairs,
        groups=shown,
        findings=found,
        waived=tuple(accepted.waived),
        unread=unread,
    )


class Told(Sequence[Story]):
    """The stories of the records, each unpacked when it is looked at."""

    def __init__(self, kept: Sequence[Record]) -> None:
        self._records = kept
        self._at = [number for number, record in enumerate(kept) if record.story]

    def __len__(self) -> int:
        return len(self._at)

    @overload
    def __getitem__(self, number: int) -> Story: ...
    @overload
    def __getitem__(self, number: slice) -> list[Story]: ...
    def __getitem__(self, number: int | slice) -> Story | list[Story]:
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        story = self._records[self._at[number]].story
        assert story
        return story

    def __iter__(self) -> Iterator[Story]:
        return (self[number] for number in range(len(self)))


def _found(
    kept: Iterable[Record],
    groups: Iterable[CopyGroup],
    unread: Iterable[Unread],
    look: Lookout,
    shown: Spill[CopyGroup],
) -> Iterator[Finding]:
    """All findings; the groups, one at a time, go to `shown` without the texts that were compared."""
    for item in unread:
        yield from findings.of_unread(item, look)
    for group in groups:
        yield from findings.of_group(group, look)
        shown.append(_bare(group))
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
