"""A heap of stories in columns: the same copies as one story at a time, whole or in pieces, at once or after a kill."""

import random
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from auditor.copies import heap, stories
from auditor.copies.bodies import Body, body
from auditor.copies.stories import Pair
from auditor.model import Image, Story
from tests.copies.prose import paragraphs

POOL = [text for topic in range(40) for text in paragraphs(f"topic {topic}", 6, words=5 + topic)]
FOOTERS = paragraphs("footers", 3)


def mixture(seed: int, count: int = 400) -> list[Body]:
    """Bodies of few and many words, with and without date, site and figures, that share a paragraph or all of them."""
    return [body(story) for story in told(seed, count)]


def told(seed: int, count: int) -> list[Story]:
    chance = random.Random(seed)
    return [_story(number, chance) for number in range(count)]


def _story(number: int, chance: random.Random) -> Story:
    text = [_edited(text, chance) for text in chance.choices(POOL, k=chance.randint(0, 6))]
    if chance.random() < 0.5:
        text.append(chance.choice(FOOTERS))
    return Story(
        name=str(number),
        format="text",
        publisher=chance.choice([None, "one", "other"]),
        published=chance.choice([None, f"2026-01-{chance.randint(1, 28):02}"]),
        paragraphs=tuple(text),
        images=(Image(1, caption=chance.choice(POOL)),),
    )


def _edited(text: str, chance: random.Random) -> str:
    words = text.split()
    for _ in range(chance.choice([0, 0, 1, 3, 12])):
        words[chance.randrange(len(words))] = chance.choice(["7", "1,204", "other", "words"])
    return " ".join(words)


def in_columns(bodies: Sequence[Body], folder: Path, jobs: int = 0) -> list[Pair]:
    chunks = [bodies[begin : begin + heap.CHUNK] for begin in range(0, len(bodies), heap.CHUNK)]
    return list(heap.pairs(heap.find(chunks, folder, jobs)))


@pytest.fixture
def pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cuts small heaps into many chunks, parts and blocks."""
    for name, size in {"CHUNK": 70, "PART": 300, "BLOCK": 90, "PAIRS": 500}.items():
        monkeypatch.setattr(heap, name, size)


@pytest.mark.parametrize("seed", range(4))
def test_whole_and_in_pieces_the_same_as_one_by_one(tmp_path: Path, seed: int, request: pytest.FixtureRequest) -> None:
    bodies = mixture(seed)
    expected = stories.find(bodies)
    assert len(expected) > 100
    assert in_columns(bodies, tmp_path / "whole") == expected
    request.getfixturevalue("pieces")
    assert in_columns(bodies, tmp_path / "pieces") == expected


FOOTER = FOOTERS[:1]
HARD = {
    "none": [],
    "one": [()],
    "no text at all": [(), (), ()],
    "too short for a shingle": [("a b",), ("a b",)],
    "one shingle": [("a b c d e",), ("a b c d e",)],
    "two shingles": [("a b c d e f",), ("a b c d e f",)],
    "as long as a short text may be": [(" ".join(map(chr, range(0x4E00, 0x4E27))),)] * 2,
    "a word longer": [(" ".join(map(chr, range(0x4E00, 0x4E28))),)] * 2,
    "more copies than count as common": [FOOTER] * 320,
    "more figures than words": [(" ".join(map(str, range(200))),), (" ".join(map(str, range(100, 300))),)],
    "one text, other figures": [(("the rate closed at {} today " * 30).format(*range(n, n + 30)),) for n in (100, 500)],
}


@pytest.mark.parametrize("what", HARD)
def test_hard_cases(tmp_path: Path, what: str) -> None:
    bodies = [body(Story(str(n), "text", paragraphs=text)) for n, text in enumerate(HARD[what])]
    assert in_columns(bodies, tmp_path) == stories.find(bodies)


def test_workers_find_the_same(tmp_path: Path) -> None:
    bodies = mixture(9, 120)
    assert in_columns(bodies, tmp_path, jobs=2) == stories.find(bodies)


@pytest.mark.usefixtures("pieces")
def test_stories_in_files_give_the_same(tmp_path: Path) -> None:
    stories_told = told(6, 200)
    chunks = [stories_told[begin : begin + heap.CHUNK] for begin in range(0, len(stories_told), heap.CHUNK)]
    for number, chunk in enumerate(chunks):
        (tmp_path / f"stories-{number}").write_bytes(msgspec.msgpack.encode(chunk))
    found = heap.pairs(heap.find_in_files(tmp_path, [len(chunk) for chunk in chunks]))
    assert list(found) == stories.find([body(story) for story in stories_told])


@pytest.mark.parametrize("lost", ["fingerprints-1", "candidates-0", "copies-1", "repeated.npy"])
@pytest.mark.usefixtures("pieces")
def test_a_run_goes_on_where_it_stood(tmp_path: Path, lost: str, monkeypatch: pytest.MonkeyPatch) -> None:
    bodies = mixture(5, 180)
    expected = in_columns(bodies, tmp_path)
    (tmp_path / lost).rename(tmp_path / f".{lost}.1")  # as a kill leaves it: under its name while it was written
    made: list[str] = []
    original = heap.made
    monkeypatch.setattr(
        heap, "made", lambda path, make: original(path, lambda draft: made.append(path.name) or make(draft))
    )
    assert in_columns(bodies, tmp_path) == expected
    assert made == [lost]
