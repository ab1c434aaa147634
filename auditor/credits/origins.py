"""Parties in relation to the publisher and to each other: own pictures, clients, stock."""

import msgspec

from auditor.credits.line import Claim, Line
from auditor.credits.parties import spaced
from auditor.words import Words

NEWS = ("news agency", "picture agency")


def mark_parties(line: Line, words: Words) -> Line:
    """Parties that are the publisher get the hint `own`, clients ("for The Times") the hint `client`."""
    own = own_names(line, words)
    claims = []
    for claim in line.claims:
        if claim.role in ("supplier", "agency") and own and same_house(claim.name, own):
            claim = msgspec.structs.replace(
                claim, hint="own" if claim.role == "supplier" else "", kinds=(*claim.kinds, "own")
            )
        elif claim.role == "supplier" and _is_client(line, claim):
            claim = msgspec.structs.replace(claim, hint="client")
        claims.append(claim)
    return msgspec.structs.replace(line, claims=tuple(claims))


def own_names(line: Line, words: Words) -> frozenset[str]:
    """The publisher's names as far as the tables know them, in bare letters."""
    publisher = line.hints.publisher
    if not publisher:
        return frozenset()
    publisher = publisher.split("(")[0].strip()
    names = {publisher}
    for text in (publisher, spaced(publisher)):
        for supplier in words.suppliers.whole(text):
            names |= {supplier.name, *supplier.aliases}
    return frozenset(letters(name) for name in names) - {""}


def letters(name: str) -> str:
    """A name in bare letters and digits, without an article before it or a domain behind it."""
    plain = "".join(c for c in name.casefold() if c.isalnum())
    return plain[3:] if plain.startswith("the") and len(plain) > 6 else plain


def same_house(name: str, own: frozenset[str]) -> bool:
    """Whether a name is one of the publisher's, a domain behind it aside."""
    return letters(name) in own or letters(name.rsplit(".", 1)[0]) in own


def _is_client(line: Line, claim: Claim) -> bool:
    return any(other.hint == "for" and other.last == claim.first for other in line.claims)


def stock_kind(line: Line, words: Words) -> set[str]:
    """`stock` where a stock library is named; the two that also sell news only where no news agency stands beside."""
    kinds = {words.agencies.by_name[claim.name].kind for claim in line.claims if claim.role == "agency"}
    if "stock library" not in kinds:
        return set()
    stock = [claim.name for claim in line.claims if claim.role == "agency"]
    mixed = all(
        words.agencies.by_name[name].kind != "stock library" or words.agencies.by_name[name].editorial for name in stock
    )
    return set() if mixed and kinds & set(NEWS) else {"stock"}
