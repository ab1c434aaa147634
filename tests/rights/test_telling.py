"""What lets a text be passed over before it is cut into clauses: no construction can do without a telling word."""

from collections.abc import Set
from itertools import product

import pytest

from auditor.house import House
from auditor.phrases import worded
from auditor.restrictions import BINDING, NAMING, TELLING, TIMED
from auditor.rights.conditions.clauses import ALLOWED, BOTH, DATE, DENIED, LETTERS, NUMBER, OPEN_DATE
from auditor.rights.conditions.grammar import CONSTRUCTIONS, Construction
from auditor.rights.conditions.telling import may_state

SIGNS = [DENIED, ALLOWED, BOTH, *"q,:xw"]
TIMES = [NUMBER, DATE, OPEN_DATE]
LONGEST = 3  # letters; longer constructions only repeat some of them


@pytest.mark.parametrize("without", [{NAMING}, BINDING], ids=["no word for the credit", "nothing that binds"])
@pytest.mark.parametrize(("timed", "times"), [(set(), TIMES), (TIMED, [])], ids=["no timed word", "no date"])
@pytest.mark.parametrize("construction", CONSTRUCTIONS, ids=lambda one: one.pattern.pattern)
def test_a_construction_has_a_telling_word(
    construction: Construction, timed: Set[str], times: list[str], without: Set[str]
) -> None:
    left = LETTERS.keys() - TELLING - without - (TIMED - timed)
    quiet = [*(LETTERS[part] for part in left), *SIGNS, *times]
    clauses = ("".join(letters) for length in range(1, LONGEST + 1) for letters in product(quiet, repeat=length))
    assert [clause for clause in clauses if construction.pattern.search(clause)] == []


# text | language | whether it is cut into clauses
STATING = [
    ("The ferry leaves for Sandvik", "en", False),
    ("The ferry leaves for Sandvik on 5 May", "en", False),
    ("For 28 days", "en", True),
    ("For up to and including 28 days", "en", True),
    ("For two weeks", "en", True),
    ("For two weeks", "de", False),
    ("By Sunday", "en", True),
    ("Fram till januari", "sv", True),
    ("Bis Montag", None, True),
    ("Jusqu'au 3 août", "fr", True),
    ("NO SALES", "en", True),
    ("Mandatory credit", "en", True),
    ("Credit: Jane Roe", "en", False),
]


@pytest.mark.parametrize(("text", "language", "may"), STATING)
def test_most_texts_are_passed_over(text: str, language: str | None, may: bool, shipped_house: House) -> None:
    assert may_state(worded(text), shipped_house.words, language) is may
