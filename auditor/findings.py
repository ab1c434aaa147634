"""Rules over records: what each rule finds, as a Finding with its sentence, remedy, place and fingerprint."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from os.path import normpath
from typing import Any

from msgspec import Struct

from auditor.checks.evidence import Evidence, place
from auditor.model import CopyGroup, Doubt, Finding, Image, Place, Story, Unread, Use, WaiverState
from auditor.rights.shapes import QuotaState, Rights, Showing
from auditor.rights.showing import showing
from auditor.rulebook import Rule, applies
from auditor.urls import picture_keys
from auditor.words import Words


class Lookout(Struct, frozen=True):
    """What looks at a record: the rules by the type of record they look at, the word tables, and what is asked."""

    rules: Mapping[type, Sequence[Rule]]
    words: Words
    rights: Rights

    def of(self, record: object) -> Sequence[Rule]:
        """The rules that can say anything of a record: those that look at its type and find in it what they need."""
        rules = self.rules.get(type(record), ())
        return [rule for rule in rules if rule.needs is None or getattr(record, rule.needs)]


def lookout(rules: Iterable[Rule], words: Words, rights: Rights) -> Lookout:
    """The rules sorted by what they look at."""
    by_scope: dict[type, list[Rule]] = {}
    for rule in rules:
        by_scope.setdefault(rule.scope, []).append(rule)
    return Lookout(by_scope, words, rights)


def of_story(story: Story, look: Lookout) -> Iterator[Finding]:
    """What the rules find in one copy and in each image that readers see in it."""
    named = {story.name: story}
    for image in (i for i in story.images if i.is_shown):
        here = place(Use(story, image))
        rules = [rule for rule in look.of(image) if rule.guard is None or applies(rule.guard, image, story)]
        yield from _run(rules, image, here, named, look.words)
        if look.rules.get(Showing):
            shown = showing(story, image, look.rights, look.words)
            yield from _run(look.of(shown), shown, here, named, look.words)
    yield from _run(look.of(story), story, Place(story.name), named, look.words)


def of_group(group: CopyGroup, look: Lookout) -> Iterator[Finding]:
    """What the rules find between the copies of one story, in each picture of theirs, and in what is doubtful."""
    named = {story.name: story for story in group.stories}
    for picture in group.pictures:
        yield from _run(look.of(picture), picture, place(picture.uses[0]), named, look.words)
    yield from _run(look.of(group), group, Place(group.stories[0].name), named, look.words)
    for doubt in group.doubts:
        yield from of_doubt(doubt, look)


def of_doubt(doubt: Doubt, look: Lookout) -> Iterator[Finding]:
    """What the rules find in two images that may be one picture."""
    named = {use.story.name: use.story for use in (doubt.one, doubt.other)}
    yield from _run(look.of(doubt), doubt, place(doubt.other), named, look.words)


def of_unread(unread: Unread, look: Lookout) -> Iterator[Finding]:
    """What the rules find about an input that was not read."""
    yield from _run(look.of(unread), unread, Place(unread.story), {}, look.words)


def of_quota(state: QuotaState, look: Lookout) -> Iterator[Finding]:
    """What the rules find about a contract's quota in a period."""
    yield from _run(look.of(state), state, Place(state.place), {}, look.words)


def of_waiver(state: WaiverState, look: Lookout) -> Iterator[Finding]:
    """What the rules find about a waiver after a run."""
    yield from _run(look.of(state), state, state.place, {}, look.words)


def _run(
    rules: Iterable[Rule], record: Any, here: Place, named: Mapping[str, Story], words: Words
) -> Iterator[Finding]:
    for rule in rules:
        for evidence in rule.run(record, words):
            at = evidence.at or here
            yield _finding(rule, evidence, at, _image(at, named))


def _finding(rule: Rule, evidence: Evidence, at: Place, image: Image | None) -> Finding:
    values = {**_image_values(image), **evidence.values}
    message = fill(rule.file.message, values)
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        message=message,
        fix=fill(rule.file.fix, values),
        place=at,
        also=evidence.also,
        fingerprint=_fingerprint(rule.id, at.story, image, message),
        edits=evidence.edits if rule.file.safe else (),
    )


def _image(at: Place, named: Mapping[str, Story]) -> Image | None:
    story = named.get(at.story)
    return next((i for i in story.images if i.n == at.image), None) if story else None


def _image_values(image: Image | None) -> dict[str, str]:
    """What every message about an image may mention."""
    if image is None:
        return {}
    credit = image.credit
    return {
        "caption": image.caption or "",
        "credit": image.credit_line or "",
        "house": (credit and credit.house) or "",
        "alt": image.alt_text or "",
        "creators": ", ".join(credit.creators) if credit else "",
        "agencies": ", ".join(credit.agencies) if credit else "",
    }


def fill(template: str, values: Mapping[str, str]) -> str:
    """The template with each `{name}` replaced by its value; a value is never looked into for further names."""
    head, *rest = template.split("{")
    filled = [head]
    for piece in rest:
        name, _, tail = piece.partition("}")
        filled.append(values.get(name, "{" + name + "}") + tail)
    return "".join(filled)


def _fingerprint(rule: str, story: str, image: Image | None, message: str) -> str:
    """The same for the same trouble in the same place of the story, wherever in the file the line has moved."""
    picture = (sorted(picture_keys(image.src)) or [image.caption or ""])[0] if image else ""
    named = "\0".join([rule, normpath(story), picture, message])
    return hashlib.sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:16]
