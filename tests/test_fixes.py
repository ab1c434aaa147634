"""What --diff shows and --fix writes: the credit and no other byte, and nothing that changes the meaning."""

import gzip
import io
import os
from pathlib import Path

import pytest

from auditor import fixes
from auditor.fixes.visible import Visible, text_pieces
from auditor.house import House
from tests.conftest import Run

PAGE = """<!doctype html>
<html><head><meta charset="{charset}"><title>Ferry</title>
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Ferry makes first crossing"}}</script></head>
<body><article><h1>Ferry makes first crossing</h1>
<p>The new ferry between Sandvik and Holmsund made its first crossing on Monday, two years later than planned.</p>
<figure><img src="https://media.example/ferry-terminal-20260412.jpg" alt="A ferry at a pier, seen from the hill">
<figcaption>The ferry leaves the new terminal at Sandvik. {credit}</figcaption></figure>
<p>Harbour master Elin Strand said the delay had been worth every day: the piers had been too weak for it.</p>
</article></body></html>
"""
TEXT = """Ferry makes first crossing

The new ferry between Sandvik and Holmsund made its first crossing on Monday, two years later
than planned and with half of the cars that the operator had hoped for on its deck.

The ferry leaves the new terminal at Sandvik. {credit}

Harbour master Elin Strand said the delay had been worth every day: the piers had been too weak.
"""


def page(credit: str, charset: str = "utf-8") -> str:
    return PAGE.format(credit=credit, charset=charset)


# the trouble -> how the credit is printed, and how it is after --fix
LINES = {
    "missing colon": ("CREDIT Nadia Brandt/AP", "CREDIT: Nadia Brandt/AP"),
    "slash for the colon": ("FOTO/EFE", "FOTO: EFE"),
    "capitals": ("CREDIT: NADIA BRANDT/AP", "CREDIT: Nadia Brandt/AP"),
    "surname in capitals": ("Photo: Nadia BRANDT/AFP", "Photo: Nadia Brandt/AFP"),
    "alias": ("Photo: Nadia Brandt/The Associated Press", "Photo: Nadia Brandt/AP"),
    "alias behind a joining word": ("Photo: Nadia Brandt/AFP via Getty", "Photo: Nadia Brandt/AFP via Getty Images"),
    "misspelt": ("Photo: Nadia Brandt/Retuers", "Photo: Nadia Brandt/Reuters"),
    "agency before creator": ("Foto: dpa/Jonas Wehner", "Foto: Jonas Wehner/dpa"),
    "order, in brackets": ("(dpa/Nadia Brandt)", "(Nadia Brandt/dpa)"),
    "creator twice": ("Foto: Jonas Wehner/dpa/Jonas Wehner", "Foto: Jonas Wehner/dpa"),
    "agency twice": ("Photo: Nadia Brandt/AP/AP", "Photo: Nadia Brandt/AP"),
    "left-over word": ("Credit: Nadia Brandt/AP More", "Credit: Nadia Brandt/AP"),
    "several at once": ("CREDIT NADIA BRANDT/ASSOCIATED PRESS More", "CREDIT: Nadia Brandt/AP"),
}
# what must stay as it is, because a person must decide
KEPT = {
    "particle": "CREDIT: MARIA DE SOUZA/AP",
    "Mac or mac": "CREDIT: NADIA MACDONALD/AP",
    "placeholder": "Photo: Uncredited/AP",
    "supply code": "Photo: HOGP/AP",
    "cut off": "Photo: Nadia Brandt/SOPA Images via Gett",
    "credit twice in one breath": "O'Neill/©O'Neill",
    "an agency's beginning": "Photo: Nadia Brandt/Zu/SIPA",
    "order, a party that no table knows": "Foto: Lichtwerk Nord/Jonas Wehner",
    "order, a maker of one word": "Foto: IMAGO / Tischler",
    "order, words that nobody placed": "Foto: dpa/Jonas Wehner #4711-%%",
    "nothing wrong": "Photo: Nadia Brandt/AP",
}


