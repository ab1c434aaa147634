"""Slips of the pen in well-known names, and what must not be taken for one."""

import pytest

from auditor.spelling import Spelling, slip
from auditor.words import Words

SLIPS = [
    ("retuers", "reuters", "swapped"),
    ("reutters", "reuters", "doubled"),
    ("reuter", "reuters", "other"),
    ("routers", "reuters", "other"),
    ("reuters", "reuters", None),
    ("ruetres", "reuters", None),
    ("", "reuters", None),
]


@pytest.mark.parametrize(("said", "name", "expected"), SLIPS)
def test_one_slip_is_told_from_two(said: str, name: str, expected: str | None) -> None:
    assert slip(said, name) == expected


MEANT = [
    ("Retuers", "Reuters"),
    ("REUTTERS", "Reuters"),
    ("Gettty Images", "Getty Images"),
    ("Gety Images", "Getty Images"),
    ("Getty Iamges", "Getty Images"),
    ("Asociated Press", "Associated Press"),
    ("Shuttertsock", "Shutterstock"),
    ("Shuterstock", "Shutterstock"),
    # people, words and other firms
    ("Reuter", None),
    ("Routers", None),
    ("Blomberg", None),
    ("Betty Images", None),
    ("Action Plus", None),
    ("Getty", None),
    ("Getty Images", None),
    ("AP", None),
]


@pytest.mark.parametrize(("text", "name"), MEANT)
def test_what_was_meant(text: str, name: str | None) -> None:
    names = ["Reuters", "Getty Images", "Associated Press", "Shutterstock", "Bloomberg", "Action Press", "AP"]
    assert Spelling(names).meant(text) == name


def test_no_supplier_is_near_enough_to_an_agency(words: Words) -> None:
    names = [row.name for rows in [words.by_letters.values()] for row in rows]
    assert [(name, found.name) for name in names if (found := words.agencies.misspelt(name))] == []
