"""Documents and a House into an Audit: parse, take credits apart, find copies, run the rules, mind the waivers."""

import datetime
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

from auditor import copies, credits, findings, parsers
from auditor.copies import Mode
from auditor.errors import UnreadableError
from auditor.house import SEVERITIES, House, Waiver
from auditor.model import Audit, CopyGroup, Document, Finding, Story, Unread, Verdict, Waived
from auditor.words import Words


def stories(documents: Iterable[Document | Unread], words: Words) -> Iterator[Story | Unread]:
    """Each document as a Story with its credits taken apart; what cannot be read as Unread."""
    for document in documents:
        yield document if isinstance(document, Unread) else _story(document, words)


def _story(document: Document, words: Words) -> Story | Unread:
    try:
        return credits.credited(parsers.parse(document, words), words)
    except UnreadableError as error:
        return Unread(document.name, str(error))
    except Exception as error:  # a page that breaks the reader must neither end the run nor pass as clean
        return Unread(document.name, f"The reader failed ({type(error).__name__}: {error}). Please report this file.")


def audit(read: Iterable[Story | Unread], house: House, mode: Mode, fail_on: str, today: datetime.date) -> Audit:
    """Everything the rules find in the stories and in their copies."""
    inputs = list(read)
    told = tuple(s for s in inputs if isinstance(s, Story))
    unread = tuple(u for item in inputs for u in _unread(item))
    pairs, groups = copies.group(told, mode)
    kept, waived = _waive(_found(told, groups, unread, house), house.settings.waiver, today)
    kept.sort(key=lambda f: SEVERITIES.index(f.severity))
    return Audit(
        verdict=verdict(kept, fail_on),
        stories=told,
        copies=pairs,
        groups=groups,
        findings=tuple(kept),
        waived=tuple(waived),
        unread=unread,
    )


def _found(
    told: Iterable[Story], groups: Iterable[CopyGroup], unread: Iterable[Unread], house: House
) -> Iterator[Finding]:
    look = findings.lookout(house.rules, house.words)
    for item in unread:
        yield from findings.of_unread(item, look)
    for group in groups:
        yield from findings.of_group(group, look)
    for story in told:
        yield from findings.of_story(story, look)


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


def _unread(item: Story | Unread) -> Iterator[Unread]:
    if isinstance(item, Unread):
        yield item
    else:
        yield from (Unread(item.name, why, in_part=True) for why in item.unread)


def _waive(
    found: Iterable[Finding], waivers: Iterable[Waiver], today: datetime.date
) -> tuple[list[Finding], list[Waived]]:
    kept: list[Finding] = []
    waived: list[Waived] = []
    for finding in found:
        waiver = next((w for w in waivers if w.until >= today and _fits(w, finding)), None)
        if waiver:
            waived.append(Waived(finding, waiver.reason, waiver.until.isoformat()))
        else:
            kept.append(finding)
    return kept, waived


def _fits(waiver: Waiver, finding: Finding) -> bool:
    return waiver.rule in (finding.rule, finding.rule.split("/")[0]) and fnmatchcase(finding.place.story, waiver.story)