@pytest.mark.parametrize("trouble", LINES)
@pytest.mark.parametrize(("name", "story"), [("story.txt", TEXT), ("story.html", PAGE)])
def test_the_credit_is_mended_and_no_other_byte(run: Run, tmp_path: Path, trouble: str, name: str, story: str) -> None:
    before, after = LINES[trouble]
    path = tmp_path / name
    path.write_text(story.format(credit=before, charset="utf-8"), "utf-8")
    _, _, err = run("check", "--fix", name)
    assert path.read_text("utf-8") == story.format(credit=after, charset="utf-8")
    assert "mended in 1 file" in err
    assert "0 findings mended in 0 files" in run("check", "--fix", name)[2]


@pytest.mark.parametrize("trouble", KEPT)
def test_what_a_person_must_decide_stays(run: Run, tmp_path: Path, trouble: str) -> None:
    path = tmp_path / "story.html"
    path.write_text(page(KEPT[trouble]), "utf-8")
    run("check", "--fix", "story.html")
    assert path.read_text("utf-8") == page(KEPT[trouble])


# the markup of a credit -> the same after --fix; None where it stays, and --diff says why
MARKUP = {
    "names in elements": (
        '<span class="credit">CREDIT <b>NADIA</b> <a href="/n?a=1&b=2">BRANDT</a>/<i>AP</i></span>',
        '<span class="credit">CREDIT: <b>Nadia</b> <a href="/n?a=1&b=2">Brandt</a>/<i>AP</i></span>',
    ),
    "references": (
        '<span class="credit">CREDIT:&nbsp;J&Ouml;RG&#32;WEHNER&#x2F;dpa</span>',
        '<span class="credit">CREDIT:&nbsp;Jörg&#32;Wehner&#x2F;dpa</span>',
    ),
    "a comment inside": (
        '<span class="credit">CREDIT<!-- > -->: <!-- x -->NADIA BRANDT/AP</span>',
        '<span class="credit">CREDIT<!-- > -->: <!-- x -->Nadia Brandt/AP</span>',
    ),
    "a line break": (
        '<span class="credit">CREDIT: NADIA\n    BRANDT/AP</span>',
        '<span class="credit">CREDIT: Nadia\n    Brandt/AP</span>',
    ),
    "a left-over in its own element": (
        '<span class="credit">Credit: Nadia Brandt/AP <em>More</em></span>',
        '<span class="credit">Credit: Nadia Brandt/AP <em></em></span>',
    ),
    "a name divided": ('<span class="credit">Photo: Nadia Brandt/Ret<b>uers</b></span>', None),
    "an order divided": ('<span class="credit">Foto: dpa/<b>Jonas</b> Wehner</span>', None),
}


@pytest.mark.parametrize("markup", MARKUP)
def test_markup_around_the_words_is_kept(run: Run, tmp_path: Path, markup: str) -> None:
    before, after = MARKUP[markup]
    path = tmp_path / "story.html"
    path.write_text(page(before), "utf-8")
    _, out, _ = run("check", "--fix", "--diff", "story.html")
    assert path.read_text("utf-8") == page(after or before)
    assert ("markup divides its words" in out) == (after is None)


