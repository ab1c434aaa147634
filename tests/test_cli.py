"""The commands as a person or a pipeline calls them: what they print, and how they end."""

import gzip
import io
import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.copies.prose import paragraphs

CLEAN = """Ferry makes first crossing

The new ferry between Sandvik and Holmsund made its first crossing on Monday, two years later
than planned and with half of the cars that the operator had hoped for on its deck.

The ferry leaves the new terminal at Sandvik on its first crossing. Photo: Nadia Brandt/AP

Harbour master Elin Strand said the delay had been worth every day: the piers had been too weak.
"""
WRONG = CLEAN.replace("Photo: Nadia Brandt/AP", "Photo: Handout/AP")


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")


def test_a_clean_story_passes(run: Run, tmp_path: Path) -> None:
    write(tmp_path, clean=CLEAN)
    code, out, err = run("check", "clean.txt")
    assert code == 0
    assert "PASS" in out
    assert "1 story · 1 picture · 0 findings" in out
    assert err == ""


def test_a_wrong_story_blocks(run: Run, tmp_path: Path) -> None:
    write(tmp_path, wrong=WRONG)
    code, out, _ = run("check", "wrong.txt")
    assert code == 1
    assert "BLOCK" in out
    assert "credit/handout-without-source" in out
    assert "wrong.txt:6" in out


# options -> exit code, for a story with an error, a warning and a notice at most
FAIL_ON = [
    ([], 1),
    (["--fail-on", "error"], 1),
    (["--fail-on", "never"], 0),
    (["--ignore", "credit"], 0),
    (["--select", "alt-text"], 0),
    (["--select", "credit/handout-without-source"], 1),
]


@pytest.mark.parametrize(("options", "code"), FAIL_ON)
def test_the_level_at_which_a_run_fails(run: Run, tmp_path: Path, options: list[str], code: int) -> None:
    write(tmp_path, wrong=WRONG)
    assert run("check", *options, "wrong.txt")[0] == code


def test_json_is_the_contracts(run: Run, tmp_path: Path) -> None:
    write(tmp_path, a=CLEAN, b=WRONG)
    code, out, _ = run("check", "--format", "json", "a.txt", "b.txt")
    told = json.loads(out)
    assert code == 1
    assert told["version"] == 1
    assert told["verdict"] == "block"
    assert {"verdict", "stories", "copies", "groups", "findings", "waived", "known", "unread"} <= set(told)
    assert told["stories"][0] == {
        "story": "a.txt",
        "format": "text",
        "headline": "Ferry makes first crossing",
        "images": 1,
    }
    assert [g["stories"] for g in told["groups"]] == [["a.txt", "b.txt"]]
    finding = told["findings"][0]
    assert {"rule", "severity", "message", "fix", "story", "image", "line", "also", "fingerprint"} <= set(finding)


def test_jsonl_ends_with_the_verdict(run: Run, tmp_path: Path) -> None:
    write(tmp_path, wrong=WRONG)
    lines = [json.loads(line) for line in run("check", "--format", "jsonl", "wrong.txt")[1].splitlines()]
    assert lines[0]["type"] == "story"
    assert lines[-1] == {"type": "verdict", "version": 1, "verdict": "block", "known": 0}


@pytest.mark.parametrize(("mode", "groups"), [("auto", 1), ("all", 1), ("none", 0)])
def test_copies(run: Run, tmp_path: Path, mode: str, groups: int) -> None:
    write(tmp_path, a=CLEAN, b=WRONG)
    told = json.loads(run("check", "--copies", mode, "--format", "json", ".")[1])
    assert len(told["groups"]) == groups


def test_all_inputs_can_be_said_to_be_copies(run: Run, tmp_path: Path) -> None:
    write(
        tmp_path, a=CLEAN, other="A short note.\n\nThe ferry leaves. Photo: Nadia Brandt/AP\n\nIt was on time again.\n"
    )
    told = json.loads(run("check", "--copies", "all", "--format", "json", "a.txt", "other.txt")[1])
    assert [(c["story"], c["of"]) for c in told["copies"]] == [("other.txt", "a.txt")]


