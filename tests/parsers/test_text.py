"""Text copies: headline, facts, paragraphs, and caption lines told from paragraphs."""

import pytest

from auditor.model import Document, Story
from auditor.parsers import parse
from auditor.words import Words

BODY = (
    "The new ferry between Sandvik and Holmsund made its first crossing on Monday, two years later than planned and with "
    "half of the cars that the operator had hoped for on its deck."
)
MORE = (
    'Harbour master Elin Strand said the delay had been "worth every day", because the piers had been found to be too weak '
    "for the weight of the ship when it came back from its first inspection."
)


def story(text: str, words: Words) -> Story:
    return parse(Document("copy.txt", text.encode()), words)


def captions(text: str, words: Words) -> list[tuple[str | None, str | None]]:
    return [(image.caption, image.credit_line) for image in story(text, words).images]


FERRY = "The ferry leaves the new terminal at Sandvik on its first crossing"
# the caption line as an export has it -> its caption, its credit line as printed
CAPTION_LINES = [
    (f"{FERRY} CREDIT: NADIA BRANDT/AFP", FERRY, "CREDIT: NADIA BRANDT/AFP"),
    (f"{FERRY} CREDIT HOGP/AP", FERRY, "CREDIT HOGP/AP"),
    (f"{FERRY} Credit: Nadia Brandt/AP More", FERRY, "Credit: Nadia Brandt/AP More"),
    (f"{FERRY} - AFP", FERRY, "AFP"),
    (f"{FERRY} (AFP)", FERRY, "(AFP)"),
    (f"{FERRY}. (Nadia Brandt/AP)", f"{FERRY}.", "(Nadia Brandt/AP)"),
    (f"{FERRY}. LUCÍA ARRIETA (EFE)", f"{FERRY}.", "LUCÍA ARRIETA (EFE)"),
    (f"{FERRY}. Photo: Nadia Brandt/Reuters", f"{FERRY}.", "Photo: Nadia Brandt/Reuters"),
    (f"{FERRY}. Photo by Nadia Brandt/Getty Images", f"{FERRY}.", "Photo by Nadia Brandt/Getty Images"),
    (
        "Die Fähre verlässt das Terminal. Foto: Jonas Wehner/dpa",
        "Die Fähre verlässt das Terminal.",
        "Foto: Jonas Wehner/dpa",
    ),
    ("Die Fähre verlässt das Terminal. © Jonas Wehner/dpa", "Die Fähre verlässt das Terminal.", "© Jonas Wehner/dpa"),
    (
        "Le ferry quitte le terminal. Crédit photo : Luc Morel/AFP",
        "Le ferry quitte le terminal.",
        "Crédit photo : Luc Morel/AFP",
    ),
    ("연락선이 새 터미널을 떠나고 있다. 연합뉴스", "연락선이 새 터미널을 떠나고 있다.", "연합뉴스"),
    (
        "연락선이 새 터미널을 떠나고 있다. 사진 출처 = 연합뉴스",
        "연락선이 새 터미널을 떠나고 있다.",
        "사진 출처 = 연합뉴스",
    ),
    (f"{FERRY}. Nadia Brandt/Sandvik Post", f"{FERRY}.", "Nadia Brandt/Sandvik Post"),
    (f"{FERRY}. Nadia Brandt for the Sandvik Post", f"{FERRY}.", "Nadia Brandt for the Sandvik Post"),
    (f"{FERRY}. Courtesy photo", f"{FERRY}.", "Courtesy photo"),
    (f"{FERRY}. (Express Photo by Nadia Brandt)", f"{FERRY}.", "(Express Photo by Nadia Brandt)"),
    (f"{FERRY}. Food styling and photo: Nadia Brandt", f"{FERRY}.", "Food styling and photo: Nadia Brandt"),
    (
        f"{FERRY}. Photo: Nadia Brandt. Styling: Kit Rowan. Hair: Luc Morel. Make-up: Ana Ruiz",
        f"{FERRY}.",
        "Photo: Nadia Brandt. Styling: Kit Rowan. Hair: Luc Morel. Make-up: Ana Ruiz",
    ),
    ("Il traghetto lascia il terminal (ph. Luca Ferri)", "Il traghetto lascia il terminal", "ph. Luca Ferri"),
    ("渡轮驶离新码头，开始首航 新华社发", "渡轮驶离新码头，开始首航", "新华社发"),
    ("العبّارة تغادر المرفأ. رويترز/سامر الحلواني", "العبّارة تغادر المرفأ.", "رويترز/سامر الحلواني"),
    ("המעבורת עוזבת את הנמל (יואב ברקאי/רויטרס)", "המעבורת עוזבת את הנמל", "יואב ברקאי/רויטרס"),
    ("नाव घाट से निकलती हुई। राकेश मिश्रा/पीटीआई", "नाव घाट से निकलती हुई।", "राकेश मिश्रा/पीटीआई"),
    ("เรือออกจากท่าเรือใหม่ (สมชาย ใจดี/รอยเตอร์)", "เรือออกจากท่าเรือใหม่", "สมชาย ใจดี/รอยเตอร์"),
    ("ຂົວໃໝ່. ພາບ: ຂປລ", "ຂົວໃໝ່.", "ພາບ: ຂປລ"),
    ("Шинэ гүүр. Гэрэл зургийг МОНЦАМЭ", "Шинэ гүүр.", "Гэрэл зургийг МОНЦАМЭ"),
    ("Паром покидает терминал. Фото: Иван Петров/ТАСС", "Паром покидает терминал.", "Фото: Иван Петров/ТАСС"),
]


