"""Parties in relation to the publisher and to each other: own pictures, clients, stock."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from auditor.credits.handles import spaced
from auditor.credits.line import ByRole, Claim, Line
from auditor.phrases import key_of
from auditor.words import Words, letters

NEWS = ("news agency", "picture agency")
PARTIES = ("creator", "supplier", "agency")
MULTI_ALONE = frozenset({"creator", "supplier", "kind"})
GIVEN = frozenset({"courtesy", "handout"})  # labels that say how a picture came, not what part of it is meant
EQUALS = ("=", "＝")  # in Japan and Korea between an agency and the one that passes its pictures on
MADE = frozenset({"composite"})  # of what another label may name the photographs
PRESS = ("news agency", "distributor")


def mark_parties(line: Line, words: Words) -> Line:
    """Parties that are the publisher get the hint `own`, clients ("for The Times") `client`, hosts of a pool `host`."""
    if "supplier" not in [claim.role for claim in line.claims]:
        return line
    own = own_names(line.hints.publisher, words) if line.hints.publisher else frozenset()
    clients = {claim.last for claim in line.claims if claim.hint == "for"}
    pools = {claim.first for claim in line.claims if "pool" in claim.kinds and line.gaps[claim.first] == "blank"}
    claims = []
    for claim in line.claims:
        if claim.role == "supplier" and own and _is_own(line, words, claim, own):
            name = _own_name(line, claim)
            claim = msgspec.structs.replace(claim, name=name, hint="own", kinds=(*claim.kinds, "own"))
        elif claim.role == "supplier" and claim.first in clients:
            claim = msgspec.structs.replace(claim, hint="client")
        elif claim.role == "supplier" and claim.last in pools:  # "Kremlin Pool Photo"
            claim = msgspec.structs.replace(claim, hint="host")
        claims.append(claim)
    return msgspec.structs.replace(line, claims=tuple(claims))


def _own_name(line: Line, claim: Claim) -> str:
    """The publisher's name as it is printed, in its own capitals, or with its article."""
    full = spaced((line.hints.publisher or "").split("(")[0].strip())
    written = line.said.written(claim.first, claim.last)
    if written == full:
        return full  # CNA at CNA, whatever else the code may stand for
    last = full.rpartition(" ")[2]
    return last if claim.name.isupper() and claim.name == last.upper() else _with_article(claim.name, full)


def _with_article(name: str, publisher: str) -> str:
    """ "Tribune" at The Tribune is The Tribune."""
    return publisher if publisher.startswith("The ") and publisher[4:] == name else name


def _is_own(line: Line, words: Words, claim: Claim, own: frozenset[str]) -> bool:
    publisher = line.hints.publisher or ""
    return same_house(claim.name, own) or shares_name(claim.name, publisher, words) or _is_last_word(claim, publisher)


def _is_last_word(claim: Claim, publisher: str) -> bool:
    """ "Globe Staff" at the Boston Globe, "Express photo" at The Indian Express, if no table knows the name."""
    before, _, last = spaced(publisher.split("(")[0].strip()).rpartition(" ")
    return bool(before) and claim.step == "parties" and claim.name.casefold() == last.casefold()


def own_names(publisher: str, words: Words) -> frozenset[str]:
    """The publisher's names as far as the tables know them, in bare letters."""
    return words.once(_own_names, publisher)


def _own_names(publisher: str, words: Words) -> frozenset[str]:
    publisher = publisher.split("(")[0].strip()
    names = {publisher}
    supplier = words.by_letters.get(letters(publisher))
    if supplier:
        names |= {supplier.name, *supplier.aliases}
    return frozenset(letters(name) for name in names) - {""}


def same_house(name: str, own: frozenset[str]) -> bool:
    """Whether a name is one of the publisher's, a domain behind it aside."""
    return letters(name) in own or letters(name.rsplit(".", 1)[0]) in own


def shares_name(name: str, publisher: str, words: Words) -> bool:
    """Whether one name is the other and words that only say what it is: Nine and Nine News."""
    return words.once(_shares_name, name, publisher)


def _shares_name(name: str, publisher: str, words: Words) -> bool:
    both = (_without_article(key_of(text)[0], words) for text in (name, spaced(publisher)))
    short, long = sorted(both, key=len)
    if long[: len(short)] != short or len("".join(short)) <= 1:
        return False
    extra = (words.generic, words.organisation_words, words.domains)
    return all(any(word in table for table in extra) for word in long[len(short) :])


def _without_article(said: tuple[str, ...], words: Words) -> tuple[str, ...]:
    return said[1:] if len(said) > 1 and said[0] in words.articles else said


def stock_kind(line: Line, words: Words, by_role: ByRole) -> set[str]:
    """`stock` where a stock library is named; those that sell news too only without a news agency or a wire label."""
    named = [(claim, words.agencies.named(claim.name)) for claim in by_role["agency"]]
    libraries = [(claim, agency) for claim, agency in named if agency.kind == "stock library"]
    if not libraries:
        return set()
    wire = any(claim.hint == "wire" for claim in by_role.get("marker", ()))
    wire = wire or any(agency.kind in NEWS for _, agency in named)
    for claim, agency in libraries:
        if not (agency.editorial and (wire or _names_news_service(line, words, claim, agency.name))):
            return {"stock"}
    return set()


def multi_kind(line: Line, words: Words, by_role: ByRole) -> set[str]:
    """`multi` where parts have labels of different sorts, or two agencies stand alone that do not sell each other's."""
    if _label_differently(by_role.get("marker", ())):
        return {"multi"}
    if ";" in line.said.text and _parted_by_semicolon(line):
        return {"multi"}
    named = by_role.get("agency", [])
    if len(named) != 2 or not MULTI_ALONE.isdisjoint(by_role) or any(claim.hint == "via" for claim in line.claims):
        return set()
    if any(sign in line.said.text[named[0].end : named[1].start] for sign in EQUALS):
        return set()  # （新華社＝共同）
    one, other = (words.agencies.named(claim.name) for claim in named)
    linked = words.agencies.outer(one.name, other.name) or words.agencies.outer(other.name, one.name)
    both = words.agencies.sells(one.name, other.name) or one.kind not in PRESS or other.kind not in PRESS
    passed_on = one.world != other.world or (not one.world and one.country != other.country)
    return set() if linked or both or one is other or passed_on else {"multi"}


def _label_differently(labels: Sequence[Claim]) -> bool:
    if len(labels) < 2:
        return False
    about = [label for label in labels if GIVEN.isdisjoint(label.kinds)]
    return any(
        (later.kinds or not MADE.isdisjoint(before.kinds)) and later.kinds != before.kinds and later.first > before.last
        for before, later in pairwise(about)
    )


def _parted_by_semicolon(line: Line) -> bool:
    text = line.said.text
    claims = [c for c in line.claims if c.role in PARTIES or (c.role == "marker" and not GIVEN.isdisjoint(c.kinds))]
    return any(";" in text[one.end : other.start] and other.role != "marker" for one, other in pairwise(claims))


def _names_news_service(line: Line, words: Words, claim: Claim, name: str) -> bool:
    """ "REX/Shutterstock", "Alamy Live News": more than the library's own name and words that add nothing to it."""
    own = key_of(name)[0]
    said = line.said.words[claim.first : claim.last]
    return any(word not in own and word not in words.generic and word not in words.domains for word in said)
