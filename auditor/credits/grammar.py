"""The grammar: the steps that take a credit line apart, in their order, and the credit that comes out."""

from collections.abc import Callable

from auditor.agencies import Hints
from auditor.credits.agencies import find_agencies
from auditor.credits.around import cut_page
from auditor.credits.flags import find_flags
from auditor.credits.joining import split_rest, strip_titles
from auditor.credits.labels import find_labels
from auditor.credits.leftovers import cut_numbers, cut_residue
from auditor.credits.licences import find_licence
from auditor.credits.line import Line, read_line
from auditor.credits.origins import mark_parties
from auditor.credits.parties import name_parties
from auditor.credits.result import to_credit
from auditor.credits.suppliers import find_suppliers
from auditor.model import Credit
from auditor.styles import HouseStyle
from auditor.words import Words

DEFAULT = HouseStyle()
Step = Callable[[Line, Words], Line]


def look_again(line: Line, words: Words) -> Line:
    """Where joining words or a supplier behind a name opened new parts: what the last steps find in them."""
    for claim in line.claims:
        if claim.step == "joiners" or (claim.step == "suppliers" and line.gaps[claim.first] == "blank"):
            return split_rest(find_flags(find_suppliers(line, words), words), words)
    return line


STEPS: tuple[Step, ...] = (
    cut_page,
    cut_residue,
    find_labels,
    find_licence,
    find_agencies,
    cut_numbers,
    find_flags,
    find_suppliers,
    split_rest,
    look_again,
    strip_titles,
    name_parties,
    mark_parties,
)


def take_apart(
    text: str,
    words: Words,
    *,
    language: str | None = None,
    publisher: str | None = None,
) -> Credit:
    """The credit line taken apart; any text gives a Credit.

    `language` (BCP 47) and `publisher` help to settle homonyms, own pictures and inflected names; the house style is
    that of `words`. Nothing is dropped: each word stands in one of the `parts`, in the order of the line, and what no
    step understood in `rest` too.
    """
    line = read_line(text, Hints(language, publisher), words)
    for step in STEPS:
        line = step(line, words)
    return to_credit(text, line, words, words.style or DEFAULT)