# encoding -> the name before and after
ENCODINGS = {
    "utf-8": ("JÖRG WEHNER", "Jörg Wehner"),
    "iso-8859-1": ("JÖRG WEHNER", "Jörg Wehner"),
    "windows-1250": ("JIŘÍ NOVÁK", "Jiří Novák"),
    "shift_jis": ("NADIA BRANDT", "Nadia Brandt"),
    "utf-8-sig": ("JÖRG WEHNER", "Jörg Wehner"),
    "utf-16": ("JÖRG WEHNER", "Jörg Wehner"),
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_file_keeps_its_encoding_and_line_ends(run: Run, tmp_path: Path, encoding: str, ends: str) -> None:
    before, after = ENCODINGS[encoding]
    path = tmp_path / "story.html"

    def data(name: str) -> bytes:
        return page(f"Foto: {name}/dpa", encoding.removesuffix("-sig")).replace("\n", ends).encode(encoding)

    path.write_bytes(data(before))
    run("check", "--fix", "story.html")
    assert path.read_bytes() == data(after)


def test_bytes_that_fit_no_encoding_are_kept(run: Run, tmp_path: Path) -> None:
    start, end = page("CREDIT: NADIA BRANDT/AP").encode().split(b"NADIA BRANDT")
    broken = b"<!-- \xff\xfe\x80 -->"
    path = tmp_path / "story.html"
    path.write_bytes(start + b"NADIA BRANDT" + end + broken)
    run("check", "--fix", "story.html")
    assert path.read_bytes() == start + b"Nadia Brandt" + end + broken


def test_a_letter_that_the_encoding_lacks_is_written_as_a_reference(shipped_house: House) -> None:
    from auditor.fixes.places import Replacement, replaced

    assert replaced("NOVAK", [Replacement(0, 5, "Novák Ř")], "latin-1", True) == b"Nov\xe1k &#344;"
    assert replaced("NOVAK", [Replacement(0, 5, "Novák Ř")], "latin-1", False) is None


def test_two_pictures_with_one_credit_are_each_mended(run: Run, tmp_path: Path) -> None:
    figure = '<figure><img src="https://media.example/{0}.jpg" alt="{0}"><figcaption>{0}. {1}</figcaption></figure>'
    shown = [figure.format(name, "CREDIT: NADIA BRANDT/AP") for name in ("harbour-4711", "pier-4712")]
    before = page("Photo: Jonas Wehner/dpa").replace("</article>", "".join(shown) + "</article>")
    path = tmp_path / "story.html"
    path.write_text(before, "utf-8")
    run("check", "--fix", "story.html")
    assert path.read_text("utf-8") == before.replace("NADIA BRANDT", "Nadia Brandt")


def test_a_short_credit_is_not_looked_for_inside_a_longer_one(run: Run, tmp_path: Path) -> None:
    """The image stands behind its caption, so that the nearest "Getty" below it is another picture's."""
    shown = '<figure><figcaption>The {0}. <i class="credit">{1}</i></figcaption>\n<img src="https://media.example/{0}-4711.jpg" alt=""></figure>'
    figures = [shown.format("harbour", "Getty"), shown.format("pier", "Getty Images")]
    before = page("Photo: Jonas Wehner/dpa").replace("</article>", "\n".join(figures) + "</article>")
    path = tmp_path / "story.html"
    path.write_text(before, "utf-8")
    run("check", "--fix", "story.html")
    assert path.read_text("utf-8") == before.replace(">Getty<", ">Getty Images<")


def test_words_beside_the_credit_stay(run: Run, tmp_path: Path) -> None:
    """The same name in a heading, an attribute, a script and a paragraph is none of the credit's."""
    more = (
        '<!-- NADIA BRANDT/AP --><p data-by="NADIA BRANDT/AP">NADIA BRANDT WAS THERE, and saw it all from the pier.</p>'
    )
    before = page("CREDIT: NADIA BRANDT/AP").replace("</article>", more + "</article>")
    path = tmp_path / "story.html"
    path.write_text(before, "utf-8")
    run("check", "--fix", "story.html")
    assert path.read_text("utf-8") == before.replace("CREDIT: NADIA BRANDT", "CREDIT: Nadia Brandt")


def test_diff_writes_nothing_and_lists_what_it_cannot_fix(run: Run, tmp_path: Path) -> None:
    before = page("CREDIT: NADIA BRANDT/HOGP/AP").replace(' alt="A ferry at a pier, seen from the hill"', "")
    path = tmp_path / "story.html"
    path.write_text(before, "utf-8")
    code, out, _ = run("check", "--diff", "story.html", "--fail-on", "never")
    assert code == 0
    assert path.read_text("utf-8") == before
    assert "--- story.html\n+++ story.html\n" in out
    assert "\n-<figcaption>The ferry leaves the new terminal at Sandvik. CREDIT: NADIA BRANDT/HOGP/AP" in out
    assert "\n+<figcaption>The ferry leaves the new terminal at Sandvik. CREDIT: Nadia Brandt/HOGP/AP" in out
    assert "story.html:6: alt-text/missing: a person must decide" in out


def test_of_a_very_long_line_the_part_that_changes_is_shown(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.html").write_text(page("CREDIT: NADIA BRANDT/AP").replace("\n", " "), "utf-8")
    out = run("check", "--diff", "story.html")[1]
    changed = [line for line in out.splitlines() if line.startswith(("-…", "+…"))]
    assert [("NADIA" in line, "Nadia" in line) for line in changed] == [(True, False), (False, True)]
    assert max(map(len, changed)) < 200


def test_a_diff_steers_no_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(TEXT.format(credit="CREDIT: NADIA BRANDT/AP").replace("Elin", "\x1b[2JElin"))
    assert "\x1b" not in run("check", "--diff", "story.txt")[1]


WRONG = {
    "--diff in a format that is one document": ["check", "--diff", "--format", "json", "story.txt"],
    "--fix of standard input": ["check", "--fix", "-"],
}


@pytest.mark.parametrize("usage", WRONG)
def test_options_that_do_not_go_together(run: Run, tmp_path: Path, usage: str) -> None:
    (tmp_path / "story.txt").write_text(TEXT.format(credit="CREDIT: NADIA BRANDT/AP"))
    code, out, err = run(*WRONG[usage])
    assert (code, out) == (2, "")
    assert usage.split()[0] in err


def test_packed_files_and_standard_input_are_never_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = TEXT.format(credit="CREDIT: NADIA BRANDT/AP").encode()
    (tmp_path / "story.txt.gz").write_bytes(gzip.compress(data))
    before = (tmp_path / "story.txt.gz").read_bytes()
    out = run("check", "--fix", "--diff", "story.txt.gz")[1]
    assert "the file is packed" in out
    assert (tmp_path / "story.txt.gz").read_bytes() == before
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert "standard input is not written to" in run("check", "--diff", "-")[1]


def test_permissions_and_links_are_kept(run: Run, tmp_path: Path) -> None:
    real = tmp_path / "real.txt"
    real.write_text(TEXT.format(credit="CREDIT: NADIA BRANDT/AP"))
    real.chmod(0o640)
    (tmp_path / "link.txt").symlink_to(real)
    run("check", "--fix", "link.txt")
    assert (tmp_path / "link.txt").is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert "Nadia Brandt" in real.read_text()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["link.txt", "real.txt"]


def test_a_file_that_cannot_be_written_is_as_it_was(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "story.txt"
    path.write_text(TEXT.format(credit="CREDIT: NADIA BRANDT/AP"))
    monkeypatch.setattr(os, "replace", full)
    _, _, err = run("check", "--fix", "story.txt")
    assert "story.txt: cannot be mended: No space left on device" in err
    assert "0 findings mended" in err
    assert path.read_text() == TEXT.format(credit="CREDIT: NADIA BRANDT/AP")
    assert [p.name for p in tmp_path.iterdir()] == ["story.txt"]


def test_a_file_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(b"newer")
    with pytest.raises(OSError, match="changed meanwhile"):
        fixes.write(fixes.Mended(str(path), "story.txt", b"older", b"mended"))
    assert path.read_bytes() == b"newer"


def test_what_is_waived_or_known_is_not_mended(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    before = TEXT.format(credit="CREDIT: NADIA BRANDT/The Associated Press")
    path.write_text(before)
    run("check", "--select", "agency", "--write-baseline", "known.jsonl", "story.txt")
    (tmp_path / "auditor.toml").write_text(
        "[[waiver]]\nrule='credit/all-caps'\nstory='*'\nreason='as sent'\nuntil=2999-01-01\n"
    )
    assert "0 findings mended" in run("check", "--fix", "--baseline", "known.jsonl", "story.txt")[2]
    assert path.read_text() == before


def test_the_rules_that_mend_are_those_of_unchanged_meaning(shipped_house: House) -> None:
    """Whatever a person must judge is never written; what all other copies say may be added."""
    assert {rule.id for rule in shipped_house.rules if rule.file.safe} == {
        "agency/alias",
        "agency/chain-order",
        "agency/misspelt",
        "agency/repeated",
        "copies/agency-missing",
        "copies/creator-missing",
        "copies/kind-missing",
        "credit/all-caps",
        "credit/house-form",
        "credit/missing-colon",
        "credit/repeated",
        "credit/residue",
    }


# source -> what readers see of it, pieces divided by a bar
PIECES = {
    "a<b>c</b>d": "a|c|d",
    "a < b": "a < b",
    'x<a title="1 > 0">y': "x|y",
    "x<a title='>'>y": "x|y",
    "a<!-- <b>no</b> -->b": "a|b",
    "a<script>if (a < b) '</b>'</script>b": "a|b",
    "a<STYLE>b { }</style >c": "a|c",
    "a<scripted>b": "a|b",
    "a<!doctype html>b": "a|b",
    "a<b": "a",
    "a<!-- no end": "a",
    "a<script> no end": "a",
    '<a title="no end>b': "b",
}


@pytest.mark.parametrize("source", PIECES)
def test_the_text_of_a_source(source: str) -> None:
    assert "|".join(source[start:end] for start, end in text_pieces(source)) == PIECES[source]


def test_each_seen_character_knows_its_place() -> None:
    seen = Visible("<p>J&ouml;rg &amp;\u200b co&nope;</p>", True)
    assert seen.text == "Jörg&co&nope;"
    assert [seen.source[a:b] for a, b in zip(seen.starts, seen.ends, strict=True)][:6] == [
        "J",
        "&ouml;",
        "r",
        "g",
        "&amp;",
        "c",
    ]


# what is missing -> the credit in the wire's text and on the page, and the page's after --fix (None: it stays)
COMPLETED = {
    "photographer": ("CREDIT: NADIA BRANDT/AFP", "Photo: AFP", "Photo: Nadia Brandt/AFP"),
    "photographer, in brackets": ("CREDIT: NADIA BRANDT/AFP", "(AFP)", "(Nadia Brandt/AFP)"),
    "photographer, a distributor stays": ("Photo: Nadia Brandt/AFP", "Photo: AFP via Getty Images", None),
    "agency": ("CREDIT: NADIA BRANDT/AFP", "Photo: Nadia Brandt", "Photo: Nadia Brandt/AFP"),
    "agencies": (
        "Photo: Nadia Brandt/AFP via Getty Images",
        "Photo: Nadia Brandt",
        "Photo: Nadia Brandt/AFP via Getty Images",
    ),
    "label": ("Photo: Nadia Brandt/AFP (File)", "Photo: Nadia Brandt/AFP", "Photo: Nadia Brandt/AFP (File)"),
    "photographer and label": ("Photo: Nadia Brandt/AFP (File)", "Photo: AFP", "Photo: Nadia Brandt/AFP (File)"),
    "one of two photographers": ("Photo: Nadia Brandt and Jonas Wehner/AFP", "Photo: Nadia Brandt/AFP", None),
    "a photographer of one word": ("Photo: Tischler/AFP", "Photo: AFP", None),
    "words that nobody placed": ("Photo: Nadia Brandt/AFP", "Photo: AFP #4711-%%", None),
    "the whole credit": ("Photo: Nadia Brandt/AFP", "", None),
    "another photographer": ("Photo: Nadia Brandt/AFP", "Photo: Elin Strand/AFP", None),
    "nothing": ("Photo: Nadia Brandt/AFP", "Photo: Nadia Brandt/AFP", None),
}


@pytest.mark.parametrize("missing", COMPLETED)
def test_a_credit_is_completed_by_what_another_copy_says(run: Run, tmp_path: Path, missing: str) -> None:
    wire, before, after = COMPLETED[missing]
    (tmp_path / "wire.txt").write_text(TEXT.format(credit=wire), "utf-8")
    (tmp_path / "page.html").write_text(page(before), "utf-8")
    run("check", "--copies=all", "--master=wire.txt", "--fix", "wire.txt", "page.html")
    assert (tmp_path / "page.html").read_text("utf-8") == page(after or before)
    assert "0 findings mended" in run("check", "--copies=all", "--fix", "wire.txt", "page.html")[2]


def test_nothing_is_added_to_the_master_copy(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(TEXT.format(credit="Photo: AFP"), "utf-8")
    (tmp_path / "page.html").write_text(page("Photo: Nadia Brandt/AFP"), "utf-8")
    out = run("check", "--copies=all", "--master=wire.txt", "--fix", "--diff", "wire.txt", "page.html")[1]
    assert "Photo: AFP" in (tmp_path / "wire.txt").read_text("utf-8")
    assert "copies/creator-missing: a person must decide" in out


DATELINE = "SANDVIK, April 13 (AFP) - "


@pytest.mark.parametrize("options", [[], ["--master=page.html"]])
@pytest.mark.parametrize("dateline", ["", DATELINE], ids=["text", "wire"])
def test_an_original_is_not_changed_to_agree_with_a_page(
    run: Run, tmp_path: Path, options: list[str], dateline: str
) -> None:
    story = TEXT.replace("The new ferry", f"{dateline}The new ferry", 1)
    (tmp_path / "wire.txt").write_text(story.format(credit="CREDIT AFP"), "utf-8")
    (tmp_path / "page.html").write_text(page("Photo: Nadia Brandt/AFP"), "utf-8")
    out = run("check", "--copies=all", *options, "--fix", "--diff", "wire.txt", "page.html")[1]
    may = bool(options) and not dateline
    after = "CREDIT: Nadia Brandt/AFP" if may else "CREDIT: AFP"
    assert (tmp_path / "wire.txt").read_text("utf-8") == story.format(credit=after)
    why = "the wire's own item is not changed" if dateline else "a text may be the original; name that with --master"
    assert (f"copies/creator-missing: {why}" in out) != may


def test_every_copy_that_lacks_it_is_completed_and_the_others_must_agree(run: Run, tmp_path: Path) -> None:
    lines = {"wire.txt": "Photo: Nadia Brandt/AFP", "archive.txt": "Photo: AFP", "mail.txt": "CREDIT: AFP"}
    for name, line in lines.items():
        (tmp_path / name).write_text(TEXT.format(credit=line), "utf-8")
    (tmp_path / "other.txt").write_text(TEXT.format(credit="Photo: Elin Strand/AFP"), "utf-8")
    run("check", "--copies=all", "--master=wire.txt", "--fix", *lines, "other.txt")
    assert "Photo: AFP" in (tmp_path / "archive.txt").read_text("utf-8"), "two photographers: a person must decide"
    run("check", "--copies=all", "--master=wire.txt", "--fix", *lines)
    assert "Photo: Nadia Brandt/AFP" in (tmp_path / "archive.txt").read_text("utf-8")
    assert "CREDIT: Nadia Brandt/AFP" in (tmp_path / "mail.txt").read_text("utf-8")


def test_a_diff_shows_what_another_copy_adds_and_what_is_left_with_its_remedy(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(TEXT.format(credit="Photo: Nadia Brandt/AFP"), "utf-8")
    (tmp_path / "page.html").write_text(page("Photo: AFP"), "utf-8")
    (tmp_path / "bare.html").write_text(page(""), "utf-8")
    out = run("check", "--copies=all", "--diff", "wire.txt", "page.html", "bare.html")[1]
    assert "+<figcaption>The ferry leaves the new terminal at Sandvik. Photo: Nadia Brandt/AFP</figcaption>" in out
    left = out.partition("Not fixed:")[2]
    assert "copies/creator-missing" not in left
    assert "credit/no-creator" not in left, "the added name has mended that, too"
    assert "bare.html:6: copies/credit-missing: a person must decide. Add the credit" in left


@pytest.mark.parametrize(("line", "word"), [("CREDIT Nadia Brandt/AP", "CREDIT"), ("FOTO/EFE", "FOTO")])
def test_the_remedy_names_the_word_that_takes_a_colon(run: Run, tmp_path: Path, line: str, word: str) -> None:
    (tmp_path / "story.txt").write_text(TEXT.format(credit=line), "utf-8")
    out = run("check", "--format=markdown", "story.txt")[1]
    assert f"“{word}” stands without a colon" in out
    assert f"Write “{word}:”" in out
