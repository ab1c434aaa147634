"""Which picture an entry of pictures.toml is about, and what it forbids then."""

import datetime
from typing import Any

import pytest

from auditor import credits, findings
from auditor.house import House
from auditor.model import Image, Story
from auditor.rights import desk
from auditor.rights.recognising import Register
from auditor.rights.shapes import Asked, EntryRow, Rights

LETTER = "The harbour master, Anselm Quist, shows the letter that he says he received from the ministry"
ENTRY = EntryRow(
    reason="Agency kill notice 4711",
    kill=datetime.date(2019, 1, 9),
    caption=LETTER,
    src=("https://pictures.example/desk/letter-from-the-ministry-4711.tif",),
    ids=("AP19001", "AFP-4KQ7810", "1087654321"),
)
TODAY = datetime.date(2026, 7, 1)

# what the image bears -> why the entry is about it, "" where it is not
TOLD: dict[str, tuple[dict[str, Any], str]] = {
    "the id is the file's name": ({"src": ("https://a.example/AP19001.jpg",)}, "id AP19001 stands in the address"),
    "with a size behind it": ({"src": ("https://a.example/AP19001_640x480.jpg",)}, "id AP19001"),
    "as a folder": ({"src": ("https://a.example/ap19001/large.webp",)}, "id AP19001"),
    "in the query": ({"src": ("https://a.example/image?id=1087654321&w=640",)}, "id 1087654321"),
    "behind %20": ({"src": ("https://a.example/pool%20AP19001%20final.jpg",)}, "id AP19001"),
    "of several words": ({"src": ("https://a.example/afp_4kq7810_large.jpg",)}, "id AFP-4KQ7810"),
    "in any candidate of a srcset": ({"src": ("https://a.example/x.jpg", "https://a.example/AP19001-2.jpg 2x")}, "id"),
    "in the credit line": ({"credit_line": "Nadia Brandt/Getty Images (AP19001)"}, "stands in the credit line"),
    "in the caption": ({"caption": "A letter. AP19001"}, "stands in the caption"),
    "in the instructions": ({"instructions": "Ref AP19001"}, "id AP19001"),
    "a longer id": ({"src": ("https://a.example/AP190012.jpg",)}, ""),
    "part of an id": ({"src": ("https://a.example/4KQ7810.jpg",)}, ""),
    "another number": ({"src": ("https://a.example/image?id=10876543210",)}, ""),
    "the address on another host, another size": (
        {"src": ("https://cdn.example/resize/640x/letter-from-the-ministry-4711.jpg?q=80",)},
        "its address is that picture's",
    ),
    "the next frame": ({"src": ("https://pictures.example/desk/letter-from-the-ministry-4712.jpg",)}, ""),
    "the caption, word for word": ({"caption": LETTER}, "100% alike"),
    "with a full stop and other quotes": ({"caption": f"{LETTER}."}, "alike"),
    "with a word changed": ({"caption": LETTER.replace("shows", "holds")}, "alike"),
    "with a place and a day before it": ({"caption": f"PORT LESSING, Karvia (AP) — {LETTER}."}, "its caption"),
    "shortened": ({"caption": LETTER.replace(" that he says he", "")}, "its caption"),
    "of another person": ({"caption": LETTER.replace("Anselm Quist", "Lene Abendroth")}, ""),
    "of another day": ({"caption": f"{LETTER} on 7 January"}, "its caption"),
    "of another event": ({"caption": "The harbour master, Anselm Quist, shows the model that he built for the museum"}, ""),
    "too short to tell": ({"caption": "The harbour master"}, ""),
    "the credit of the notice": ({"credit_line": "Nadia Brandt/AP, kill notice 4711"}, ""),
    "nothing": ({}, ""),
}  # fmt: skip


@pytest.mark.parametrize("case", TOLD)
def test_an_entry_is_about_a_picture(case: str) -> None:
    said, why = TOLD[case]
    about = Register([desk.entry(ENTRY, "pictures.toml:1")]).about(Image(1, **said))
    assert bool(about) == bool(why), about
    assert why in "".join(because for _, because in about)


def test_captions_of_a_series_are_told_apart() -> None:
    one = EntryRow(
        "killed", datetime.date(2019, 1, 9), caption="Ferries wait at berth 4 in Port Lessing on Monday morning"
    )
    register = Register([desk.entry(one, "pictures.toml:1")])
    assert register.about(Image(1, caption="Ferries wait at berth 4 in Port Lessing on Monday morning."))
    assert not register.about(Image(1, caption="Ferries wait at berth 5 in Port Lessing on Monday morning."))
    assert not register.about(Image(1, caption="Ferries wait at berth 4 in Port Brenn on Monday morning."))


def test_data_for_machines_tells_the_picture_that_readers_see() -> None:
    seen = Image(1, src=("https://a.example/2019/letter-of-the-ministry-77.jpg",))
    stated = Image(2, via="json-ld", src=seen.src, caption="Media id AP19001")
    register = Register([desk.entry(ENTRY, "pictures.toml:1")])
    assert [why for _, why in register.about(seen, Story("a", "html", images=(seen, stated)))] == [
        "its id AP19001 stands in the data for machines"
    ]
    assert not register.about(seen, Story("a", "html", images=(seen,)))


def test_an_address_that_stands_for_several_pictures_tells_none() -> None:
    address = ("https://pictures.example/letter-from-the-ministry-4711.jpg",)
    one, other = Image(1, src=address, caption="A letter."), Image(2, src=address, caption="A ferry.")
    register = Register([desk.entry(EntryRow("x", TODAY, src=address), "pictures.toml:1")])
    assert not register.about(one, Story("a", "html", images=(one, other)))
    assert register.about(one, Story("a", "html", images=(one,)))


