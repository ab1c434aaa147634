"""What lets a text be passed over before it is cut into clauses: no construction can do without a telling word."""

from collections.abc import Set
from itertools import product

import pytest

from auditor.restrictions import BINDING, NAMING, TELLING
from auditor.rights.conditions.clauses import ALLOWED, BOTH, DENIED, LETTERS, NUMBER
from auditor.rights.conditions.grammar import CONSTRUCTIONS, Construction

SIGNS = [DENIED, ALLOWED, BOTH, NUMBER, *"Ddq,:xw"]
LONGEST = 3  # letters; longer constructions only repeat some of them


@pytest.mark.parametrize("without", [{NAMING}, BINDING], ids=["no word for the credit", "nothing that binds"])
@pytest.mark.parametrize("construction", CONSTRUCTIONS, ids=lambda one: one.pattern.pattern)
def test_a_construction_has_a_telling_word(construction: Construction, without: Set[str]) -> None:
    quiet = [letter for part, letter in LETTERS.items() if part not in TELLING | without] + SIGNS
    clauses = ("".join(letters) for length in range(1, LONGEST + 1) for letters in product(quiet, repeat=length))
    assert [clause for clause in clauses if construction.pattern.search(clause)] == []
