"""What to print instead of a faulty stretch of a credit: told from the parts of the Credit, the meaning unchanged."""

import re
from collections.abc import Callable, Iterable, Mapping

from auditor.model import Credit, Edit, Part
from auditor.text import fold, tokens

# In capitals nobody can tell MacDonald from Macdonald, or Mckay from McKay.
SCOTTISH = re.compile(r"\bMA?C[A-Z]{3}")
PARTIES = ("creator", "agency", "supplier")
JOINING = ("via", "and")
DOUBTFUL = frozenset({"ambiguous", "glued", "truncated"})  # issues of a line whose parts may not be what they seem
BY_TABLE = "suppliers"  # the grammar's step that knows a supplier by its table
ALIKE = 75  # of 100; a name less like the agency's is cut off rather than misspelt
Edits = tuple[Edit, ...]


def instead(old: str, new: str) -> Edits:
    """One stretch of the credit line printed otherwise."""
    return (Edit("credit-line", old, new),)


def spelt(printed: str, name: str) -> Edits:
    """A misspelt name spelt right; what is only the beginning of a name may be another's."""
    from rapidfuzz import fuzz  # only when there is a mistake

    return instead(printed, name) if fuzz.ratio(fold(printed), fold(name)) >= ALIKE else ()


def without(parts: Iterable[Part]) -> Edits:
    """The credit line without these parts of it."""
    return tuple(Edit("credit-line", part.text, "") for part in parts)


def mended(credit: Credit, codes: Iterable[str]) -> Edits:
    """What mends a credit with one of these issues (docs/credit-lines.md); none where nobody can tell by the line."""
    known = [code for code in codes if code in credit.issues and code in MENDING]
    return MENDING[known[0]](credit) if known else ()


def marker_word(credit: Credit) -> str:
    """The marker without the stroke that may divide it from the names."""
    return (credit.marker or "").rstrip("/| ")


def house_line(credit: Credit) -> Edits:
    """The parties in house style, from the first to the last; what stands around them stays as it is.

    None where anything in the line is not sure, or where the house style prints more than names.
    """
    parties = [part for part in credit.parts if part.role in PARTIES]
    names = (*credit.creators, *credit.agencies, *credit.suppliers)
    if not parties or not credit.house or not is_sure(credit):
        return ()
    if not set(tokens(credit.house)) <= {*tokens(" ".join(names)), *JOINING}:
        return ()
    start, end = credit.text.find(parties[0].text), credit.text.rfind(parties[-1].text)
    return instead(credit.text[start : end + len(parties[-1].text)], credit.house) if 0 <= start <= end else ()


def printed_parties(credit: Credit) -> str:
    """The line from its first party to its last; empty where other words stand among them."""
    parties = [part.text for part in credit.parts if part.role in PARTIES]
    if not parties:
        return ""
    start, end = credit.text.find(parties[0]), credit.text.rfind(parties[-1]) + len(parties[-1])
    printed = credit.text[start:end] if 0 <= start < end else ""
    return printed if set(tokens(printed)) <= {*tokens(" ".join(parties)), *JOINING} else ""


def is_sure(credit: Credit) -> bool:
    """Are all makers called by more than one word, all other parties known, and every word of the line placed?"""
    if credit.rest or not DOUBTFUL.isdisjoint(credit.issues) or (credit.suppliers and not credit.creators):
        return False
    known = all(part.step == BY_TABLE for part in credit.parts if part.role == "supplier")
    return known and all(" " in name for name in credit.creators)


def _with_colon(credit: Credit) -> Edits:
    """ "CREDIT" gets its colon, and "FOTO/" has one instead of the slash."""
    word = marker_word(credit)
    if not credit.marker or not word[-1:].isalnum():
        return ()
    return instead(credit.marker, f"{word}:" if word == credit.marker else f"{word}: ")


def _natural_case(credit: Credit) -> Edits:
    """Each name in capitals in normal ones; none where a particle or a Mac makes it a guess."""
    shouted = [p for p in credit.parts if p.role == "creator" and p.text.upper().endswith(p.name.upper())]
    if any(SCOTTISH.search(p.text) or any(word.islower() for word in p.name.split()) for p in shouted):
        return ()
    edits = (Edit("credit-line", part.text[-len(part.name) :], part.name) for part in shouted)
    return tuple(edit for edit in edits if edit.old != edit.new)


MENDING: Mapping[str, Callable[[Credit], Edits]] = {
    "missing_colon": _with_colon,
    "all_caps": _natural_case,
    "duplicate_name": house_line,
    "duplicate_agency": house_line,
    "order_reversed": house_line,
    "chain_reversed": house_line,
}
