"""Parsers and checks of other packages: used where auditor.toml names them, everywhere, and never otherwise."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run

READER = """
from auditor.model import Image, Story

def sniff(text):
    return text.startswith('{"harbour"')

def parse(document, text, words):
    caption, credit = text.split("|")[1:3]
    return Story(document.name, "harbour-wire", images=(Image(1, caption=caption, credit_line=credit, alt_text="A pier"),))
"""
CHECK = '''
from collections.abc import Iterator
from auditor.checks.evidence import Evidence
from auditor.model import Image

def shouting(image: Image, *, most: int) -> Iterator[Evidence]:
    """A caption with more than `most` exclamation marks."""
    if (image.caption or "").count("!") > most:
        yield Evidence({"caption": image.caption})
'''
RULE = """title = "A caption that shouts"
severity = "error"
rationale = "Captions tell."
message = "It shouts."
fix = "Say it quietly."
[check]
kind = "harbour-shouting"
most = 1
[[fails]]
caption = "Fire!!"
[[passes]]
caption = "Fire!"
"""
ENTRIES = """[auditor.parsers]
harbour-wire = harbour_tools.reader
[auditor.checks]
harbour-shouting = harbour_tools.checks:shouting
"""
STORY = '{"harbour": 1}|The ferry burns at the pier!!|Photo: Nadia Brandt/AP|'
Install = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Puts an invented package where Python finds it, in this process and in its workers."""
    site = tmp_path / "site"
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(site), str(Path(__file__).parents[1])]))

    def installs(entries: str = ENTRIES, reader: str = READER, name: str = "harbour-tools") -> None:
        for module in [m for m in sys.modules if m.startswith("harbour_tools")]:
            monkeypatch.delitem(sys.modules, module)
        about = site / f"{name.replace('-', '_')}-1.2.dist-info"
        for folder in (about, site / "harbour_tools"):
            folder.mkdir(parents=True, exist_ok=True)
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2\n")
        (about / "entry_points.txt").write_text(entries)
        for file, text in (("__init__", ""), ("reader", reader), ("checks", CHECK)):
            (site / "harbour_tools" / f"{file}.py").write_text(text)

    return installs


def newsroom(folder: Path, extensions: list[str]) -> None:
    rule = folder / "newsroom" / "house" / "shouting.toml"
    rule.parent.mkdir(parents=True, exist_ok=True)
    if "harbour-shouting" in extensions:
        rule.write_text(RULE)
    (folder / "auditor.toml").write_text(f"folders = ['newsroom']\nextensions = {extensions}\n")
    (folder / "story.wire").write_text(STORY)


@pytest.mark.parametrize("jobs", [0, 2])
def test_a_parser_and_a_check_of_another_package_are_used(
    run: Run, install: Install, tmp_path: Path, jobs: int
) -> None:
    install()
    newsroom(tmp_path, ["harbour-wire", "harbour-shouting"])
    code, out, err = run("check", "--format", "json", "--jobs", jobs, "story.wire")
    told = json.loads(out)
    assert [s["format"] for s in told["stories"]] == ["harbour-wire"], err
    assert [f["rule"] for f in told["findings"]] == ["house/shouting"]
    assert code == 1
    extracted = json.loads(run("extract", "--format", "jsonl", "--jobs", jobs, "story.wire")[1])
    assert extracted["images"][0]["credit"]["creators"] == ["Nadia Brandt"]
    assert run("rules", "--test", "newsroom")[0] == 0
    assert "harbour-shouting" in run("rules", "house/shouting")[1]


def test_what_auditor_toml_does_not_name_is_not_even_loaded(run: Run, install: Install, tmp_path: Path) -> None:
    install(reader="raise SystemExit('loaded')")
    newsroom(tmp_path, [])
    (told,) = json.loads(run("check", "--format", "json", "story.wire")[1])["stories"]
    assert told["format"] == "text"
    assert "harbour_tools" not in sys.modules


def test_results_of_another_version_are_forgotten(
    run: Run, install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUDITOR_CACHE", str(tmp_path / "cache"))
    install()
    newsroom(tmp_path, ["harbour-wire"])
    names = [f"{number}.wire" for number in range(25)]
    for name in names:
        (tmp_path / name).write_text(STORY)
    formats = lambda: {s["format"] for s in json.loads(run("check", "--format", "json", *names)[1])["stories"]}  # noqa: E731
    assert formats() == {"harbour-wire"}
    install(reader=READER.replace('"harbour-wire"', '"harbour-wire-2"'))
    assert formats() == {"harbour-wire-2"}


# what is wrong -> the package's entry points and reader, what auditor.toml names, what the message says
WRONG = {
    "not installed": (ENTRIES, READER, "harbour-wires", '"harbour-wires" (did you mean "harbour-wire"?)'),
    "breaks": (ENTRIES, "import nothing_of_this_name", "harbour-wire", "harbour-tools 1.2 cannot be loaded"),
    "leaves": (ENTRIES, "raise SystemExit(3)", "harbour-wire", "cannot be loaded (SystemExit: 3)"),
    "no parser": (ENTRIES, "sniff = 1", "harbour-wire", "it lacks sniff or parse"),
    "no check": ("[auditor.checks]\nx = harbour_tools.reader:sniff\n", READER, "x", "not a generator function"),
    "a check of nothing": (
        "[auditor.checks]\nx = harbour_tools.reader:look\n", "def look(n: int):\n    yield n\n", "x",
        "first parameter must be one of",
    ),
    "a name that is taken": ("[auditor.checks]\nblank = harbour_tools.checks:shouting\n", READER, "blank", "another"),
}  # fmt: skip


@pytest.mark.parametrize("what", WRONG)
@pytest.mark.parametrize("command", ["check", "hook"])
def test_a_broken_extension_is_a_mistake_in_the_configuration(
    run: Run, install: Install, tmp_path: Path, what: str, command: str
) -> None:
    entries, reader, name, said = WRONG[what]
    install(entries, reader)
    newsroom(tmp_path, [name])
    code, out, err = run(command, *(["story.wire"] if command == "check" else []))
    assert (code, out) == (2, "")
    assert said in err
    assert "Traceback" not in err


def test_two_packages_cannot_offer_one_name(run: Run, install: Install, tmp_path: Path) -> None:
    install()
    install(name="quay-tools")
    newsroom(tmp_path, ["harbour-wire"])
    code, _, err = run("check", "story.wire")
    assert code == 2
    assert "harbour-tools 1.2 and quay-tools 1.2" in err
    assert "auditor.toml:2" in err
