"""The trade's credit lines, one row each in lines.txt and world.txt: what they name, and what they say of the picture."""

from pathlib import Path

import pytest

from auditor.credits import take_apart
from auditor.words import Words


def rows(name: str) -> list[list[str]]:
    table = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    return [[cell.strip() for cell in row.split("¦")] for row in table if row and not row.startswith("#")]


ROWS = rows("lines.txt")
WORLD = rows("world.txt")


def cells(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_line_is_taken_apart(row: list[str], words: Words) -> None:
    line, marker, creators, agencies, suppliers, kinds = row
    credit = take_apart(line, words)
    assert (credit.marker or "") == marker
    assert list(credit.creators) == cells(creators)
    assert list(credit.agencies) == cells(agencies)
    assert list(credit.suppliers) == cells(suppliers)
    assert sorted(credit.kinds) == sorted(cells(kinds))


@pytest.mark.parametrize("row", WORLD, ids=lambda row: row[1])
def test_so_is_one_of_any_country(row: list[str], words: Words) -> None:
    language, line, marker, creators, agencies, suppliers, kinds = [*row, "", "", "", ""][:7]
    credit = take_apart(line, words, language=language)
    assert (credit.marker or "", sorted(credit.kinds)) == (marker, sorted(cells(kinds)))
    assert list(credit.creators) == cells(creators)
    assert list(credit.agencies) == cells(agencies)
    assert list(credit.suppliers) == cells(suppliers)


# line, language, publisher, what the hint decides
HINTED = [
    ("J. Stacevičiaus nuotr.", "lt", None, ("creators", ("J. Stacevičius",))),
    ("J. Stacevičiaus nuotr.", "en", None, ("creators", ("J. Stacevičiaus",))),
    ("Nelson Jr./STF", "pt", None, ("suppliers", ("Supremo Tribunal Federal",))),
    ("Nelson Jr./STF", "en", None, ("suppliers", ())),
    ("© MP", "de", "MusterPost", ("suppliers", ("Muster Post",))),
    ("Jane Roe/EP", "en", "TheExamplePost", ("suppliers", ("The Example Post",))),
    ("Foto: MUSTERBOTE", "de", "DerMusterbote", ("kinds", ("own",))),
    ("(Jane Roe/Éxample Néws)", "fr", "ExampleNews", ("kinds", ("own",))),
    ("© MP", "de", "AndererBote", ("suppliers", ("MP",))),
    ("The Muster Post", "en", "MusterPost", ("kinds", ("own",))),
    ("JANE ROE/POST STAFF", "en", "MusterPost", ("suppliers", ("Post",))),
    ("(Post photo by Jane Roe)", "en", "MusterPost", ("kinds", ("own",))),
    ("Jane Roe / The Post", "en", "MusterPost", ("kinds", ())),
    ("Photo: CNA/Jane Roe", "en", "CNA", ("suppliers", ("CNA",))),
    ("Jane Roe for the Must", "en", "MusterPost", ("suppliers", ("Muster Post",))),
    ("Jana Roe, MAFRA", "cs", "iDNES.cz", ("kinds", ("own",))),  # the house that publishes it
    ("(Image: Newsquest)", "en", "The Northern Echo", ("kinds", ("own",))),
    ("(Image: Newsquest)", "en", "The Muster Post", ("kinds", ())),
    ("Bild: Yle/Jane Roe", "sv", "Svenska Yle", ("kinds", ("own",))),
    ("Bildrechte: BR/Jane Roe", "de", "BR24", ("kinds", ("own",))),
    ("Diario MUSTER", "es", "Muster", ("kinds", ("own",))),
    ("Jane Roe / El Universal", "es", "El Universal", ("kinds", ("own",))),  # a paper that sells its pictures
    ("Jane Roe/AP", "en", "AP News", ("kinds", ())),
    ("Jane Roe/MP", "de", "Muster-Post", ("suppliers", ("Muster-Post",))),
    ("Photo Le ML/Jane Roe", "fr", "Le Muster libéré", ("suppliers", ("Le Muster libéré",))),
    ("Jane Roe/TMP", "en", "Muster Post", ("suppliers", ("Muster Post",))),
    ("(Credit: MP Photo/Jane Roe)", "en", "Muster Post", ("suppliers", ("Muster Post",))),
    ("Foto: JANE ROE-MUSTER", "de", "Muster", ("creators", ("Jane Roe",))),
    ("© MdM/Jane Roe", "it", "Muster del Mattino", ("suppliers", ("Muster del Mattino",))),
    ("南都记者 李明 摄", "zh", "南方都市报", ("kinds", ("own",))),
    ("사진=국민일보DB", "ko", "국민일보", ("kinds", ("file", "own"))),
    ("Foto: DB", "de", None, ("suppliers", ("Deutsche Bahn",))),
    ("Ảnh: CTV", "vi", None, ("suppliers", ())),
    ("(CTV News/Jane Roe)", "en", "CTV News", ("suppliers", ("CTV News",))),
    ("Иван Примеров/РГ", "ru", "Российская газета", ("suppliers", ("Российская газета",))),
]


@pytest.mark.parametrize(("line", "language", "publisher", "expected"), HINTED)
def test_language_and_publisher_settle_what_is_open(
    line: str, language: str, publisher: str | None, expected: tuple[str, tuple[str, ...]], words: Words
) -> None:
    field, value = expected
    assert getattr(take_apart(line, words, language=language, publisher=publisher), field) == value


# line, licence, residue, the line as readers take it: only what a page or a transmission left at its ends is cut
LEFT_OVER = [
    ("Credit: HOGP/AP More", None, ("More",), "HOGP/AP"),
    ("Photo: Jane Roe/Reuters Purchase Licensing Rights", None, ("Purchase Licensing Rights",), "Jane Roe/Reuters"),
    ("Jane Roe/NTB Vis mer", None, ("Vis mer",), "Jane Roe/NTB"),
    ("Foto: Jane Roe (CC BY-SA 2.0)", "CC BY-SA 2.0", (), "Jane Roe (CC BY-SA 2.0)"),
    ("Jane Roe / Flickr / CC BY-NC-ND 4.0 International", "CC BY-NC-ND 4.0", (), "Jane Roe / Flickr / CC BY-NC-ND 4.0 International"),
    ("Photo: Jane Roe/Pixabay, CC0", "CC0", (), "Jane Roe/Pixabay, CC0"),
    ("Jane Roe, Public domain, via Wikimedia Commons", "public domain", (), "Jane Roe, Public domain, via Wikimedia Commons"),
    ("Mandatory Credit: Photo by Jane Roe/Shutterstock (16507315bs)", None, ("(16507315bs)",), "Jane Roe/Shutterstock (16507315bs)"),
    ("Quelle: BILD 15.05.2023", None, ("15.05.2023",), "BILD 15.05.2023"),
    ("REUTERS/Jane Roe TPX IMAGES OF THE DAY", None, ("TPX IMAGES OF THE DAY",), "REUTERS/Jane Roe"),
    ("Jane Roe/AFP EDITORIAL USE ONLY. NO RESALES.", None, ("EDITORIAL USE ONLY. NO RESALES.",), "Jane Roe/AFP"),
    ("Sgt. Jane Roe", None, ("Sgt",), "Sgt. Jane Roe"),
    ("Jane Roe jroe@example.org", None, ("jroe@example.org",), "Jane Roe jroe@example.org"),
    ("新见报记者 王晓 摄", None, ("记者",), "新见报记者 王晓"),
    ("Jane Roe; Styling: John Doe", None, ("Styling: John Doe",), "Jane Roe; Styling: John Doe"),
    ("ANTARA FOTO/Jane Roe/aww.", None, ("aww",), "ANTARA FOTO/Jane Roe/aww."),
    ("Jane Roe/dpa 1 / 12", None, ("1 / 12",), "Jane Roe/dpa"),
    ("The old port at dusk, on 4 May 2023. (JANE ROE / AFP)", None, ("The old port at dusk, on 4 May 2023",), "The old port at dusk, on 4 May 2023. (JANE ROE / AFP)"),
    ("Foto: Jane Roe/Enviada especial", None, ("Enviada especial",), "Jane Roe/Enviada especial"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "licence", "residue", "read"), LEFT_OVER, ids=lambda value: str(value)[:40])
def test_what_belongs_to_no_party(
    line: str, licence: str | None, residue: tuple[str, ...], read: str, words: Words
) -> None:
    credit = take_apart(line, words)
    assert (credit.licence, credit.residue) == (licence, residue)
    assert credit.line == read


def test_the_words_of_a_caption_are_no_party(words: Words) -> None:
    credit = take_apart("Ann Doe is fighting for her life (Picture: Jane Roe/Reuters)", words)
    assert (credit.creators, credit.suppliers) == (("Jane Roe",), ())
    assert credit.rest == "Ann Doe is fighting for her life"


# a name, what it must not be taken for
FIRMS = [
    ("HBO Max", "en"), ("BRK Musterstadt", "de"), ("ABC Musterland", "en"), ("Muster DPS", "en"), ("Muster's Bay Today", "en"),
    ("Disney Plus", "en"), ("Mistral AI", "en"), ("JR東日本", "ja"), ("SM엔터테인먼트", "ko"), ("LG 트윈스", "ko"), ("聯合報", "zh"),
    ("প্রথম আলো", "bn"), ("ডেইলি মাস্টার নিউজ", "bn"), ("سما مستر نیوز", "ur"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "language"), FIRMS)
def test_a_firm_is_neither_a_person_nor_a_kind_nor_half_a_name(name: str, language: str, words: Words) -> None:
    for line in (name, f"Photo: {name}", f"({name})"):
        credit = take_apart(line, words, language=language)
        assert (credit.creators, credit.agencies, credit.suppliers, credit.kinds) == ((), (), (name,), ())


def test_names_stand_in_natural_order_and_capitals(words: Words) -> None:
    printed = {
        "Dimitar DILKOFF/AFP": "Dimitar Dilkoff",
        "FLEUR DE LA COUR": "Fleur de la Cour",
        "APA/Jäger R.": "R. Jäger",
        "Sam O'neill": "Sam O'Neill",
        "Ishara S.kodikara": "Ishara S. Kodikara",
        "Fouzia Van Der Fort": "Fouzia Van Der Fort",
        "JOHN MCDOE/AP": "John McDoe",
        "Frank Doe II/AP": "Frank Doe II",
        "Hannes P. Roe/dpa/Hannes P Roe": "Hannes P. Roe",
    }
    assert {line: take_apart(line, words).creators for line in printed} == {k: (v,) for k, v in printed.items()}
