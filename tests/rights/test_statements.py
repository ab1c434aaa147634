"""Which statements for machines are about a picture that readers see."""

import pytest

from auditor.model import Image, Story
from auditor.rights import statements

ADDRESS = "https://img.example/2026/ferry-12345.jpg"


@pytest.mark.parametrize(
    ("captions", "found"),
    [
        (["The ferry leaves."], True),
        (["The ferry leaves.", "The first crossing, seen from the pier."], True),
        ([f"Picture {n} of the new ferry." for n in range(21)], False),
    ],
    ids=["once", "twice, with two captions", "more often than one picture is"],
)
def test_an_address_tells_unless_too_much_is_shown_under_it(captions: list[str], found: bool) -> None:
    shown = [Image(n, src=(f"{ADDRESS}?w={n}00",), caption=caption) for n, caption in enumerate(captions, 1)]
    stated = [Image(90 + n, "json-ld", (ADDRESS,), credit_line=f"Photographer {n}") for n in (1, 2)]
    story = Story("page.html", "html", images=(*shown, *stated))
    assert [statements.about(image, story) for image in shown] == [stated if found else []] * len(shown)
