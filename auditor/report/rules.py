"""The rules: the list, and the page of one."""

import datetime
from collections.abc import Iterator, Sequence
from typing import TextIO

import msgspec
from msgspec import Struct
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from auditor.report.screen import STYLES, console, folding, plain
from auditor.report.words import SIGNS
from auditor.rulebook import Example, ExampleImage, Rule
from auditor.text import squeeze


def listing(rules: Sequence[Rule], out: TextIO) -> None:
    """Writes one line a rule."""
    table = folding("", "Rule", "Finds")
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
    if example.quota is not None:
        state = example.quota
        return [*lines, f"{state.agency} in {state.period}: {state.pictures} pictures, quota {state.quota}"]
    lines += [f"page: {flaw}" for flaw in example.flaws]
    lines += list(_house(example))
    if not example.copies:
        return [*lines, *(_addresses(example) if example.picture else ()), _image(example)]
    for number, images in enumerate(example.copies, 1):
        lines += [f"copy {number}: {_image(image)}" for image in images] or [f"copy {number}: no image"]
    return lines


def _house(example: Example) -> Iterator[str]:
    """What the house's files say, and what is asked."""
    for name, rows in (("contracts", example.contract or ()), ("pictures", example.picture)):
        yield from (f"{name}.toml: {_row(row)}" for row in rows)
    if example.staff:
        yield f"staff.toml: {', '.join(one if isinstance(one, str) else _row(one) for one in example.staff)}"
    asked = {"published": example.published, "as of": example.as_of, "edition": example.edition, "use": example.use}
    if example.paid:
        yield "a page that is not free to read"
    if any(asked.values()):
        yield ", ".join(f"{name} {said}" for name, said in asked.items() if said)


def _addresses(image: ExampleImage) -> list[str]:
    """By what an entry of pictures.toml may tell the image."""
    return [f"src {url}" for url in ([image.src] if isinstance(image.src, str) else image.src) if url]


def _row(row: Struct) -> str:
    """A row of a file as TOML has it, on one line; what is not said is left out."""
    said = msgspec.to_builtins(row, builtin_types=(datetime.date,))
    fields = msgspec.structs.fields(row)
    told = {field.encode_name: said[field.encode_name] for field in fields if getattr(row, field.name) != field.default}
    return ", ".join(f"{name} = {_value(value)}" for name, value in told.items())


def _value(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name} = {_value(one)}" for name, one in value.items()) + " }"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    return f'"{value}"' if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)


def _image(image: ExampleImage) -> str:
    via = f"[{' '.join(filter(None, [image.via, image.stated_as]))}]" if image.via != "page" else ""
    alt = f'alt="{image.alt}"' if image.alt is not None else ""
    credit = f"| {image.credit}" if image.credit else ""
    instructions = f"[instructions: {image.instructions}]" if image.instructions else ""
    made = f"[{image.source_type}]" if image.source_type else ""
    signed = f"({image.sign_off})" if image.sign_off else ""
    licence = [f"[{name}: {url}]" for name, url in (("licence", image.web_statement), ("from", image.licensor)) if url]
    told = [via, image.caption, signed, credit, alt, instructions, made, *licence]
    return " ".join(filter(None, told)) or "image alone"
