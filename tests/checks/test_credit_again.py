"""A credit that a page prints in the caption and once more below it, though the record's caption comes without it."""

from msgspec.structs import replace

from auditor.checks.credit import repeated
from auditor.credits import take_apart
from auditor.model import Image
from auditor.words import Words


def test_a_credit_that_the_reader_met_twice_is_found_and_no_edit_offered(words: Words) -> None:
    line = "Nadia Brandt/AP"
    once = Image(1, caption="The gate.", credit_line=line, credit=take_apart(line, words))
    assert list(repeated(once)) == []
    (evidence,) = repeated(replace(once, sign_off="(Nadia Brandt/AP)"))
    assert evidence.edits == ()
