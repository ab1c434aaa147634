"""Names that are no names: user accounts, e-mail addresses, and the publisher's own title or initials."""

import re

import msgspec

from auditor.credits.line import Claim, Line
from auditor.credits.names import script
from auditor.credits.units import Scene, Unit
from auditor.phrases import fold_word
from auditor.words import Words, letters

APART = re.compile("[-'’ ]+")  # the words of a title
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
    joined = scene.stock_only and "-" in written and " " not in written  # "Example-Illustrations"
    if unit.like > 0 and not unit.organisation and not joined:
        return False
    if scene.stock_only:
        return unit.organisation or line.said.words[unit.first] not in words.given
    single = unit.last - unit.first == 1 or "-" in written
    return single and script(line.said.words[unit.first]) == "cased" and written[:1].islower()


def own_title(line: Line, words: Words, unit: Unit, written: str) -> str | None:
    """The publisher's full name where the line has it, or its initials: HA at the Hamburger Abendblatt."""
    if written == line.hints.publisher:
        return written
    if not line.hints.publisher:
        return None
    full = spaced(line.hints.publisher)
    article, _, rest = full.partition(" ")
    bare = rest if rest and fold_word(article) in words.articles else full
    if letters(written) in (letters(full), letters(bare)) and unit.like < SURE:
        return full
    code = written.rpartition(" ")[2] if line.said.words[unit.first] in words.articles else written
    head, _, tail = written.partition(" ")
    code = head if tail and words.is_label(tail) else code  # "MP photo"
    if not 2 <= len(code) <= 4:
        return None
    return full if code in _initials(full, words) else None


def _initials(full: str, words: Words) -> set[str]:
    """What a title may be abbreviated to: СЭ at Спорт-Экспресс, ER at L'Est républicain, TKP at the Kathmandu Post."""
    parts = APART.split(full)
    bare = parts[1:] if len(parts) > 1 and (len(parts[0]) == 1 or fold_word(parts[0]) in words.articles) else parts
    found = {"".join(word[0] for word in title) for title in (parts, bare, ["T", *bare])}
    found |= {"".join(word[0] for word in title if word[0].isupper()) for title in (parts, bare)}
    return found.union([code.upper() for code in found])


def spaced(publisher: str) -> str:
    """ "HamburgerAbendblatt" as it is printed: "Hamburger Abendblatt"."""
    out = ""
    for index, char in enumerate(publisher):
        if index and char.isupper() and publisher[index - 1].islower() and publisher[index + 1 : index + 2].islower():
            out += " "
        out += char
    return out
