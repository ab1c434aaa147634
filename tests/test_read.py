"""Paths into documents, bytes into text."""

import gzip
import io
import os
from pathlib import Path

import pytest

from auditor import read
from auditor.errors import UnreadableError
from auditor.model import Document, Unread

STORY = "The ferry leaves the new terminal at Sandvik. Photo: Marit Solheim/NTB\n"

# text, its encoding, whether a page that names the charset is needed to tell
ENCODED = [
    ("Die Fähre „Solveig“ verlässt Köln – schön. Foto: Jürgen Müller/dpa", "windows-1252"),
    ("Паром покидает новый терминал в Сандвике. Фото: Иван Петров/ТАСС. Переговоры продолжаются.", "koi8-r"),
    ("Паром покидает новый терминал в Сандвике. Фото: Иван Петров/ТАСС. Переговоры продолжаются.", "windows-1251"),
    ("新しいターミナルから船が出た。写真はロイター撮影。協議は続いている。", "shift_jis"),
    ("新しいターミナルから船が出た。写真はロイター撮影。協議は続いている。", "euc-jp"),
    ("연락선이 새 터미널을 떠나고 있다. 사진 출처 = 연합뉴스. 회담은 계속되고 있다.", "euc-kr"),
    (
        "Το πλοίο φεύγει από τον νέο σταθμό. Φωτογραφία: Γιώργος Παππάς/Eurokinissi. Οι συνομιλίες συνεχίζονται.",
        "iso-8859-7",
    ),
    ("Prom opuszcza nowy terminal – wczesnym świtem. Fot. Łukasz Żak/PAP", "utf-8"),
]


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
def test_a_declared_charset_is_believed(text: str, encoding: str) -> None:
    page = f'<html><head><meta charset="{encoding}"></head><body><p>{text}</p>'
    assert read.decode(page.encode(encoding))[0] == page


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
def test_an_undeclared_encoding_is_guessed(text: str, encoding: str) -> None:
    assert read.decode((text * 3).encode(encoding))[0] == text * 3


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("\ufeffFähre".encode(), "Fähre"),
        (b"\xff\xfe" + "Fähre".encode("utf-16-le"), "Fähre"),
        (b"\xfe\xff" + "Fähre".encode("utf-16-be"), "Fähre"),
        pytest.param(
            "<meta charset=utf-8>Die Fähre verlässt Köln".encode("windows-1252"),
            "<meta charset=utf-8>Die Fähre verlässt Köln",
            id="a page that lies",
        ),
        pytest.param(
            "Fähren über Köln ".encode() * 9 + b"\xff", "Fähren über Köln " * 9 + "\ufffd", id="one broken byte"
        ),
        pytest.param(b"<meta charset=klingon>plain", "<meta charset=klingon>plain", id="an unknown charset"),
    ],
)
def test_byte_order_marks_lies_and_damage(data: bytes, text: str) -> None:
    assert read.decode(data)[0] == text


def names(paths: list[str]) -> list[str]:
    return [d.name for d in read.documents(paths) if isinstance(d, Document)]


def test_a_folder_is_walked_in_order_and_only_stories_count(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.html",
        "c.html.gz",
        "photo.jpg",
        "expected.json",
        ".hidden.txt",
        "sub/d.TXT",
        ".git/e.txt",
        "noend",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(gzip.compress(STORY.encode()) if name.endswith(".gz") else STORY.encode())
    found = [Path(n).relative_to(tmp_path).as_posix() for n in names([str(tmp_path)])]
    assert found == ["a.html", "b.txt", "c.html.gz", "noend", "sub/d.TXT"]
    assert len(list(read.names([str(tmp_path)]))) == 5
    assert read.skipped([str(tmp_path)]) == 2


def test_a_file_that_is_named_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    (tmp_path / "story.export").write_text(STORY)
    assert names([str(tmp_path / "story.export")]) == [str(tmp_path / "story.export")]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    assert list(read.documents(["-"])) == [Document("-", STORY.encode())]


def test_gzip_of_several_members() -> None:
    assert read.unpack(gzip.compress(b"one ") + gzip.compress(b"two")) == b"one two"


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("missing.txt", None, "No such file"),
        ("cut.txt.gz", gzip.compress(STORY.encode() * 5)[:-20], "ends early"),
        ("damaged.txt.gz", b"\x1f\x8b\x08\x00" + b"\xff" * 40, "damaged"),
        ("large.txt", b"x" * 1001, "Larger than"),
        ("bomb.txt.gz", gzip.compress(b"x" * 100_000), "Larger than"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, content: bytes | None, why: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    (answer,) = read.documents([str(path)], largest=1000)
    assert isinstance(answer, Unread)
    assert why in answer.why


def test_an_empty_folder_is_not_silent(tmp_path: Path) -> None:
    (answer,) = read.documents([str(tmp_path)])
    assert isinstance(answer, Unread)
    assert "no story" in answer.why


def test_a_bomb_is_not_unpacked_further_than_the_limit() -> None:
    with pytest.raises(UnreadableError, match="Larger than"):
        read.unpack(gzip.compress(b"\0" * 50_000_000), largest=1_000_000)


def test_a_file_is_read_once_however_often_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY)
    assert list(read.names(["b.txt", "./b.txt", ".", str(tmp_path / "a.txt")])) == ["b.txt", "./a.txt"]


def test_what_a_folder_holds_and_cannot_be_walked_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    scan = os.scandir

    def scandir(path: str) -> object:
        if Path(path).name == "closed":  # who runs the tests may open everything
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr("os.scandir", scandir)
    told = {Path(n.name if isinstance(n, Document) else n.story).name: n for n in read.documents([str(tmp_path)])}
    unread = {name: one.why for name, one in told.items() if isinstance(one, Unread)}
    assert told.keys() - unread.keys() == {"a.txt"}
    assert "Permission denied" in unread["closed"]
    assert "pipe" in unread["pipe.txt"]
    assert "No such file" in unread["gone.txt"]
