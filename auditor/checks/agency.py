"""Checks of the agencies in a credit line, against the agency table."""

from collections.abc import Iterator

from auditor.checks.edits import PARTIES, instead, mended, spelt
from auditor.checks.evidence import Evidence, needs
from auditor.model import Credit, Image, Part
from auditor.text import fold
from auditor.words import Words

LATIN = 0x24F  # the last of the Latin letters that names are printed in
REVERSED = frozenset({"order_reversed", "chain_reversed"})


@needs("credit")
def aliased(image: Image, words: Words) -> Iterator[Evidence]:
    """An agency is printed otherwise than by its usual short name; `{printed}` and `{name}` say how and which.

    Capitals (IMAGO) make no other name; in another script (연합뉴스 for Yonhap) it is no choice of the desk; what is
    misspelt or cut off is no alias.
    """
    if image.credit and "agency_alias" in image.credit.issues and "truncated" not in image.credit.issues:
        wrong = {mention.text for mention in words.agencies.mentions(image.credit.text) if mention.misspelt}
        for part in image.credit.parts:
            if part.role == "agency" and part.text not in wrong and _is_another_name(part):
                printed = _printed(part, words)
                edits = instead(printed, part.name) if printed else ()
                yield Evidence({"printed": printed or part.text, "name": part.name}, edits=edits)


def _printed(part: Part, words: Words) -> str | None:
    """The agency's name as printed, without a joining word before it ("via Getty"); None where it stands twice."""
    mentions = [mention.text for mention in words.agencies.mentions(part.text) if mention.agency.name == part.name]
    return mentions[0] if len(mentions) == 1 else None


def _is_another_name(part: Part) -> bool:
    return fold(part.name) not in fold(part.text) and _is_latin(part.text)


def _is_latin(text: str) -> bool:
    return all(ord(character) <= LATIN for character in text if character.isalpha())


@needs("credit")
def misspelt(image: Image, words: Words) -> Iterator[Evidence]:
    """An agency's name is misspelt or cut off; `{printed}` and `{name}` say how and which."""
    if image.credit and "agency_misspelt" in image.credit.issues:
        for part in image.credit.parts:
            printed = _wrong(part, words) if part.role == "agency" else None
            if printed:
                yield Evidence({"printed": printed, "name": part.name}, edits=spelt(printed, part.name))


def _wrong(part: Part, words: Words) -> str | None:
    """The misspelt name in a part of the line, without the joining word before it; None where it is spelt right."""
    mentions = words.agencies.mentions(part.text)
    if mentions:
        return next((mention.text for mention in mentions if mention.misspelt), None)
    return part.text.removeprefix("via ")


@needs("credit")
def out_of_order(image: Image, words: Words) -> Iterator[Evidence]:
    """The parties do not run from the photographer outwards; an agency whose own form that is ("REUTERS/Name") may.

    A paper's own picture ("Harbour Post/Name" in the Harbour Post) has come through nobody's hands.
    """
    credit = image.credit
    if credit is None or REVERSED.isdisjoint(credit.issues):
        return
    if not _signs_first(credit, words) and (credit.agencies or "own" not in credit.kinds):
        yield Evidence(edits=mended(credit, REVERSED))


def _signs_first(credit: Credit, words: Words) -> bool:
    """Is the first party an agency whose own credits begin with its name?"""
    first = next((part for part in credit.parts if part.role in PARTIES), None)
    agency = words.agencies.by_name.get(first.name) if first and first.role == "agency" else None
    return agency is not None and agency.signs_first


@needs("credit")
def unknown(image: Image, words: Words) -> Iterator[Evidence]:
    """An organisation that no table knows stands where the agency should, behind the photographer's name."""
    credit = image.credit
    if credit is None or not credit.creators or "own" in credit.kinds:
        return
    if any(name in words.agencies.by_name for name in credit.agencies):
        return
    for name in (*credit.agencies, *credit.suppliers):
        if not words.suppliers.whole(name):
            yield Evidence({"name": name, "nearest": words.agencies.nearest(name)})
