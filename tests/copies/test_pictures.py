"""Which images show one picture: the cases of a photo desk."""

import pytest

from auditor.copies.pictures import pictures
from auditor.model import Credit, Image, Story
from tests.copies.prose import paragraphs

TEXT = paragraphs("ferry", 4)
LONG = "The last ferry of the summer leaves the harbour of Norrvik"
OTHER = "Fishmongers open their stalls on the market square before dawn"
DATA = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
LOOK, NEAR, FAR = "0f" * 32, "0e" + "0f" * 31, "f0" * 32
HALF = "Passengers of the last ferry wave to the harbour of Norrvik"


def image(src: str = "", caption: str = "", after: int | None = None, **more: str) -> Image:
    return Image(n=0, src=(src,) if src else (), caption=caption or None, after=after, **more)  # type: ignore[arg-type]


def copies(*copy_images: list[Image], text: tuple[str, ...] = TEXT) -> list[Story]:
    return [
        Story(
            name="ab cdef"[number],
            format="html",
            paragraphs=text,
            images=tuple(
                Image(**{f: getattr(i, f) for f in i.__struct_fields__} | {"n": n}) for n, i in enumerate(shown, 1)
            ),
        )
        for number, shown in zip((0, 1, 3, 4), copy_images, strict=False)
    ]


def matched(*copy_images: list[Image]) -> tuple[list[str], list[str]]:
    """Pictures as "a1 b1", and doubtful pairs as "a1?b1"."""
    found, doubts = pictures(copies(*copy_images))
    return (
        [" ".join(f"{use.story.name}{use.image.n}" for use in picture.uses) for picture in found],
        [f"{d.one.story.name}{d.one.image.n}?{d.other.story.name}{d.other.image.n}" for d in doubts],
    )