@pytest.mark.parametrize(("line", "caption", "credit"), CAPTION_LINES, ids=[c[2] for c in CAPTION_LINES])
def test_a_caption_line_is_told_from_a_paragraph(line: str, caption: str, credit: str, words: Words) -> None:
    told = story(f"Ferry makes first crossing\n\n{BODY}\n\n{line}\n\n{MORE}\n", words)
    ((image),) = told.images
    assert (image.caption, (image.credit_line or "").strip("()")) == (caption, credit.strip("()"))
    assert (image.line, image.after) == (5, 1)
    assert told.paragraphs == (BODY, MORE)


PARAGRAPHS = [
    "The photo: it shows a pear that a robot has picked, the operator said.",
    "Photo: see page 4",
    "Ms Strand confirmed on Sunday that the operator was looking for a second ferry, adding that she had spoken to it, reported CNN.",
    "The operator had received a great letter from the ministry in December, telling it to begin with the crossing at once.",
    "Meari, a website of the operator, warned of consequences, reported the Yonhap news agency.",
    "He told Reuters that the photo of the broken pier had been taken by a passenger.",
    "The company, which also runs AP Ferries, gave no reason. It did not answer questions from the AFP.",
    "Sandvik (dpa) - The first ferry has left the new terminal, the harbour master said on Monday.",
    "The source: a retired engineer who had seen the piers.",
    "She came to the pier at six in the morning. Nadia Brandt",
    "For now, Ms Strand insists that the ferry will cross twice a day.",
    "Source: Reuters",
    "Quelle: dpa",
    "(Fuente: EFE)",
    "Sources: Reuters, AFP",
    "Źródło: PAP",
    "来源：新华社",
    "Source: Office for National Statistics",
    "By: Elin Strand",
    "Autor: Jonas Wehner",
]


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_a_paragraph_that_names_an_agency_is_no_caption(paragraph: str, words: Words) -> None:
    told = story(f"Ferry makes first crossing\n\n{BODY}\n\n{paragraph}\n\n{MORE}\n", words)
    assert told.images == ()
    assert told.paragraphs == (BODY, paragraph, MORE)


# what stands around a line "Source: …" that makes it a picture's: blocks -> credits
SOURCES_OF_PICTURES = {
    "a picture": (["![](https://img.example/1.jpg)", "Source: Reuters"], ["Source: Reuters"]),
    "a labelled caption": ([f"CAPTION: {FERRY}.", "Source: Reuters"], ["Source: Reuters"]),
    "a caption on the line above": ([f"{FERRY}.\nSource: Reuters"], ["Source: Reuters"]),
    "photographer and agency": (["Source: Nadia Brandt/Reuters"], ["Source: Nadia Brandt/Reuters"]),
    "an agency of pictures only": (["Quelle: picture alliance"], ["Quelle: picture alliance"]),
    "a word for the picture": (["Quelle: dpa/Archiv"], ["Quelle: dpa/Archiv"]),
    "the same word under another picture": (
        [f"{FERRY}. (Quelle: Imago)", MORE, "Quelle: dpa"],
        ["(Quelle: Imago)", "Quelle: dpa"],
    ),
}


