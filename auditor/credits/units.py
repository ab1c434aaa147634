"""The parts of a line that no table knows, as units to be named, and what stands around them."""

from collections.abc import Set

from msgspec import Struct

from auditor.agencies import Agency
from auditor.credits.flags import comma_parts
from auditor.credits.line import Claim, Line
from auditor.credits.names import is_acronym, is_organisation, likeness, script
from auditor.words import Words

WHERE = "で"
NAME, SURE = 2, 2  # words of a person's name; likeness of one with a known given name
BRACKETED = 5  # letters of an editor's or photographer's sign in brackets
PICTURE = 2  # characters of 圖片, 照片
PLACE = 8  # characters of a place in kana
STOCK = frozenset({"stock library", "platform"})


class Unit(Struct, frozen=True, gc=False):
    """A stretch of words that is one party; its name ends before `end`, and is so like a person's (names.likeness)."""

    first: int
    last: int
    end: int
    like: int
    organisation: bool


class Scene(Struct, frozen=True, gc=False):
    """What stands around a party: what decides for a word that could be either.

    From word `owned` on, owners are named; at the words in `clients` those begin that a picture was made for; at those
    in `givers` a "via" begins.
    """

    agency: bool
    partners: bool
    stock_only: bool
    person_label: bool
    pool: bool
    owned: int
    clients: Set[int]
    givers: Set[int]
    certain: int
    likely: int
    units: int
    names: Set[str]


def units_of(line: Line, words: Words, first: int, last: int) -> list[Unit]:
    """A part of the line as parties: at commas it is split only where a person's name comes first."""
    parts = comma_parts(line, first, last)
    if len(parts) == 1 and "&" not in line.said.text:
        if not _ends_in_code(line, words, first, last):
            return [_unit(line, words, first, last)]
        return [_unit(line, words, first, last - 1), _unit(line, words, last - 1, last)]
    parts = _at_ampersands(line, words, _with_legal_forms(line, words, parts))
    if len(parts) > 1 and not _lists_parties(line, words, parts):
        parts = [(first, last)]
    return [_unit(line, words, begin, end) for begin, end in parts]


def _ends_in_code(line: Line, words: Words, first: int, last: int) -> bool:
    """ "Jane Roe DTCT": behind a person's name, capitals that nobody is called."""
    if last - first <= NAME or line.gaps[last - 1] != "blank":
        return False
    code = line.said.written(last - 1, last)
    if not (code.isupper() and is_acronym(words, code)) or line.said.written(first, last - 1).isupper():
        return False
    return like(line, words, first, last - 1) == SURE


