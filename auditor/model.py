"""The records that pass from room to room; words as in docs/architecture.md, IPTC's where it has them."""

import datetime
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

Via = Literal["page", "json-ld", "microdata", "open-graph", "media", "feed", "wire", "embedded"]
SHOWN: tuple[Via, ...] = ("page", "feed", "wire")
"""The statements that readers see; the others are made for machines."""
Origin = Literal["wire", "partner"]
Severity = Literal["error", "warning", "notice"]
Verdict = Literal["pass", "warn", "block"]
Role = Literal["marker", "creator", "agency", "supplier", "kind", "licence", "residue", "rest"]


class Document(Struct, frozen=True):
    """Bytes and where they came from; `name` is the path or URL as given."""

    name: str
    data: bytes


class Part(Struct, frozen=True):
    """A stretch of a credit line, what it was taken for, and the grammar step that decided so."""

    text: str
    role: Role
    name: str
    step: str


class Credit(Struct, frozen=True):
    """A credit line taken apart.

    `text` is the line as printed, `line` the same without marker and residue. `agencies` run from the photographer
    outwards. `rest` is what no step understood. `kinds` and `issues` are codes, explained in docs/credit-lines.md.
    """

    text: str
    line: str
    marker: str | None = None
    creators: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    suppliers: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    licence: str | None = None
    residue: tuple[str, ...] = ()
    rest: str = ""
    house: str | None = None
    issues: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


class Image(Struct, frozen=True):
    """One use of a picture in one place of one story.

    `n` counts from 1 within the story. `credit_line` is the text as printed, marker and residue included; `credit` is
    None until the line was taken apart. `line` is the line in the file, `after` the number of body paragraphs before
    the image; both None where unknown. `look` tells what a picture file beside the story shows: a perceptual hash of
    256 bits in hexadecimal. `instructions` (IPTC Instructions) is text for desks beside caption and credit: on what
    conditions the picture may be used. `source_type` (IPTC Digital Source Type) is how, by a statement for
    machines, the picture came about: `trainedAlgorithmicMedia`. `sign_off` is a credit that the caption itself ends
    with beside the credit line, the same or another, and `signed` that taken apart; `caption` is without it.
    A statement for machines further has: `stated_as`, the property that its credit stands in, None where it names who
    wrote or published the story, as templates put it beside every picture; `licensor` (IPTC Licensor URL) is the
    address of the page where a licence is acquired. `web_statement` (IPTC Web Statement of Rights) is that of the
    licence itself, in a statement or as a link in the image's own box.
    """

    n: int
    via: Via = "page"
    src: tuple[str, ...] = ()
    caption: str | None = None
    credit_line: str | None = None
    alt_text: str | None = None
    line: int | None = None
    after: int | None = None
    credit: Credit | None = None
    look: str | None = None
    instructions: str | None = None
    source_type: str | None = None
    sign_off: str | None = None
    signed: Credit | None = None
    stated_as: str | None = None
    web_statement: str | None = None
    licensor: str | None = None

    @property
    def is_shown(self) -> bool:
        """Is it one that readers see, no statement for machines?"""
        return self.via in SHOWN


class Story(Struct, frozen=True):
    """One copy of a news story, as one file shows it.

    `published` is an ISO 8601 date or time. `origin` tells what the file itself says of where it stands: the wire's own
    item, or a partner's page of what another site published. `paid`: it says that it is not free to read. `unread` says
    in sentences which parts of what readers see could not be read, `flaws` which statements for machines.
    """

    name: str
    format: str
    headline: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    publisher: str | None = None
    origin: Origin | None = None
    paid: bool = False
    paragraphs: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    unread: tuple[str, ...] = ()
    flaws: tuple[str, ...] = ()

    @property
    def day(self) -> datetime.date | None:
        """The day on which it was published; None where it bears no date, or none that can be read."""
        try:
            return datetime.date.fromisoformat((self.published or "")[:10])
        except ValueError:
            return None


class Use(Struct, frozen=True):
    """An image in its story."""

    story: Story
    image: Image


class Picture(Struct, frozen=True):
    """The uses that show one photograph, and why we think so; a copy may show it more than once."""

    uses: tuple[Use, ...]
    because: str


class Doubt(Struct, frozen=True):
    """Two uses that may show one photograph; the evidence does not suffice, so they are not compared."""

    one: Use
    other: Use
    because: str


class Copy(Struct, frozen=True):
    """A direct, directed relation: `share` (0 to 1) of the text of `story` stands in `of`. Both are story names."""

    story: str
    of: str
    share: float


class CopyGroup(Struct, frozen=True):
    """A leading story, which comes first, and its copies, with their pictures in the order of the leading story."""

    stories: tuple[Story, ...]
    because: str
    pictures: tuple[Picture, ...]
    doubts: tuple[Doubt, ...] = ()


class Place(Struct, frozen=True):
    """Where something stands: a story, and in it an image and a line where known."""

    story: str
    image: int | None = None
    line: int | None = None


class Edit(Struct, frozen=True):
    """What to print instead of a stretch of an image's field; an empty `new` takes the stretch out.

    `at` is the place of the image where it is not the finding's.
    """

    field: Literal["caption", "credit-line"]
    old: str
    new: str
    at: Place | None = None


class Finding(Struct, frozen=True):
    """One thing a rule found, with one primary place and the related ones.

    `fingerprint` names the finding across runs; line numbers are left out of it. `edits` mend it without changing the
    meaning; there are none where a person must decide.
    """

    rule: str
    severity: Severity
    message: str
    fix: str
    place: Place
    also: tuple[Place, ...] = ()
    fingerprint: str = ""
    edits: tuple[Edit, ...] = ()


class Waived(Struct, frozen=True):
    """A finding that the house accepts, with the waiver's reason and last day (ISO date)."""

    finding: Finding
    reason: str
    until: str


class WaiverState(Struct, frozen=True):
    """A waiver of auditor.toml after a run: `place` in that file, what it is for, and how many findings it `held` back.

    `about` is the pattern of stories with the picture, if it names one; `until` its last day (ISO date). `met`: the run
    has looked at stories of the pattern, with the rules that the waiver is about.
    """

    place: Place
    rule: str
    about: str
    reason: str
    until: str
    expired: bool = False
    met: bool = False
    held: int = 0


class Unread(Struct, frozen=True):
    """An input that was not audited, or (`in_part`) not all of it."""

    story: str
    why: str
    in_part: bool = False


class RuleText(Struct, frozen=True):
    """What a rule says of itself: its title, why it matters, what to do; `severity` as its file has it.

    `fix` may hold `{names}` of what only a finding knows. `covers` are rules whose findings about the same image say
    no more than this one's: a report for people tells them once.
    """

    id: str
    severity: Severity
    title: str
    rationale: str
    fix: str
    references: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()


class Audit(Struct, frozen=True):
    """Everything one run looked at, found, and could not look at; `rules` are those that looked.

    Of many stories the sequences are kept in files, and each look makes the record anew: go through them once, keep
    nothing of them. The stories in `groups` come without their paragraphs.
    """

    verdict: Verdict
    stories: Sequence[Story] = ()
    copies: Sequence[Copy] = ()
    groups: Sequence[CopyGroup] = ()
    findings: Sequence[Finding] = ()
    waived: tuple[Waived, ...] = ()
    known: int = 0
    unread: tuple[Unread, ...] = ()
    rules: tuple[RuleText, ...] = ()