@pytest.mark.parametrize("blocks", SOURCES_OF_PICTURES.values(), ids=SOURCES_OF_PICTURES)
def test_a_source_between_paragraphs_is_a_pictures_where_something_says_so(
    blocks: tuple[list[str], list[str]], words: Words
) -> None:
    told = story("\n\n".join(["Ferry makes first crossing", BODY, *blocks[0], MORE]), words)
    assert [image.credit_line for image in told.images] == blocks[1]


def test_captions_at_the_end_as_a_wire_lists_them(words: Words) -> None:
    other = "Harbour master Elin Strand beside the broken pier at Holmsund"
    told = story(
        f"Ferry makes first crossing\n\n{BODY}\n\n{MORE}\n\n{FERRY}. NADIA BRANDT/EPA\n\n{other}. (AFP)\n", words
    )
    assert [image.caption for image in told.images] == [f"{FERRY}.", f"{other}."]


FIELDS = [
    "CREDIT: Screenshot: harbour.example",
    "CREDIT: U.S. District Court, Eastern District of Sandvik",
    "CREDIT: Nadia Brandt. Styling: Ida Muster. Haare: Eva Muster. Make-up: Ada Muster",
    "CREDIT: Picture made with AI in Example Image Maker by the desk of the Harbour News",
    "Foto: Midjourney („ferry in a storm, advertisement of the 1950s“)",
]


@pytest.mark.parametrize("credit", FIELDS)
def test_a_field_under_a_labelled_caption_is_its_credit_whatever_it_says(credit: str, words: Words) -> None:
    text = f"HEADLINE: Ferry crosses\n\n{BODY}\n{MORE}\n\nCAPTION: {FERRY}.\n{credit}\n"
    assert captions(text, words) == [(f"{FERRY}.", credit)]


@pytest.mark.parametrize(
    "line", ["© 2026 AFP", "Copyright 2026 The Associated Press. All rights reserved.", "Quelle: dpa", "Fuente: EFE"]
)
def test_a_line_at_the_foot_that_credits_the_text_is_no_picture(line: str, words: Words) -> None:
    assert captions(f"Ferry makes first crossing\n\n{BODY}\n\n{MORE}\n\n{line}\n", words) == []


def test_a_credit_at_the_foot_that_names_a_picture_is_one(words: Words) -> None:
    assert captions(f"Ferry crosses\n\n{BODY}\n\n{MORE}\n\nFoto: dpa\n", words) == [(None, "Foto: dpa")]


def test_an_agencys_sign_off_is_no_credit(words: Words) -> None:
    told = story(f"Ferry makes first crossing\n\n{BODY}\n\n{MORE}\n\nThe next crossing is on Tuesday. (dpa)\n", words)
    assert told.images == ()


# the file -> headline, address, date
FACTS = [
    (
        f"Ferry makes first crossing\n\n{BODY}\n\nSource: https://news.example/2026/04/12/ferry/\n",
        "Ferry makes first crossing",
        "https://news.example/2026/04/12/ferry/",
        "2026-04-12",
    ),
    (f" date 2026-04-12 {FERRY} - AFP\n\n{BODY}\n", None, None, "2026-04-12"),
    (
        f"Subject: Ferry makes first crossing\nFrom: desk@wire.example\nDate: Sun, 12 Apr 2026 06:00:00 +0000\n\n{BODY}\n",
        "Ferry makes first crossing",
        None,
        "2026-04-12T06:00:00+00:00",
    ),
    (f"Titel: Erste Fahrt der Fähre\nDatum: 12.04.2026\n\n{BODY}\n", "Erste Fahrt der Fähre", None, "2026-04-12"),
    (f"2026-04-12\n\nFerry makes first crossing\n\n{BODY}\n", "Ferry makes first crossing", None, "2026-04-12"),
    (f"{BODY}\n\n{MORE}\n", None, None, None),
    (f"URGENT\n\n{BODY}\n", None, None, None),
    (f"BC-FERRY\n\nFerry makes first crossing\n\n{BODY}\n", "Ferry makes first crossing", None, None),
    ("FERRY\n", "FERRY", None, None),
    (f"{FERRY}. (Nadia Brandt/AP)\n\nFerry makes first crossing\n\n{BODY}\n", "Ferry makes first crossing", None, None),
    (f"Ferry makes first crossing\n=====\n\n{BODY}\n", "Ferry makes first crossing", None, None),
    (f"Skip to content\nNews\nSport\nFerry makes first crossing\n{BODY}\n", "Ferry makes first crossing", None, None),
    (f"In pictures: the ferry\n\n{BODY}\n", "In pictures: the ferry", None, None),
    (f"U.S. CREDIT MARKETS MIXED\n\n{BODY}\n", "U.S. CREDIT MARKETS MIXED", None, None),
    (f"SLUG: BC-FERRY\nHEADLINE: Ferry makes first crossing\n\n{BODY}\n", "Ferry makes first crossing", None, None),
    (
        f"The Sandvik Post\nFirst Edition\nHEADLINE: Ferry makes first crossing\n\n{BODY}\n",
        "Ferry makes first crossing",
        None,
        None,
    ),
    (
        f"Ferry makes first crossing\n\n2026年4月12日 09:15 来源：新华社\n\n{BODY}\n",
        "Ferry makes first crossing",
        None,
        "2026-04-12",
    ),
]


