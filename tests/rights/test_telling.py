"""What lets a text be passed over before it is cut into clauses: no construction can do without a telling word."""

from itertools import product

import pytest

from auditor.restrictions import TELLING
from auditor.rights.conditions.clauses import ALLOWED, BOTH, DENIED, LETTERS, NUMBER
from auditor.rights.conditions.grammar import CONSTRUCTIONS, Construction

OTHERS = [letter for part, letter in LETTERS.items() if part not in TELLING]
QUIET = [*OTHERS, DENIED, ALLOWED, BOTH, NUMBER, *"Ddq,:xw"]
LONGEST = 3  # letters; longer constructions only repeat some of them


@pytest.mark.parametrize("construction", CONSTRUCTIONS, ids=lambda one: one.pattern.pattern)
def test_a_construction_has_a_telling_word(construction: Construction) -> None:
    clauses = ("".join(letters) for length in range(1, LONGEST + 1) for letters in product(QUIET, repeat=length))
    assert [clause for clause in clauses if construction.pattern.search(clause)] == []
