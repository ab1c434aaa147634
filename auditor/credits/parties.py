"""Each part of the line that no table knows is taken for a person, an organisation, or left over."""

import re

import msgspec

from auditor.credits.handles import handle, own_title, spaced
from auditor.credits.line import Claim, Line
from auditor.credits.names import SMALL, base_form, is_acronym, natural, script, sells_pictures
from auditor.credits.origins import own_names, same_house
from auditor.credits.units import Scene, Unit, scene_of, units_of, without_notes
from auditor.text import lowered
from auditor.words import Words

FIRM_LETTERS = 4  # letters; from here on one capitalised word may be an acronym, two are a name in capitals
ACRONYM = 5  # letters; up to here a single word in capitals is an organisation's code
DOTTED = re.compile(r"\bU\.\s?S\.(?=\s)")
SENTENCE = 4  # words; shorter ones may be a name
LONGEST = 14  # words; a longer stretch is no party but text


def name_parties(line: Line, words: Words) -> Line:
    """Each part that is left is a creator, a supplier, or rest."""
    units = [unit for first, last in line.segments() for unit in units_of(line, words, first, last)]
    if not units:
        return line
    units, claims = without_notes(line, words, units)
    for part, together in _at_semicolons(line, units):
        scene = scene_of(part, words, together)
        lone = False
        for unit in together:
            first_lone = not lone and unit.like == 0 and not unit.organisation
            lone = lone or first_lone
            claims.append(_party(line, words, unit, scene, first_lone))
    return line.claim(claims)


def _at_semicolons(line: Line, units: list[Unit]) -> list[tuple[Line, list[Unit]]]:
    """What stands around each other: "Jane Roe/AP; John Doe/AP" credits two pictures. Each part has its own claims."""
    text = line.said.text
    if ";" not in text:
        return [(line, units)]
    claims: dict[int, list[Claim]] = {}
    for claim in line.claims:
        claims.setdefault(text.count(";", 0, claim.start), []).append(claim)
    groups: dict[int, list[Unit]] = {}
    for unit in units:
        groups.setdefault(text.count(";", 0, line.said.starts[unit.first]), []).append(unit)
    return [
        (msgspec.structs.replace(line, claims=tuple(claims.get(part, ()))), together)
        for part, together in groups.items()
    ]


def _party(line: Line, words: Words, unit: Unit, scene: Scene, first_lone: bool) -> Claim:
    written = line.said.written(unit.first, unit.end)
    return (
        handle(line, words, unit, scene, written)
        or _by_surroundings(line, words, unit, scene, written)
        or _by_shape(line, words, unit, scene, written, first_lone)
    )


def _by_surroundings(line: Line, words: Words, unit: Unit, scene: Scene, written: str) -> Claim | None:
    """What the words before it or the publisher's name say a party is, whatever its shape."""
    if scene.owned <= unit.first:
        return supplier(line, unit, supplier_name(_from_capital(written), words))
    client = client_cut_off(line, words, unit, written) if unit.first in scene.clients else None
    if client:
        return client
    if line.flaws and written.islower():
        return line.taken(unit.first, unit.last, "rest", "parties")
    own = own_title(line, words, unit, written)
    if own:
        return supplier(line, unit, own)
    if unit.first in scene.clients:
        return supplier(line, unit, supplier_name(written, words))
    return None


def _by_shape(line: Line, words: Words, unit: Unit, scene: Scene, written: str, first_lone: bool) -> Claim:
    if unit.organisation or unit.like < 0:
        return _firm(line, words, unit, scene)
    if unit.like == 0 and _is_part_of_name(line, unit, scene):
        return _creator(line, words, unit, written)
    if unit.like == 2 or (unit.like == 1 and not _is_other_party(line, unit, scene)):
        return _creator(line, words, unit, written)
    if unit.like == 0 and first_lone and _is_lone_name(line, words, unit, scene, written):
        return _creator(line, words, unit, written)
    if scene.partners and scene.likely:
        return _firm(line, words, unit, scene)
    named = supplier(line, unit, supplier_name(written, words))
    open_ = unit.like == 0 and scene.units == 1 and not scene.agency and len(written) > ACRONYM
    return msgspec.structs.replace(named, issues=("ambiguous",)) if open_ else named


def _firm(line: Line, words: Words, unit: Unit, scene: Scene) -> Claim:
    """An organisation; in an agency's place one of photographers is an agency, though no table knows it.

    "Jane Roe/Example Sportfoto/Getty Images", and whatever stands beside a distributor that passes on such firms'.
    """
    named = _no_person(line, words, unit)
    others = line.said.words[unit.first : unit.last]
    sells = (scene.agency or scene.likely) and sells_pictures(words, line.said, unit.first, unit.last)
    partner = scene.partners and words.organisation_words.difference(words.neutral).isdisjoint(others)
    if named.role != "supplier" or not (sells or partner):
        return named
    return line.taken(unit.first, unit.last, "agency", "parties", named.name)


def _is_part_of_name(line: Line, unit: Unit, scene: Scene) -> bool:
    return unit.last - unit.first == 1 and line.said.words[unit.first] in scene.names


