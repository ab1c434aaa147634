"""Input that means harm, or is merely broken: the run goes on, nothing is obeyed, nothing passes unseen."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

TEXT = "Ferry\n\nThe new ferry made its first crossing on Monday.\n\n{caption} Photo: {credit}\n\nIt was on time.\n"
PAGE = (
    "<html><body><article><h1>Ferry</h1><p>The new ferry made its first crossing on Monday, two years late and "
    "with half of the cars that the operator had hoped for.</p>{hostile}<figure><img src=https://pictures.example/ferry-4711.jpg>"
    "<figcaption>The ferry leaves the terminal. Photo: Nadia Brandt/AP</figcaption></figure><p>It was on time, the "
    "harbour master said, and nobody on board had to wait for the piers to be made ready.</p></article></body></html>"
)

STEERING = [
    "\x1b[2J\x1b[H",
    "\x1b]8;;https://evil.example\x07click\x1b]8;;\x07",
    "\x9b31m",
    "\u202eDEFACED",
    "[bold red]PASS[/]",
    "[link=https://evil.example]x[/link]",
    ":warning:",
    "[/bold]",
    "[/]",
    "[@click=app.bell]x[/]",
    "[link=file:///etc/passwd]x[/link]",
    "[pa]",
    "[red]",
    "\x1b]52;c;aGk=\x07",
    "\u2066\u200b",
]


@pytest.mark.parametrize("sign", STEERING, ids=ascii)
@pytest.mark.parametrize("place", ["caption", "credit"])
def test_words_of_a_story_steer_neither_terminal_nor_table(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sign: str, place: str
) -> None:
    monkeypatch.setenv("COLUMNS", "400")  # no cell is folded
    said = {"caption": "The ferry leaves the terminal", "credit": "Nadia Brandt/AP"}
    said[place] = f"{said[place]} {sign}"
    (tmp_path / "story.txt").write_text(TEXT.format(**said), "utf-8")
    for command in ("check", "extract"):
        out = run(command, "story.txt")[1]
        assert "Ferry" in out
        assert not set(out) & set("\x1b\x9b\x07\u202e\u2066\u200b"), command
    for word in ("[bold red]PASS[/]", ":warning", "[/bold]", "[pa]", "[red]"):
        if word in sign:
            assert word in run("extract", "story.txt")[1].replace("\n", "")


def test_a_file_name_steers_no_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2Jb.txt").write_bytes(b"")
    out, err = run("check", ".")[1:]
    assert "\x1b" not in out + err
    assert "b.txt" in out


# what the page holds -> must its story be "in part"
PAGES = {
    "100,000 nested tags": ("<div>" * 100_000, True),
    "100,000 nested tags, closed": ("<div>" * 100_000 + "</div>" * 100_000, True),
    "a text of 12 MB": ("<p>" + "x" * 12_000_000 + "</p>", False),
    "a comment of 12 MB": ("<!--" + "x" * 12_000_000 + "-->", False),
    "a script of 12 MB": ("<script>" + "x" * 12_000_000 + "</script>", False),
}


@pytest.mark.parametrize("what", PAGES)
def test_a_page_that_breaks_readers_is_read_or_said_to_be_unread(run: Run, tmp_path: Path, what: str) -> None:
    hostile, cut = PAGES[what]
    (tmp_path / "page.html").write_text(PAGE.format(hostile=hostile), "utf-8")
    told = json.loads(run("check", "--format", "json", "page.html")[1])
    credited = [i for s in told["stories"] for i in range(s["images"])]
    assert told["unread"] or credited, "neither the picture nor a word that it was not read"
    if cut:
        assert told["unread"]
        assert told["verdict"] == "block"


def test_200_000_attributes_do_not_hang(run: Run, tmp_path: Path) -> None:
    attributes = " ".join(f"a{n}=1" for n in range(200_000))
    (tmp_path / "page.html").write_text(PAGE.format(hostile=f"<div {attributes}></div>"), "utf-8")
    told = json.loads(run("check", "--format", "json", "page.html")[1])
    assert told["unread"]


def test_a_line_of_50_mb_is_not_read_and_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "line.txt").write_bytes(b"x" * 50_000_000)
    code, out, _ = run("check", "line.txt")
    assert code == 3
    assert "Larger than 20 MB" in " ".join(out.split())


def test_a_line_of_19_mb_is_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "line.txt").write_bytes(b"word " * 3_800_000)
    assert run("check", "line.txt")[0] == 0


@pytest.mark.parametrize("data", [b"\xff\xfe\xfd" * 100, b"\x80abc\n\n" * 50, "Fähre".encode("utf-16-le") * 50])
def test_bytes_that_are_no_text_end_in_an_answer(run: Run, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "story.txt").write_bytes(data)
    code, out, err = run("check", "--format", "json", "story.txt")
    told = json.loads(out)
    assert code in (0, 3)
    assert told["stories"] or told["unread"]
    assert "Traceback" not in err


DEEP = "[" * 100_000
STATEMENTS = [
    DEEP,
    '{"a":' * 50_000,
    "{not json",
    '{"@type":"ImageObject","url":' + DEEP,
    "\x00",
    '{"@graph":[{"@type":["ImageObject"]}]}',
]


@pytest.mark.parametrize("json_ld", STATEMENTS, ids=lambda s: s[:24])
def test_hostile_structured_data_loses_no_picture(run: Run, tmp_path: Path, json_ld: str) -> None:
    script = f'<script type="application/ld+json">{json_ld}</script>'
    (tmp_path / "page.html").write_text(PAGE.format(hostile=script), "utf-8")
    (line,) = run("extract", "--format", "jsonl", "page.html")[1].splitlines()
    seen = [i for i in json.loads(line)["images"] if i["via"] == "page"]
    assert [i["credit_line"] for i in seen] == ["Nadia Brandt/AP"]


def test_a_reader_that_fails_is_told_and_the_rest_is_audited(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from auditor import parsers

    real = parsers.parse

    def fails(document, words, form=None):  # type: ignore[no-untyped-def]
        if "bad" in document.name:
            raise RecursionError("too deep")
        return real(document, words, form)

    monkeypatch.setattr("auditor.parsers.parse", fails)
    for name in ("bad", "good"):
        (tmp_path / f"{name}.txt").write_text(
            TEXT.format(caption="The ferry leaves", credit="Nadia Brandt/AP"), "utf-8"
        )
    code, out, err = run("check", "--format", "json", "bad.txt", "good.txt")
    told = json.loads(out)
    assert code == 3
    assert [u["story"] for u in told["unread"]] == ["bad.txt"]
    assert [s["story"] for s in told["stories"]] == ["good.txt"]
    assert "Traceback" not in err
