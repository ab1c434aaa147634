"""Picture files beside a page: which are opened, and what two versions of one picture have in common."""

import io
import json
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Picture
from PIL import ImageDraw

from auditor import beside, looks
from auditor.machinery.results import never
from auditor.model import Image, Story
from tests.conftest import Run
from tests.copies.prose import paragraphs


def photo(seed: int, size: tuple[int, int] = (640, 420)) -> Picture.Image:
    """An invented picture: light, and shapes before it."""
    chance = np.random.default_rng(seed)
    picture = Picture.fromarray(chance.integers(0, 255, (5, 7, 3), np.uint8)).resize(
        (640, 420), Picture.Resampling.BICUBIC
    )
    draw = ImageDraw.Draw(picture)
    for x, y, width, height, *colour in chance.integers(0, 255, (12, 7)).tolist():
        draw.ellipse((2 * x, y, 2 * x + width, y + height), fill=tuple(colour))
    return picture.resize(size)


def saved(picture: Picture.Image, form: str = "JPEG", **how: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **how)
    return out.getvalue()


VERSIONS = {
    "as it is": saved(photo(1)),
    "compressed": saved(photo(1), quality=30),
    "small": saved(photo(1, (200, 131))),
    "large": saved(photo(1, (1600, 1050))),
    "another format": saved(photo(1), "WEBP"),
    "without loss": saved(photo(1), "PNG"),
    "without colour": saved(photo(1).convert("L")),
}


@pytest.mark.parametrize("version", VERSIONS)
def test_versions_of_one_picture_look_alike(version: str) -> None:
    assert looks.differing(looks.look_of(VERSIONS["as it is"]), looks.look_of(VERSIONS[version])) <= looks.SAME


def test_different_pictures_do_not() -> None:
    seen = [looks.look_of(saved(photo(seed))) for seed in range(12)]
    assert min(looks.differing(a, b) for n, a in enumerate(seen) for b in seen[:n]) > 2 * looks.SAME


NOTHING = {
    "nothing": b"",
    "no picture": b"<html>A page</html>",
    "cut off": VERSIONS["without loss"][:-9000],
    "a plain area": saved(Picture.new("RGB", (640, 420), "grey")),
    "a format that few use": saved(photo(1), "PPM"),
    "a decompression bomb": saved(Picture.new("1", (20_000, 20_000)), "PNG"),
}


@pytest.mark.parametrize("what", NOTHING)
@pytest.mark.filterwarnings("error")
def test_what_tells_nothing(what: str) -> None:
    assert looks.look_of(NOTHING[what]) == ""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page's path; its picture beside it and in folders around it."""
    for place in ("page/a.jpg", "page/page_files/b c.jpg", "outside.jpg", "other/d.jpg"):
        path = tmp_path / place
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(VERSIONS["as it is"])
    (tmp_path / "page" / "story.html").write_text("<html>")
    (tmp_path / "page" / "link.jpg").symlink_to(tmp_path / "outside.jpg")
    (tmp_path / "page" / "loop.jpg").symlink_to(tmp_path / "page" / "loop.jpg")
    os.mkfifo(tmp_path / "page" / "pipe.jpg")
    return tmp_path / "page" / "story.html"


OWN = "https://post.example/news/2024/"
SEEN = [
    "a.jpg",
    "./a.jpg",
    "page_files/b%20c.jpg",
    "a.jpg?w=640",
    "page_files/../a.jpg",
    OWN + "a.jpg",
    OWN + "a.jpg#top",
]
NOT_SEEN = [
    "../outside.jpg", "page_files/../../outside.jpg", "%2e%2e/outside.jpg", "link.jpg", "loop.jpg", "pipe.jpg", "missing.jpg",
    "page_files", "", "/etc/hosts", "//post.example/a.jpg", "file:///etc/hosts", "https://other.example/news/2024/a.jpg",
    "https://post.example/a.jpg", "data:image/gif;base64,R0lGOD", "a.jpg%00.png", "..\\outside.jpg", "x" * 5000, "[a.jpg", "story.html",
]  # fmt: skip


