"""What belongs to no field: buttons, desk notes, rights sentences, dates, picture numbers."""

import re
from bisect import bisect_left

import msgspec

from auditor.credits.licences import is_licence
from auditor.credits.line import Claim, Line
from auditor.credits.names import EAST_ASIAN, script
from auditor.phrases import Worded
from auditor.text import without_diacritics
from auditor.vocabulary import Residue
from auditor.words import Words, same_capitals

ISSUES = {"rights": ("copyright_statement",)}
DATE = re.compile(
    r"(?<![\w/])(?:[0-9]{1,2}/[0-9]{1,2}/(?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2}/[0-9]{1,2}/[0-9]{1,2})(?![\w/])"
)
DATED = 3  # numbers of a day
SET_OFF = " ()]}.,;:/|）】、。，"  # what may stand behind a date or number; with other signs it is not understood
PLUSES = "+++"
ADDRESS = re.compile(r"<?\bhttps?://[^\s<>()|]{1,300}>?")
MAIL = re.compile(r"(?<=[^\W\d_] )[a-z0-9][a-z0-9._+-]{1,63}@[\w-]{1,63}\.[\w.-]{2,63}")  # behind a blank
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
DIGIT = re.compile(r"\d|[年月日]")


def cut_residue(line: Line, words: Words) -> Line:
    """Left-overs: interface text at the ends, desk notes to the end of the line, rights sentences, notes."""
    claims = _between_pluses(line) if PLUSES in line.said.text else []
    if "://" in line.said.text:
        claims += _addresses(line, ADDRESS)
    if "@" in line.said.text:
        claims += _addresses(line, MAIL)
    if not words.residue.begins_in(line.said.words):
        return line.claim(claims)
    end, firsts = len(line.said.words), words.residue.firsts
    for index, word in enumerate(line.said.words):
        if word in firsts and not _is_taken(line, claims, index):
            found = _residue_at(line, words, index, end)
            claims += [found] if found else []
    return line.claim(claims)


def _is_taken(line: Line, claims: list[Claim], index: int) -> bool:
    """Whether a word is claimed, or further in than the first of an agency's name ("Getty Images Plus")."""
    return any(first < index < last for first, last, _, _ in line.mentions) or any(
        claim.first <= index < claim.last for claim in (claims if not line.claims else (*line.claims, *claims))
    )


def _between_pluses(line: Line) -> list[Claim]:
    """ "Jane Roe/dpa +++ dpa-Bildfunk +++": the wire's tail, which may name the agency once more."""
    said = line.said
    start = said.text.find(PLUSES)
    end = said.text.rfind(PLUSES)
    inside = [i for i in range(len(said.words)) if start < said.starts[i] < end]
    if not inside:
        return []
    place = (inside[0], inside[-1] + 1, start, end + len(PLUSES))
    return [Claim(*place, "residue", "transmission", "residue")]


def _addresses(line: Line, pattern: re.Pattern[str]) -> list[Claim]:
    """Addresses behind a name, to the next blank: "Jane Roe (https://example.org/jane)", "Jane Roe jr@example.org"."""
    said, found = line.said, []
    for match in pattern.finditer(said.text):
        inside = [i for i in range(len(said.words)) if match.start() <= said.starts[i] < match.end()]
        if inside and inside[0] > 0:
            found.append(Claim(inside[0], inside[-1] + 1, *match.span(), "residue", "note", "residue"))
    return found


def _residue_at(line: Line, words: Words, index: int, end: int) -> Claim | None:
    for last, row in words.residue.at(line.said, index):
        if not same_capitals(line.said.written(index, last), row):
            continue
        if row.place == "tail" and not index and words.announces(line.said, index):
            continue
        if row.place == "tail" and (index == 0 or row.sort == "restriction" or line.parted(index)):
            return _claim(line, index, end, row)
        if row.place == "anywhere" or _heads_part(line, index, last, row):
            return _claim(line, index, _part_end(line, words, last, row), row)
        if row.sort == "note" and _is_surname(line, index, last, row):
            continue
        alone = (index > 0 or row.sort == "interface") and not _ends_name(line, words, index, last)
        if row.place == "end" and row.sort != "place" and last == end and alone and not _is_joined(line, index):
            return _claim(line, index, last, row)
        if row.place == "start" and index == 0:
            return _claim(line, index, last, row)
        if row.sort in ("note", "place") and _stands_alone(line, index, last, row):
            return _claim(line, index, last, row)
    return None


def _heads_part(line: Line, index: int, last: int, row: Residue) -> bool:
    if row.place != "label":
        return row.place == "part"
    behind = line.gaps[index] in ("break", "comma") or line.said.gap(index) == ". "  # "Jane Roe. Styling: …"
    return index > 0 and behind and line.said.gap(last).lstrip().startswith((":", "："))


def _part_end(line: Line, words: Words, last: int, row: Residue) -> int:
    """A note such as "Styling: Kit Rowan" or "Video: EPV" runs to the end of its part of the line, or to a button."""
    if row.place not in ("part", "label") or (last < len(line.said.words) and is_licence(line, words, last)):
        return last
    last += 1
    while last < len(line.said.words) and not line.parted(last) and not _is_button(line, words, last):
        last += 1
    return min(last, len(line.said.words))


def _is_button(line: Line, words: Words, index: int) -> bool:
    """Does the line end in a button's name from here on?"""
    said, end = line.said, len(line.said.words)
    rows = [row for last, row in words.residue.at(said, index) if last == end and row.sort == "interface"]
    shown = any(same_capitals(said.written(index, end), row) for row in rows)
    return shown and not _ends_name(line, words, index, end) and not _is_joined(line, index)


