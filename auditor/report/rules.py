"""The rules: the list, and the page of one."""

from collections.abc import Sequence
from typing import TextIO

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from auditor.report.screen import STYLES, console, plain
from auditor.report.words import SIGNS
from auditor.rulebook import Example, ExampleImage, Rule
from auditor.text import squeeze


def listing(rules: Sequence[Rule], out: TextIO) -> None:
    """Writes one line a rule."""
    table = Table("", "Rule", "Finds", box=box.SIMPLE_HEAD, pad_edge=False)
    for rule in rules:
        sign = Text(f"{SIGNS[rule.severity]} {rule.severity}", style=STYLES[rule.severity])
        table.add_row(sign, plain(rule.id), plain(rule.file.title))
    console(out).print(table)


def explain(rule: Rule, out: TextIO) -> None:
    """Writes the page of one rule: what, why, its examples, remedy, settings."""
    screen = console(out)
    screen.print(Text.assemble((rule.id, "bold"), "  ", (rule.severity, STYLES[rule.severity])))
    screen.print(plain(rule.file.title))
    _section(screen, "Why it matters", [squeeze(rule.file.rationale)])
    _section(screen, "Fails", ["\n".join(example_lines(e)) for e in rule.file.fails])
    _section(screen, "Passes", ["\n".join(example_lines(e)) for e in rule.file.passes])
    _section(screen, "What to do", [rule.file.fix, *(["auditor check --fix does it."] if rule.file.safe else [])])
    settings = [f"{name} = {value!r}" for name, value in rule.settings.items()]
    _section(screen, "Check", [f"{rule.kind}, of each {rule.scope.__name__.lower()}", *settings])
    _section(screen, "See also", list(rule.file.references))


def _section(screen: Console, title: str, paragraphs: list[str]) -> None:
    if paragraphs:
        screen.print(Text(f"\n{title}", style="bold"))
        for paragraph in paragraphs:
            screen.print(Padding(plain(paragraph), (0, 0, 0, 2)))


def example_lines(example: Example) -> list[str]:
    """An example in words: a line for its note, and one for each image of each copy."""
    lines = [f"# {example.note}"] if example.note else []
    if example.unread is not None:
        return [*lines, f"not read: {example.unread}"]
    if example.waiver is not None:
        said = example.waiver
        used = "expired" if said.expired else f"{said.held} findings set aside"
        return [*lines, f"waiver of {said.rule} in {said.story} until {said.until}: {used}"]
    lines += [f"page: {flaw}" for flaw in example.flaws]
    if not example.copies:
        return [*lines, _image(example)]
    for number, images in enumerate(example.copies, 1):
        lines += [f"copy {number}: {_image(image)}" for image in images] or [f"copy {number}: no image"]
    return lines


def _image(image: ExampleImage) -> str:
    via = f"[{image.via}]" if image.via != "page" else ""
    alt = f'alt="{image.alt}"' if image.alt is not None else ""
    return (
        " ".join(filter(None, [via, image.caption, f"| {image.credit}" if image.credit else "", alt])) or "image alone"
    )
