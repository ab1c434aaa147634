"""What to print instead of a faulty stretch of a credit: told from the parts of the Credit, the meaning unchanged."""

import re
from collections.abc import Callable, Iterable, Mapping

from auditor.model import Credit, Edit, Part

# In capitals nobody can tell MacDonald from Macdonald, or Mckay from McKay.
SCOTTISH = re.compile(r"\bMA?C[A-Z]{3}")
Edits = tuple[Edit, ...]


def instead(old: str, new: str) -> Edits:
    """One stretch of the credit line printed otherwise."""
    return (Edit("credit-line", old, new),)


def without(parts: Iterable[Part]) -> Edits:
    """The credit line without these parts of it."""
    return tuple(Edit("credit-line", part.text, "") for part in parts)


def mended(credit: Credit, codes: Iterable[str]) -> Edits:
    """What mends a credit with one of these issues (docs/credit-lines.md); none where nobody can tell by the line."""
    known = [code for code in codes if code in credit.issues and code in MENDING]
    return MENDING[known[0]](credit) if known else ()


def house_line(credit: Credit) -> Edits:
    """The parties in house style, marker and left-overs as they are."""
    return instead(credit.line, credit.house) if credit.house else ()


def _with_colon(credit: Credit) -> Edits:
    """ "CREDIT" gets its colon, and "FOTO/" has one instead of the slash."""
    if not credit.marker:
        return ()
    word = credit.marker.rstrip("/| ")
    return instead(credit.marker, f"{word}:" if word == credit.marker else f"{word}: ")


def _natural_case(credit: Credit) -> Edits:
    """Each name in capitals in normal ones; none where a particle or a Mac makes it a guess."""
    shouted = [p for p in credit.parts if p.role == "creator" and p.text != p.name and p.text.upper() == p.name.upper()]
    if any(SCOTTISH.search(p.text) or any(word.islower() for word in p.name.split()) for p in shouted):
        return ()
    return tuple(Edit("credit-line", p.text, p.name) for p in shouted)


MENDING: Mapping[str, Callable[[Credit], Edits]] = {
    "missing_colon": _with_colon,
    "all_caps": _natural_case,
    "duplicate_name": house_line,
    "duplicate_agency": house_line,
    "order_reversed": house_line,
    "chain_reversed": house_line,
}
