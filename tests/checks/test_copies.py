"""One fault between copies gives one finding, which names the odd one out; harmless differences give none."""

import pytest

from auditor import copies, credits, findings
from auditor.house import House
from auditor.model import Finding, Image, Story

CAPTION = "The last ferry of the summer leaves the harbour of Norrvik"
OTHER = "Fishmongers open their stalls on the market square before dawn"


def found(house: House, *shown: list[Image], paragraphs: tuple[tuple[str, ...], ...] = ()) -> list[Finding]:
    """What the shipped copies/ rules of severity error and warning find in copies named a.html, b.html …"""
    stories = [
        credits.credited(
            Story(
                name=f"copies/{'abcdefgh'[number]}.html",
                format="html",
                language="en",
                paragraphs=paragraphs[number] if paragraphs else (),
                images=tuple(images),
            ),
            house.words,
        )
        for number, images in enumerate(shown)
    ]
    look = findings.lookout([rule for rule in house.rules if rule.topic == "copies"], house.words, house.rights)
    (group,) = copies.group(stories, "all")[1]
    return [finding for finding in findings.of_group(group, look) if finding.severity != "notice"]


def one_picture(*credit_lines: str | None) -> list[list[Image]]:
    """Copies that show one picture under these credits."""
    return [[Image(n=1, src=("ferry-1.jpg",), caption=CAPTION, credit_line=line)] for line in credit_lines]


HARMLESS = [
    ("capitals", "Rosa Lindqvist/AFP", "ROSA LINDQVIST/AFP"),
    ("alias", "Rosa Lindqvist/AP", "Rosa Lindqvist/Associated Press"),
    ("order", "Rosa Lindqvist/AFP", "AFP/Rosa Lindqvist"),
    ("marker", "CREDIT: Rosa Lindqvist/AFP", "© Rosa Lindqvist/AFP"),
    ("brackets", "Rosa Lindqvist/AFP", "(Photo: Rosa Lindqvist/AFP)"),
    ("accents", "Inés Calderón/EFE", "Ines Calderon/EFE"),
    ("spaces", "Rosa Lindqvist / AFP", "Rosa  Lindqvist/AFP"),
    ("button", "Rosa Lindqvist/AFP", "Rosa Lindqvist/AFP More"),
    ("initial", "Rosa Lindqvist/AFP", "R. Lindqvist/AFP"),
    ("spelling: a notice", "Rosa Lindqvist/AFP", "Rosa Lindqvits/AFP"),
    ("nobody in both", None, None),
]
FAULTS = [
    ("no credit", ["Rosa Lindqvist/AFP", None], "copies/credit-missing"),
    ("an agency lost", ["Rosa Lindqvist/AFP", "Rosa Lindqvist"], "copies/agency-missing"),
    (
        "an agency lost, the giver left",
        ["Hafenmuseum Norrvik/AFP", "Hafenmuseum Norrvik"],
        "copies/agency-missing",
    ),
    ("another agency", ["Rosa Lindqvist/AFP", "Rosa Lindqvist/Reuters"], "copies/agency-differs"),
    ("another agency, nobody named", ["AFP", "Reuters"], "copies/agency-differs"),
    ("another agency, the name lost too", ["Rosa Lindqvist/AFP", "Reuters"], "copies/agency-differs"),
    ("the name lost", ["Rosa Lindqvist/AFP", "AFP"], "copies/creator-missing"),
    ("another name", ["Rosa Lindqvist/AFP", "Tom Ridgeway/AFP"], "copies/creator-differs"),
    ("another name and agency", ["Rosa Lindqvist/AFP", "Tom Ridgeway/Reuters"], "copies/creator-differs"),
    ("a distributor lost", ["Rosa Lindqvist/AFP via Getty Images", "Rosa Lindqvist/AFP"], "copies/chain-differs"),
    ("a label lost", ["Rosa Lindqvist/AFP/File", "Rosa Lindqvist/AFP"], "copies/kind-missing"),
    (
        "the odd one of three",
        ["Rosa Lindqvist/AFP", "Tom Ridgeway/AFP", "AFP/ROSA LINDQVIST"],
        "copies/creator-differs",
    ),
    ("two of three without", [None, "Rosa Lindqvist/AFP", None], "copies/credit-missing"),
]


@pytest.mark.parametrize(("what", "one", "other"), HARMLESS, ids=[case[0] for case in HARMLESS])
def test_harmless(shipped_house: House, what: str, one: str | None, other: str | None) -> None:
    assert found(shipped_house, *one_picture(one, other)) == []
    assert found(shipped_house, *one_picture(other, one)) == []


