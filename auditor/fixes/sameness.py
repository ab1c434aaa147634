"""Whether a mended file is still the same story, and better: what every edit must pass before it is written."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from auditor.model import Credit, Edit, Finding, Image, Story

Key = tuple[str, int | None]


class Page(Struct, frozen=True):
    """A file at some point of its mending, and the story that it tells."""

    name: str
    data: bytes
    mark: bytes
    codec: str
    story: Story
    found: tuple[Finding, ...]


def key(finding: Finding) -> Key:
    """What tells the findings of one story apart, whatever their words: the rule and the image."""
    return finding.rule, finding.place.image


def only_mended(before: Page, after: Page, wanted: Sequence[Finding]) -> bool:
    """Is it the same story, the parties of its pictures the same, nothing newly found, and the wanted gone?"""
    was, now = Counter(map(key, before.found)), Counter(map(key, after.found))
    if now - was or not all(now[one] < was[one] for one in map(key, wanted)):
        return False
    one, other = before.story, after.story
    if _bare(one) != _bare(other) or len(one.images) != len(other.images) or not _same_text(one, other):
        return False
    edits: dict[int, list[Edit]] = {}
    for finding in wanted:
        edits.setdefault(finding.place.image or 0, []).extend(finding.edits)
    return all(_same(a, b, edits.get(a.n, [])) for a, b in zip(one.images, other.images, strict=True))


def _bare(story: Story) -> Mapping[str, object]:
    return {name: getattr(story, name) for name in story.__struct_fields__ if name not in ("images", "paragraphs")}


def _same_text(one: Story, other: Story) -> bool:
    """The same paragraphs; pages have captions among them, in which the mended lines stand again."""
    if len(one.paragraphs) != len(other.paragraphs):
        return False
    lines = [(a.credit_line or "", b.credit_line or "") for a, b in zip(one.images, other.images, strict=True)]
    mended = {old: new for old, new in lines if old and old != new}
    return all(a == b or _with(a, mended) == b for a, b in zip(one.paragraphs, other.paragraphs, strict=True))


def _with(paragraph: str, mended: Mapping[str, str]) -> str:
    for old, new in mended.items():
        paragraph = paragraph.replace(old, new)
    return paragraph


def _same(one: Image, other: Image, edits: Sequence[Edit]) -> bool:
    fields = {edit.field for edit in edits}
    if (one.via, one.src, one.alt_text, one.after) != (other.via, other.src, other.alt_text, other.after):
        return False
    if one.caption != other.caption and "caption" not in fields:
        return False
    if one.credit_line != other.credit_line and "credit-line" not in fields:
        return False
    return _meaning(one.credit) == _meaning(other.credit)


def _meaning(credit: Credit | None) -> object:
    """What a credit says, however it is printed."""
    if credit is None:
        return None
    parties = credit.creators, credit.agencies, credit.suppliers
    return *parties, credit.kinds, credit.licence, credit.rest