@pytest.mark.parametrize("mode", ["auto", "all"])
def test_the_master_copy_leads(run: Run, tmp_path: Path, mode: str) -> None:
    write(tmp_path, a=CLEAN, b=WRONG, c=CLEAN + "\nThe next ferry leaves at noon.\n")
    for master in ("a.txt", "b.txt", "c.txt"):
        told = json.loads(
            run("check", "--copies", mode, "--master", master, "--format", "json", "a.txt", "b.txt", "c.txt")[1]
        )
        assert told["groups"][0]["stories"][0] == master
    assert run("check", "--master", "d.txt", "a.txt")[0] == 2


def test_fingerprints_leave_out_the_line(run: Run, tmp_path: Path) -> None:
    def prints() -> list[str]:
        return [f["fingerprint"] for f in json.loads(run("check", "--format", "json", "wrong.txt")[1])["findings"]]

    write(tmp_path, wrong=WRONG)
    before = prints()
    write(tmp_path, wrong=WRONG.replace("\n\n", "\n\n\n\n"))
    assert before
    assert prints() == before


# what is wrong with the input -> how it is written, and what the reason must say
UNREAD = {
    "missing": (None, "No such file"),
    "empty": (b"", "empty"),
    "blank": (b" \n\t\n", "empty"),
    "binary": (b"\xca\xfe\0\0\0\r" + bytes(range(256)), "binary"),
    "picture": (b"\xff\xd8\xff\xe0JFIF" + bytes(range(1, 256)), "a JPEG picture"),
    "pages.pdf": (b"%PDF-1.7\n1 0 obj\nCREDIT: HOGP/AP\n", "a PDF"),
    "story.rtf": (rb"{\rtf1\ansi The ferry. Photo: Nadia Brandt/AP}", "rich text"),
    "story.docx": (b"PK\x03\x04\x14word/document.xml", "Word"),
    "feed": (b'<?xml version="1.0"?>\n<!-- a -- b --><rss version="2.0"><channel/></rss>', "XML (<rss>)"),
    "wire": (b'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', "XML (<newsItem>)"),
    "export": (b'<?xml version="1.0"?><wr:Report xmlns:wr="a"><p>CREDIT: HOGP/AP</p></wr:Report>', "XML (<Report>)"),
    "ninjs": (b'{"headline": "Ferry", "byline": "HOGP/AP"}\n', "JSON"),
    "rows": (b'\xef\xbb\xbf{"headline": "Ferry"}\n{"headline": "Harbour"}\n', "JSON"),
    "cut.gz": (gzip.compress(CLEAN.encode() * 9)[:-9], "ends early"),
}


@pytest.mark.parametrize("name", UNREAD)
def test_what_cannot_be_read_never_passes_and_the_rest_is_audited(run: Run, tmp_path: Path, name: str) -> None:
    content, why = UNREAD[name]
    write(tmp_path, clean=CLEAN)
    if content is not None:
        (tmp_path / name).write_bytes(content)
    code, out, err = run("check", "--format", "json", name, "clean.txt")
    told = json.loads(out)
    assert code == 3
    assert told["verdict"] == "block"
    assert [u["story"] for u in told["unread"]] == [name]
    assert why in told["unread"][0]["why"]
    assert [f["rule"] for f in told["findings"]] == ["audit/unread"]
    assert [s["story"] for s in told["stories"]] == ["clean.txt"]
    assert "Traceback" not in err


def test_unread_beside_a_finding_ends_with_the_findings_code(run: Run, tmp_path: Path) -> None:
    write(tmp_path, wrong=WRONG)
    assert run("check", "missing.txt", "wrong.txt")[0] == 1


def test_unread_stands_even_where_its_rule_is_left_out(run: Run) -> None:
    code, out, _ = run("check", "--ignore", "audit", "missing.txt")
    assert code == 3
    assert "1 not read" in out


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
    code, out, _ = run("check", "--format", "json", "-")
    assert code == 1
    assert json.loads(out)["stories"][0]["story"] == "-"


WRONG_USAGE = [
    [],
    ["chekc", "x"],
    ["check"],
    ["check", "--formt", "json", "x"],
    ["check", "--format", "yaml", "x"],
    ["check", "--select", "credit/mising", "x"],
    ["check", "--config", "missing.toml", "x"],
    ["rules", "credit/mising"],
    ["rules", "--test", "missing"],
    ["agencies", "Agence Nulle"],
    ["check", "--output", "no/such/folder/report.txt", "x"],
]


