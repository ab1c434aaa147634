"""A killed picture is known by what its file shows, where picture files lie beside a page."""

import json
import random
from pathlib import Path

import pytest
from PIL import Image as Pictures

from auditor import house, looks
from auditor.errors import RuleFileError
from tests.conftest import Run

PAGE = """<html lang="en"><head></head><body><article><h1>Ferry makes first crossing</h1>
<p>The new ferry between Sandvik and Holmsund made its first crossing on Monday, two years later than planned.</p>
<figure><img src="pictures/{name}" alt="A letter">
<figcaption>A letter. Photo: Nadia Brandt/Getty Images</figcaption></figure>
<p>Harbour master Elin Strand said the delay had been worth every day: the piers had been too weak for it.</p>
</article></body></html>
"""
ENTRY = """
[[picture]]
kill = 2019-01-09
reason = "Agency kill notice 4711"
files = ["{file}"]
"""


def picture(path: Path, seed: int, width: int = 640) -> None:
    """A picture file of random patches, the same for a seed at every size."""
    chance = random.Random(seed)
    small = Pictures.new("L", (12, 8))
    small.putdata([chance.randrange(256) for _ in range(96)])
    path.parent.mkdir(exist_ok=True)
    small.resize((width, width * 2 // 3), Pictures.Resampling.BICUBIC).save(path, quality=80)


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    (tmp_path / "newsroom").mkdir()
    picture(tmp_path / "newsroom" / "letter.png", 4711)
    (tmp_path / "newsroom" / "pictures.toml").write_text(ENTRY.format(file="letter.png"), "utf-8")
    (tmp_path / "auditor.toml").write_text('folders = ["newsroom"]\n', "utf-8")
    picture(tmp_path / "pictures" / "same-at-another-size.jpg", 4711, 320)
    picture(tmp_path / "pictures" / "another.jpg", 4712)
    for name in ("same-at-another-size.jpg", "another.jpg", "not-there.jpg"):
        (tmp_path / name).with_suffix(".html").write_text(PAGE.format(name=name), "utf-8")
    return tmp_path


@pytest.mark.parametrize("options", [[], ["--jobs", 1]])
def test_it_is_found_under_another_name_size_and_credit(run: Run, newsroom: Path, options: list[object]) -> None:
    for _ in range(2):
        told = json.loads(run("check", "--format", "json", "--copies", "none", "--select", "rights", ".", *options)[1])
        (found,) = told["findings"]
        assert found["story"].endswith("same-at-another-size.html")
        assert "its file is alike in 2" in found["message"]
        assert found["rule"] == "rights/killed"


def test_so_does_a_kill_notice(run: Run, newsroom: Path) -> None:
    code, out, _ = run("kill", "newsroom/pictures.toml", "--format", "jsonl", ".")
    seen = [row for row in map(json.loads, out.splitlines()) if "its file is alike" in row.get("because", "")]
    assert code == 1
    assert [(Path(row["story"]).name, row["sure"]) for row in seen] == [("same-at-another-size.html", True)]


def test_files_that_tell_no_picture_are_refused(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = newsroom / "newsroom" / "pictures.toml"
    (newsroom / "newsroom" / "text.jpg").write_text("no picture", "utf-8")
    for file, said in (("nowhere.jpg", "no picture file"), ("text.jpg", "damaged"), ("../newsroom", "no picture file")):
        entries.write_text(ENTRY.format(file=file), "utf-8")
        with pytest.raises(RuleFileError, match=rf"pictures.toml:5: .*{said}"):
            house.load(newsroom / "auditor.toml")
    entries.write_text(ENTRY.format(file="letter.png"), "utf-8")
    monkeypatch.setattr(looks, "able", lambda: False)
    with pytest.raises(RuleFileError, match=r"install auditor\[images\]"):
        house.load(newsroom / "auditor.toml")
