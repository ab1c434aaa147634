"""Known agencies, longest alias first and before any splitting."""

from itertools import pairwise

import msgspec

from auditor.agencies import SHORT, Agency
from auditor.credits.borders import border, with_address
from auditor.credits.line import Claim, Line
from auditor.credits.names import script
from auditor.words import Words

LONGEST = 4  # words of a misspelt name
Parts = list[tuple[int, int]]
SHORTEST_CUT = 2  # letters of a name that is cut off


def find_agencies(line: Line, words: Words) -> Line:
    """Agencies that stand at a border of a part of the line; inside a part only names of several words."""
    claims = _mentioned(line, words) if line.mentions else []
    line = line.claim(claims)
    parts = line.segments()
    slips = _misspelt(line, words, parts)
    if slips:
        line = line.claim(slips)
        parts = line.segments()
    return (
        line.claim([*_in_small_letters(line, words, parts), *_cut_off(line, words, parts)]) if claims or slips else line
    )


def _mentioned(line: Line, words: Words) -> list[Claim]:
    claims: list[Claim] = []
    borders = _borders(line)
    for first, last, agency, misspelt in line.mentions:
        if _is_open(line, first, last):
            span = _accept(line, words, first, last, borders)
            if span:
                borders.update(span)
                claims.append(_agency(line, words, span, agency, misspelt))
    return claims


def _borders(line: Line) -> set[int]:
    """Where claims begin and end, and where one agency's name follows another's: "Reuters-Yonhap"."""
    found: set[int] = set()
    for claim in line.claims:
        found.add(claim.first)
        found.add(claim.last)
    for before, after in pairwise(line.mentions):
        if before[1] == after[0]:
            found.add(after[0])
    return found


def _misspelt(line: Line, words: Words, parts: Parts) -> list[Claim]:
    """Agencies with one slip in their name that are a whole part of the line: "Jane Roe/Gettty Images"."""
    said, found = line.said, []
    joined = "via" in said.words
    for first, last in parts:
        if joined:
            first = max([i + 1 for i in range(first, last) if said.words[i] == "via"], default=first)
        if first == last or last - first > LONGEST or said.words[first] in words.given:
            continue
        written = said.written(first, last)
        agency = words.agencies.misspelt(written)
        if agency and not words.suppliers.whole(written):
            found.append(_agency(line, words, (first, last), agency, True))
    return found


def _cut_off(line: Line, words: Words, parts: Parts) -> list[Claim]:
    """An agency's name cut off at the end of the line: "Jane Roe/AFP via Gett"."""
    last = len(line.said.words)
    if "via" not in line.said.words:
        return []
    first = next((first for first, end in parts if end == last), last)
    while first < last and any(end == first + 1 for end, _ in words.joiners.at(line.said, first, first + 1)):
        first += 1
    written = line.said.written(first, last) if first < last else ""
    joined = bool(first) and line.said.words[first - 1] == "via"
    agency = words.agencies.beginning(written) if joined and len(written) >= SHORTEST_CUT else None
    if agency is None:
        return []
    return [msgspec.structs.replace(line.taken(first, last, "agency", "agencies", agency.name), issues=("truncated",))]


def _in_small_letters(line: Line, words: Words, parts: Parts) -> list[Claim]:
    """Beside an agency a short alias counts in any capitals, if it is a whole part of the line: "Lehtikuva/ap"."""
    found = []
    for first, last in parts:
        if last - first > 1 or len(line.said.words[first]) > SHORT:
            continue
        agency = words.agencies.get(line.said.written(first, last))
        if agency:
            found.append(_agency(line, words, (first, last), agency, False))
    return found


def _is_open(line: Line, first: int, last: int) -> bool:
    for claim in line.claims:  # noqa: SIM110 - a generator takes longer than the look
        if claim.last > first and claim.first < last:
            return False
    return True


def _agency(line: Line, words: Words, span: tuple[int, int], agency: Agency, misspelt: bool) -> Claim:
    start, end = line.said.starts[span[0]], line.said.ends[span[1] - 1]
    issues = ("agency_misspelt",) if misspelt else ()
    kinds = _of_archive(line, words, span[1] - 1, agency)
    return Claim(*span, start, end, "agency", agency.name, "agencies", kinds, issues)


def _of_archive(line: Line, words: Words, last: int, agency: Agency) -> tuple[str, ...]:
    """ "PA Archive": the archive of an agency that makes news says that the picture is old."""
    if agency.kind != "news agency" or line.said.words[last] not in words.roles.firsts:
        return ()
    named = words.roles.whole(line.said.written(last, last + 1))
    return ("file",) if any("file" in role.kinds for role in named) else ()


def _accept(line: Line, words: Words, first: int, last: int, borders: set[int]) -> tuple[int, int] | None:
    """The span to claim for a mention, or None where it is part of another name."""
    said = line.said
    first, last = with_address(line, words, first, last)
    if first and said.words[first - 1] in words.articles:
        first -= first - 1 in borders or border(line, words, first - 1, -1)
    start = first in borders or border(line, words, first, -1)
    end = last in borders or border(line, words, last, 0)
    if start and end:
        return first, last
    written = said.written(first, last)
    if end and not start:
        if said.words[first - 1] in words.generic and border(line, words, first - 1, -1):
            return first - 1, last
        return (first, last) if _ends_a_name(line, first, last, written) else None
    if start and not end:
        if _goes_on(line, words, last):
            return None
        if _only_flags(line, words, last):
            return first, last
        if said.words[last] in words.generic and (last + 1 in borders or border(line, words, last + 1, 0)):
            return first, last + 1
        if said.words[last] in words.organisation_words and not words.roles.whole(said.written(last, last + 1)):
            return None
        return (first, last) if _is_unmistakable(written, last - first) else None
    return (first, last) if last - first > 1 and _is_unmistakable(written, last - first) else None


def _goes_on(line: Line, words: Words, index: int) -> bool:
    """ "聯合報" is no 聯合: in scripts without blanks a name goes on, unless a title or a word for the kind begins."""
    said = line.said
    if said.gap(index) or script(said.words[index]) not in ("han", "kana"):
        return False
    tables = (words.titles, words.roles)
    return said.words[index] not in words.generic and not any(any(table.at(said, index)) for table in tables)


def _only_flags(line: Line, words: Words, index: int) -> bool:
    """ "Reuters file", "AP Pool Photo": nothing but a word for the kind of picture up to the next break."""
    last = index + 1
    while not line.parted(last):
        last += 1
    return any(end == last for end, _ in words.roles.at(line.said, index, last))


def _ends_a_name(line: Line, first: int, last: int, written: str) -> bool:
    """ "Jim Watson AFP", "Kirby Lee-Imagn Images": behind a name of two words, or as unmistakable in itself."""
    begin = first
    while begin > 0 and not line.parted(begin) and line.gaps[begin] != "comma":
        begin -= 1
    return _is_unmistakable(written, last - first) or first - begin >= 2


def _is_unmistakable(written: str, words: int) -> bool:
    """Several words, or capitals and digits as no common word or surname has them."""
    if words > 1:
        return True
    return len(written) > 1 and (written[1:] != written[1:].lower() or any(c.isdigit() for c in written))
