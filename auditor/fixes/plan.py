"""Which findings of a run can be mended in their files, and the files as they then are."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from auditor import findings, read, records
from auditor.findings import Lookout
from auditor.fixes.places import Reach, Replacement, UnplaceableError, replaced, replacements
from auditor.fixes.sameness import Judge, Key, Page, key, only_completed, only_mended
from auditor.fixes.visible import Visible
from auditor.machinery.writing import replace_file
from auditor.model import Document, Finding, Story, Unread

ROUNDS = 5
"""One edit may free the way for the next: names in capitals, then an alias, then the order of the chain."""
ATTEMPTS = 100
"""Times that one file is read anew; a page whose edits fail one by one must not hold up a run."""
REACHES: tuple[Reach, ...] = ("nearest", "alone", "everywhere")
FORMATS = ("html", "text")
DECIDE = "a person must decide"
WIRE = "the wire's own item is not changed to agree with its copies"
UNSURE = "a text may be the original; name that with --master"


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


def plan(
    found: Iterable[Finding], names: Iterable[str], look: Lookout, largest: int, master: str | None = None
) -> Iterator[Mended]:
    """For each story with findings, in the order of the names: what can be mended. Writes nothing.

    Nothing is added to the `master` copy from the others, which are compared with it, nor to the wire's own item; to a
    text only where there is a `master`.
    """
    by_story: dict[str, list[Finding]] = {}
    for finding in found:
        for one in _by_place(finding):
            about_master = is_completion(one) and one.place.story == master
            by_story.setdefault(one.place.story, []).append(replace(one, edits=()) if about_master else one)
    for name in dict.fromkeys(names):
        about = by_story.pop(read.printable(name), None)
        if about:
            yield _mended(name, about, look, largest, master)


def _by_place(finding: Finding) -> Iterator[Finding]:
    """A finding about several copies, as it concerns each that an edit is for."""
    places = dict.fromkeys([finding.place, *(edit.at for edit in finding.edits if edit.at)])
    for place in places:
        edits = tuple(edit for edit in finding.edits if (edit.at or finding.place) == place)
        yield replace(finding, place=place, edits=edits)


def write(mended: Mended) -> None:
    """Puts the mended file in its place. Raises OSError; and nothing is written where it was changed meanwhile."""
    path = Path(mended.name)
    if path.read_bytes() != mended.before:
        raise OSError(None, "the file was changed meanwhile")
    replace_file(path, mended.after)


def _mended(name: str, about: Sequence[Finding], look: Lookout, largest: int, master: str | None) -> Mended:
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
    return _Mending(look, about).all_of(page, _original(page.story, master))


def _original(story: Story, master: str | None) -> str:
    """Why nothing may be added to a story from its copies; empty where it may."""
    if story.origin == "wire":
        return WIRE
    return UNSURE if story.format == "text" and master is None else ""


def _nothing(name: str, about: Iterable[Finding], why: str) -> Mended:
    left = tuple(Left(finding, why if finding.edits else DECIDE) for finding in about)
    return Mended(name, read.printable(name), left=left)


def _page(name: str, data: bytes, look: Lookout) -> Page | None:
    story = records.story(Document(read.printable(name), data), look.words)
    if isinstance(story, Unread):
        return None
    mark, codec = read.encoding(data)
    return Page(name, data, mark, codec, story, tuple(findings.of_story(story, look)))


def _source(page: Page) -> str:
    return page.data[len(page.mark) :].decode(page.codec, "surrogateescape")


def _is_reversible(page: Page) -> bool:
    """Does the text, encoded again, give the same bytes?"""
    try:
        return page.mark + _source(page).encode(page.codec, "surrogateescape") == page.data
    except UnicodeError:
        return False


def is_completion(finding: Finding) -> bool:
    """Does it add to a credit what another copy says?"""
    return any(edit.at for edit in finding.edits)


class _Mending:
    """The mending of one file: what is wanted, what was tried, and why it failed."""

    def __init__(self, look: Lookout, about: Sequence[Finding]) -> None:
        self._look, self._about = look, about
        self._wanted = {key(finding) for finding in about if finding.edits and not is_completion(finding)}
        self._complete: set[Key] = set()
        self._attempts = 0
        self._why: dict[Key, str] = {}

    def all_of(self, first: Page, original: str) -> Mended:
        page = first
        for finding in filter(is_completion, self._about):
            if original:
                self._failed([finding], original)
            else:
                page = self._completed(page, finding)
        for _ in range(ROUNDS):
            mended = self._round(page)
            if mended is page:
                break
            page = mended
        gone = self._complete | ({key(f) for f in first.found} - {key(f) for f in page.found})
        done = [f for f in self._about if key(f) in gone]
        left = [Left(f, self._reason(f)) for f in self._about if f not in done]
        return Mended(first.name, first.story.name, first.data, page.data, page.codec, tuple(done), tuple(left))

    def _reason(self, finding: Finding) -> str:
        return self._why.get(key(finding), "it was tried too often") if finding.edits else DECIDE

    def _round(self, page: Page) -> Page:
        """All edits at once; where that changes more than it should, those of one image, and last one by one."""
        wanted = [finding for finding in page.found if finding.edits and key(finding) in self._wanted]
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

    def _completed(self, page: Page, finding: Finding) -> Page:
        """The page with a credit completed; what other copies say, no rule finds in this file alone."""
        after = next((a for reach in REACHES if (a := self._once(page, [finding], reach, only_completed))), None)
        if after:
            self._complete.add(key(finding))
        return after or page

    def _tried(self, page: Page, wanted: Sequence[Finding]) -> Page | None:
        """The page with these findings mended; None where nothing can be replaced, or too much would change."""
        return next((after for reach in REACHES if (after := self._once(page, wanted, reach))), None)

    def _once(self, page: Page, wanted: Sequence[Finding], reach: Reach, is_good: Judge = only_mended) -> Page | None:
        if not wanted or self._attempts >= ATTEMPTS:
            return None
        self._attempts += 1
        seen = Visible(_source(page), page.story.format == "html")
        placed = self._placed(page, wanted, seen, reach)
        all_of_it = {one for _, several in placed for one in several}
        data = replaced(seen.source, all_of_it, page.codec, seen.is_html) if all_of_it else None
        mended = [finding for finding, _ in placed]
        if data is None:
            self._failed(mended, f"{page.codec} lacks a letter of it")
            return None
        after = _page(page.name, page.mark + data, self._look)
        if after is None or not is_good(page, after, mended):
            self._failed(mended, "more than the credit would read otherwise")
            return None
        return after

    def _placed(
        self, page: Page, wanted: Iterable[Finding], seen: Visible, reach: Reach
    ) -> list[tuple[Finding, list[Replacement]]]:
        """The findings all of whose edits have their place in the file, with what to replace there."""
        found: list[tuple[Finding, list[Replacement]]] = []
        images = {image.n: image for image in page.story.images}
        for finding in wanted:
            try:
                image = images[finding.place.image or 0]
                twins = [i for i in images.values() if i.credit_line == image.credit_line and i.via == image.via]
                several = [one for edit in finding.edits for one in replacements(edit, image, twins, seen, reach)]
                found.append((finding, several))
            except UnplaceableError as error:
                self._why[key(finding)] = str(error)
        return found

    def _failed(self, wanted: Iterable[Finding], why: str) -> None:
        for finding in wanted:
            self._why.setdefault(key(finding), why)
