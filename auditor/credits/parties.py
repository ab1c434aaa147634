"""The rest of the line: split into parties, and each taken for a person, an organisation, or left over."""

import msgspec
from msgspec import Struct

from auditor.credits.flags import comma_parts
from auditor.credits.line import Claim, Line
from auditor.credits.names import base_form, is_organisation, likeness, natural, script
from auditor.phrases import fold_word
from auditor.words import Words

ACRONYM = 5  # letters; up to here a single word in capitals is an organisation's code
LONGEST = 14  # words; a longer stretch is no party but text
STOCK = ("stock library", "platform")


class Unit(Struct, frozen=True):
    """A stretch of words that is one party, and how like a person's name it is (see names.likeness)."""

    first: int
    last: int
    like: int
    organisation: bool


class Scene(Struct, frozen=True):
    """What stands around a party: what decides for a word that could be either."""

    agency: bool
    stock_only: bool
    person_label: bool
    pool: bool
    certain: int
    likely: int
    units: int
    names: frozenset[str]


def split_rest(line: Line, words: Words) -> Line:
    """Joining words (via, for, and) are claimed, so that what is left between them are the parties."""
    if not any(word in words.joiners for word in line.said.words):
        return line
    claims: list[Claim] = []
    for first, last in line.segments():
        claims.extend(_joiners(line, words, first, last))
    return line.claim(claims)


def strip_titles(line: Line, words: Words) -> Line:
    """Job titles and ranks are claimed as left over."""
    titles: list[Claim] = []
    for first, last in line.segments():
        if not any(word in words.titles for word in line.said.words[first:last]):
            continue
        for begin, end in comma_parts(line, first, last):
            titles.extend(_titles(line, words, begin, end))
    return line.claim(titles)


def _joiners(line: Line, words: Words, first: int, last: int) -> list[Claim]:
    found: list[Claim] = []
    begin = first
    for index in range(first, last):
        if line.said.words[index] not in words.joiners:
            continue
        for end, joiner in words.joiners.at(line.said, index, last):
            if (
                index >= begin
                and _is_small(line, index, end, joiner.does)
                and _joins(line, words, joiner.does, (begin, index, end, last))
            ):
                found.append(_joiner(line, index, end, joiner.does))
                begin = end
                break
    return found


def _joiner(line: Line, index: int, end: int, does: str) -> Claim:
    """A joining word; one that joins nothing, at the end of the line, shows that the line is cut off."""
    if end == len(line.said.words) and does != "and":
        return msgspec.structs.replace(line.taken(index, end, "residue", "joiners", "note"), issues=("truncated",))
    return msgspec.structs.replace(line.taken(index, end, "rest", "joiners", ""), hint=does)


def _is_small(line: Line, index: int, end: int, does: str) -> bool:
    """Joining words are written small; "Dan Roe" is no "and Roe", nor is "Presse- und" the end of a party."""
    written = line.said.written(index, end)
    small = written.lower() == written or (does == "from" and index == 0)
    return does == "via" or (small and line.said.gap(index).strip() in ("", ",", "/", "|"))


def _joins(line: Line, words: Words, does: str, place: tuple[int, int, int, int]) -> bool:
    """Whether a small word joins two parties here, or is part of one party's name."""
    begin, index, end, last = place
    if does == "via":
        return end < last or not line.parted(end) or end == last
    if begin == index:  # right behind a break or a known party
        return does in ("for", "from", "and") and (index > 0 or does == "from") and not _is_particle(line, words, index)
    if does == "from":
        return end == last and not _is_particle(line, words, index)
    left = _like(line, words, begin, index)
    if does == "for":
        return left >= 1 or end == last
    if end == last:
        return left >= 0 and not line.said.gap(last).strip()
    right = min(_like(line, words, a, b) for a, b in comma_parts(line, end, last)[:1])
    return (left >= 1 or _is_given(line, words, begin, index)) and right >= 1


def _is_particle(line: Line, words: Words, index: int) -> bool:
    return line.said.words[index] in words.particles


def _is_given(line: Line, words: Words, first: int, last: int) -> bool:
    return last - first == 1 and line.said.words[first] in words.given


def _like(line: Line, words: Words, first: int, last: int) -> int:
    if is_organisation(words, line.said, first, last):
        return -1
    parts = comma_parts(line, first, last)
    return min(likeness(words, line.said, begin, end) for begin, end in parts)


