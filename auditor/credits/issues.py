"""What is wrong with a credit line: the closed list of codes, each told from the finished parts."""

import re
from itertools import pairwise

from auditor.credits.line import ByRole, Claim, Line
from auditor.credits.names import in_capitals, is_acronym, script
from auditor.model import Credit
from auditor.text import NEEDLESS_JOINER
from auditor.words import Words

ORDER = (
    "missing_colon", "repeated_marker", "all_caps", "partial_name", "inflected_name", "handle_as_name",
    "placeholder_name", "supply_code_as_name", "supply_code_residue", "duplicate_name", "name_variant",
    "no_photographer", "no_agency", "agency_alias", "agency_misspelt", "duplicate_agency", "order_reversed",
    "chain_reversed", "own_tag", "copyright_statement", "copyright_statement_only", "glued", "truncated",
    "unbalanced_bracket", "stray_separator", "invisible_chars", "residue", "ambiguous",
)  # fmt: skip
RANK = {code: place for place, code in enumerate(ORDER)}
SIGNS = "|/–—-.,;:•·*+#=＝"
BRACKETS = {")": "(", "]": "[", "}": "{", "）": "（", "】": "【"}
BRACKET = re.compile(r"[()\[\]{}（）【】]")
UNSEEN = re.compile(rf"[\u00ad\u200b\u2060\ufeff\u00a0\u202f]|{NEEDLESS_JOINER}")
ABBREVIATED = 4  # letters; a role word this short may end in a full stop of its own
MADE = frozenset({"composite", "illustration", "graphic"})  # of what another label may name the photographs
NAME_LETTERS, FIRM_LETTERS = 3, 4  # from here on capitals are no acronym


def find_issues(line: Line, words: Words, credit: Credit, named: ByRole, seen: set[str]) -> tuple[str, ...]:
    """All codes that hold, in the fixed order; `seen` are those that earlier steps have found."""
    found = seen.union(line.flaws)
    for claim in line.claims:
        if claim.issues:
            found.update(claim.issues)
    if "marker" in named or "residue" in named:
        found |= _of_labels(named)
    found.update(_of_names(line, words, credit, named), _of_codes(credit, named))
    if "agency" in named or "supplier" in named:
        found |= _of_agencies(line, credit, named)
    found |= _of_text(line, words, credit)
    if credit.residue:
        found.add("residue")
    return tuple(sorted(found, key=RANK.__getitem__)) if found else ()


def _of_labels(named: ByRole) -> set[str]:
    found: set[str] = set()
    labels = named.get("marker", [])
    if "residue" in named:
        labels = [*labels, *(claim for claim in named["residue"] if claim.step == "labels")]
    for before, label in pairwise(labels):
        parts = before.kinds != label.kinds and (label.kinds or not MADE.isdisjoint(before.kinds))
        if before.last == label.first or not parts:
            found.add("repeated_marker")
    return found


def _of_names(line: Line, words: Words, credit: Credit, named: ByRole) -> set[str]:
    found: set[str] = set()
    handles = set()
    for claim in named.get("creator", ()):
        if "handle_as_name" in claim.issues:
            handles.add(claim.name)
        elif in_capitals(line.said.written(claim.first, claim.last), NAME_LETTERS):
            found.add("all_caps")
    for claim in named.get("supplier", ()):
        if _is_shouted(line, words, claim):
            found.add("all_caps")
    for name in credit.creators:
        if name not in handles and _is_partial(name):
            found.add("partial_name")
    if not credit.creators:
        found.add("no_photographer")
    elif not credit.agencies and not credit.suppliers:
        found.add("no_agency")
    return found


def _is_shouted(line: Line, words: Words, claim: Claim) -> bool:
    """A firm's name in capitals that are neither an acronym's nor the brand's own."""
    written = line.said.written(claim.first, claim.last)
    if claim.step == "parties":
        plain = " ".join(word for word in written.split() if not is_acronym(words, word))
        several = sum(any(map(str.isalpha, word)) for word in written.split()) > 1  # "SDIS 34" is an acronym
        return several and written.isupper() and in_capitals(plain, FIRM_LETTERS)
    shouted = [word for word in written.split() if sum(map(str.isalpha, word)) >= FIRM_LETTERS and word.isupper()]
    return any(word not in claim.name for word in shouted) and not words.is_brand(written)


