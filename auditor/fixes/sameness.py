"""Whether a mended file is still the same story, and better: what every edit must pass before it is written."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

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


Judge = Callable[[Page, Page, Sequence[Finding]], bool]
"""Whether a page may become another one for the sake of some findings."""


def key(finding: Finding) -> Key:
    """What tells the findings of one story apart, whatever their words: the rule and the image."""
    return finding.rule, finding.place.image


def only_mended(before: Page, after: Page, wanted: Sequence[Finding]) -> bool:
    """Is it the same story, the parties of its pictures the same, nothing newly found, and the wanted gone?"""
    was, now = Counter(map(key, before.found)), Counter(map(key, after.found))
    if now - was or not all(now[one] < was[one] for one in map(key, wanted)):
        return False
    one, other = before.story, after.story
    if not _is_same_story(one, other):
        return False
    edits: dict[int, list[Edit]] = {}
    for finding in wanted:
        edits.setdefault(finding.place.image or 0, []).extend(finding.edits)
    return all(_same(a, b, edits.get(a.n, [])) for a, b in zip(one.images, other.images, strict=True))


def only_completed(before: Page, after: Page, wanted: Sequence[Finding]) -> bool:
    """Is it the same story, nothing newly found, and do the credits of the wanted say all they did, and more?"""
    one, other = before.story, after.story
    if Counter(map(key, after.found)) - Counter(map(key, before.found)) or not _is_same_story(one, other):
        return False
    grown = {finding.place.image for finding in wanted}
    pairs = list(zip(one.images, other.images, strict=True))
    return all(_same(a, b, []) for a, b in pairs if a.n not in grown) and all(
        _is_same_place(a, b) and a.caption == b.caption and _says_more(a.credit, b.credit)
        for a, b in pairs
        if a.n in grown
    )


def _is_same_story(one: Story, other: Story) -> bool:
    return _bare(one) == _bare(other) and len(one.images) == len(other.images) and _same_text(one, other)


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
    if not _is_same_place(one, other):
        return False
    if one.caption != other.caption and "caption" not in fields:
        return False
    if one.credit_line != other.credit_line and "credit-line" not in fields:
        return False
    return _meaning(one.credit) == _meaning(other.credit)


def _is_same_place(one: Image, other: Image) -> bool:
    return (one.via, one.src, one.alt_text, one.after) == (other.via, other.src, other.alt_text, other.after)


def _says_more(one: Credit | None, other: Credit | None) -> bool:
    if one is None or other is None or (one.licence, one.rest) != (other.licence, other.rest):
        return False
    was, now = _named(one), _named(other)
    return was < now


def _named(credit: Credit) -> set[tuple[str, str]]:
    """All that a credit names, each with its part in it."""
    lists = {"creator": credit.creators, "agency": credit.agencies, "supplier": credit.suppliers, "kind": credit.kinds}
    return {(role, name) for role, names in lists.items() for name in names}


def _meaning(credit: Credit | None) -> object:
    """What a credit says, however it is printed."""
    if credit is None:
        return None
    parties = credit.creators, credit.agencies, credit.suppliers
    return *parties, credit.kinds, credit.licence, credit.rest
