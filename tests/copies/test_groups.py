"""Groups around a leading story, and no chains through a third one."""

import pytest

from auditor.copies import Mode, group
from auditor.model import Image, Story
from tests.copies.prose import paragraphs

FERRY = paragraphs("ferry", 10)
MARKET = paragraphs("market", 10)


def story(name: str, *text: str, published: str | None = None, via: str = "page") -> Story:
    image = Image(n=1, via=via)  # type: ignore[arg-type]
    return Story(name=name, format="html", paragraphs=text, published=published, images=(image,))


def names(stories: list[Story], mode: Mode = "auto") -> list[tuple[str, ...]]:
    return [tuple(member.name for member in found.stories) for found in group(stories, mode)[1]]


LED = [
    ("by the earliest", [story("a", *FERRY, published="2024-05-14"), story("b", *FERRY, published="2024-05-13")], "b"),
    ("by the longest", [story("a", *FERRY[:6]), story("b", *FERRY)], "b"),
    ("by the wire", [story("a", *FERRY, published="2024-05-13"), story("b", *FERRY[:6], via="wire")], "b"),
    ("by the first of equals", [story("a", *FERRY), story("b", *FERRY)], "a"),
    (
        "by the one with most copies",
        [story("a", *FERRY[:4]), story("b", *FERRY[4:8]), story("c", *FERRY[2:6])],
        "c",
    ),
]


@pytest.mark.parametrize(("what", "stories", "leader"), LED, ids=[case[0] for case in LED])
def test_a_group_is_led(what: str, stories: list[Story], leader: str) -> None:
    assert names(stories)[0][0] == leader


def test_stories_without_a_copy_are_in_no_group() -> None:
    stories = [story("a", *FERRY), story("b", *MARKET), story("c", *FERRY)]
    assert names(stories) == [("a", "c")]
    assert names(stories[:2]) == []


def test_a_round_up_joins_each_story_and_chains_none() -> None:
    stories = [story("round-up", *FERRY, *MARKET), story("a", *FERRY), story("b", *MARKET), story("c", *MARKET)]
    assert names(stories) == [("a", "round-up"), ("b", "round-up", "c")]


def test_every_story_with_a_copy_is_in_a_group() -> None:
    chain = [story(str(n), *FERRY[n : n + 4]) for n in range(0, 7, 2)]
    copies, groups = group(chain, "auto")
    paired = {name for copy in copies for name in (copy.story, copy.of)}
    assert paired == {s.name for s in chain}
    assert {member.name for found in groups for member in found.stories} == paired
    direct = {frozenset((copy.story, copy.of)) for copy in copies}
    for found in groups:
        leader, *members = found.stories
        assert all(frozenset((leader.name, member.name)) in direct for member in members)


def test_the_reason_gives_the_share_of_each_copy() -> None:
    (found,) = group([story("whole", *FERRY), story("part", *FERRY[:5])], "auto")[1]
    assert found.because == "100% of part stands in whole."


def test_all_inputs_are_copies_of_the_first() -> None:
    stories = [story("a", *FERRY), story("b", *MARKET), story("c")]
    copies, groups = group(stories, "all")
    assert [(copy.story, copy.of, copy.share) for copy in copies] == [("b", "a", 0), ("c", "a", 0)]
    assert [member.name for member in groups[0].stories] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("stories", "mode"), [([story("a", *FERRY), story("b", *FERRY)], "none"), ([story("a")], "all"), ([], "auto")]
)
def test_no_groups(stories: list[Story], mode: Mode) -> None:
    assert group(stories, mode) == ((), ())
