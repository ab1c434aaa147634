"""What stands in a rule file, and what a rule is once it is ready to run."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct, field

from auditor.checks.evidence import Evidence
from auditor.model import Origin, RuleText, Severity, Via
from auditor.patterns import Pattern
from auditor.rights.shapes import ContractRow, EntryRow, Member, Purpose, Territory
from auditor.styles import HouseStyle
from auditor.words import Words

ImageField = Literal["caption", "credit-line", "alt-text"]
# The field of an image that rules of a topic are about.
FIELD_OF_TOPIC: Mapping[str, ImageField] = {
    "agency": "credit-line",
    "alt-text": "alt-text",
    "caption": "caption",
    "copies": "credit-line",
    "credit": "credit-line",
}
Run = Callable[[Any, Words], Iterator[Evidence]]


class ExampleImage(Struct, frozen=True, forbid_unknown_fields=True):
    """One image of an example; `credit` is the line as printed, `source-type` an IPTC Digital Source Type.

    `sign-off` is a credit at the end of the caption beside that line; `stated-as`, `web-statement` and `licensor` are
    what a statement for machines has.
    """

    caption: str | None = None
    credit: str | None = None
    alt: str | None = None
    src: str | tuple[str, ...] = ()
    via: Via = "page"
    line: int | None = None
    after: int | None = None
    instructions: str | None = None
    source_type: str | None = field(default=None, name="source-type")
    sign_off: str | None = field(default=None, name="sign-off")
    stated_as: str | None = field(default=None, name="stated-as")
    web_statement: str | None = field(default=None, name="web-statement")
    licensor: str | None = None


class ExampleWaiver(Struct, frozen=True, forbid_unknown_fields=True):
    """A waiver after a run: whether its day is over, whether its stories were met, how many findings it set aside."""

    rule: str
    story: str = "*"
    reason: str = ""
    until: str = "2026-12-31"
    expired: bool = False
    met: bool = True
    held: int = 0


class ExampleQuota(Struct, frozen=True, forbid_unknown_fields=True):
    """How much of an agency's contract was used, for rules about quotas."""

    agency: str
    period: str
    pictures: int
    quota: int


class Example(ExampleImage, frozen=True, forbid_unknown_fields=True):
    """A case that must fail, or pass, a rule: one image, or `copies` of a story, each a list of images.

    `paragraphs` holds a list of paragraphs for each copy; `unread` is the reason why an input could not be read,
    `waiver` a waiver after a run; `flaws` what is wrong with a page's statements for machines. `published` is the
    story's date, `url` its address, `origin` where it stands, `paid`: it is not free to read; `as-of`, `edition` and
    `use` are what is asked, `staff`, `contract`, `picture` and `house-style` what stands in the house's files. Without
    `as-of` and `published` the day is the last one of 2026.
    """

    note: str = ""
    copies: tuple[tuple[ExampleImage, ...], ...] = ()
    paragraphs: tuple[tuple[str, ...], ...] = ()
    format: str = "html"
    language: str | None = None
    publisher: str | None = None
    origin: Origin | None = None
    unread: str | None = None
    waiver: ExampleWaiver | None = None
    quota: ExampleQuota | None = None
    staff: tuple[str | Member, ...] = ()
    contract: tuple[ContractRow, ...] | None = None
    picture: tuple[EntryRow, ...] = ()
    published: str | None = None
    url: str | None = None
    paid: bool = False
    as_of: datetime.date | None = field(default=None, name="as-of")
    edition: Territory | None = None
    use: Purpose | None = None
    house_style: HouseStyle | None = field(default=None, name="house-style")
    flaws: tuple[str, ...] = ()


class When(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What must hold of an image (or its credit, or its story) before a rule looks at it: all of these."""

    equals: Mapping[str, str] = {}
    any_of: Mapping[str, tuple[str, ...]] = {}
    blank: tuple[str, ...] = ()
    matches: Mapping[str, str] = {}


class RuleFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A rule as its file has it. `field` is what an editor mends, where the topic does not tell it.

    `safe`: what its check would print instead may be written by `--fix`, because the meaning stays as it is.
    `covers`: rules whose findings about the same image say no more than this one's.
    """

    title: str
    severity: Severity
    rationale: str
    message: str
    fix: str
    check: Mapping[str, Any]
    fails: tuple[Example, ...]
    passes: tuple[Example, ...]
    references: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    when: When = When()
    field: ImageField | None = None
    safe: bool = False


class Change(Struct, frozen=True):
    """What a newsroom changes in a rule: its severity, or settings of its check; `path` is the file that says so."""

    path: Path
    severity: Severity | Literal["off"] | None = None
    settings: Mapping[str, Any] = {}


class Guard(Struct, frozen=True):
    """A `[when]` table, its patterns compiled."""

    when: When
    patterns: Mapping[str, Pattern]


class Rule(Struct, frozen=True):
    """A rule ready to run: `run` takes a record of type `scope` and the word tables.

    It says nothing of a record in which the field `needs` is empty.
    """

    id: str
    file: RuleFile
    severity: Severity
    kind: str
    settings: Mapping[str, Any]
    scope: type
    run: Run
    guard: Guard | None
    path: Path
    needs: str | None = None

    @property
    def topic(self) -> str:
        """The first part of the id: the folder that the rule stands in."""
        return self.id.split("/")[0]

    @property
    def text(self) -> RuleText:
        """What its file says to people."""
        file = self.file
        return RuleText(self.id, file.severity, file.title, file.rationale, file.fix, file.references, file.covers)

    @property
    def field(self) -> ImageField | None:
        """The field of an image that an editor mends; None where the rule is about no image."""
        return self.file.field or FIELD_OF_TOPIC.get(self.topic)
