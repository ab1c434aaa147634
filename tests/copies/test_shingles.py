"""Fingerprints: the same in every process, and shared by whoever shares a passage."""

import pytest

from auditor.copies.bodies import codes_of
from auditor.copies.shingles import WINDOW, fingerprints, shingles

WORDS = [f"word{n}" for n in range(200)]


def hashes(words: list[str]) -> list[int]:
    return shingles(codes_of([word.encode() for word in words]))


def test_hashes_do_not_depend_on_the_process() -> None:
    assert f"{hashes(['the', 'ferry', 'leaves', 'the', 'harbour'])[0]:x}" == "696d84269b1449e0"


@pytest.mark.parametrize(("length", "count"), [(0, 0), (4, 0), (5, 1), (30, 26)])
def test_short_texts_keep_every_shingle(length: int, count: int) -> None:
    assert len(fingerprints(hashes(WORDS[:length]))) == count


@pytest.mark.parametrize("start", range(0, 60, 7))
def test_twenty_words_in_a_row_share_a_fingerprint(start: int) -> None:
    passage = WORDS[start : start + 20]
    other = [f"other{n}" for n in range(start)] + passage + [f"more{n}" for n in range(60)]
    assert fingerprints(hashes(WORDS)) & fingerprints(hashes(other))


def test_winnowing_keeps_about_an_eighth() -> None:
    kept = fingerprints(hashes([f"w{n}" for n in range(5000)]))
    assert 5000 / WINDOW < len(kept) < 5000 / 4
