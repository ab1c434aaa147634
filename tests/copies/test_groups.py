"""Groups around a leading story, and no chains through a third one."""

import pytest

from auditor.copies import Mode, Pair, group, lead, members
from auditor.model import Image, Origin, Story, Via
from tests.copies.prose import paragraphs

FERRY = paragraphs("ferry", 10)
MARKET = paragraphs("market", 10)


def story(
    name: str, *text: str, published: str | None = None, via: Via = "page", origin: Origin | None = None
) -> Story:
    image = Image(n=1, via=via)
    return Story(name=name, format="html", paragraphs=text, published=published, images=(image,), origin=origin)


def names(stories: list[Story], mode: Mode = "auto") -> list[tuple[str, ...]]:
    return [tuple(member.name for member in found.stories) for found in group(stories, mode)[1]]


LED = [
    (
        "by the earliest",
        [story("a", *FERRY, published="2024-05-14"), story("b", *FERRY, published="2024-05-13")],
        "b leads: it was published first.",
    ),
    ("by the longest", [story("a", *FERRY[:6]), story("b", *FERRY)], "b leads: it is the longest."),
    (
        "by the picture of a wire item",
        [story("a", *FERRY, published="2024-05-13"), story("b", *FERRY[:6], via="wire")],
        "b leads: it is the wire's own item.",
    ),
    (
        "by the wire's own item, though it is shorter and later",
        [story("a", *FERRY, published="2024-05-13"), story("b", *FERRY[:6], published="2024-05-14", origin="wire")],
        "b leads: it is the wire's own item.",
    ),
    (
        "by a page before a partner's",
        [story("a", *FERRY, published="2024-05-13", origin="partner"), story("b", *FERRY[:6])],
        "b leads: the others name another site as the original's.",
    ),
    (
        "by the wire before a page before a partner's",
        [story("a", *FERRY, origin="partner"), story("b", *FERRY), story("c", *FERRY[:6], origin="wire")],
        "c leads: it is the wire's own item.",
    ),
    ("by the first of equals", [story("a", *FERRY), story("b", *FERRY)], "a leads: it was given first."),
    (
        "by the first of partners",
        [story("a", *FERRY, origin="partner"), story("b", *FERRY, origin="partner")],
        "a leads: it was given first.",
    ),
    (
        "by the one with most copies",
        [story("a", *FERRY[:4]), story("b", *FERRY[4:8]), story("c", *FERRY[2:6])],
        "c leads: it has the most copies.",
    ),
]


@pytest.mark.parametrize(("what", "stories", "because"), LED, ids=[case[0] for case in LED])
def test_a_group_is_led(what: str, stories: list[Story], because: str) -> None:
    found = group(stories)[1][0]
    assert found.stories[0].name == because.split()[0]
    assert found.because.endswith(because)


def test_the_master_that_was_named_leads_before_the_wire() -> None:
    leads = [lead(story("a", *FERRY, origin="wire"), "b"), lead(story("b", *FERRY), "b")]
    (found,) = members(leads, [Pair(1, 0, 1.0)])
    assert found.numbers == (1, 0)
    assert found.because.endswith("b leads: it was named as the master copy.")


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
    assert found.because == "100% of part stands in whole. whole leads: it is the longest."


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