def _titles(line: Line, words: Words, first: int, last: int) -> list[Claim]:
    """Titles and ranks at both ends of a part: "Tech. Sgt. Jane Roe", "김혜진 기자", "Tribune Staff"."""
    found: list[Claim] = []
    while first < last:
        end = next(
            (end for end, title in words.titles.at(line.said, first, last) if _is_title(line, first, end, title)), first
        )
        if end == first or (end == last and not found and last - first == len(line.said.words)):
            break
        found.append(line.taken(first, end, "residue", "titles", "title"))
        first = end
    for index in range(max(first + 1, last - 4), last):
        if any(end == last and _is_title(line, index, end, t) for end, t in words.titles.at(line.said, index, last)):
            found.append(line.taken(index, last, "residue", "titles", "title"))
            break
    return found


def _is_title(line: Line, first: int, end: int, title: str) -> bool:
    """Short titles count only in their capitals: "Spc." is a rank, SPC is not."""
    written = line.said.written(first, end)
    return len(written) > 4 or written == title.rstrip(".")


def name_parties(line: Line, words: Words) -> Line:
    """Each part that is left is a creator, a supplier, or rest."""
    units = [unit for first, last in line.segments() for unit in _units(line, words, first, last)]
    units, claims = _without_notes(line, words, units)
    scene = _scene(line, words, units)
    lone = next((unit for unit in units if unit.like == 0 and not unit.organisation), None)
    return line.claim([*claims, *(_party(line, words, unit, scene, unit is lone) for unit in units)])


def _without_notes(line: Line, words: Words, units: list[Unit]) -> tuple[list[Unit], list[Claim]]:
    """Parts that name nobody: words that add nothing to an agency, an editor's initials at the end."""
    agency = any(claim.role == "agency" for claim in line.claims)
    kept, claims = [], []
    for unit in units:
        generic = agency and all(word in words.generic for word in line.said.words[unit.first : unit.last])
        if generic or _is_initials(line, unit, units) or _is_dateline(line, unit):
            claims.append(line.taken(unit.first, unit.last, "residue", "parties", "note"))
        else:
            kept.append(unit)
    return kept, claims


def _is_initials(line: Line, unit: Unit, units: list[Unit]) -> bool:
    """ "ANTARA FOTO/Asprilla Dwi Adha/aww.": two or three small letters behind a slash, after all names."""
    written = line.said.written(unit.first, unit.last)
    others = len(units) > 1 or any(claim.role == "supplier" for claim in line.claims)
    return others and unit.last == len(line.said.words) and written.islower() and 2 <= len(written) <= 3


def _is_dateline(line: Line, unit: Unit) -> bool:
    """ "인천=연합뉴스": a place of two syllables, or in kana, before the agency."""
    kind = script(line.said.words[unit.first])
    place = (kind == "hangul" and len(line.said.words[unit.first]) == 2) or kind == "kana"
    before_agency = any(claim.role == "agency" and claim.first == unit.last for claim in line.claims)
    return place and unit.last - unit.first <= 8 and before_agency and line.said.gap(unit.last) in ("=", "＝")


def _units(line: Line, words: Words, first: int, last: int) -> list[Unit]:
    """A part of the line as parties: at commas it is split only where a person's name comes first."""
    parts = _at_ampersands(line, words, comma_parts(line, first, last))
    if len(parts) > 1 and _like(line, words, *parts[0]) < 1:
        parts = [(first, last)]
    return [_unit(line, words, begin, end) for begin, end in parts]


