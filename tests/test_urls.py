"""Image URLs that show one picture, and URLs that do not."""

import pytest

from auditor.urls import picture_key, picture_keys

UUID = "1bfb0c76-d878-4e3f-b14a-c87adff48d32"
HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b"
SAME = [
    (
        "size in the query",
        "https://a.example/norrvik-ferry-01.jpg?w=640",
        "https://a.example/norrvik-ferry-01.jpg?w=1200",
    ),
    ("another host", "https://a.example/IMG_20410.jpg", "https://cdn.partner.example/x/IMG_20410.jpg"),
    ("extension", "https://a.example/IMG_20410.jpg", "https://a.example/IMG_20410.jpg.webp"),
    ("case", "https://a.example/img_20410.JPG", "https://a.example/IMG_20410.jpg"),
    ("size behind the name", "https://a.example/IMG_20410-1024x683.jpg", "https://a.example/IMG_20410.jpg"),
    ("width behind the name", "https://a.example/IMG_20410_600.jpg", "https://a.example/IMG_20410_1280.jpg"),
    ("width and quality", "https://a.example/IMG_20410-320-80.jpg", "https://a.example/IMG_20410-1200-80.jpg"),
    ("ratio", "https://a.example/IMG_20410_v16_9_600.jpg", "https://a.example/IMG_20410_v4_3_400.webp"),
    ("for fine screens", "https://a.example/IMG_20410@2x.jpg", "https://a.example/IMG_20410.jpg"),
    ("tilde", "https://a.example/IMG_20410~384x216.jpg", "https://a.example/IMG_20410.jpg"),
    ("scaled by the system", "https://a.example/IMG_20410-scaled.jpg", "https://a.example/IMG_20410.jpg"),
    (
        "named size",
        "https://a.example/storm-IMG_20410-articleLarge.jpg",
        "https://a.example/storm-IMG_20410-superJumbo.jpg",
    ),
    ("UUID", f"https://a.example/{UUID}.jpg", f"https://b.example/resizer/{UUID}/16x9/640.jpg?q=80"),
    (
        "hash, crop in the path",
        f"https://a.example/{HASH}/0_0_10_6/master/5000.jpg",
        f"https://a.example/{HASH}/500.jpg",
    ),
    ("nested", "https://a.example/img_20410.jpg", "https://r.example/600x0/https%3A%2F%2Fa.example%2Fimg_20410.jpg"),
    (
        "nested in the query",
        "https://a.example/img_20410.jpg",
        "https://r.example/?url=https%3A%2F%2Fa.example%2Fimg_20410.jpg&w=1",
    ),
    ("nested path", "https://a.example/img_20410.jpg", "https://a.example/_next/image?url=%2Fimg_20410.jpg&w=640"),
    (
        "nested twice encoded",
        "https://a.example/img_20410.jpg",
        "https://r.example/https%253A%252F%252Fa.example%252Fimg_20410.jpg",
    ),
    ("base64", "https://a.example/img_20410.jpg", "https://r.example/s/aHR0cHM6Ly9hLmV4YW1wbGUvaW1nXzIwNDEwLmpwZw.jpg"),
    ("descriptor of a srcset", "https://a.example/img_20410.jpg 640w", "https://a.example/img_20410.jpg 2x,"),
    ("entity", "https://a.example/img.php?id=7&amp;x=1", "https://a.example/img.php?id=7&x=1"),
    ("relative", "../pictures/norrvik-ferry-01.jpg", "https://a.example/norrvik-ferry-01.jpg"),
]
OTHER = [
    ("two numbers", "https://a.example/IMG_20410.jpg", "https://a.example/IMG_20411.jpg"),
    ("two years", "https://a.example/election-night-2023.jpg", "https://a.example/election-night-2024.jpg"),
    ("plain name, two hosts", "https://a.example/photo.jpg", "https://b.example/photo.jpg"),
    ("plain name, two folders", "https://a.example/ferry/photo.jpg", "https://a.example/market/photo.jpg"),
    (
        "one folder of a UUID",
        f"https://a.example/{UUID}/20240405_2_6843_111.jpg",
        f"https://a.example/{UUID}/20240405_2_6843_112.jpg",
    ),
    ("a program and its pictures", "https://a.example/img.php?id=7", "https://a.example/img.php?id=8"),
]
NOTHING = [
    "",
    "   ",
    "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP",
    "blob:https://a.example/1",
    "javascript:void(0)",
    "#top",
    "https://a.example/placeholder.png",
    "https://a.example/1x1.gif",
    "https://a.example/img/blank.gif",
    "https://a.example/",
    "http://[broken",
]


@pytest.mark.parametrize(("what", "one", "other"), SAME, ids=[case[0] for case in SAME])
def test_one_picture(what: str, one: str, other: str) -> None:
    assert picture_key(one) is not None
    assert picture_key(one) == picture_key(other)


@pytest.mark.parametrize(("what", "one", "other"), OTHER, ids=[case[0] for case in OTHER])
def test_other_pictures(what: str, one: str, other: str) -> None:
    assert picture_key(one) != picture_key(other)


@pytest.mark.parametrize("url", NOTHING)
def test_tells_nothing(url: str) -> None:
    assert picture_key(url) is None


def test_keys_of_all_urls_of_an_image() -> None:
    assert picture_keys(
        ["https://a.example/img_20410.jpg 1x", "https://a.example/img_20410-640x360.jpg", "data:,"]
    ) == {"img_20410"}
    assert picture_keys([]) == frozenset()
