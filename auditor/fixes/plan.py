"""Which findings of a run can be mended in their files, and the files as they then are."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from auditor import findings, read, records
from auditor.findings import Lookout
from auditor.fixes.places import Reach, Replacement, UnplaceableError, replaced, replacements
from auditor.fixes.visible import Visible
from auditor.model import Credit, Document, Edit, Finding, Image, Story, Unread
from auditor.writing import replace_file

ROUNDS = 5
"""One edit may free the way for the next: names in capitals, then an alias, then the order of the chain."""
ATTEMPTS = 100
"""Times that one file is read anew; a page whose edits fail one by one must not hold up a run."""
REACHES: tuple[Reach, ...] = ("nearest", "alone", "everywhere")
FORMATS = ("html", "text")
DECIDE = "a person must decide"
Key = tuple[str, int | None]


class Left(Struct, frozen=True):
    """A finding that is not mended, and why."""

    finding: Finding
    why: str


class Mended(Struct, frozen=True):
    """A story's file before and after; the same bytes where nothing could be mended. `name` is the path as opened."""

    name: str
    story: str
    before: bytes = b""
    after: bytes = b""
    codec: str = "utf-8"
    fixed: tuple[Finding, ...] = ()
    left: tuple[Left, ...] = ()


class _Page(Struct, frozen=True):
    """A file at some point of its mending, and the story that it tells."""

    name: str
    data: bytes
    mark: bytes
    codec: str
    story: Story
    found: tuple[Finding, ...]


def plan(found: Iterable[Finding], names: Iterable[str], look: Lookout, largest: int) -> Iterator[Mended]:
    """For each story with findings, in the order of the names: what can be mended. Writes nothing."""
    by_story: dict[str, list[Finding]] = {}
    for finding in found:
        by_story.setdefault(finding.place.story, []).append(finding)
    for name in dict.fromkeys(names):
        about = by_story.pop(read.printable(name), None)
        if about:
            yield _mended(name, about, look, largest)


def write(mended: Mended) -> None:
    """Puts the mended file in its place. Raises OSError; and nothing is written where it was changed meanwhile."""
    path = Path(mended.name)
    if path.read_bytes() != mended.before:
        raise OSError(None, "the file was changed meanwhile")
    replace_file(path, mended.after)


def _mended(name: str, about: Sequence[Finding], look: Lookout, largest: int) -> Mended:
    raw = read.raw(name, largest) if name != read.STANDARD_INPUT else None
    if not isinstance(raw, Document):
        return _nothing(name, about, "standard input is not written to" if raw is None else "the file cannot be read")
    if raw.data.startswith(read.GZIP):
        return _nothing(name, about, "the file is packed")
    page = _page(name, raw.data, look)
    if page is None or page.story.format not in FORMATS:
        return _nothing(name, about, "only HTML and text files are mended")
    if not _is_reversible(page):
        return _nothing(name, about, f"its bytes cannot be told from its text ({page.codec})")
    return _Mending(look, about).all_of(page)


def _nothing(name: str, about: Iterable[Finding], why: str) -> Mended:
    left = tuple(Left(finding, why if finding.edits else DECIDE) for finding in about)
    return Mended(name, read.printable(name), left=left)


def _page(name: str, data: bytes, look: Lookout) -> _Page | None:
    story = records.story(Document(read.printable(name), data), look.words)
    if isinstance(story, Unread):
        return None
    mark, codec = read.encoding(data)
    return _Page(name, data, mark, codec, story, tuple(findings.of_story(story, look)))


def _source(page: _Page) -> str:
    return page.data[len(page.mark) :].decode(page.codec, "surrogateescape")


def _is_reversible(page: _Page) -> bool:
    """Does the text, encoded again, give the same bytes?"""
    try:
        return page.mark + _source(page).encode(page.codec, "surrogateescape") == page.data
    except UnicodeError:
        return False


class _Mending:
    """The mending of one file: what is wanted, what was tried, and why it failed."""

    def __init__(self, look: Lookout, about: Sequence[Finding]) -> None:
        self._look, self._about = look, about
        self._wanted = {_key(finding) for finding in about if finding.edits}
        self._attempts = 0
        self._why: dict[Key, str] = {}

    def all_of(self, first: _Page) -> Mended:
        page = first
        for _ in range(ROUNDS):
            mended = self._round(page)
            if mended is page:
                break
            page = mended
        still = {_key(finding) for finding in page.found}
        done = [f for f in self._about if _key(f) in self._wanted - still]
        left = [Left(f, self._reason(f)) for f in self._about if f not in done]
        return Mended(first.name, first.story.name, first.data, page.data, page.codec, tuple(done), tuple(left))

    def _reason(self, finding: Finding) -> str:
        return self._why.get(_key(finding), "it was tried too often") if finding.edits else DECIDE

    def _round(self, page: _Page) -> _Page:
        """All edits at once; where that changes more than it should, those of one image, and last one by one."""
        wanted = [finding for finding in page.found if finding.edits and _key(finding) in self._wanted]
        mended = self._tried(page, wanted)
        if mended or not wanted:
            return mended or page
        for number in sorted({finding.place.image or 0 for finding in wanted}):
            ours = [finding for finding in wanted if finding.place.image == number]
            mended = self._tried(page, ours)
            for finding in ours if mended is None and len(ours) > 1 else ():
                page = self._tried(page, [finding]) or page
            page = mended or page
        return page

    def _tried(self, page: _Page, wanted: Sequence[Finding]) -> _Page | None:
        """The page with these findings mended; None where nothing can be replaced, or too much would change."""
        return next((after for reach in REACHES if (after := self._once(page, wanted, reach))), None)

    def _once(self, page: _Page, wanted: Sequence[Finding], reach: Reach) -> _Page | None:
        if not wanted or self._attempts >= ATTEMPTS:
            return None
        self._attempts += 1
        seen = Visible(_source(page), page.story.format == "html")
        all_of_it = self._replacements(page, wanted, seen, reach)
        data = replaced(seen.source, all_of_it, page.codec, seen.is_html) if all_of_it else None
        if data is None:
            self._failed(wanted if all_of_it else (), f"{page.codec} lacks a letter of it")
            return None
        after = _page(page.name, page.mark + data, self._look)
        if after is None or not _only_mended(page, after, wanted):
            self._failed(wanted, "more than the credit would read otherwise")
            return None
        return after

    def _replacements(self, page: _Page, wanted: Iterable[Finding], seen: Visible, reach: Reach) -> set[Replacement]:
        found: set[Replacement] = set()
        images = {image.n: image for image in page.story.images}
        for finding in wanted:
            try:
                image = images[finding.place.image or 0]
                twins = [i for i in images.values() if i.credit_line == image.credit_line and i.via == image.via]
                for edit in finding.edits:
                    found.update(replacements(edit, image, twins, seen, reach))
            except UnplaceableError as error:
                self._why[_key(finding)] = str(error)
        return found

    def _failed(self, wanted: Iterable[Finding], why: str) -> None:
        for finding in wanted:
            self._why.setdefault(_key(finding), why)


def _key(finding: Finding) -> Key:
    return finding.rule, finding.place.image


def _only_mended(before: _Page, after: _Page, wanted: Sequence[Finding]) -> bool:
    """Is it the same story, the parties of its pictures the same, nothing newly found, and something found no more?"""
    was, now = Counter(map(_key, before.found)), Counter(map(_key, after.found))
    if now - was or not any(now[key] < was[key] for key in map(_key, wanted)):
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
