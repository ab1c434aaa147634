"""Which credits of one picture cannot both be right: only what both name, and name otherwise beyond doubt."""

import pytest

from auditor.checks.agreement import contradict
from auditor.credits import take_apart
from auditor.words import Words

# idea, one credit, another, whether they contradict each other
CREDITS = [
    ("another agency", "Rosa Lindqvist/AFP", "Reuters", True),
    ("another agency, nobody named", "Reuters", "Foto: dpa", True),
    ("one agency that sells the other's pictures", "AP", "Foto: dpa", False),
    ("another photographer", "Rosa Lindqvist/AFP", "Tom Ridgeway/AFP", True),
    ("another photographer alone", "Foto: Rosa Lindqvist", "Tom Ridgeway", True),
    ("an alias in capitals", "Rosa Lindqvist/AP", "ASSOCIATED PRESS", False),
    ("another order", "Rosa Lindqvist/AFP", "AFP / ROSA LINDQVIST", False),
    ("a distributor more", "Rosa Lindqvist/AFP", "AFP via Getty Images", False),
    ("the distributor alone", "AFP", "Getty Images", False),
    ("a distributor and a small agency that no table joins", "Rosa Lindqvist/SOPA Images", "Shutterstock", False),
    ("one photographer at two agencies", "Rosa Lindqvist/AFP", "Rosa Lindqvist/Reuters", False),
    ("one photographer, spelt otherwise", "Jürgen Strand/dpa", "Juergen Strand", False),
    ("a name in another script", "Дарья Волкова/ТАСС", "Darja Wolkowa", False),
    ("the photographer here, the agency there", "Rosa Lindqvist", "AFP", False),
    ("a surname only", "Rosa Lindqvist/AFP", "Ridgeway", False),
    ("who gave it and who passed it on", "Tom Ridgeway/Handout via Reuters", "Rosa Lindqvist", False),
    ("who mounted it and whose photograph is in it", "Montage: Tom Ridgeway", "Rosa Lindqvist/AFP", False),
    ("several pictures in one", "Left: Rosa Lindqvist/AFP, right: AP", "Reuters", False),
    ("cut off", "Rosa Lindqvist/AFP", "Tom Ridgeway/Reuters via Gett", False),
    ("part of the line not understood", "Rosa Lindqvist/AFP", "Reuters 7bq early in the morning of a day", False),
    ("the house and an agency", "Rosa Lindqvist/AFP", "The Sandvik Post", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "wrong"), [row[1:] for row in CREDITS], ids=[row[0] for row in CREDITS])
def test_what_contradicts(one: str, other: str, wrong: bool, words: Words) -> None:
    mine, theirs = (take_apart(line, words, publisher="The Sandvik Post") for line in (one, other))
    assert contradict(mine, theirs, words.agencies) is contradict(theirs, mine, words.agencies) is wrong
