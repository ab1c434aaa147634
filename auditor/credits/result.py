"""The finished line as a Credit: parties in order, codes, house style, and every word accounted for."""

import msgspec

from auditor.credits.chain import chain, merge_creators
from auditor.credits.house import Parties, print_house
from auditor.credits.issues import find_issues
from auditor.credits.line import ByRole, Claim, Line, by_role
from auditor.credits.origins import multi_kind, stock_kind
from auditor.model import Credit, Part
from auditor.styles import HouseStyle
from auditor.words import Words

ENDS = " \t/|,;:-–—.+*#•·／｜、，："
LEFT_OVER = frozenset(("interface", "transmission", "restriction", "rights"))
PAIRS = {"(": ")", "[": "]", "{": "}", "（": "）", "【": "】", "「": "」"}
CLOSING = frozenset(PAIRS.values())


def to_credit(text: str, line: Line, words: Words, style: HouseStyle) -> Credit:
    """The Credit of a line whose words are all claimed."""
    named = by_role(line)
    creators, issues = merge_creators([claim.name for claim in named.get("creator", ())])
    agencies = tuple(chain(line, words, named)) if "agency" in named else ()
    parties = named.get("supplier", ())
    kinds = _kinds(line, words, named)
    if parties and agencies and "multi" not in kinds and _has_own_tag(named):
        issues.add("own_tag")
    credit = Credit(
        text=text,
        line=_as_read(line),
        marker=_marker(line, named.get("marker", [])),
        creators=creators,
        agencies=agencies,
        suppliers=tuple(dict.fromkeys([claim.name for claim in parties])) if parties else (),
        kinds=kinds,
        licence=named["licence"][0].name if "licence" in named else None,
        residue=_printed(line, named["residue"]) if "residue" in named else (),
        rest=_rest(line, named.get("rest", [])),
        parts=_parts(line),
    )
    house = print_house(_parties(credit, issues, named), style)
    return msgspec.structs.replace(credit, house=house, issues=find_issues(line, words, credit, named, issues))


def _has_own_tag(named: ByRole) -> bool:
    """Whether the publisher's name is tacked on a chain: not between the creator and who passes the picture on."""
    first = named["agency"][0].start
    made = "creator" in named and named["creator"][0].start
    own = [claim.start for claim in named["supplier"] if claim.hint == "own"]
    return any(made is False or not made < start < first for start in own)


def _as_read(line: Line) -> str:
    """The line as readers take it: without the marker and the left-overs at its ends.

    What stands further in belongs to what is shown, as does a label that says what the picture is ("Screenshot: X").
    """
    claims, text = line.claims, line.said.text
    first, last = 0, len(claims)
    while first < last and _only_announces(claims[first], text):
        first += 1
    while last > first and not line.beyond and _only_announces(claims[last - 1], text):
        last -= 1
    begin = claims[first - 1].end if first else 0
    end = claims[last].start if last < len(claims) else len(text)
    read = " ".join((text[begin:end] + line.beyond).split()) if line.beyond else text[begin:end].strip()
    if not first and last == len(claims):
        return read
    trimmed = _trimmed(read)
    return trimmed if _pairs(trimmed) else " ".join(text[begin:].split())  # the marker closes a bracket further in


def _only_announces(claim: Claim, text: str) -> bool:
    """Is it a marker, or left over from a page, a transmission or a contract?"""
    if claim.role == "marker":
        return not claim.kinds and not text[claim.start : claim.end].endswith("/")
    return claim.role == "residue" and claim.name in LEFT_OVER


def _pairs(text: str) -> bool:
    return all(text.count(opening) <= text.count(closing) for opening, closing in PAIRS.items())


def _trimmed(text: str) -> str:
    """A text without the separators at its ends, and without brackets there that do not pair inside it."""
    text = text.strip(ENDS)
    if text[:1] in PAIRS and (text.endswith(PAIRS[text[0]]) or PAIRS[text[0]] not in text):
        text = text[1:].removesuffix(PAIRS[text[0]])
    if text[-1:] in CLOSING:
        for opening, closing in PAIRS.items():
            if text.endswith(closing) and opening not in text:
                text = text[:-1]
    return text.strip(ENDS)


def _marker(line: Line, labels: list[Claim]) -> str | None:
    """The labels that stand first in the line, as they are printed; several in a row are one marker."""
    if not labels:
        return None
    run = labels[:1]
    for label in labels[1:]:
        if label.first != run[-1].last:
            break
        run.append(label)
    return line.said.text[run[0].start : run[-1].end]


def _kinds(line: Line, words: Words, named: ByRole) -> tuple[str, ...]:
    kinds: set[str] = set()
    for claim in line.claims:
        if claim.kinds:
            kinds.update(claim.kinds)
    if "agency" in named:
        kinds |= stock_kind(line, words, named)
    kinds |= multi_kind(line, words, named)
    if "creator" in named:
        kinds.discard("uncredited")
    return tuple(sorted(kinds)) if kinds else ()


def _printed(line: Line, claims: list[Claim]) -> tuple[str, ...]:
    return tuple([line.said.text[claim.start : claim.end] for claim in claims])


def _rest(line: Line, claims: list[Claim]) -> str:
    if not claims and not line.beyond:
        return ""
    found = [claim.name for claim in claims if not claim.hint]
    return " ".join([*found, *([line.beyond] if line.beyond.strip() else [])])


def _parties(credit: Credit, issues: set[str], named: ByRole) -> Parties:
    others, clients = credit.suppliers, list[str]()
    if others and credit.agencies:
        clients = [claim.name for claim in named["supplier"] if claim.hint == "client"]
        others = () if "own_tag" in issues else tuple([name for name in others if name not in clients])
    kinds = frozenset(credit.kinds)
    given = _given([*named.get("kind", ()), *named.get("marker", ())]) if "handout" in kinds else ""
    return Parties(credit.creators, others, credit.agencies, clients, kinds, credit.licence, given)


def _given(claims: list[Claim]) -> str:
    given = [claim for claim in claims if "handout" in claim.kinds]
    if not given:
        return ""
    if given[0].hint == "code":
        return "Handout"
    return "Private" if given[0].hint in ("private", "private owner") else "Supplied"


def _parts(line: Line) -> tuple[Part, ...]:
    """Every claim as a Part; joining words go with the party behind them."""
    parts, begin = [], -1
    for claim in line.claims:
        if claim.role == "rest" and claim.hint:
            begin = claim.start if begin < 0 else begin
            continue
        start = begin if begin >= 0 else claim.start
        parts.append(Part(line.said.text[start : claim.end], claim.role, claim.name, claim.step))
        begin = -1
    if begin >= 0:
        parts.append(Part(line.said.text[begin:], "residue", "note", "joiners"))
    if line.beyond.strip():
        parts.append(Part(line.beyond, "rest", line.beyond, "limit"))
    return tuple(parts)
