"""The examples inside rule files, run: each failing one must be found by its rule, each passing one must not."""

import datetime
import itertools
import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from auditor import copies, credits, findings
from auditor.model import Finding, Image, Place, Story, Unread, WaiverState
from auditor.rights import desk, staff
from auditor.rights.shapes import Asked, Contract, ContractRow, Member, QuotaState, Rights
from auditor.rulebook import Example, ExampleImage, ExampleQuota, ExampleWaiver, Rule
from auditor.words import Words

BLANK = re.compile(r"\{[^{}]*\}")
TODAY = datetime.date(2026, 12, 31)
"""The day of an example that bears no date."""


class Wrong(Struct, frozen=True):
    """An example that does not do what it says: `number` counts from 1 among the rule's examples of that kind.

    `blanks`: what the rule's words name and nothing fills, as in a misspelt `{credt}`.
    """

    rule: str
    kind: str
    number: int
    note: str
    found: tuple[str, ...]
    blanks: tuple[str, ...] = ()

    def __str__(self) -> str:
        said = "finds nothing" if self.kind == "fails" else f"finds: {'; '.join(self.found)}"
        if self.blanks:
            said = f"nothing fills {', '.join(self.blanks)}"
        return f"{self.rule}: [[{self.kind}]] {self.number} {self.note and f'({self.note}) '}{said}"


def wrong(rules: Iterable[Rule], words: Words) -> Iterator[Wrong]:
    """The examples that do not hold."""
    for rule in rules:
        for kind, cases in (("fails", rule.file.fails), ("passes", rule.file.passes)):
            for number, example in enumerate(cases, 1):
                findings = list(run(rule, example, words))
                found, blanks = tuple(f.message for f in findings), tuple(_blanks(rule, findings))
                if bool(found) != (kind == "fails") or blanks:
                    yield Wrong(rule.id, kind, number, example.note, found, blanks)


def _blanks(rule: Rule, found: Iterable[Finding]) -> Iterator[str]:
    """The names in a rule's message and remedy that stand in what it says as they are."""
    for finding in found:
        for template, said in ((rule.file.message, finding.message), (rule.file.fix, finding.fix)):
            yield from (name for name in BLANK.findall(template) if name in said)


def run(rule: Rule, example: Example, words: Words) -> Iterator[Finding]:
    """What one rule finds in one of its examples; copies are compared as copies of the first."""
    words = words.styled(example.house_style)
    look = findings.lookout([rule], words, _rights(example, words))
    if example.unread is not None:
        yield from findings.of_unread(Unread("copy 1", example.unread), look)
        return
    if example.waiver is not None:
        yield from findings.of_waiver(_waiver(example.waiver), look)
        return
    if example.quota is not None:
        yield from findings.of_quota(_quota(example.quota), look)
        return
    stories = [_story(number, example, words) for number in range(len(example.copies) or 1)]
    for story in stories:
        yield from findings.of_story(story, look)
    for group in copies.group(stories, "all")[1] if len(stories) > 1 else ():
        yield from findings.of_group(group, look)


def _waiver(said: ExampleWaiver) -> WaiverState:
    place = Place("auditor.toml", line=1)
    return WaiverState(place, said.rule, said.story, said.reason, said.until, said.expired, said.met, said.held)


def _quota(said: ExampleQuota) -> QuotaState:
    return QuotaState(said.agency, said.agency, "contracts.toml:1", said.period, said.pictures, said.quota)


def _rights(said: Example, words: Words) -> Rights:
    """What an example says of the house's files and asks, whoever runs it."""
    return Rights(
        asked=Asked(TODAY, said.as_of, said.edition, said.use),
        contracts=None if said.contract is None else tuple(_contracts(said.contract, words)),
        entries=tuple(map(desk.entry, said.picture, _places("pictures"))),
        staff=staff.by_name(Member(one) if isinstance(one, str) else one for one in said.staff),
    )


def _contracts(rows: Iterable[ContractRow], words: Words) -> Iterator[Contract]:
    return (desk.contract(row, place, words.agencies) for row, place in zip(rows, _places("contracts"), strict=False))


def _places(name: str) -> Iterator[str]:
    return (f"{name}.toml:{line}" for line in itertools.count(1))


def _story(number: int, example: Example, words: Words) -> Story:
    images = example.copies[number] if example.copies else (example,)
    story = Story(
        name=f"copy {number + 1}",
        format=example.format,
        language=example.language,
        publisher=example.publisher,
        origin=example.origin,
        published=example.published,
        url=example.url,
        paid=example.paid,
        paragraphs=example.paragraphs[number] if number < len(example.paragraphs) else (),
        images=tuple(_image(n, image) for n, image in enumerate(images, 1)),
        flaws=example.flaws,
    )
    return credits.credited(story, words)


def _image(n: int, image: ExampleImage) -> Image:
    return Image(
        n=n,
        via=image.via,
        src=(image.src,) if isinstance(image.src, str) and image.src else tuple(image.src),
        caption=image.caption,
        credit_line=image.credit,
        alt_text=image.alt,
        line=image.line,
        after=image.after,
        instructions=image.instructions,
        source_type=image.source_type,
        sign_off=image.sign_off,
        stated_as=image.stated_as,
        web_statement=image.web_statement,
        licensor=image.licensor,
    )
