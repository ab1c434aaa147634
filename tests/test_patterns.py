"""Patterns that editors write cannot hang the program."""

import pytest

from auditor.patterns import compile_pattern, found

BACKTRACKING = [
    r"^(\w+\s?)*$",
    r"\s+$",
    r"(?:[\w .]+/)*(?:AP|Reuters)$",
    r"(?:Photo|Credit):?\s*(.*?)\s*$",
    r"(a|aa)+$",
    r"[\w.-]+@",
]


@pytest.mark.parametrize("pattern", BACKTRACKING)
@pytest.mark.parametrize("text", ["a" * 20_000 + "!", " " * 20_000 + "x", "a/" * 10_000 + "!"])
def test_patterns_that_backtrack_elsewhere_end_here(pattern: str, text: str) -> None:
    found(compile_pattern(pattern), text)  # with the standard library each of these takes minutes


@pytest.mark.parametrize("pattern", ["(", "a{5,2}", r"(?<=x)y", r"(a)\1", "[z-a]"])
def test_a_wrong_pattern_is_refused_with_a_reason(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        compile_pattern(pattern)


def test_what_is_found() -> None:
    assert found(compile_pattern(r"IMG_\d+"), "see IMG_4711.jpg") == "IMG_4711"
    assert found(compile_pattern("x"), "nothing") is None


def test_half_a_character_stands_for_no_letter_and_stops_nothing() -> None:
    assert found(compile_pattern("x."), "a\ud800x1") == "x1"
    assert found(compile_pattern(r"x\C"), "xé") == "x\ufffd"
