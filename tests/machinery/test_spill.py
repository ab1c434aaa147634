"""Records out of the way: what goes in comes out, from memory and from the file alike."""

import msgspec
import pytest

from auditor.machinery.spill import Spill
from auditor.model import Story

STORIES = [Story(f"{n}.txt", "text", paragraphs=("word " * n,)) for n in range(50)]
SIZES = [0, 700, 1 << 20]
"""Bytes kept in memory: none, some, all."""


def filled(in_memory: int) -> Spill[Story]:
    spill: Spill[Story] = Spill(Story, in_memory)
    for story in STORIES:
        spill.append(story)
    return spill


@pytest.mark.parametrize("in_memory", SIZES)
def test_what_goes_in_comes_out(in_memory: int) -> None:
    spill = filled(in_memory)
    assert list(spill) == STORIES
    assert list(spill) == STORIES, "a second time"
    assert spill[7] == STORIES[7]
    assert spill[3:5] == STORIES[3:5]
    assert len(spill) == len(STORIES)


@pytest.mark.parametrize("in_memory", SIZES)
def test_records_may_come_in_any_order(in_memory: int) -> None:
    spill: Spill[Story] = Spill(Story, in_memory)
    for number in (2, 0, 3, 1):
        spill.put(number, msgspec.msgpack.encode(STORIES[number]))
    assert list(spill) == STORIES[:4]


def test_a_record_that_never_came_is_missed() -> None:
    spill: Spill[Story] = Spill(Story)
    spill.put(1, msgspec.msgpack.encode(STORIES[1]))
    with pytest.raises(IndexError):
        spill[0]


@pytest.mark.parametrize("in_memory", SIZES)
def test_records_can_be_arranged_anew(in_memory: int) -> None:
    spill = filled(in_memory)
    spill.arrange(range(len(STORIES) - 1, -1, -1))
    assert list(spill) == STORIES[::-1]