@pytest.mark.parametrize("arguments", WRONG_USAGE, ids=" ".join)
def test_wrong_usage_audits_nothing(run: Run, arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert code == 2
    assert out == ""
    assert "auditor" in err
    assert "Traceback" not in err


def test_a_broken_config_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text("[rules]\n'credit/mising' = 'off'\n")
    write(tmp_path, clean=CLEAN)
    code, out, err = run("check", "clean.txt")
    assert (code, out) == (2, "")
    assert "auditor.toml" in err
    assert '"credit/missing"' in err


def test_a_config_above_changes_the_run(run: Run, tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text("fail-on = 'never'\n[rules]\n'credit/handout-without-source' = 'off'\n")
    write(tmp_path, wrong=WRONG)
    code, out, _ = run("check", "--format", "json", "wrong.txt")
    assert code == 0
    assert "credit/handout-without-source" not in {f["rule"] for f in json.loads(out)["findings"]}


@pytest.mark.parametrize(
    ("story", "until", "waived"),
    [("*.txt", "2999-01-01", 1), ("other*", "2999-01-01", 0), ("*.txt", "2001-01-01", 0)],
    ids=["fits", "another story", "past its day"],
)
def test_a_waiver_sets_a_finding_aside_with_its_reason(
    run: Run, tmp_path: Path, story: str, until: str, waived: int
) -> None:
    (tmp_path / "auditor.toml").write_text(
        f"[[waiver]]\nrule='credit/handout-without-source'\nstory='{story}'\n"
        f"reason='the ministry asked'\nuntil={until}\n"
    )
    write(tmp_path, wrong=WRONG)
    code, out, _ = run("check", "--format", "json", "wrong.txt")
    told = json.loads(out)
    assert len(told["waived"]) == waived
    assert code == (0 if waived else 1)
    if waived:
        assert told["waived"][0]["reason"] == "the ministry asked"
        assert told["waived"][0]["until"] == until


def test_the_report_can_go_to_a_file(run: Run, tmp_path: Path) -> None:
    write(tmp_path, wrong=WRONG)
    code, out, _ = run("check", "--output", "report.json", "--format", "json", "wrong.txt")
    assert (code, out) == (1, "")
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["verdict"] == "block"


SLIPS = [
    ["check", "--output", "./wrong.txt", "."],
    ["check", "--output", "link", "wrong.txt"],
    ["extract", "--output", "wrong.txt", "wrong.txt"],
    ["score", "--output", "wrong.txt", "wrong.txt"],
    ["check", "--write-baseline", "wrong.txt", "wrong.txt"],
]


@pytest.mark.parametrize("arguments", SLIPS, ids=" ".join)
def test_no_story_is_written_over(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    write(tmp_path, wrong=WRONG)
    (tmp_path / "link").symlink_to("wrong.txt")
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "Name another file" in err
    assert (tmp_path / "wrong.txt").read_text("utf-8") == WRONG


def test_what_a_folder_skips_is_said(run: Run, tmp_path: Path) -> None:
    write(tmp_path, clean=CLEAN)
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    code, _, err = run("check", ".")
    assert code == 0
    assert "1 file" in err


def test_extract(run: Run, tmp_path: Path) -> None:
    write(tmp_path, clean=CLEAN)
    code, out, _ = run("extract", "--format", "jsonl", "clean.txt", "missing.txt")
    (line,) = out.splitlines()
    told = json.loads(line)
    assert code == 3
    assert told["headline"] == "Ferry makes first crossing"
    (image,) = told["images"]
    assert image["credit_line"] == "Nadia Brandt/AP"
    assert image["marker"] == "Photo:"
    assert image["credit"]["agencies"] == ["AP"]
    assert image["line"] == 6


def test_extract_again_gives_the_same_credit(run: Run, tmp_path: Path) -> None:
    write(tmp_path, clean=CLEAN)
    (line,) = run("extract", "--format", "jsonl", "clean.txt")[1].splitlines()
    credit = json.loads(line)["images"][0]["credit"]
    (again,) = run("credit", "--format", "jsonl", credit["text"])[1].splitlines()
    assert json.loads(again) == credit


def test_credit_lines_from_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = 'CREDIT: NADIA BRANDT/AFP\n{"text": "Foto: Jonas Wehner/dpa", "language": "de"}\n'
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    code, out, _ = run("credit", "--format", "jsonl", "-")
    told = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [(t["creators"], t["agencies"]) for t in told] == [(["Nadia Brandt"], ["AFP"]), (["Jonas Wehner"], ["dpa"])]


# what is no credit line as JSON, and what the message names
WRONG_LINES = [
    ('{"text": 5}', "line 2: Expected `str`, got `int` - at `$.text`"),
    ('{"text": "AFP", "language": ["de"]}', "`$.language`"),
    ('{"line": "AFP"}', "missing required field `text`"),
    ('{"text": "AFP"', "line 2"),
    ("{}", "`text`"),
]


@pytest.mark.parametrize(("line", "named"), WRONG_LINES)
def test_a_wrong_json_line_is_no_credit_line(run: Run, monkeypatch: pytest.MonkeyPatch, line: str, named: str) -> None:
    lines = f"{{Foto: Jonas Wehner/dpa}}\n{line}\n".encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines)))
    code, out, err = run("credit", "--format", "jsonl", "-")
    assert code == 2
    assert [json.loads(told)["agencies"] for told in out.splitlines()] == [["dpa"]]
    assert named in err


