"""A newsroom's own layouts: selectors that tell the reader of pages where its CMS keeps things."""

from pathlib import Path

import pytest

from auditor import house, rulebook
from auditor.errors import RuleFileError
from auditor.model import Document
from auditor.parsers import parse
from auditor.tables import shipped
from auditor.words import Words
from tests.parsers.pages import CAPTION, IMAGE, page

ODD = (
    f'<div class="pic-x">{IMAGE}<div class="when">Tuesday</div><b data-part="who">Roe</b>'
    f'<blockquote class="what">{CAPTION}</blockquote></div>'
)
LAYOUT = 'fits-if = "article h1"\nimage = "div.pic-x"\ncaption = "blockquote.what"\ncredit = "[data-part=who]"\n'


def house_words(folder: Path, layout: str) -> Words:
    (folder / "layouts").mkdir()
    (folder / "layouts" / "harbour-cms.toml").write_text(layout, "utf-8")
    return Words.load([shipped(), folder])


def shown(words: Words) -> list[tuple[str | None, str | None]]:
    images = parse(Document("page.html", page(ODD).encode()), words).images
    return [(image.caption, image.credit_line) for image in images if image.via == "page"]


def test_a_layout_is_believed(tmp_path: Path, words: Words) -> None:
    assert shown(words) != [(CAPTION, "Roe")]
    assert shown(house_words(tmp_path, LAYOUT)) == [(CAPTION, "Roe")]


def test_a_layout_for_other_pages_changes_nothing(tmp_path: Path, words: Words) -> None:
    assert shown(house_words(tmp_path, LAYOUT.replace("article h1", "#other-cms"))) == shown(words)


# what is wrong in the file, what the message names
WRONG = [
    ('image = "div > p"\n', r"harbour-cms\.toml:1: .*no selector"),
    ('image = "div.a"\ncaption = "p:first-child"\n', r"harbour-cms\.toml:2: .*p:first-child"),
    ('image = "div.a"\nfits-if = "body >"\n', r"harbour-cms\.toml:2: .*body >"),
    ('image = " "\n', r"harbour-cms\.toml:1: .*no selector"),
]


@pytest.mark.parametrize(("layout", "message"), WRONG)
def test_a_wrong_selector_is_named_with_file_and_line_before_any_page_is_read(
    layout: str, message: str, tmp_path: Path
) -> None:
    with pytest.raises(RuleFileError, match=message):
        house_words(tmp_path, layout)


def test_a_wrong_field_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuleFileError, match='did you mean "caption"'):
        house_words(tmp_path, 'image = "div"\ncaptoin = "p"\n')


def test_a_layout_is_forgotten_with_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDITOR_CACHE", str(tmp_path / "cache"))
    config = tmp_path / "auditor.toml"
    config.write_text("folders = ['.']\n", "utf-8")
    house_words(tmp_path, LAYOUT)
    assert shown(house.load_words(config)) == [(CAPTION, "Roe")]
    (tmp_path / "layouts" / "harbour-cms.toml").unlink()
    for known in (config, None):
        assert shown(house.load_words(known)) != [(CAPTION, "Roe")]


def test_a_layout_is_no_rule(tmp_path: Path) -> None:
    house_words(tmp_path, LAYOUT)
    assert rulebook.load([tmp_path], {}) == ()