def _no_person(line: Line, words: Words, unit: Unit) -> Claim:
    named = _without_article(line, words, unit)
    written = line.said.written(named.first, named.end)
    if (
        not any(c.isalpha() for c in written)
        or unit.last - unit.first > LONGEST * (3 if unit.organisation else 1)
        or (not unit.organisation and " " in written and (written[:1].islower() or is_sentence(words, written)))
    ):
        return line.taken(unit.first, unit.last, "rest", "parties")
    return supplier(line, unit, supplier_name(written, words))


def is_sentence(words: Words, written: str) -> bool:
    """ "Jane Roe is fighting for her life": a caption's words, most of them small and none that stands in names."""
    parts = written.split()
    small = [part for part in parts if part.islower() and part not in words.particles and part not in SMALL]
    return len(parts) >= SENTENCE and len(small) * 2 > len(parts)


def _is_other_party(line: Line, unit: Unit, scene: Scene) -> bool:
    """Behind a slash or bar, beside a surer name: a firm whose name has the shape of a person's."""
    return scene.certain >= 1 and (line.parted(unit.first) or line.parted(unit.last)) and not _in_company(line, unit)


def _in_company(line: Line, unit: Unit) -> bool:
    return any(
        claim.hint == "and" and (claim.last == unit.first or claim.first == unit.last) for claim in line.claims
    ) or "," in line.said.gap(unit.first)


def _is_lone_name(line: Line, words: Words, unit: Unit, scene: Scene, written: str) -> bool:
    """A single word: a person's beside an agency or behind "Photo by", unless it is a code or there is a surer name."""
    if scene.likely or (written.isupper() and len(written) <= ACRONYM and script(written) == "cased"):
        return False
    if unit.last in scene.givers:
        return line.said.words[unit.first] in words.given  # "Example via AP" is a giver
    beside = scene.agency or scene.person_label or scene.pool
    return beside or _is_beside_own(line, words) or line.said.words[unit.first] in words.given


def _is_beside_own(line: Line, words: Words) -> bool:
    """ "mbl.is/Jón" on mbl.is: what stands beside the publisher's name is its photographer's."""
    own = own_names(line.hints.publisher, words) if line.hints.publisher else frozenset()
    return any(claim.role == "supplier" and same_house(claim.name, own) for claim in line.claims)


def _creator(line: Line, words: Words, unit: Unit, written: str) -> Claim:
    text = _with_dot(line, unit, written)
    name = natural(words, text)
    inflects = (line.hints.language or "")[:2] in words.oblique
    base = base_form(words, name, line.hints.language) if inflects and _label_behind(line, unit) else name
    start = line.said.starts[unit.first]
    end = max(line.said.ends[unit.last - 1], start + len(text))
    issues = ("inflected_name",) if base != name else ()
    return Claim(unit.first, unit.last, start, end, "creator", base, "parties", (), issues)


def _with_dot(line: Line, unit: Unit, written: str) -> str:
    """The full stop behind a last initial or Jr belongs to the name."""
    end = line.said.ends[unit.last - 1]
    last = line.said.words[unit.last - 1]
    return written + "." if line.said.text[end : end + 1] == "." and len(last) <= 2 else written


def _label_behind(line: Line, unit: Unit) -> bool:
    return any(claim.role == "marker" and claim.first >= unit.last for claim in line.claims)


def supplier(line: Line, unit: Unit, name: str) -> Claim:
    return line.taken(unit.first, unit.last, "supplier", "parties", name)


def _from_capital(written: str) -> str:
    """ "de David Marie" without the small words before the name."""
    parts = written.split()
    start = next((i for i, part in enumerate(parts) if not part.islower()), 0)
    return " ".join(parts[start:])


def client_cut_off(line: Line, words: Words, unit: Unit, written: str) -> Claim | None:
    """A client's name cut off at the end: "for the Gua" at The Guardian, or where one name only begins so."""
    if unit.last < len(line.said.words) or unit.organisation:
        return None
    known = words.supplier_cut_off(written, spaced(line.hints.publisher or ""))
    if known is None or known.casefold() == written.casefold():
        return None
    return msgspec.structs.replace(supplier(line, unit, known), issues=("truncated",))


def _without_article(line: Line, words: Words, unit: Unit) -> Unit:
    word = line.said.words[unit.first]
    small = line.said.written(unit.first, unit.first + 1).islower()
    article = word in words.articles and (small or line.said.text.isupper())
    article = article or (small and unit.organisation and word in words.particles)  # "del Cuerpo de Bomberos"
    if article and unit.last - unit.first > 1:
        return msgspec.structs.replace(unit, first=unit.first + 1)
    return unit


def supplier_name(written: str, words: Words) -> str:
    """An organisation's name as written, in normal capitals where several words stand all in capitals."""
    plain = DOTTED.sub("US", written.strip())
    if not plain.isupper():
        return plain
    letters = [word for word in plain.split() if any(c.isalpha() for c in word) and not is_acronym(words, word)]
    long = sum(len(word) >= FIRM_LETTERS for word in letters)
    if long > 1 or any(len(word) > ACRONYM for word in letters):
        return " ".join(_in_normal_capitals(word, words, bool(i)) for i, word in enumerate(plain.split()))
    return plain


def _in_normal_capitals(word: str, words: Words, inside: bool) -> str:
    if is_acronym(words, word):
        return word
    lower = lowered(word)
    return lower if inside and lower in words.small else lower.capitalize()
