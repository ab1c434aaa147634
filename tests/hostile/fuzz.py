"""`make fuzz`: made-up input for a while, for the readers of pages, credit lines and tables, and for the fixes.

What it finds is printed as the smallest case; it then belongs into a table of the tests. Not run by `make test`.
"""

import argparse
import datetime
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from auditor import audit, credits, findings, fixes, house, parsers, records
from auditor.errors import RuleFileError, UnreadableError
from auditor.house import House, Settings
from auditor.model import Document, Story
from auditor.rulebook import RuleFile
from auditor.tables import read_toml, shipped, to_record

ROUNDS = 2  # of completing copies by each other
SLOW = 2.0  # seconds of the processor for one small input
SIGNS = [*"/|()[]{}<>,;:.-–—©=&#%+*\"'`~ \t\n\r\0\u200b\u202e\ufeff（】", "&amp;", "&#0;", "&nbsp;"]
TAGS = (
    "figure",
    "figcaption",
    "p",
    "span",
    "div",
    "article",
    "img",
    "a",
    "table",
    "td",
    "script",
    "template",
    "svg",
    "h1",
)
ATTRIBUTES = (
    "class=credit",
    'class="caption"',
    "src=//x/a-4711.jpg",
    'srcset="a 1x, b 2x"',
    "hidden",
    'alt="',
    "itemprop=image",
)


STORY = (
    "<article><h1>Ferry</h1><p>The new ferry between Sandvik and Holmsund made its first crossing on Monday, two years "
    "later than planned.</p><figure><img src=//x/ferry-4711.jpg><figcaption>The ferry leaves the terminal. {}</figcaption>"
    "</figure><p>Harbour master Elin Strand said the delay had been worth every day.</p></article>"
)


def pieces(known: House) -> SearchStrategy[str]:
    """Words of the tables, signs, and any text."""
    agencies = [alias for agency in known.words.agencies.by_name.values() for alias in (agency.name, *agency.aliases)]
    names = [
        "Nadia Brandt",
        "JONAS WEHNER",
        "O'Neill",
        "van der Veen",
        "朴",
        "연합뉴스",
        "Ж. Петров",
        "HOGP",
        "STR",
        "Handout",
    ]
    marks = [
        "Photo:",
        "FOTO/",
        "Foto: ",
        "Credit ",
        "via ",
        "by ",
        "Pool",
        "File",
        "撮影",
        "CC BY-SA 4.0",
        "More",
        "+++",
    ]
    return st.one_of(
        st.sampled_from(agencies), st.sampled_from(names + marks), st.sampled_from(SIGNS), st.text(max_size=9)
    )


def lines(known: House) -> SearchStrategy[str]:
    """Credit lines, more or less."""
    return st.lists(pieces(known), max_size=14).map("".join)


def pages(known: House) -> SearchStrategy[bytes]:
    """Pages and texts, more or less: tags that need not close, credit lines, bytes of any encoding."""
    opened = st.builds(
        lambda t, a: f"<{t} {' '.join(a)}>", st.sampled_from(TAGS), st.lists(st.sampled_from(ATTRIBUTES), max_size=3)
    )
    closed = st.sampled_from(TAGS).map(lambda tag: f"</{tag}>")
    body = "The new ferry between Sandvik and Holmsund made its first crossing on Monday, two years later than planned."
    parts = st.one_of(opened, closed, lines(known), st.sampled_from(["<!--", "-->", "<![CDATA[", "]]>", body, "\n\n"]))
    text = st.lists(parts, max_size=25).map("".join)
    encoded = st.builds(
        lambda t, e: t.encode(e, "replace"), text, st.sampled_from(["utf-8", "utf-16", "cp1252", "shift_jis"])
    )
    return st.builds(lambda data, more: data + more, encoded, st.binary(max_size=12))


def stories(known: House) -> SearchStrategy[bytes]:
    """Pages with one picture and its credit line, which may be what a fix is for."""
    faulty = [
        "CREDIT NADIA BRANDT/AP",
        "Foto: dpa/Jonas Wehner",
        "Nadia Brandt/Retuers",
        "Credit: Nadia Brandt/AP More",
        "AP/AP",
    ]
    line = st.one_of(lines(known), st.builds(lambda a, b: a + b, st.sampled_from(faulty), lines(known)))
    marked = st.builds(
        lambda text, tag, at: f"{text[:at]}<{tag}>{text[at:]}</{tag}>",
        line,
        st.sampled_from(["b", "a", "i"]),
        st.integers(0, 30),
    )
    return st.one_of(line, marked).map(lambda credit: STORY.format(credit).encode("utf-8", "replace"))


def pairs(known: House) -> SearchStrategy[tuple[str, str]]:
    """Credit lines of one picture in two copies, where one often says less than the other."""
    full = [
        "Photo: Nadia Brandt/AFP",
        "CREDIT: NADIA BRANDT/AP (File)",
        "Foto: Jonas Wehner/dpa",
        "Nadia Brandt/AFP via Getty",
    ]
    part = ["AFP", "Photo: AP", "(dpa)", "Photo: Nadia Brandt", "Photo: Nadia Brandt/AP", "Foto: Wehner", "\u00a9 AFP"]
    said = st.one_of(
        st.sampled_from(full + part), st.builds(lambda a, b: a + b, st.sampled_from(full + part), lines(known))
    )
    return st.tuples(said, said)


