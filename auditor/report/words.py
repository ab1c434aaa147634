"""What every report says in the same words, whatever it is drawn with."""

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from auditor.errors import ABOUT_UNREAD
from auditor.model import Audit, Finding, Image, Place, Severity, Story, Unread

ORDER: tuple[Severity, ...] = ("error", "warning", "notice")
# A sign beside the colour: in a log, without colour, and to a colour-blind eye a report must say the same.
SIGNS: Mapping[Severity, str] = {"error": "✗", "warning": "!", "notice": "·"}
ODD = "≠"
ABOUT_COPIES = "copies/"


def short_names(names: Sequence[str]) -> dict[str, str]:
    """Story names without the folder that all of them share."""
    if not _same_kind(names):
        return {name: name for name in names}
    folder = os.path.commonpath([os.path.dirname(name) for name in names])  # "" for "./", too
    return {name: os.path.relpath(name, folder or ".") for name in names}


def _same_kind(names: Sequence[str]) -> bool:
    return bool(names) and len({os.path.isabs(name) for name in names}) == 1 and all(os.path.dirname(n) for n in names)


def shortened(text: str, names: Mapping[str, str]) -> str:
    """A sentence about stories with their short names in it."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, names[name])
    return text


def where(place: Place, names: Mapping[str, str]) -> str:
    """`page.html:12`, or the file alone where the line is not known."""
    name = names.get(place.story, place.story)
    return f"{name}:{place.line}" if place.line else name


def captions(told: Iterable[Story]) -> dict[tuple[str, int], str]:
    """What tells a reader which image is meant, by story name and image number."""
    return {(s.name, i.n): i.caption or i.alt_text or "(no caption)" for s in told for i in s.images}


def many(count: int, one: str, several: str = "") -> str:
    """`1 story`, `2 stories`."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def in_words(image: Image) -> str:
    """An image's credit as parsed, in one line: `Nadia Brandt/AFP (file)`."""
    credit = image.credit
    if credit is None:
        return "no credit"
    parties = "/".join([*credit.creators, *credit.agencies, *credit.suppliers])
    who = credit.house or parties or credit.line or credit.text
    return f"{who} ({', '.join(credit.kinds)})" if credit.kinds else who


def about_uses(findings: Iterable[Finding]) -> dict[tuple[str, int], list[Finding]]:
    """The findings about each use, by story name and image number.

    A finding is about its image and others in the same copy: two that exchanged their credits are both wrong.
    """
    about: dict[tuple[str, int], list[Finding]] = {}
    for finding in findings:
        for place in (finding.place, *finding.also):
            if place.image is not None and place.story == finding.place.story:
                about.setdefault((place.story, place.image), []).append(finding)
    return about


def worst(findings: Iterable[Finding]) -> Severity:
    """The severest of some findings."""
    return min((f.severity for f in findings), key=ORDER.index)


def sign(findings: Iterable[Finding]) -> str:
    """What stands before a credit that there are findings about: is it odd, or how grave are they?"""
    found = list(findings)
    return ODD if is_odd(found) else SIGNS[worst(found)]


def is_odd(findings: Iterable[Finding]) -> bool:
    """Does any of the findings say that a use is not as in the other copies?"""
    return any(f.rule.startswith(ABOUT_COPIES) for f in findings)


def about(finding: Finding) -> str:
    """What is wrong, and with which picture of its story: `Picture 2: This picture has no credit.`"""
    return f"Picture {finding.place.image}: {finding.message}" if finding.place.image else finding.message


def untold(done: Audit) -> list[Unread]:
    """What was not read and stands in no finding, where rule audit/unread is left out or waived."""
    told = {f.place.story for f in done.findings if f.rule == ABOUT_UNREAD} if done.unread else set()
    return [item for item in done.unread if item.story not in told]


def totals(done: Audit) -> list[str]:
    """Stories, pictures, findings by severity, waived, known, not read: `3 stories`, …"""
    by_severity = Counter(f.severity for f in done.findings)
    each = ", ".join(many(by_severity[s], s) for s in ORDER if by_severity[s])
    return [
        many(len(done.stories), "story", "stories"),
        many(_pictures(done), "picture"),
        many(len(done.findings), "finding") + (f" ({each})" if each else ""),
        f"{len(done.waived)} waived",
        *([f"{done.known} known"] if done.known else []),
        f"{len(done.unread)} not read",
    ]


def _pictures(done: Audit) -> int:
    """Pictures: what stands in several copies counts once."""
    grouped = {s.name for g in done.groups for s in g.stories}
    alone = (s for s in done.stories if s.name not in grouped)
    return sum(len(g.pictures) for g in done.groups) + sum(1 for s in alone for i in s.images if i.is_shown)
