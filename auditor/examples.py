"""The examples inside rule files, run: each failing one must be found by its rule, each passing one must not."""

import copy
from collections.abc import Iterable, Iterator

from msgspec import Struct

from auditor import copies, credits, findings
from auditor.model import Finding, Image, Place, Story, Unread, WaiverState
from auditor.rulebook import Example, ExampleImage, ExampleWaiver, Rule
from auditor.text import tokens
from auditor.words import Words


class Wrong(Struct, frozen=True):
    """An example that does not do what it says: `number` counts from 1 among the rule's examples of that kind."""

    rule: str
    kind: str
    number: int
    note: str
    found: tuple[str, ...]

    def __str__(self) -> str:
        said = "finds nothing" if self.kind == "fails" else f"finds: {'; '.join(self.found)}"
        return f"{self.rule}: [[{self.kind}]] {self.number} {self.note and f'({self.note}) '}{said}"


def wrong(rules: Iterable[Rule], words: Words) -> Iterator[Wrong]:
    """The examples that do not hold."""
    for rule in rules:
        for kind, cases in (("fails", rule.file.fails), ("passes", rule.file.passes)):
            for number, example in enumerate(cases, 1):
                found = tuple(f.message for f in run(rule, example, words))
                if bool(found) != (kind == "fails"):
                    yield Wrong(rule.id, kind, number, example.note, found)


def run(rule: Rule, example: Example, words: Words) -> Iterator[Finding]:
    """What one rule finds in one of its examples; copies are compared as copies of the first."""
    look = findings.lookout([rule], _with_staff(words, example.staff))
    if example.unread is not None:
        yield from findings.of_unread(Unread("copy 1", example.unread), look)
        return
    if example.waiver is not None:
        yield from findings.of_waiver(_waiver(example.waiver), look)
        return
    stories = [_story(number, example, words) for number in range(len(example.copies) or 1)]
    for story in stories:
        yield from findings.of_story(story, look)
    for group in copies.group(stories, "all")[1] if len(stories) > 1 else ():
        yield from findings.of_group(group, look)


def _waiver(said: ExampleWaiver) -> WaiverState:
    place = Place("auditor.toml", line=1)
    return WaiverState(place, said.rule, said.story, said.reason, said.until, said.expired, said.met, said.held)


def _with_staff(words: Words, staff: Iterable[str]) -> Words:
    """The tables with exactly these names on the staff list, whoever runs the example."""
    changed = copy.copy(words)
    changed.staff = frozenset(" ".join(tokens(name)) for name in staff)
    return changed


def _story(number: int, example: Example, words: Words) -> Story:
    images = example.copies[number] if example.copies else (example,)
    story = Story(
        name=f"copy {number + 1}",
        format=example.format,
        language=example.language,
        publisher=example.publisher,
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
    )