def _is_joined(line: Line, index: int) -> bool:
    """A left-over at the end is set off by a blank or a break, not joined to the word before ("Sir Thomas-More")."""
    gap = line.said.gap(index)
    return index > 0 and gap in ("", "-", "'", "’")


def _ends_name(line: Line, words: Words, index: int, last: int) -> bool:
    """Whether a button's word is the last of a name: "Ann More", "Example Gallery"."""
    if not index or last - index > 1 or line.gaps[index] != "blank":
        return False
    given = line.parted(index - 1) and line.said.words[index - 1] in words.given
    if line.parted(index - 1) and words.suppliers.whole(line.said.written(index - 1, last)):
        return True  # "Disney Plus"
    return given or line.said.words[index] in words.organisation_words


def _is_surname(line: Line, index: int, last: int, row: Residue) -> bool:
    """ "Sai Aung Main": a note that is written small everywhere else, with a capital behind a blank."""
    written = line.said.written(index, last)
    return index > 0 and line.gaps[index] == "blank" and written.istitle() and row.texts[0].islower()


def _stands_alone(line: Line, index: int, last: int, row: Residue) -> bool:
    if row.place != "end" or index == 0:
        return False
    if row.sort == "place" and line.said.gap(index).endswith("(") and line.said.gap(last).startswith(")"):
        return True
    before = "," in line.said.gap(index) or (row.sort == "note" and line.parted(index))
    after = line.parted(last) or "," in line.said.gap(last)
    return index > 0 and before and after


def _claim(line: Line, first: int, last: int, row: Residue) -> Claim:
    said = line.said
    start, end = said.starts[first], said.ends[last - 1]
    if last == len(said.words):
        end += len(said.text[end:].rstrip(" )]|/")) if row.place == "tail" else 0
    before = said.text[:start]
    if before.endswith("("):
        closing = said.text.find(")", end)
        if closing >= 0 and (last == len(said.words) or closing < said.starts[last]):
            start, end = start - 1, closing + 1
    return Claim(first, last, start, end, "residue", row.sort, "residue", row.kinds, ISSUES.get(row.sort, ()))


def cut_numbers(line: Line, words: Words) -> Line:
    """Dates, years and picture numbers at the end of a part or alone in it: "BILD 15.05.2023", "(16507315bs)"."""
    if not DIGIT.search(line.said.text):
        return line
    line = line.claim(_dates(line))
    claims = []
    for first, last in line.segments():
        start = last
        while start > first and (_is_number(line.said, start - 1) or _is_date_word(line.said.words[start - 1], words)):
            start -= 1
        if _is_desk_code(line.said, first, last):
            code = line.taken(first, last, "residue", "numbers", "transmission")
            claims.append(msgspec.structs.replace(code, issues=("supply_code_as_name",)))
            continue
        if start > first and YEAR.fullmatch(line.said.words[first]) and _is_behind_label(line, first):
            claims.append(line.taken(first, first + 1, "residue", "numbers", "number"))
        dated = any(_is_number(line.said, index) for index in range(start, last))  # "Luko Balandžio" is nobody's April
        digits = sum(len(word) for word in line.said.words[start:last]) if dated else 0
        counted = start == first < last and line.said.gap(first).endswith("(")  # "Jane Roe (2)"
        joined = start > first and line.said.gap(start) in _joining(line.said.words[start - 1])
        if (digits >= 4 or counted) and not joined and line.said.gap(last).strip(SET_OFF) == "":
            claims.append(_number(line, start, last))
    return line.claim(claims)


def _dates(line: Line) -> list[Claim]:
    """ "03/05/2024": a day whose numbers are parted by the sign that elsewhere parts two parties."""
    said, found = line.said, []
    for match in DATE.finditer(said.text) if "/" in said.text else ():
        first = bisect_left(said.starts, match.start())
        last = bisect_left(said.starts, match.end())
        found += [Claim(first, last, *match.span(), "residue", "number", "numbers")] if last - first == DATED else []
    return found


def _is_date_word(word: str, words: Words) -> bool:
    return (word if word.isascii() else without_diacritics(word)) in words.date_words


def _is_behind_label(line: Line, index: int) -> bool:
    return any(claim.role == "marker" and claim.last == index for claim in line.claims)


def _joining(before: str) -> tuple[str, ...]:
    """What joins a number to the word before it; where no blanks are written, nothing does."""
    return ("-", "_") if script(before) in EAST_ASIAN else ("", "-", "_")


def _is_desk_code(said: Worded, first: int, last: int) -> bool:
    """ "KGC-03": capitals, a hyphen, digits, and nothing else in the part."""
    letters, sign = said.text[said.starts[first] : said.ends[first]], said.gap(first + 1)
    return last - first == 2 and sign == "-" and letters.isupper() and said.words[first + 1].isdigit()


def _is_number(said: Worded, index: int) -> bool:
    word = said.words[index]
    digits = sum(c.isdigit() for c in word)
    return (digits > 0 and (digits == len(word) or (digits >= 5 and len(word) - digits <= 3))) or word in (
        "年",
        "月",
        "日",
    )


def _number(line: Line, first: int, last: int) -> Claim:
    said = line.said
    start, end = said.starts[first], said.ends[last - 1]
    if said.text[start - 1 : start] == "(" and said.text[end : end + 1] == ")":
        start, end = start - 1, end + 1
    return Claim(first, last, start, end, "residue", "number", "numbers")