def _is_partial(name: str) -> bool:
    parts = name.replace(".", " ").split()
    if not parts or script(parts[0]) in ("han", "kana", "hangul"):
        return False
    return len(parts) == 1 or (len(parts) == 2 and len(parts[0]) == 1 and len(parts[1]) > 1)


def _of_codes(credit: Credit, named: ByRole) -> set[str]:
    found: set[str] = set()
    for claim in named.get("kind", ()):
        if claim.hint == "placeholder" and not credit.creators:
            found.add("placeholder_name")
        if claim.hint == "code":
            if credit.creators:
                found |= set() if credit.suppliers else {"supply_code_residue"}
            elif not any(other.start < claim.start for other in named.get("supplier", ())):
                found.add("supply_code_as_name")
    return found


def _of_agencies(line: Line, credit: Credit, by_role: ByRole) -> set[str]:
    found: set[str] = set()
    named = tuple([claim.name for claim in by_role.get("agency", ())])
    for name in credit.agencies:
        if not _stands_in(name, line.said.text):
            found.add("agency_alias")
    if named != credit.agencies:
        once = tuple(dict.fromkeys(named))
        if len(once) < len(named):
            found.add("duplicate_agency")
        if once != credit.agencies:
            found.add("chain_reversed")
    if "multi" not in credit.kinds and _is_reversed(by_role):
        found.add("order_reversed")
    return found


def _stands_in(name: str, text: str) -> bool:
    """Whether a name stands in a text as a word, in these capitals."""
    place = text.find(name)
    while place >= 0:
        before, after = text[place - 1 : place], text[place + len(name) : place + len(name) + 1]
        if not before.isalnum() and not after.isalnum():
            return True
        place = text.find(name, place + 1)
    return False


def _is_reversed(by_role: ByRole) -> bool:
    """An agency or supplier before the creator, or an agency before a supplier; own tags and clients do not count."""
    agencies, suppliers = by_role.get("agency", []), by_role.get("supplier", [])
    if suppliers:
        passed = ("client", "host", "own") if agencies else ("client", "host")
        suppliers = [claim for claim in suppliers if claim.hint not in passed]
    if "creator" in by_role:
        start = by_role["creator"][0].start
        if (agencies and agencies[0].start < start) or (suppliers and suppliers[0].start < start):
            return True
    return bool(suppliers and agencies) and agencies[0].start < suppliers[-1].start


def _of_text(line: Line, words: Words, credit: Credit) -> set[str]:
    found: set[str] = set()
    if not credit.text.isprintable() and UNSEEN.search(credit.text):
        found.add("invisible_chars")
    if not _pairs(credit.text):
        found.add("unbalanced_bracket")
    if credit.text.rstrip(" )").endswith(("...", "…")) and line.claims and line.claims[-1].role != "marker":
        found.add("truncated")
    if _has_stray_sign(line, words):
        found.add("stray_separator")
    nobody = not (credit.creators or credit.agencies or credit.suppliers)
    if nobody and any("copyright_statement" in claim.issues for claim in line.claims):
        found.add("copyright_statement_only")
    return found


def _pairs(text: str) -> bool:
    found = BRACKET.findall(text)
    if not found:
        return True
    open_: list[str] = []
    for char in found:
        if char not in BRACKETS:
            open_.append(char)
        elif not open_ or open_.pop() != BRACKETS[char]:
            return False
    return not open_


def _is_abbreviated(line: Line, words: Words) -> bool:
    """Whether the full stop at the end belongs to the last word: "Zvg.", "Sportsphoto Ltd."."""
    last = line.said.words[-1]
    if len(last) == 1 and line.said.gap(len(line.said.words) - 1) == ".":
        return True  # "F.A.Z."
    if line.claims and line.claims[-1].role == "kind" and len(last) <= ABBREVIATED:
        return True
    return any(last + "." in known for known in (words.generic, words.organisation_words, words.suffixes))


def _has_stray_sign(line: Line, words: Words) -> bool:
    text = line.said.text.strip("()[] （）【】")
    if not text or not line.said.words:
        return bool(text)
    claims: tuple[Claim, ...] = line.claims
    if text[0] in SIGNS and not any(claim.first == claim.last for claim in claims):
        return True
    if text[-1] not in SIGNS or (text[-1] == "." and _is_abbreviated(line, words)):
        return False
    return not claims or (claims[-1].role != "residue" and not line.said.text[: claims[-1].end].endswith(text[-1]))