@pytest.mark.parametrize(("text", "headline", "url", "published"), FACTS)
def test_facts(text: str, headline: str | None, url: str | None, published: str | None, words: Words) -> None:
    told = story(text, words)
    assert (told.headline, told.url, told.published) == (headline, url, published)


def test_a_date_before_a_caption_is_no_part_of_it(words: Words) -> None:
    assert captions(f" date 2026-04-12 {FERRY} - AFP\n\n{BODY}\n", words) == [(FERRY, "AFP")]


def test_a_credit_on_the_line_below_belongs_to_the_caption_above(words: Words) -> None:
    assert captions(f"Ferry\n\n{BODY}\n\n{FERRY}\nPhoto: Nadia Brandt/AP\n\n{MORE}\n", words) == [
        (FERRY, "Photo: Nadia Brandt/AP")
    ]


def test_a_labelled_caption_needs_no_credit(words: Words) -> None:
    text = f"Ferry\n\n{BODY}\n\nCaption: {FERRY}\n\nCredit: Nadia Brandt/AP\n\nCaption: The pier.\n\n{MORE}\n"
    assert captions(text, words) == [(FERRY, "Credit: Nadia Brandt/AP"), ("The pier.", None)]


def test_lines_that_an_export_has_broken_are_one_paragraph(words: Words) -> None:
    broken = "\n".join(MORE[i : i + 70] for i in range(0, len(MORE), 70))
    told = story(f"Ferry makes first crossing\n\n{BODY}\n\n{broken}\n", words)
    assert len(told.paragraphs) == 2


def test_one_paragraph_a_line(words: Words) -> None:
    told = story(f"Ferry makes first crossing\n{BODY}\n{FERRY}. Photo: Nadia Brandt/AP\n{MORE}\n", words)
    assert told.paragraphs == (BODY, MORE)
    assert [i.credit_line for i in told.images] == ["Photo: Nadia Brandt/AP"]


# idea, lines of a caption, its credit line, the sign-off
SIGN_OFFS = [
    ("a credit line below", f"{FERRY}. (Photo by Nadia Brandt / AP)\nCREDIT: Reuters", "CREDIT: Reuters", "(Photo by Nadia Brandt / AP)"),
    ("a credit line behind it", f"{FERRY}. (Photo by Nadia Brandt / AP) CREDIT: Reuters", "CREDIT: Reuters", "(Photo by Nadia Brandt / AP)"),
    ("the same again", f"{FERRY}. (Nadia Brandt/AP)\nPhoto: Nadia Brandt/AP", "Photo: Nadia Brandt/AP", "(Nadia Brandt/AP)"),
    ("one credit alone", f"{FERRY}. (Photo by Nadia Brandt / AP)", "(Photo by Nadia Brandt / AP)", None),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "credit", "signed"), [r[1:] for r in SIGN_OFFS], ids=[r[0] for r in SIGN_OFFS])
def test_a_caption_that_is_signed_beside_its_credit_line(
    lines: str, credit: str, signed: str | None, words: Words
) -> None:
    told = story(f"Ferry makes first crossing\n\n{BODY}\n\n{lines}\n\n{MORE}\n", words)
    assert [(i.caption, i.credit_line, i.sign_off) for i in told.images] == [(f"{FERRY}.", credit, signed)]
    assert BODY in told.paragraphs
