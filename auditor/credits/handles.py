"""Names that are no names: user accounts, e-mail addresses, and the publisher's own title or initials."""

import msgspec

from auditor.credits.line import Claim, Line
from auditor.credits.names import script
from auditor.credits.units import Scene, Unit
from auditor.phrases import fold_word
from auditor.words import Words, letters

SURE = 2  # likeness of a name with a known given name


def handle(line: Line, words: Words, unit: Unit, scene: Scene, written: str) -> Claim | None:
    """User names, e-mail addresses, and whatever stands beside a stock library alone."""
    said = line.said
    start = said.starts[unit.first]
    if scene.likely and "@" in written[1:] and "." in written:  # an address beside its owner's name
        return line.taken(unit.first, unit.last, "residue", "handles", "note")
    if said.text[start - 1 : start] == "@" or "@" in written:
        whole = said.text[start - 1 : start] == "@"
        name = "@" + written if whole else written
        official = whole and _is_account(words, written)
        claim = line.taken(unit.first, unit.last, "supplier" if official else "creator", "handles", name)
        issues = () if official else ("handle_as_name",)
        return msgspec.structs.replace(claim, start=start - whole, kinds=("social",) if whole else (), issues=issues)
    beside = scene.agency and scene.units == 1 and _is_user_name(line, words, unit, scene, written)
    account = written.islower() and written.isalnum() and any("social" in claim.kinds for claim in line.claims)
    if beside or ("_" in written and " " not in written) or (account and not unit.organisation):
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


def own_title(line: Line, words: Words, unit: Unit, written: str) -> str | None:
    """The publisher's full name where the line has it, or its initials: HA at the Hamburger Abendblatt."""
    if not line.hints.publisher:
        return None
    full = spaced(line.hints.publisher)
    article, _, rest = full.partition(" ")
    bare = rest if rest and fold_word(article) in words.articles else full
    if letters(written) in (letters(full), letters(bare)) and unit.like < SURE:
        return full
    code = written.rpartition(" ")[2] if line.said.words[unit.first] in words.articles else written
    if not (2 <= len(code) <= 4 and code.isupper()):
        return None
    return full if code in _initials(full, bare) else None


def _initials(full: str, bare: str) -> set[str]:
    """What a title may be abbreviated to: СЭ at Спорт-Экспресс, DL at Le Dauphiné libéré, TKP at the Kathmandu Post."""
    found = {"T" + "".join(word[0] for word in bare.split())}
    for title in (full, bare):
        parts = title.replace("-", " ").split()
        found |= {"".join(word[0] for word in parts), "".join(word[0] for word in parts if word[:1].isupper())}
    return {code.upper() for code in found}


def spaced(publisher: str) -> str:
    """ "HamburgerAbendblatt" as it is printed: "Hamburger Abendblatt"."""
    out = ""
    for index, char in enumerate(publisher):
        if index and char.isupper() and publisher[index - 1].islower():
            out += " "
        out += char
    return out