@pytest.mark.parametrize(("what", "lines", "rule"), FAULTS, ids=[case[0] for case in FAULTS])
def test_one_fault_one_finding(shipped_house: House, what: str, lines: list[str | None], rule: str) -> None:
    assert [finding.rule for finding in found(shipped_house, *one_picture(*lines))] == [rule]
    assert [finding.rule for finding in found(shipped_house, *one_picture(*lines[::-1]))] == [rule]


def test_the_odd_one_out_is_named_with_what_the_others_say(shipped_house: House) -> None:
    (finding,) = found(shipped_house, *one_picture("Rosa Lindqvist/AFP", "Tom Ridgeway/AFP", "AFP/Rosa Lindqvist"))
    said = ("b.html", "Tom Ridgeway/AFP", "a.html and c.html", "Rosa Lindqvist/AFP")
    assert [part for part in said if part in finding.message] == list(said)
    assert (finding.place.story, finding.place.image) == ("copies/b.html", 1)
    assert [place.story for place in finding.also] == ["copies/a.html", "copies/c.html"]


def test_the_remedy_is_the_credit_of_the_other_copy(shipped_house: House) -> None:
    (finding,) = found(shipped_house, *one_picture("CREDIT: ROSA LINDQVIST/AFP", "- AFP"))
    assert "Rosa Lindqvist/AFP" in finding.fix


def images(*told: tuple[str, str, str]) -> list[Image]:
    return [Image(n=n, src=(src,), caption=caption, credit_line=line) for n, (src, caption, line) in enumerate(told, 1)]


FERRY, MARKET = ("ferry-1.jpg", CAPTION), ("market-1.jpg", OTHER)


def test_exchanged_credits_are_one_finding(shipped_house: House) -> None:
    (finding,) = found(
        shipped_house,
        images((*FERRY, "Rosa Lindqvist/AFP"), (*MARKET, "Tom Ridgeway/Reuters")),
        images((*FERRY, "Tom Ridgeway/Reuters"), (*MARKET, "AFP/Rosa Lindqvist")),
        images((*FERRY, "Rosa Lindqvist/AFP"), (*MARKET, "Tom Ridgeway/Reuters")),
    )
    assert finding.rule == "copies/swapped"
    assert finding.place.story == "copies/b.html"
    assert {place.image for place in (finding.place, *finding.also)} == {1, 2}


def test_so_are_credits_of_one_photographer_with_an_agency_and_without(shipped_house: House) -> None:
    (finding,) = found(
        shipped_house,
        images((*FERRY, "Rosa Lindqvist"), (*MARKET, "Rosa Lindqvist/AFP")),
        images((*FERRY, "AFP/ROSA LINDQVIST"), (*MARKET, "Rosa Lindqvist")),
    )
    assert finding.rule == "copies/swapped"


def test_so_are_credits_of_which_one_has_lost_a_link(shipped_house: House) -> None:
    (finding,) = found(
        shipped_house,
        images((*FERRY, "Rosa Lindqvist/AFP via Getty Images"), (*MARKET, "Tom Ridgeway/PA via dpa")),
        images((*FERRY, "Tom Ridgeway/PA Wire via dpa"), (*MARKET, "Rosa Lindqvist/AFP")),
    )
    assert finding.rule == "copies/swapped"


def test_exchanged_captions_are_one_finding(shipped_house: House) -> None:
    (finding,) = found(
        shipped_house,
        images((*FERRY, "AFP"), (*MARKET, "AFP")),
        images(("ferry-1.jpg", OTHER, "AFP"), ("market-1.jpg", CAPTION, "AFP")),
    )
    assert finding.rule == "copies/swapped"


LINES = ["Rosa Lindqvist/AFP", "Tom Ridgeway/Reuters", "Henrike Ostermann/dpa", "Camille Vasseur/AP"]
CAPTIONS = [
    CAPTION,
    OTHER,
    "The lighthouse was lit by hand for the last time",
    "Mayor Ida Holm cuts the ribbon of a new bridge",
]
ROUNDS = [
    ("three", [1, 2, 0], ["1, 2 and 3"]),
    ("three the other way round", [2, 0, 1], ["1, 2 and 3"]),
    ("four", [1, 2, 3, 0], ["1, 2, 3 and 4"]),
    ("three of four", [0, 2, 3, 1], ["2, 3 and 4"]),
    ("two and two", [1, 0, 3, 2], ["1 and 2", "3 and 4"]),
]