def _with_legal_forms(line: Line, words: Words, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """ "Example Labs, Inc." is one party."""
    joined = parts[:1]
    for first, last in parts[1:]:
        if last - first == 1 and line.said.words[first] in words.generic:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined


def _lists_parties(line: Line, words: Words, parts: list[tuple[int, int]]) -> bool:
    """Whether commas part several parties: a person or a code comes first, or a known given name last."""
    codes = all(end - begin == 1 and line.said.written(begin, end).isupper() for begin, end in parts[:-1])
    return (
        codes
        or like(line, words, *parts[0]) >= 1
        or (parts[-1][1] - parts[-1][0] > 1 and like(line, words, *parts[-1]) == 2)
    )


def _before_label(line: Line, words: Words, first: int, last: int) -> int:
    """ "KXAN Photo", "Jane Roe photo" without the word that only says what it is: behind a code or a person."""
    if not line.said.text.isascii() and _ends_in_pictures(line, words, first, last):
        return last - PICTURE
    if line.said.words[last - 1] not in words.markers.firsts:
        return last
    name = line.said.written(first, first + 1)
    code = last - first == 2 and len(name) > 2 and name.isupper()
    person = last - first > 2 and like(line, words, first, last - 1) == 2
    label = (code or person) and line.gaps[last - 1] == "blank" and words.is_label(line.said.written(last - 1, last))
    return last - 1 if label and not line.said.written(last - 1, last).isupper() else last


def _ends_in_pictures(line: Line, words: Words, first: int, last: int) -> bool:
    """ "港台圖片"."""
    written_on = last - first > PICTURE and script(line.said.words[last - 1]) == "han"
    return written_on and words.is_label(line.said.written(last - PICTURE, last))


def _at_ampersands(line: Line, words: Words, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """ "Jane Roe & John Doe" are two persons, "Simon & Schuster" is a firm."""
    if "&" not in line.said.text:
        return parts
    split = []
    for first, last in parts:
        border = next((i for i in range(first + 1, last) if "&" in line.said.gap(i)), None)
        if border and min(like(line, words, first, border), like(line, words, border, last)) >= 1:
            split += [(first, border), (border, last)]
        else:
            split.append((first, last))
    return split


def _unit(line: Line, words: Words, first: int, last: int) -> Unit:
    end = _before_label(line, words, first, last)
    like = likeness(words, line.said, first, end)
    pictures = end < last and script(line.said.words[end]) == "han"  # nobody's pictures are called 某某圖片
    return Unit(first, last, end, like, pictures or is_organisation(words, line.said, first, end))


def like(line: Line, words: Words, first: int, last: int) -> int:
    """How like a person's name some words are (see names.likeness), each part at a comma taken by itself."""
    if is_organisation(words, line.said, first, last):
        return -1
    parts = comma_parts(line, first, last)
    return min(likeness(words, line.said, begin, end) for begin, end in parts)


def scene_of(line: Line, words: Words, units: list[Unit]) -> Scene:
    """What the claims and the other units say about each unit."""
    agencies: list[Agency] = []
    owned, clients, givers = [len(line.said.words)], set[int](), set[int]()
    person = pool = False
    for claim in line.claims:
        if claim.role == "agency":
            agencies.append(words.agencies.named(claim.name))
        pool = pool or "pool" in claim.kinds
        if not claim.hint:
            continue
        if claim.hint == "via":
            givers.add(claim.first)
        elif claim.hint == "for":
            clients.add(claim.last)
        elif claim.hint in ("owner", "private owner"):
            owned.append(claim.last)
        elif claim.hint == "person" and claim.role == "marker":
            person = True
    likes = [unit.like for unit in units if not unit.organisation]
    return Scene(
        agency=bool(agencies),
        partners=True in [agency.partners for agency in agencies],
        stock_only=bool(agencies) and STOCK.issuperset([agency.kind for agency in agencies]),
        person_label=person,
        pool=pool,
        owned=min(owned),
        clients=clients,
        givers=givers,
        certain=likes.count(2),
        likely=likes.count(2) + likes.count(1),
        units=len(units),
        names=_names(line, units),
    )


def _names(line: Line, units: list[Unit]) -> set[str]:
    """The words of all parties that may be persons."""
    found: set[str] = set()
    for unit in units:
        if unit.like >= 1:
            found.update(line.said.words[unit.first : unit.last])
    return found


def without_notes(line: Line, words: Words, units: list[Unit]) -> tuple[list[Unit], list[Claim]]:
    """Parts that name nobody: words that add nothing to an agency, an editor's initials at the end."""
    agency = "agency" in [claim.role for claim in line.claims]
    foreign, bracketed = not line.said.text.isascii(), "(" in line.said.text
    kept, claims = [], []
    for unit in units:
        generic = agency and words.generic.issuperset(line.said.words[unit.first : unit.last])
        place = (foreign and (_is_dateline(line, unit) or _is_where(line, unit))) or (
            bracketed and _is_dated(line, unit)
        )
        if generic or place or _is_initials(line, unit, units):
            claims.append(line.taken(unit.first, unit.last, "residue", "parties", "note"))
        else:
            kept.append(unit)
    return kept, claims


def _is_initials(line: Line, unit: Unit, units: list[Unit]) -> bool:
    """ "ANTARA FOTO/Asprilla Dwi Adha/aww.", "Jane Roe (roe)": few small letters behind all names."""
    if unit.last < len(line.said.words):
        return False
    written = line.said.written(unit.first, unit.last)
    most = BRACKETED if line.said.gap(unit.first).endswith("(") else 3
    if not (2 <= len(written) <= most and written.islower() and written.isalpha()):
        return False
    return len(units) > 1 or any(claim.role == "supplier" for claim in line.claims)


def _is_where(line: Line, unit: Unit) -> bool:
    """ "東京都千代田区で、山田太郎撮影": where the picture was taken, with the particle that says so."""
    return line.said.words[unit.last - 1] == WHERE and unit.last - unit.first > 1


def _is_dated(line: Line, unit: Unit) -> bool:
    """ "Jane Roe (Paris, 4 May 2024)": behind the names, in brackets, a place before the day."""
    if not unit.first or "(" not in line.said.gap(unit.first) or "," not in line.said.gap(unit.last):
        return False
    return any(claim.step == "numbers" and claim.first == unit.last for claim in line.claims)


def _is_dateline(line: Line, unit: Unit) -> bool:
    """ "인천=연합뉴스", "잠실=홍길동 기자": a place in hangul or kana, before the agency or somebody with a title."""
    kind = script(line.said.words[unit.first])
    if line.said.gap(unit.last) not in ("=", "＝") or unit.last - unit.first > (1 if kind == "hangul" else PLACE):
        return False
    titled = kind == "hangul" and any(claim.step == "titles" for claim in line.claims)
    sent = any(claim.role == "agency" and claim.first == unit.last for claim in line.claims)
    return kind in ("hangul", "kana") and (sent or titled)