def tables() -> SearchStrategy[str]:
    """TOML of rule files and settings with a line changed, doubled or lost."""
    known = [path.read_text("utf-8") for path in sorted(shipped().glob("*/*.toml"))]
    known.append(
        "fail-on = 'error'\n[rules]\n'credit/missing' = 'off'\n[[waiver]]\nrule = 'a'\nstory = '*'\nreason = 'b'\nuntil = 2030-01-01\n"
    )
    values = [
        "= 1",
        "= true",
        "= []",
        "= {}",
        "= 'x'",
        "[[",
        "]",
        '"""',
        "= 2030-02-31",
        "\0",
        "= 1e999",
        "[check]",
        "= [[1]]",
    ]
    return st.builds(_changed, st.sampled_from(known), st.integers(0, 200), st.sampled_from(values), st.integers(0, 3))


def _changed(text: str, place: int, value: str, how: int) -> str:
    split = text.split("\n")
    place %= len(split)
    split[place] = [
        f"{split[place].partition('=')[0]} {value}",
        split[place] * 2,
        "",
        split[place][: place % 7] + value,
    ][how]
    return "\n".join(split)


class Holds:
    """What must hold of any input, under the shipped rules and tables."""

    def __init__(self, known: House) -> None:
        self._words, self._look = known.words, findings.lookout(known.rules, known.words, known.rights)
        self._known = known
        self.fixed = self.completions = 0

    def line(self, text: str) -> None:
        """A credit line is taken apart, twice in the same way."""
        credit = credits.take_apart(text, self._words)
        assert credit.text == text
        assert credits.take_apart(text, self._words) == credit

    def page(self, data: bytes) -> None:
        """A page is a story, or says why it is none."""
        try:
            story = parsers.parse(Document("page", data), self._words)
        except UnreadableError:
            return
        assert [image.n for image in story.images] == list(range(1, len(story.images) + 1))
        list(findings.of_story(credits.credited(story, self._words), self._look))

    def mended(self, data: bytes) -> None:
        """The file around a credit stays as it is, and a second round of fixes finds nothing to fix."""
        head, tail = (part.strip().encode() for part in STORY.split("{}"))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "page"
            path.write_bytes(data)
            for plan in self._planned(path, data):
                self.fixed += bool(plan.fixed)
                assert not data.startswith(head) or (plan.after.startswith(head) and plan.after.endswith(tail))
                path.write_bytes(plan.after)
                assert all(again.after == plan.after for again in self._planned(path, plan.after))

    def completed(self, lines: tuple[str, str]) -> None:
        """Of two copies neither loses a byte around its credit, and soon there is nothing left to complete.

        What one round adds may be what another rule waited for: an agency first, then the label behind it.
        """
        head, tail = (part.strip().encode() for part in STORY.split("{}"))
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder) / name for name in ("one", "other")]
            for path, line in zip(paths, lines, strict=True):
                path.write_bytes(STORY.format(line).encode("utf-8", "replace"))
            for plan in (plan for _ in range(ROUNDS) for plan in self._compared(paths)):
                self.completions += bool(plan.fixed)
                assert plan.before == plan.after or (plan.after.startswith(head) and plan.after.endswith(tail))
                Path(plan.name).write_bytes(plan.after)
            assert all(again.after == again.before for again in self._compared(paths))

    def _compared(self, paths: list[Path]) -> list[fixes.Mended]:
        names = [str(path) for path in paths]
        read = [
            records.story(Document(name, path.read_bytes()), self._words)
            for name, path in zip(names, paths, strict=True)
        ]
        done = audit.audit(read, self._known, "all", "error", datetime.date(2026, 1, 1))
        return list(fixes.plan([f for f in done.findings if f.edits], names, self._look, 1_000_000))

    def _planned(self, path: Path, data: bytes) -> list[fixes.Mended]:
        story = records.story(Document(str(path), data), self._words)
        found = findings.of_story(story, self._look) if isinstance(story, Story) else ()
        return list(fixes.plan(found, [str(path)], self._look, 1_000_000))

    def table(self, text: str) -> None:
        """A table is read, or the error names the file."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "auditor.toml"
            path.write_text(text, "utf-8", newline="")
            for shape in (RuleFile, Settings):
                try:
                    to_record(read_toml(path), shape, path)
                except RuleFileError as error:
                    if str(path) not in str(error):
                        raise


def targets(known: House, holds: Holds) -> list[tuple[str, SearchStrategy[Any], Callable[[Any], None]]]:
    """What is fuzzed, with what, and what must hold."""
    return [
        ("credit lines", lines(known), holds.line),
        ("pages", pages(known), holds.page),
        ("fixes", st.one_of(stories(known), pages(known)), holds.mended),
        ("pairs of copies", pairs(known), holds.completed),
        ("tables", tables(), holds.table),
    ]


def hunt(made_from: SearchStrategy[Any], check: Callable[[Any], None], number: int, examples: int) -> None:
    """Some examples under one seed; raises what the smallest failing one raises."""

    @seed(number)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(made_from)
    def one(example: Any) -> None:
        start = time.process_time()  # other programs must not make it slow
        check(example)
        assert time.process_time() - start < SLOW, "slow"

    one()


def main() -> int:
    """Fuzzes for a time in seconds; 1 where something was found."""
    options = argparse.ArgumentParser()
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    given_ = options.parse_args()
    end, number, examples = time.monotonic() + given_.seconds, given_.seed, 100
    known = house.load(None)
    holds = Holds(known)
    every = targets(known, holds)
    counts = dict.fromkeys((name for name, _, _ in every), 0)
    while time.monotonic() < end:
        for name, made_from, check in every:
            try:
                hunt(made_from, check, number, examples)
            except Exception:
                sys.stderr.write(f"found in {name}, with --seed {number}:\n")
                raise
            counts[name] += examples
        number += 1
    sys.stdout.write(
        f"nothing found in {', '.join(f'{count:,} {name}' for name, count in counts.items())}; {holds.fixed:,} fixed, "
        f"{holds.completions:,} completed\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