@pytest.mark.parametrize("what", ["credits", "captions"])
@pytest.mark.parametrize(("case", "order", "numbers"), ROUNDS, ids=[case[0] for case in ROUNDS])
def test_a_round_is_one_finding(
    shipped_house: House, case: str, order: list[int], numbers: list[str], what: str
) -> None:
    def copy(lines: list[int], captions: list[int]) -> list[Image]:
        return images(
            *((f"pic-000{n}.jpg", CAPTIONS[c], LINES[k]) for n, (k, c) in enumerate(zip(lines, captions, strict=True)))
        )

    right = sorted(order)
    wrong = copy(order, right) if what == "credits" else copy(right, order)
    found_ = found(shipped_house, copy(right, right), wrong)
    assert [finding.rule for finding in found_] == ["copies/swapped"] * len(numbers)
    assert all(f"pictures {n} have exchanged their {what}" in f.message for n, f in zip(numbers, found_, strict=True))
    told = {place.image for finding in found_ for place in (finding.place, *finding.also)}
    assert told == {n for n, moved in enumerate(order, 1) if moved != n - 1}


def test_no_round_where_one_line_is_elsewhere_nobodys(shipped_house: House) -> None:
    one, other = (
        images(*zip("abc", CAPTIONS, lines, strict=False)) for lines in (LINES, [LINES[1], LINES[2], LINES[3]])
    )
    assert {finding.rule for finding in found(shipped_house, one, other)} == {"copies/creator-differs"}


def test_pictures_that_changed_places_with_their_lines_are_none(shipped_house: House) -> None:
    one, other = (*FERRY, "Rosa Lindqvist/AFP"), (*MARKET, "Tom Ridgeway/Reuters")
    assert found(shipped_house, images(one, other), images(other, one)) == []


def test_a_name_is_found_once_however_many_captions_have_it(shipped_house: House) -> None:
    right, wrong = "The ferry that Anders Norgren built", "The ferry that Anders Norgen built"
    shown = [images(("ferry-1.jpg", text, "AFP"), (*MARKET, "AFP")) for text in (right, wrong, right, wrong)]
    (finding,) = found(shipped_house, *shown)
    assert finding.rule == "copies/name-spelling"


def test_the_rarer_spelling_is_the_odd_one(shipped_house: House) -> None:
    shown = [images(("mayor-1.jpg", text, "AFP")) for text in ("Mayor Li Meihua speaks", "Mayor Li Mei-hua speaks")]
    text = (("Li Mei-hua opened the market.",), ("The mayor, Li Mei-hua, spoke.",))
    (finding,) = found(shipped_house, *shown, paragraphs=text)
    assert finding.place.story == "copies/a.html"
    assert finding.message.index("Li Meihua") < finding.message.index("Li Mei-hua")


def test_stories_of_one_file_name_are_named_in_full(shipped_house: House) -> None:
    shown = one_picture("Rosa Lindqvist/AFP", None)
    stories = [
        credits.credited(Story(name=name, format="html", images=tuple(i)), shipped_house.words)
        for name, i in zip(("ours/story.html", "theirs/story.html"), shown, strict=True)
    ]
    look = findings.lookout(
        [r for r in shipped_house.rules if r.id == "copies/credit-missing"], shipped_house.words, shipped_house.rights
    )
    (finding,) = findings.of_group(copies.group(stories, "all")[1][0], look)
    assert "ours/story.html" in finding.message
    assert "theirs/story.html" in finding.message


def test_what_is_cut_off_is_not_called_missing(shipped_house: House) -> None:
    shown = one_picture("Rosa Lindqvist/AFP via Getty Images", "Rosa Lindqvist/AFP via Gett")
    assert found(shipped_house, *shown) == []


def test_a_label_may_stand_in_the_caption(shipped_house: House) -> None:
    shown = [
        images(("ferry-1.jpg", CAPTION, "Rosa Lindqvist/AFP, File")),
        images(("ferry-1.jpg", f"FILE - {CAPTION}", "Rosa Lindqvist/AFP")),
    ]
    assert found(shipped_house, *shown) == []


def test_a_parsed_name_that_the_other_line_holds_is_not_missing(shipped_house: House) -> None:
    assert (
        found(shipped_house, *one_picture("Rosa Lindqvist/Hafenmuseum Norrvik", "Hafenmuseum Norrvik, Rosa Lindqvist"))
        == []
    )
