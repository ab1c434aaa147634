"""Parties in relation to the publisher and to each other: own pictures, clients, stock."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from auditor.credits.handles import spaced
from auditor.credits.line import ByRole, Claim, Line
from auditor.credits.names import script
from auditor.phrases import key_of
from auditor.words import Words, letters

NEWS = ("news agency", "picture agency")
PARTIES = ("creator", "supplier", "agency")
MULTI_ALONE = frozenset({"creator", "supplier", "kind"})
GIVEN = frozenset({"courtesy", "handout"})  # labels that say how a picture came, not what part of it is meant
EQUALS = ("=", "＝")  # in Japan and Korea between an agency and the one that passes its pictures on
MADE = frozenset({"composite"})  # of what another label may name the photographs
PRESS = ("news agency", "distributor")
DIGITS = "0123456789"


def mark_parties(line: Line, words: Words) -> Line:
    """Parties that are the publisher get the hint `own`, clients ("for The Times") `client`, hosts of a pool `host`.

    A newsroom's own picture agency is the publisher too; a news agency's own site shows what it sells to everybody.
    """
    roles = [claim.role for claim in line.claims]
    if "supplier" not in roles and not (line.hints.publisher and "agency" in roles):
        return line
    own = own_names(line.hints.publisher, words) if line.hints.publisher else frozenset()
    clients = {claim.last for claim in line.claims if claim.hint == "for"}
    pools = {claim.first for claim in line.claims if "pool" in claim.kinds and line.gaps[claim.first] == "blank"}
    hosts = {claim.last for claim in line.claims if "pool" in claim.kinds and line.gaps[claim.last] == "blank"}
    claims = []
    for claim in line.claims:
        if claim.role == "supplier" and own and _is_own(line, words, claim, own):
            name = _own_name(line, claim)
            hint = "client" if claim.first in clients else "own"
            claim = msgspec.structs.replace(claim, name=name, hint=hint, kinds=(*claim.kinds, "own"))
        elif claim.role == "agency" and own and _is_own_desk(line, words, claim, own):
            claim = msgspec.structs.replace(claim, kinds=(*claim.kinds, "own"))
        elif claim.role == "supplier" and claim.first in clients:
            claim = msgspec.structs.replace(claim, hint="client")
        elif claim.role == "supplier" and (claim.last in pools or claim.first in hosts):  # "Kremlin Pool Photo"
            claim = msgspec.structs.replace(claim, hint="host")
        claims.append(claim)
    return msgspec.structs.replace(line, claims=tuple(claims))


def _is_own_desk(line: Line, words: Words, claim: Claim, own: frozenset[str]) -> bool:
    named = same_house(claim.name, own) or shares_name(claim.name, line.hints.publisher or "", words)
    return named and words.agencies.named(claim.name).kind == "picture agency"


def _own_name(line: Line, claim: Claim) -> str:
    """The publisher's name as it is printed, in its own capitals, or with its article."""
    full = spaced((line.hints.publisher or "").split("(")[0].strip())
    written = line.said.written(claim.first, claim.last)
    if written == full:
        return full  # CNA at CNA, whatever else the code may stand for
    if claim.name.isascii() and not (full.isascii() or written.isascii()):
        return full  # РГ, which the table knows by its Latin name
    last = full.rpartition(" ")[2]
    return last if claim.name.isupper() and claim.name == last.upper() else _with_article(claim.name, full)


def _with_article(name: str, publisher: str) -> str:
    """ "Tribune" at The Tribune is The Tribune."""
    return publisher if publisher.startswith("The ") and publisher[4:] == name else name


def _is_own(line: Line, words: Words, claim: Claim, own: frozenset[str]) -> bool:
    publisher = line.hints.publisher or ""
    named = same_house(claim.name, own) or shares_name(claim.name, publisher, words)
    return named or _ends_publisher(line, claim, publisher) or _is_shortened(claim.name, publisher)


def _ends_publisher(line: Line, claim: Claim, publisher: str) -> bool:
    """ "Globe Staff" at the Boston Globe, "FREE PRESS" at a Free Press; "The Post" may be another one."""
    written = line.said.written(claim.first, claim.last).casefold()
    return spaced(publisher.split("(")[0].strip()).casefold().endswith(" " + written)


def _is_shortened(name: str, publisher: str) -> bool:
    """ "南都" at 南方都市报: some characters of the publisher's name, in their order."""
    if not 1 < len(name) < len(publisher) or any(script(char) != "han" for char in name):
        return False
    rest = iter(publisher)
    return all(char in rest for char in name)


def own_names(publisher: str, words: Words) -> frozenset[str]:
    """The names of the publisher and of its house as far as the tables know them, in bare letters."""
    return words.once(_own_names, publisher)


def _own_names(publisher: str, words: Words) -> frozenset[str]:
    titles = words.names_of(publisher.split("(")[0].strip())
    houses = {house for title in titles for house in words.houses.get(letters(title), ())}
    names = titles.union(*map(words.names_of, houses))
    return frozenset(map(letters, names)) - {""}


def same_house(name: str, own: frozenset[str]) -> bool:
    """Whether a name is one of the publisher's, what makes it an internet address aside."""
    return letters(name) in own or letters(name.removeprefix("www.").rsplit(".", 1)[0]) in own


def shares_name(name: str, publisher: str, words: Words) -> bool:
    """Whether one name is the other and words that only say what it is: Nine and Nine News, Diario AS and AS.

    A station's name may stand beside any words in that of its service: Yle in Svenska Yle, BR in BR24.
    """
    return words.once(_shares_name, name, publisher)


def _shares_name(name: str, publisher: str, words: Words) -> bool:
    said = _without_article(key_of(name)[0], words)
    own = tuple(word.rstrip(DIGITS) or word for word in _without_article(key_of(spaced(publisher))[0], words))
    short, long = sorted((said, own), key=len)
    if len("".join(short)) <= 1:
        return False
    extra = (words.generic, words.organisation_words, words.domains)
    station = short == said and bool(words.of_sort("broadcaster", [name]))
    for first in range(len(long) - len(short) + 1):
        last = first + len(short)
        others = long[:first] + long[last:]
        if long[first:last] == short and (station or all(any(word in table for table in extra) for word in others)):
            return True
    return False


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
