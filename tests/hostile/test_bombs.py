"""Small inputs that become large, and flat ones that readers take quadratic time for: each ends in a word about it."""

import gzip
import json
import re
import zlib
from pathlib import Path

import pytest

import auditor
from tests.conftest import Run

LARGE = 64_000_000  # bytes, three times what is read at most


def packed_zeros(length: int) -> bytes:
    """A gzip of so many zeros, made without having them."""
    packer = zlib.compressobj(wbits=31)
    chunk = bytes(1_000_000)
    return b"".join([*(packer.compress(chunk) for _ in range(length // len(chunk))), packer.flush()])


BOMBS = {
    "gzip": packed_zeros(LARGE),
    "gzip in gzip": gzip.compress(packed_zeros(LARGE)),
    "many gzips in a row": gzip.compress(bytes(1_000_000)) * 64,
    "a gzip that lies about its length": packed_zeros(LARGE)[:-4] + b"\1\0\0\0",
}


@pytest.mark.parametrize("name", ["bomb.html.gz", "bomb.txt", "bomb.warc.gz"])
@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_not_unpacked_but_said(run: Run, tmp_path: Path, bomb: str, name: str) -> None:
    assert len(BOMBS[bomb]) < 100_000
    (tmp_path / name).write_bytes(BOMBS[bomb])
    code, out, _ = run("check", "--format", "json", name)
    (unread,) = json.loads(out)["unread"]
    assert (code, unread["story"]) == (3, name)
    assert re.search(r"Larger than 20 MB|binary|damaged", unread["why"])


FLAT = {
    "nested and flat boxes": "<div>" * 2000 + "<p>Deep.</p>" + "</div>" * 2000 + "<div><p>Flat.</p></div>" * 2000,
    "figures without an end": "<figure><img src=/a-4711.jpg><figcaption>" * 2000,
    "tables in tables": "<table><tr><td>" * 500,
    "lists that do not close": "<ul><li>" * 5000,
    "a million line breaks": "<br>" * 200_000,
    "captions beside captions": "<figcaption>Photo: Nadia Brandt/AP</figcaption>" * 3000,
    "pictures beside pictures": "<img src=/a-4711.jpg alt='Photo: Nadia Brandt/AP'>" * 3000,
    "formatting that is never closed": "<b><i><font>" * 3000 + "Photo: Nadia Brandt/AP",
}


@pytest.mark.parametrize("what", FLAT)
def test_a_page_that_other_readers_take_minutes_for(run: Run, tmp_path: Path, what: str) -> None:
    (tmp_path / "page.html").write_text(f"<article><h1>Ferry</h1>{FLAT[what]}</article>", "utf-8")
    code, out, err = run("check", "--format", "json", "page.html")
    told = json.loads(out)
    assert code in (0, 1, 3)
    assert told["stories"] or told["unread"]
    assert "Traceback" not in err


def test_no_path_goes_down_twice() -> None:
    """`//a//b` takes quadratic time on nested elements."""
    folder = Path(auditor.__file__).parent
    paths = [
        (file.name, step)
        for file in folder.rglob("*.py")
        for found in re.findall(r"XPath\((.*?)\)\n", file.read_text("utf-8"), re.S)
        for step in re.split(r"[|\[\]]", found)
    ]
    assert len(paths) > 3
    assert [(name, step) for name, step in paths if step.count("//") > 1] == []
