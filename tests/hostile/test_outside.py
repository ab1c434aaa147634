"""Nothing that a story names is opened: no entity, no inclusion, no address. What it would bring stays outside."""

import socket
from pathlib import Path

import pytest

from tests.conftest import Run

SECRET = "The harbour safe opens with 4711"
PROLOGUES = {
    "entity": '<!DOCTYPE html [<!ENTITY x SYSTEM "{uri}">]>',
    "parameter entity": '<!DOCTYPE html [<!ENTITY % x SYSTEM "{uri}"> %x;]>',
    "external DTD": '<!DOCTYPE html SYSTEM "{uri}">',
    "XML with an entity": '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "{uri}">]>',
    "style sheet": '<?xml-stylesheet href="{uri}"?>',
}
INSIDE = {
    "entity": "&x;",
    "inclusion": '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{uri}" parse="text"/>',
    "frame": '<iframe src="{uri}"></iframe><object data="{uri}"></object><embed src="{uri}">',
    "script": '<script src="{uri}"></script><link rel="stylesheet" href="{uri}"><img src="{uri}">',
}
PAGE = (
    "{prologue}<html><head><title>Ferry</title></head><body><article><h1>Ferry</h1><p>The new ferry made its first crossing on "
    "Monday, two years late and with half of the cars that the operator had hoped for.</p><figure>"
    "<img src=https://pictures.example/ferry-4711.jpg><figcaption>The ferry leaves. {inside} Photo: Nadia Brandt/AP</figcaption>"
    "</figure></article></body></html>"
)


@pytest.fixture(autouse=True)
def nobody_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    def connects(*_: object) -> None:
        raise AssertionError("somebody was called")

    monkeypatch.setattr(socket.socket, "connect", connects)
    monkeypatch.setattr(socket, "getaddrinfo", connects)


@pytest.mark.parametrize("prologue", PROLOGUES)
def test_a_file_that_a_page_names_is_not_read(run: Run, tmp_path: Path, prologue: str) -> None:
    secret = tmp_path / "elsewhere" / "secret"
    secret.parent.mkdir()
    secret.write_text(SECRET, "utf-8")
    for number, uri in enumerate((secret.as_uri(), "http://127.0.0.1:9/x")):
        for what, inside in INSIDE.items():
            for suffix in ("html", "xhtml", "txt"):
                hostile = PAGE.format(prologue=PROLOGUES[prologue].format(uri=uri), inside=inside.format(uri=uri))
                (tmp_path / f"{what}-{number}.{suffix}").write_text(hostile, "utf-8")
    for command in ("check", "extract"):
        code, out, err = run(command, "--format", "jsonl", *sorted(p.name for p in tmp_path.glob("*.*")))
        assert code in (0, 1, 3)
        assert "harbour safe" not in out + err
        assert "Traceback" not in err
        assert sum('"headline":"Ferry"' in line for line in out.splitlines()) >= len(INSIDE) * 2 * 2


def test_no_reader_of_xml_or_of_inclusions_is_used() -> None:
    """Entities are only safe while nobody asks lxml for them."""
    import auditor

    sources = "\n".join(path.read_text("utf-8") for path in Path(auditor.__file__).parent.rglob("*.py"))
    for asked in ("resolve_entities=True", "load_dtd", "no_network=False", ".xinclude(", "huge_tree=True, resolve"):
        assert asked not in sources
