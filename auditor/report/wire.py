"""The records as the JSON that others rely on (docs/json.md); change it only by adding."""

from collections.abc import Iterator
from typing import Any

import msgspec

from auditor.model import Audit, Copy, CopyGroup, Credit, Finding, Image, Picture, Place, Story, Unread, Waived
from auditor.text import visible

VERSION = 1
Object = dict[str, Any]


def spelt(told: object, indent: int = 0) -> str:
    """JSON in which signs that would steer a terminal are written as escapes, which mean the same."""
    data = msgspec.json.encode(told)
    return visible((msgspec.json.format(data, indent=indent) if indent else data).decode())


def credit(taken: Credit, explain: bool = False) -> Object:
    """A credit line taken apart; with `explain` also each part and the step that decided it."""
    fields: Object = msgspec.to_builtins(taken)
    parts = fields.pop("parts")
    del fields["line"]
    return {**fields, "parts": parts} if explain else fields


def story(told: Story) -> Object:
    """A story as `extract` prints it."""
    return {
        "version": VERSION,
        "story": told.name,
        "format": told.format,
        "headline": told.headline,
        "url": told.url,
        "published": told.published,
        "language": told.language,
        "publisher": told.publisher,
        "images": [image(i) for i in told.images],
        "unread": list(told.unread),
    }


def image(shown: Image) -> Object:
    """An image; `credit_line` is without marker and residue, the line as printed is `credit.text`."""
    taken = shown.credit
    return {
        "n": shown.n,
        "via": shown.via,
        "src": list(shown.src),
        "caption": shown.caption,
        "credit_line": (taken.line or None) if taken else None,
        "marker": taken.marker if taken else None,
        "alt_text": shown.alt_text,
        "instructions": shown.instructions,
        "line": shown.line,
        "credit": credit(taken) if taken else None,
    }


def audit(done: Audit) -> Object:
    """An audit as `check --format json` prints it."""
    return {name: list(said) if isinstance(said, Iterator) else said for name, said in parts(done).items()}


def parts(done: Audit) -> dict[str, int | str | Iterator[Object]]:
    """The same with lists whose entries are made one at a time: an audit of many stories is never whole in memory."""
    return {
        "version": VERSION,
        "verdict": done.verdict,
        "stories": map(_story_line, done.stories),
        "copies": map(copy, done.copies),
        "groups": map(group, done.groups),
        "findings": map(finding, done.findings),
        "waived": map(waived, done.waived),
        "known": done.known,
        "unread": map(unread, done.unread),
    }


def _story_line(told: Story) -> Object:
    return {"story": told.name, "format": told.format, "headline": told.headline, "images": len(told.images)}


def copy(pair: Copy) -> Object:
    """A directed pair: `share` of the text of `story` stands in `of`."""
    return {"story": pair.story, "of": pair.of, "share": round(pair.share, 4)}


def group(copies: CopyGroup) -> Object:
    """A leading story, its copies, and their pictures."""
    return {
        "stories": [s.name for s in copies.stories],
        "because": copies.because,
        "pictures": [_picture(p) for p in copies.pictures],
    }


def _picture(picture: Picture) -> Object:
    uses = [{"story": use.story.name, "n": use.image.n} for use in picture.uses]
    return {"uses": uses, "because": picture.because}


def finding(found: Finding) -> Object:
    """A finding with its primary place flattened into it."""
    return {
        "rule": found.rule,
        "severity": found.severity,
        "message": found.message,
        "fix": found.fix,
        **_place(found.place),
        "also": [_place(p) for p in found.also],
        "fingerprint": found.fingerprint,
    }


def _place(place: Place) -> Object:
    return {"story": place.story, "image": place.image, "line": place.line}


def waived(waiver: Waived) -> Object:
    """A waived finding with the reason and the last day."""
    return {**finding(waiver.finding), "reason": waiver.reason, "until": waiver.until}


def unread(item: Unread) -> Object:
    """What was not audited, and why."""
    return {"story": item.story, "why": item.why, "in_part": item.in_part}
