"""Records and a House into an Audit: find copies, run the rules that compare them, mind the waivers."""

import datetime
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from itertools import chain

import msgspec
from msgspec import Struct

from auditor import beside, comparisons, copies, findings, records
from auditor.comparisons import NO_MEANS, Comparison, Means, Told
from auditor.copies import How, Lead, Mode, Pair
from auditor.errors import ABOUT_UNREAD, FOUND, NOT_READ, NOTHING
from auditor.findings import Lookout
from auditor.house import SEVERITIES, House
from auditor.machinery.spill import Spill
from auditor.model import Audit, CopyGroup, Document, Finding, Story, Unread, Verdict
from auditor.records import Record
from auditor.rights.showing import on
from auditor.waivers import Acceptance
from auditor.words import Words

Beyond = Callable[[Sequence[Story], Sequence[CopyGroup], Lookout], Iterator[Finding]]
"""What is found in the stories and groups of a run, once all of them are known."""


def nothing(stories: Sequence[Story], groups: Sequence[CopyGroup], look: Lookout) -> Iterator[Finding]:
    """Looks no further."""
    return iter(())


def stories(documents: Iterable[Document | Unread], words: Words, form: str | None = None) -> Iterator[Story | Unread]:
    """Each document as a Story with its credits taken apart; what cannot be read as Unread."""
    for document in documents:
        yield records.story(document, words, form)


def audit(read: Iterable[Story | Unread], house: House, mode: Mode, fail_on: str, today: datetime.date) -> Audit:
    """Everything the rules find in the stories and in their copies, by severity, then in the order of the stories."""
    look = findings.lookout(house.rules, house.words, on(house.rights, today))
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
    means: Means = NO_MEANS,
    beyond: Beyond = nothing,
) -> Audit:
    """The same for stories on which the rules for single copies have run. They are gone through one at a time.

    `beyond` finds what only all of them together can tell.
    """
    look = findings.lookout(house.rules, house.words, house.rights)
    seen = _overview(kept, how.master)
    told, unread = Told(kept, seen.at, seen.pictured), list(seen.unread)
    find = partial(_packed_pairs, kept, seen.at, how.mode, means)
    pairs = msgspec.msgpack.decode(means.recall((seen.digest, how.mode.encode()), find), type=list[Pair])
    groups = list(copies.members(seen.leads, pairs, how.mode))
    compared = comparisons.made(groups, told, look, means)
    if how.mode == "auto":
        compared = chain(compared, comparisons.doubtful(seen.short, groups, told, look))
    shown: Spill[CopyGroup] = Spill(CopyGroup)
    accepted = Acceptance(house, told, unread, today)
    standing = accepted.standing(chain(_found(kept, compared, unread, look, shown), beyond(told, shown, look)))
    found = _by_severity(chain(standing, _of_waivers(accepted, look)))
    return Audit(
        verdict=verdict(found, fail_on),
        stories=told,
        copies=copies.named(seen.leads, pairs),
        groups=shown,
        findings=found,
        waived=tuple(accepted.waived),
        unread=tuple(unread),
        rules=tuple(rule.text for rule in house.rules),
    )


class Overview(Struct, frozen=True):
    """What is held of all records at once: where those with a story are, what may lead a group, what was not read.

    `short`: the numbers of the stories with too little text to tell their copies by; `pictured`: of those beside which
    picture files may lie. `digest` stands for all contents.
    """

    at: Sequence[int]
    leads: Sequence[Lead]
    unread: Sequence[Unread]
    short: Sequence[int]
    pictured: frozenset[int]
    digest: bytes


def _overview(kept: Spill[Record], master: str | None) -> Overview:
    at, digest = array("L"), sha256()
    leads: list[Lead] = []
    unread: list[Unread] = []
    short: list[int] = []
    pictured: set[int] = set()
    for number, record in enumerate(kept):
        digest.update(kept.packed(number))
        unread.extend(record.unread)
        if record.story and record.body:
            if copies.is_short(record.story, record.body):
                short.append(len(at))
            if beside.may_lie(record.story):
                pictured.add(len(at))
            at.append(number)
            leads.append(copies.lead(record.story, master))
    return Overview(at, leads, unread, short, frozenset(pictured), digest.digest())


def _packed_pairs(kept: Spill[Record], at: Sequence[int], mode: Mode, means: Means) -> bytes:
    bodies = (body for number in at if (body := kept[number].body))
    return msgspec.msgpack.encode(copies.pairs(bodies, len(at), mode, means.jobs, means.watch))


def _found(
    kept: Iterable[Record],
    compared: Iterable[Comparison],
    unread: list[Unread],
    look: Lookout,
    shown: Spill[CopyGroup],
) -> Iterator[Finding]:
    """All findings; the groups go to `shown`, what could not be compared to `unread`."""
    for item in unread:
        yield from findings.of_unread(item, look)
    for comparison in compared:
        yield from comparison.findings
        if comparison.group:
            shown.append(comparison.group)
        unread.extend(comparison.unread)
        for item in comparison.unread:
            yield from findings.of_unread(item, look)
    for record in kept:
        yield from record.findings


def verdict(kept: Iterable[Finding], fail_on: str) -> Verdict:
    """block with a finding at or above `fail_on`, warn with any other, pass with none."""
    said = [f.severity for f in kept]
    if any(at_or_above(severity, fail_on) for severity in said):
        return "block"
    return "warn" if said else "pass"


def exit_code(found: Iterable[tuple[str, str]], unread: bool, fail_on: str) -> int:
    """How a run ends with findings of these severities and rules: 1 with one at or above `fail_on`, else 3, else 0.

    3: something was `unread`.
    """
    if any(at_or_above(severity, fail_on) and rule != ABOUT_UNREAD for severity, rule in found):
        return FOUND
    return NOT_READ if unread else NOTHING


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
