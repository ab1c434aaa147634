"""Spellings of one name, and names of two people."""

import pytest

from auditor.names import Relation, relation

CASES: list[tuple[str, str, Relation]] = [
    ("Rosa Lindqvist", "ROSA LINDQVIST", "same"),
    ("Rosa Lindqvist", "Lindqvist Rosa", "same"),
    ("Inés Calderón", "Ines Calderon", "same"),
    ("Łukasz Głos", "Lukasz Glos", "same"),
    ("Kim Jong-un", "Kim Jong Un", "same"),
    ("J.R. Holm", "J. R. Holm", "same"),
    ("Kim Jongun", "Kim Jong-un", "spelling"),
    ("Rosa Lindqvist", "Rosa Lindqvits", "spelling"),
    ("Sergei Ivanov", "Sergey Ivanov", "spelling"),
    ("Aleksandr Petrov", "Alexander Petrov", "spelling"),
    ("Jürgen Müller", "Juergen Mueller", "spelling"),
    ("Anna van der Berg", "Anna Berg", "spelling"),
    ("Hannes P. Albrecht", "Hannes Albrecht", "spelling"),
    ("R. Lindqvist", "Rosa Lindqvist", "spelling"),
    ("Lindqvist", "Rosa Lindqvist", "spelling"),
    ("Norrik", "Norirk", "spelling"),
    ("Ina", "Ian", "different"),
    ("Norrik", "Norrvo", "different"),
    ("김혜진", "Kim Hye-jin", "unsure"),
    ("Rosa Lindqvist", "Tom Ridgeway", "different"),
    ("Tom Lee", "Tim Lee", "different"),
    ("Peter Holm", "Anna Holm", "different"),
    ("Jonas Lindqvist", "Jonas Lindberg", "different"),
    ("J. Holm", "K. Holm", "different"),
    ("김혜진", "박혜진", "different"),
]


@pytest.mark.parametrize(("one", "other", "expected"), CASES)
def test_relation(one: str, other: str, expected: Relation) -> None:
    assert relation(one, other) == expected
    assert relation(other, one) == expected