def seen(page: Path, *src: str, eyes: beside.Eyes | None = None) -> str | None:
    story = Story(str(page), "html", url=OWN + "story.html?page=1", images=(Image(1, src=src),))
    return (eyes or beside.Eyes(never))(story).images[0].look


@pytest.mark.parametrize("src", SEEN)
def test_files_in_the_pages_folder_are_looked_at(page: Path, src: str) -> None:
    assert seen(page, src)


@pytest.mark.parametrize("src", NOT_SEEN, ids=lambda src: src[:40])
def test_no_others_are(page: Path, src: str) -> None:
    assert seen(page, src) is None


def test_the_first_file_that_tells_something_counts(page: Path) -> None:
    assert seen(page, "missing.jpg", "story.html", "a.jpg") == seen(page, "a.jpg")


def test_too_large_a_file_is_not_read(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "LARGEST", 1000)
    assert seen(page, "a.jpg") is None


@pytest.mark.parametrize("name", ["-", "https://post.example/story.html", "missing.html", "."])
def test_a_story_that_is_no_file_has_nothing_beside_it(page: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(page.parent)
    (page.parent / "-").write_text("A file of this name is not meant.")
    story = Story(name, "html", images=(Image(1, src=("a.jpg",)),))
    assert beside.Eyes(never)(story) == story


def test_without_the_extra_it_counts_what_it_could_not_see(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looks, "able", lambda: False)
    eyes = beside.Eyes(never)
    assert seen(page, "a.jpg", eyes=eyes) is None
    assert seen(page, "missing.jpg", eyes=eyes) is None
    assert eyes.unseen == 1


PAGE = (
    "<html><head><title>Ferry</title></head><body><article><h1>Last ferry</h1>{text}<figure><img src='{src}' width=800>"
    "<figcaption>{caption}. Photo: {credit}</figcaption></figure></article></body></html>"
)


@pytest.fixture
def copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two copies whose pictures have nothing in common but what they show."""
    monkeypatch.setenv("AUDITOR_CACHE", str(tmp_path / "cache"))
    told = {
        "ours": ("The harbour of Norrvik at dusk", "Rosa Lindqvist/AFP"),
        "theirs": ("Farewell on the last day", "AFP"),
    }
    for name, (caption, credit) in told.items():
        (tmp_path / f"{name}_files").mkdir()
        (tmp_path / f"{name}_files" / f"{name}.jpg").write_bytes(VERSIONS["as it is" if name == "ours" else "small"])
        text = "".join(f"<p>{p}</p>" for p in (paragraphs("ferry", 6) if name == "ours" else paragraphs("ferry", 5)))
        page = PAGE.format(text=text, src=f"{name}_files/{name}.jpg", caption=caption, credit=credit)
        (tmp_path / f"{name}.html").write_text(page, "utf-8")
    return tmp_path


def groups(run: Run, *options: str) -> tuple[list[str], set[str], str]:
    _, out, err = run("check", "--format", "json", *options, "ours.html", "theirs.html")
    told = json.loads(out)
    return [p["because"] for p in told["groups"][0]["pictures"]], {f["rule"] for f in told["findings"]}, err


def test_one_picture_by_its_files(run: Run, copies: Path) -> None:
    (because,), rules, err = groups(run)
    assert because.startswith("picture files alike in 25")
    assert "copies/creator-missing" in rules
    assert err == ""


def test_other_files_prove_nothing_and_are_looked_at_anew(
    run: Run, copies: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("auditor.reading.SEVERAL", 1)  # so that the run remembers
    assert len(groups(run)[0]) == 1
    (copies / "theirs_files" / "theirs.jpg").write_bytes(saved(photo(2)))
    assert groups(run)[0] == ["in this copy only"] * 2
    (copies / "theirs_files" / "theirs.jpg").write_bytes(VERSIONS["large"])
    assert len(groups(run)[0]) == 1


def test_that_files_were_not_looked_at_is_said_once(run: Run, copies: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looks, "able", lambda: False)
    because, _, err = groups(run)
    assert because == ["in this copy only"] * 2
    assert err == "auditor: 2 picture files beside the stories not looked at: install auditor[images]\n"