def test_a_picture_is_found_among_many_entries() -> None:
    many = (
        EntryRow(f"{n}", TODAY, caption=f"Ferries wait at berth {n} in the harbour on Monday", ids=(f"XY{n:05}",))
        for n in range(500)
    )
    register = Register([*(desk.entry(row, "a") for row in many), desk.entry(ENTRY, "b")])
    assert [entry.place for entry, _ in register.about(Image(1, caption=LETTER))] == ["b"]
    assert [entry.reason for entry, _ in register.about(Image(1, src=("https://a.example/XY00321.jpg",)))] == ["321"]


# entry; story's date; what is asked; the rule that speaks, "" for none; the reason
DAY, ENTRY_ID = datetime.date, ("AP19001",)
ASKED: list[tuple[dict[str, Any], str | None, dict[str, Any], str, str]] = [
    ({"kill": DAY(2019, 1, 9)}, "2019-01-07", {}, "killed", "a kill reaches stories from before it"),
    ({"kill": DAY(2019, 1, 9)}, "2019-01-07", {"as_of": DAY(2018, 1, 1)}, "killed", "and every day that is asked"),
    ({"kill": DAY(2019, 1, 9)}, None, {}, "killed", "a story without a date too"),
    ({"embargo": DAY(2019, 1, 9)}, "2019-01-08T23:59:00Z", {}, "embargo", "the day before"),
    ({"embargo": DAY(2019, 1, 9)}, "2019-01-09T00:00:00Z", {}, "", "the day itself"),
    ({"embargo": DAY(2019, 1, 9)}, None, {}, "", "without a date it is shown today, long after"),
    ({"embargo": DAY(2027, 1, 9)}, None, {}, "embargo", "or before"),
    ({"embargo": "2019-01-09T06:00:00+01:00"}, "2019-01-09T04:59:00Z", {}, "embargo", "a minute early, elsewhere"),
    ({"embargo": "2019-01-09T06:00:00+01:00"}, "2019-01-09T05:00:00Z", {}, "", "on the minute"),
    ({"embargo": "2019-01-09T06:00:00+01:00"}, "2019-01-08T23:30:00-08:00", {}, "", "the day before by the clock there, yet after"),
    ({"embargo": "2019-01-09T06:00:00"}, "2019-01-09T04:00:00Z", {}, "", "an hour of no zone: on that day nobody can tell"),
    ({"embargo": "2019-01-09T06:00:00Z"}, "2019-01-09", {}, "", "a day without an hour: nobody can tell"),
    ({"embargo": "2019-01-09T06:00:00Z"}, "2019-01-09 in the morning", {}, "", "nor with one that nobody can read"),
    ({"embargo": "2019-01-09T06:00:00Z"}, "yesterday", {}, "", "a date that nobody can read is none: it is shown today"),
    ({"embargo": "2019-01-09T06:00:00Z"}, "2019-01-07", {"as_of": DAY(2019, 1, 8)}, "embargo", "asked for the day before"),
    ({"until": DAY(2019, 2, 1)}, "2019-02-01", {}, "", "the last day"),
    ({"until": DAY(2019, 2, 1)}, "2019-02-02", {}, "expired", "the day after"),
    ({"until": DAY(2019, 2, 1)}, "2019-01-01", {"as_of": DAY(2019, 3, 1)}, "expired", "an old story, shown now"),
    ({"until": DAY(2019, 2, 1)}, None, {}, "expired", "a story without a date is shown today"),
    ({"territories": ("GB", "IE")}, "2019-01-01", {"edition": "IE"}, "", "in one of its countries"),
    ({"territories": ("GB", "IE")}, "2019-01-01", {"edition": "US"}, "territory", "in none of them"),
    ({"territories": ("GB", "IE")}, "2019-01-01", {}, "", "no edition is asked for"),
    ({"uses": ("print",)}, "2019-01-01", {"use": "print"}, "", "the use it is for"),
    ({"uses": ("print",)}, "2019-01-01", {"use": "social"}, "use", "another one"),
    ({"uses": ("print",)}, "2019-01-01", {}, "", "no use is asked for"),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "published", "asked", "answer", "why"), ASKED)
def test_what_an_entry_forbids(
    shipped_house: House, entry: dict[str, Any], published: str | None, asked: dict[str, Any], answer: str, why: str
) -> None:
    said = {k: datetime.datetime.fromisoformat(v) if isinstance(v, str) else v for k, v in entry.items()}
    row = desk.entry(EntryRow(reason="Loan of the museum", ids=ENTRY_ID, **said), "newsroom/pictures.toml:7")
    image = Image(1, src=("https://a.example/AP19001.jpg",), credit_line="Nadia Brandt/AP")
    story = credits.credited(Story("page.html", "html", published=published, images=(image,)), shipped_house.words)
    rules = [rule for rule in shipped_house.rules if rule.topic == "rights"]
    look = findings.lookout(rules, shipped_house.words, Rights(Asked(TODAY, **asked), entries=Register([row])))
    found = list(findings.of_story(story, look))
    assert [finding.rule for finding in found] == ([f"rights/{answer}"] if answer else []), why
    for finding in found:
        assert "“Loan of the museum” (newsroom/pictures.toml; its id AP19001 stands in the address)" in finding.message
        assert "(newsroom/pictures.toml:7)" in finding.fix
        assert [(place.story, place.line) for place in finding.also] == [("newsroom/pictures.toml", 7)]