def test_explain_shows_the_step_that_decided(run: Run) -> None:
    code, out, _ = run("credit", "--explain", "APA/AFP/Nadia Brandt")
    assert code == 0
    assert "Step that decided" in out
    assert "Nadia Brandt" in out


def test_rules_and_agencies_are_listed_and_explained(run: Run) -> None:
    assert "credit/missing" in run("rules")[1]
    topic = run("rules", "caption")[1]
    assert "caption/missing" in topic
    assert "credit/missing" not in topic
    page = run("rules", "credit/missing")[1]
    assert "Why it matters" in page
    assert "Fails" in page
    assert "AFP" in run("agencies")[1]
    assert "Associated Press" in run("agencies", "Associated Press")[1]


@pytest.fixture
def no_caption(tmp_path: Path) -> Path:
    """Where a newsroom keeps a rule of its own."""
    folder = tmp_path / "newsroom" / "house"
    folder.mkdir(parents=True)
    return folder / "no-caption.toml"


def test_rule_examples_of_a_folder_are_run(run: Run, no_caption: Path) -> None:
    no_caption.write_text(
        'title = "t"\nseverity = "warning"\nrationale = "r"\nmessage = "m"\nfix = "f"\n[check]\nkind = "blank"\n'
        'field = "caption"\n[[fails]]\ncaption = "one"\n[[passes]]\ncaption = "two"\n'
    )
    code, out, _ = run("rules", "--test", "newsroom")
    assert code == 1
    assert "house/no-caption: [[fails]] 1 finds nothing" in out


def test_a_name_that_nothing_fills_is_told_with_the_examples(run: Run, no_caption: Path) -> None:
    no_caption.write_text(
        'title = "t"\nseverity = "warning"\nrationale = "r"\nmessage = "“{credt}” {credit}"\nfix = "f {hause}"\n'
        '[check]\nkind = "blank"\nfield = "caption"\n[[fails]]\ncredit = "AP"\n[[passes]]\ncaption = "two"\n'
    )
    code, out, _ = run("rules", "--test", "newsroom")
    assert code == 1
    assert "house/no-caption: [[fails]] 1 nothing fills {credt}, {hause}" in out


def test_explain_tells_what_copies_rest_on(run: Run, tmp_path: Path) -> None:
    text = "\n\n".join(
        [*paragraphs("ferry", 5), "The ferry leaves the terminal for the islands. Photo: Nadia Brandt/AP"]
    )
    for name in ("ours.txt", "theirs.txt"):
        (tmp_path / name).write_text(text, "utf-8")
    out = run("check", "--explain", "ours.txt", "theirs.txt")[1]
    assert "100% of theirs.txt stands in ours.txt. ours.txt leads: it was given first." in " ".join(out.split())
    assert "same caption" in out
    assert "same caption" not in run("check", "ours.txt", "theirs.txt")[1]
    code, out, err = run("check", "--explain", "--format", "json", "ours.txt")
    assert (code, out) == (2, "")
    assert "--explain goes with the table format only" in err