CASES = [
    ("the same URL in two sizes", [[image("x/IMG_20410.jpg?w=9")], [image("y/IMG_20410-640x480.jpg")]], ["a1 b1"]),
    ("one picture, two captions", [[image("IMG_20410.jpg", LONG)], [image("IMG_20410.jpg", OTHER)]], ["a1 b1"]),
    ("the same caption, another URL", [[image("IMG_20410.jpg", LONG)], [image("pic_7710.jpg", LONG + ".")]], ["a1 b1"]),
    (
        "a caption shortened",
        [[image(caption=LONG + " on Sunday, as the season ends early")], [image(caption=LONG)]],
        ["a1 b1"],
    ),
    (
        "Japanese",
        [[image(caption="夏の最後のフェリーが北の港を出る")], [image(caption="夏の最後のフェリーが港を出る")]],
        ["a1 b1"],
    ),
    (
        "a name spelt differently",
        [[image(caption="Mayor Li Meihua speaks")], [image(caption="Mayor Li Mei-hua speaks")]],
        ["a1 b1"],
    ),
    ("two pictures", [[image("IMG_20410.jpg", LONG)], [image("IMG_20999.jpg", OTHER)]], ["a1", "b1"]),
    (
        "pictures in another order",
        [[image(caption=LONG), image(caption=OTHER)], [image(caption=OTHER), image(caption=LONG)]],
        ["a1 b2", "a2 b1"],
    ),
    (
        "moved up",
        [
            [image(caption=OTHER, after=1), image("IMG_20410.jpg", LONG, after=3)],
            [image("IMG_20410.jpg", LONG, after=0)],
        ],
        ["a1", "a2 b1"],
    ),
    (
        "captions exchanged: the URL decides",
        [
            [image("IMG_20410.jpg", LONG), image("IMG_20999.jpg", OTHER)],
            [image("IMG_20410.jpg", OTHER), image("IMG_20999.jpg", LONG)],
        ],
        ["a1 b1", "a2 b2"],
    ),
    (
        "two pictures with nearly the same caption",
        [[image(caption=LONG + " at nine"), image(caption=LONG + " at ten")], [image(caption=LONG + " at ten")]],
        ["a1", "a2 b1"],
    ),
    (
        "the same caption twice in both copies: by order",
        [
            [image("a-1.jpg", "A ferry leaves the harbour"), image("a-2.jpg", "A ferry leaves the harbour")],
            [image("b-1.jpg", "A ferry leaves the harbour"), image("b-2.jpg", "A ferry leaves the harbour")],
        ],
        ["a1 b1", "a2 b2"],
    ),
    (
        "the same caption twice in both copies: by place",
        [
            [image("a-1.jpg", "A ferry leaves the harbour", 1), image("a-2.jpg", "A ferry leaves the harbour", 3)],
            [image("b-1.jpg", "A ferry leaves the harbour", 3)],
        ],
        ["a1", "a2 b1"],
    ),
    (
        "a gallery against a single picture",
        [
            [image(f"IMG_2041{n}.jpg", caption, 2) for n, caption in enumerate((OTHER, LONG, HALF))],
            [image("IMG_20411.jpg", LONG, 2)],
        ],
        ["a1", "a2 b1", "a3"],
    ),
    (
        "used twice in one copy",
        [[image("IMG_20410.jpg", LONG)], [image("IMG_20410.jpg"), image("IMG_20410.jpg?w=9", LONG)]],
        ["a1 b1 b2"],
    ),
    ("used twice in a text", [[image(caption=LONG)], [image(caption=LONG), image(caption=LONG)]], ["a1 b1 b2"]),
    (
        "a caption lost, at the same place",
        [[image("IMG_20410.jpg", LONG, 2)], [image("pic_7710.jpg", after=2)]],
        ["a1 b1"],
    ),
    (
        "a caption lost, the alternative text left",
        [[image("IMG_20410.jpg", LONG)], [image("pic_7710.jpg", alt_text=LONG)]],
        ["a1 b1"],
    ),
    (
        "replaced at the same place",
        [[image("IMG_20410.jpg", LONG, 2)], [image("IMG_20999.jpg", OTHER, 2)]],
        ["a1", "b1"],
    ),
    (
        "in the second and third copy only",
        [[image(caption=OTHER)], [image(caption=LONG)], [image(caption=LONG)]],
        ["a1", "b1 c1"],
    ),
    (
        "an embedded statement is no use",
        [[image("IMG_20410.jpg", LONG)], [image("IMG_20410.jpg", LONG, via="json-ld")]],
        ["a1"],
    ),
    (
        "one waiting picture for all",
        [
            [image("wait.gif", text) for text in (LONG, OTHER, HALF)],
            [image("wait.gif", text) for text in (HALF, OTHER, LONG)],
        ],
        ["a1 b3", "a2 b2", "a3 b1"],
    ),
    (
        "the same file under other names",
        [[image("a-1.jpg", LONG, look=LOOK)], [image("b-1.jpg", OTHER, look=NEAR)]],
        ["a1 b1"],
    ),
    (
        "captions exchanged: the files decide",
        [
            [image(caption=LONG, look=LOOK), image(caption=OTHER, look=FAR)],
            [image(caption=OTHER, look=LOOK), image(caption=LONG, look=FAR)],
        ],
        ["a1 b1", "a2 b2"],
    ),
    ("other files prove nothing", [[image(caption=LONG, look=LOOK)], [image(caption=LONG, look=FAR)]], ["a1 b1"]),
    (
        "one waiting file for all",
        [[image(caption=text, look=LOOK) for text in (LONG, OTHER, HALF)], [image(caption=OTHER, look=LOOK)]],
        ["a1", "a2 b1", "a3"],
    ),
    (
        "cropped",
        [[image("x/IMG_20410.jpg", LONG)], [image("y/IMG_20410-1-1-square.jpg?rect=0,0,9,9", OTHER)]],
        ["a1 b1"],
    ),
    (
        "an asset id",
        [
            [image("https://a.example/media/204108771/full.jpg")],
            [image("https://b.example/x/204108771/w640.jpg", LONG)],
        ],
        ["a1 b1"],
    ),
    (
        "a nested URL",
        [
            [image("https://a.example/?url=https%3A%2F%2Fp.example%2FIMG_20410.jpg")],
            [image("p.example/IMG_20410.jpg", LONG)],
        ],
        ["a1 b1"],
    ),
    ("pictures in the page: by caption", [[image(DATA, LONG)], [image(DATA, LONG)]], ["a1 b1"]),
    (
        "pictures in the page: never by what stands for each of them",
        [[image(DATA, LONG), image(DATA, OTHER)], [image(DATA, OTHER), image(DATA, LONG)]],
        ["a1 b2", "a2 b1"],
    ),
    (
        "what holds the place is no picture",
        [[image("img/placeholder.gif", LONG)], [image("img/placeholder.gif", OTHER)]],
        ["a1", "b1"],
    ),
    (
        "held a place in one copy, shown in the other",
        [
            [image(DATA, LONG, 2), image("blank.gif", OTHER, 3)],
            [image("IMG_20410.jpg", LONG), image("IMG_20999.jpg", OTHER)],
        ],
        ["a1 b1", "a2 b2"],
    ),
    (
        "used twice in one copy, with two captions",
        [[image("IMG_20410.jpg", LONG)], [image("IMG_20410.jpg", LONG), image("IMG_20410.jpg?w=9", LONG + " again")]],
        ["a1 b1 b2"],
    ),
    (
        "used twice in both copies",
        [
            [image("IMG_20410.jpg", LONG), image("IMG_20999.jpg", OTHER), image("IMG_20410.jpg")],
            [image("IMG_20410.jpg"), image("IMG_20410.jpg", LONG)],
        ],
        ["a1 a3 b1 b2", "a2"],
    ),
    (
        "a gallery in both copies, one picture left out",
        [
            [image(caption=text, after=2) for text in (OTHER, LONG, HALF)],
            [image(caption=text, after=2) for text in (OTHER, HALF)],
        ],
        ["a1 b1", "a2", "a3 b2"],
    ),
    (
        "replaced, and the old one moved down",
        [
            [image("IMG_20410.jpg", LONG, 1)],
            [image("IMG_20999.jpg", OTHER, 1), image("IMG_20410.jpg", LONG, 3)],
        ],
        ["a1 b2", "b1"],
    ),
    ("no image", [[], []], []),
]
DOUBTFUL = [
    (
        "a caption that fits many pictures",
        [[image("a-1.jpg", "Symbol picture")], [image("b-1.jpg", "Symbol picture")]],
        "a1?b1",
    ),
    (
        "half-alike captions at the same place",
        [[image(caption=LONG, after=2)], [image(caption=HALF, after=2)]],
        "a1?b1",
    ),
    ("pictures in the page, at the same place", [[image(DATA, after=2)], [image(DATA, after=2)]], "a1?b1"),
    ("no captions at the same place", [[image("IMG_20410.jpg", after=2)], [image("pic_7710.jpg", after=2)]], "a1?b1"),
    (
        "one caption, two pictures, nothing else",
        [
            [image("a-1.jpg", "A ferry leaves the harbour"), image("a-2.jpg", "A ferry leaves the harbour")],
            [image("c-0.jpg", OTHER), image("c-1.jpg", LONG), image("b-1.jpg", "A ferry leaves the harbour")],
        ],
        "a1?b3",
    ),
]


