"""Parties of the supplier table: whole parts of the line that no agency is."""

from functools import partial

from auditor.credits.borders import border, with_address
from auditor.credits.handles import spaced
from auditor.credits.line import Claim, Line
from auditor.credits.names import likeness, script
from auditor.phrases import Phrases
from auditor.text import letters_only
from auditor.vocabulary import Supplier
from auditor.words import Words

THEIR_OWN_NAMES = ("social network", "picture generator")
NAME_WORDS = (2, 3, 4)  # of a person, before a supplier that no sign parts from the name
CODE = 4  # letters; an alias this short and all in capitals stands for the full name


def find_suppliers(line: Line, words: Words) -> Line:
    """Suppliers of the table that are a whole part of the line: between breaks, commas or joining words."""
    line = _find(line, words, words.suppliers)
    return _find(line, words, words.once(_publisher, line.hints.publisher)) if line.hints.publisher else line


def _find(line: Line, words: Words, table: Phrases[Supplier]) -> Line:
    if not table.begins_in(line.said.words):
        return line
    return line.claim_at(table.firsts, partial(_supplier, line, words, table))


def _publisher(name: str, words: Words) -> Phrases[Supplier]:
    """The publisher by its own name, in one word and in several; an agency is found as one."""
    found: Phrases[Supplier] = Phrases()
    for written in {name, spaced(name)}:
        if not words.agencies.get(written):
            found.add(written, Supplier(written, "newspaper"))
    return found


def _supplier(line: Line, words: Words, table: Phrases[Supplier], index: int, first: int, last: int) -> Claim | None:
    said = line.said
    begins = index == first or border(line, words, index, -1)
    behind_name = not begins and index - first in NAME_WORDS and _is_set_off(line, index)
    if not (begins or behind_name) or (behind_name and any(first < place < index for place in line.breaks)):
        return None
    for end, supplier in table.at(said, index, last):
        _, end = with_address(line, words, index, end)
        written = said.written(index, end)
        long = end - index > 1
        exact = len(written) > 4 or written in (supplier.name, *supplier.aliases) or written == supplier.name.upper()
        behind = end < last and line.gaps[end] == "blank" and said.words[end] in words.markers.firsts
        if behind and words.is_label(said.written(end, end + 1)):
            end += end + 1 == last or border(line, words, end + 1, 0)  # "Fox News Photo"
        if behind_name:
            coded = len(written) > 2 and written.isupper() and not said.written(first, index).isupper()
            known = long or coded or table is not words.suppliers
            if not (known and _is_person(line, words, first, index)):
                continue
        if exact and (
            end == last or _ends_supplier(line, words, end) or (begins and _names_account(line, supplier, end, last))
        ):
            claim = line.taken(index, end, "supplier", "suppliers", _printed(supplier, written))
            return Claim(index, end, claim.start, claim.end, "supplier", claim.name, "suppliers", supplier.kinds)
    return None


def _ends_supplier(line: Line, words: Words, end: int) -> bool:
    """ "EPA연합뉴스" is two agencies, but "LG전자" and "LG 트윈스" are other names than LG."""
    goes_on = not line.said.gap(end).strip() and script(line.said.words[end]) == "hangul"
    return not goes_on and border(line, words, end, 0)


def _is_set_off(line: Line, index: int) -> bool:
    """ "Jane Roe Le Devoir", "Jane Roe-The Denver Post"."""
    return line.gaps[index] == "blank" or line.said.gap(index) == "-"


def _is_person(line: Line, words: Words, first: int, last: int) -> bool:
    """A known given name or initials before a surname; behind a hyphen whatever has the shape of a name."""
    like = likeness(words, line.said, first, last)
    sure = line.gaps[last] != "blank" or len(line.said.words[first]) == 1
    return like == 2 or (like == 1 and sure)


def _names_account(line: Line, supplier: Supplier, index: int, last: int) -> bool:
    """ "Facebook Gemeinde Musterau": behind a network's name stands whose account it is, in two words or more."""
    if supplier.sort != "social network" or line.gaps[index] != "blank":
        return False
    end = next((place for place in range(index + 1, last) if line.gaps[place] in ("break", "comma")), last)
    return end - index > 1 and line.said.written(index, index + 1)[:1].isupper()


def _printed(supplier: Supplier, written: str) -> str:
    """Names are left as they are printed; codes, capitals and platforms get the table's form."""
    bare = supplier.name.removeprefix("The ")
    if letters_only(written.casefold()) == letters_only(bare.casefold()):
        return bare
    code = len(written) <= CODE and written.isupper() and written.isalpha()
    same = letters_only(written.casefold()) == letters_only(supplier.name.casefold())
    return supplier.name if code or same or supplier.sort in THEIR_OWN_NAMES else written