def _at_ampersands(line: Line, words: Words, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """ "Jane Roe & John Doe" are two persons, "Simon & Schuster" is a firm."""
    split = []
    for first, last in parts:
        border = next((i for i in range(first + 1, last) if "&" in line.said.gap(i)), None)
        if border and min(_like(line, words, first, border), _like(line, words, border, last)) >= 1:
            split += [(first, border), (border, last)]
        else:
            split.append((first, last))
    return split


def _unit(line: Line, words: Words, first: int, last: int) -> Unit:
    like = likeness(words, line.said, first, last)
    return Unit(first, last, like, is_organisation(words, line.said, first, last))


def _scene(line: Line, words: Words, units: list[Unit]) -> Scene:
    named = [words.agencies.by_name[claim.name].kind for claim in line.claims if claim.role == "agency"]
    labels = [claim for claim in line.claims if claim.role == "marker"]
    return Scene(
        agency=bool(named),
        stock_only=bool(named) and all(kind in STOCK for kind in named),
        person_label=bool(labels) and labels[0].hint == "person",
        pool=any("pool" in claim.kinds for claim in line.claims),
        certain=sum(unit.like == 2 and not unit.organisation for unit in units),
        likely=sum(unit.like >= 1 and not unit.organisation for unit in units),
        units=len(units),
        names=frozenset(line.said.words[i] for unit in units if unit.like >= 1 for i in range(unit.first, unit.last)),
    )


def _party(line: Line, words: Words, unit: Unit, scene: Scene, first_lone: bool) -> Claim:
    written = line.said.written(unit.first, unit.last)
    handle = _handle(line, words, unit, scene, written)
    if handle:
        return handle
    if any(claim.hint == "owner" and claim.last <= unit.first for claim in line.claims):
        return _supplier(line, unit, supplier_name(_from_capital(written)))
    client = _cut_off_client(line, words, unit, written)
    if client:
        return client
    if line.flaws and written.islower():
        return line.taken(unit.first, unit.last, "rest", "parties")
    own = _own_code(line, unit, written)
    if own:
        return _supplier(line, unit, own)
    if unit.organisation or unit.like < 0:
        return _no_person(line, words, unit)
    if unit.like == 0 and _is_part_of_name(line, unit, scene):
        return _creator(line, words, unit, written)
    if unit.like == 2 or (unit.like == 1 and not _is_other_party(line, unit, scene)):
        return _creator(line, words, unit, written)
    if unit.like == 0 and first_lone and _is_lone_name(line, words, unit, scene, written):
        return _creator(line, words, unit, written)
    return _supplier(line, unit, supplier_name(written))


def _is_part_of_name(line: Line, unit: Unit, scene: Scene) -> bool:
    return unit.last - unit.first == 1 and line.said.words[unit.first] in scene.names


def _handle(line: Line, words: Words, unit: Unit, scene: Scene, written: str) -> Claim | None:
    """User names, e-mail addresses, and whatever stands beside a stock library alone."""
    said = line.said
    start = said.starts[unit.first]
    if said.text[start - 1 : start] == "@" or "@" in written:
        whole = said.text[start - 1 : start] == "@"
        name = "@" + written if whole else written
        account = whole and _is_account(words, written)
        claim = line.taken(unit.first, unit.last, "supplier" if account else "creator", "handles", name)
        issues = () if account else ("handle_as_name",)
        return msgspec.structs.replace(claim, start=start - whole, kinds=("social",) if whole else (), issues=issues)
    beside = scene.agency and scene.units == 1 and _is_user_name(line, words, unit, scene, written)
    if beside or ("_" in written and " " not in written):
        claim = line.taken(unit.first, unit.last, "creator", "handles", written)
        return msgspec.structs.replace(claim, issues=("handle_as_name",))
    return None


def _is_account(words: Words, handle: str) -> bool:
    pieces = "".join(f" {c}" if c.isupper() or c == "_" else c for c in handle).replace("_", " ").split()
    return any(fold_word(piece) in words.organisation_words for piece in pieces) or any(
        len(piece) > 2 and piece.isupper() for piece in handle.split("_")
    )


def _is_user_name(line: Line, words: Words, unit: Unit, scene: Scene, written: str) -> bool:
    if unit.like > 0 and not unit.organisation:
        return False
    if scene.stock_only:
        return unit.organisation or line.said.words[unit.first] not in words.given
    single = unit.last - unit.first == 1 or "-" in written
    return single and script(line.said.words[unit.first]) == "cased" and written[:1].islower()


def _own_code(line: Line, unit: Unit, written: str) -> str | None:
    """The publisher's full name where the line has its initials: HA at the Hamburger Abendblatt."""
    if not line.hints.publisher or unit.last - unit.first != 1 or not 2 <= len(written) <= 4 or not written.isupper():
        return None
    full = spaced(line.hints.publisher)
    initials = "".join(word[0] for word in full.split() if word[:1].isupper())
    return full if initials == written else None


def spaced(publisher: str) -> str:
    """ "HamburgerAbendblatt" as it is printed: "Hamburger Abendblatt"."""
    out = ""
    for index, char in enumerate(publisher):
        if index and char.isupper() and publisher[index - 1].islower():
            out += " "
        out += char
    return out


def _no_person(line: Line, words: Words, unit: Unit) -> Claim:
    named = _without_article(line, words, unit) if unit.organisation else unit
    written = line.said.written(named.first, named.last)
    if unit.last - unit.first > LONGEST * (3 if unit.organisation else 1) or (
        not unit.organisation and written[:1].islower() and " " in written
    ):
        return line.taken(unit.first, unit.last, "rest", "parties")
    return _supplier(line, unit, supplier_name(written))


def _is_other_party(line: Line, unit: Unit, scene: Scene) -> bool:
    """Behind a slash or bar, beside a surer name: a firm whose name has the shape of a person's."""
    return scene.certain == 1 and (line.parted(unit.first) or line.parted(unit.last)) and not _in_company(line, unit)


def _in_company(line: Line, unit: Unit) -> bool:
    return any(
        claim.hint == "and" and (claim.last == unit.first or claim.first == unit.last) for claim in line.claims
    ) or "," in line.said.gap(unit.first)


def _is_lone_name(line: Line, words: Words, unit: Unit, scene: Scene, written: str) -> bool:
    """A single word: a person's beside an agency or behind "Photo by", unless it is a code or there is a surer name."""
    if scene.likely or (written.isupper() and len(written) <= ACRONYM and script(written) == "cased"):
        return False
    return scene.agency or scene.person_label or scene.pool or line.said.words[unit.first] in words.given


def _creator(line: Line, words: Words, unit: Unit, written: str) -> Claim:
    text = _with_dot(line, unit, written)
    name = natural(words, text)
    base = base_form(words, name, line.hints.language) if _label_behind(line, unit) else name
    claim = line.taken(unit.first, unit.last, "creator", "parties", base)
    issues = ("inflected_name",) if base != name else ()
    return msgspec.structs.replace(claim, end=claim.start + len(text), issues=issues)


def _with_dot(line: Line, unit: Unit, written: str) -> str:
    """The full stop behind a last initial or Jr belongs to the name."""
    end = line.said.ends[unit.last - 1]
    last = line.said.words[unit.last - 1]
    return written + "." if line.said.text[end : end + 1] == "." and len(last) <= 2 else written


def _label_behind(line: Line, unit: Unit) -> bool:
    return any(claim.role == "marker" and claim.first == unit.last for claim in line.claims)


def _supplier(line: Line, unit: Unit, name: str) -> Claim:
    return line.taken(unit.first, unit.last, "supplier", "parties", name)


def _from_capital(written: str) -> str:
    """ "de David Marie" without the small words before the name."""
    parts = written.split()
    start = next((i for i, part in enumerate(parts) if not part.islower()), 0)
    return " ".join(parts[start:])


def _cut_off_client(line: Line, words: Words, unit: Unit, written: str) -> Claim | None:
    """A client's name cut off at the end: "for the Gua" at The Guardian, or where one name only begins so."""
    behind_for = any(claim.hint == "for" and claim.last == unit.first for claim in line.claims)
    if not behind_for or unit.last < len(line.said.words) or unit.organisation:
        return None
    known = words.supplier_cut_off(written, spaced(line.hints.publisher or ""))
    if known is None or known.casefold() == written.casefold():
        return None
    return msgspec.structs.replace(_supplier(line, unit, known), issues=("truncated",))


def _without_article(line: Line, words: Words, unit: Unit) -> Unit:
    small = line.said.written(unit.first, unit.first + 1).islower()
    if small and unit.last - unit.first > 1 and line.said.words[unit.first] in words.articles:
        return msgspec.structs.replace(unit, first=unit.first + 1)
    return unit


def supplier_name(written: str) -> str:
    """An organisation's name as written, in normal capitals where several words stand all in capitals."""
    plain = written.strip()
    letters = [word for word in plain.split() if any(c.isalpha() for c in word)]
    if plain.isupper() and any(len(word) > ACRONYM for word in letters):
        small = {"OF", "THE", "AND", "FOR", "DE", "DER", "DES", "DI", "DU", "LA", "VON", "UND", "OG", "OCH", "DEL"}
        return " ".join(w.lower() if i and w in small else w.capitalize() for i, w in enumerate(plain.split()))
    return plain