@pytest.mark.parametrize(("what", "shown", "expected"), CASES, ids=[case[0] for case in CASES])
def test_one_picture(what: str, shown: list[list[Image]], expected: list[str]) -> None:
    assert matched(*shown) == (expected, [])


@pytest.mark.parametrize(("what", "shown", "expected"), DOUBTFUL, ids=[case[0] for case in DOUBTFUL])
def test_doubt(what: str, shown: list[list[Image]], expected: str) -> None:
    found, doubts = matched(*shown)
    assert doubts == [expected]
    assert not any(" " in picture for picture in found)


def test_a_caption_under_two_pictures_of_a_page_repeats_none_in_its_text() -> None:
    makers = [Credit(name, name, creators=(name,)) for name in ("Rosa Lindqvist", "Jonas Wehner")]
    page = [Image(n=0, src=(f"IMG_2041{n}.jpg",), caption=LONG, credit=credit) for n, credit in enumerate(makers)]
    text = [Image(n=0, caption=LONG, credit=credit) for credit in makers]
    assert matched(page, text) == (["a1 b1", "a2 b2"], [])
    assert matched(page[:1], [text[0], text[0]]) == (["a1 b1 b2"], [])
    assert matched(page[:1], text) == (["a1 b1 b2"], [])  # whoever is credited: that is what is under test


def test_the_credit_never_matches_pictures() -> None:
    credit = Credit(
        text="Rosa Lindqvist/AFP", line="Rosa Lindqvist/AFP", creators=("Rosa Lindqvist",), agencies=("AFP",)
    )
    one, other = (Image(n=0, caption=text, credit_line=credit.text, credit=credit) for text in (LONG, OTHER))
    assert matched([one], [other]) == (["a1", "b1"], [])


@pytest.mark.parametrize(
    ("one", "other", "because"),
    [
        (image("IMG_20410.jpg", LONG), image("IMG_20410.jpg", LONG), "same image URL, same caption"),
        (image("IMG_20410.jpg"), image("IMG_20410.jpg", LONG), "same image URL"),
        (image(caption=LONG), image(caption=LONG + " today"), "captions 96% alike"),
        (
            image("a-1.jpg", LONG, look=LOOK),
            image("b-1.jpg", LONG, look=NEAR),
            "picture files alike in 255 of 256 points, same caption",
        ),
        (image(caption=LONG, after=2), image(after=2), "only picture at the same place between the same paragraphs"),
    ],
)
def test_the_evidence_is_kept(one: Image, other: Image, because: str) -> None:
    assert pictures(copies([one], [other]))[0][0].because == because


def test_hundreds_of_images_are_matched_by_url_and_caption() -> None:
    gallery = [image(f"IMG_{n:05}.jpg", f"Picture number {n} of the harbour") for n in range(300)]
    found, doubts = pictures(copies(gallery, gallery[::-1]))
    assert len(found) == 300
    assert not doubts
