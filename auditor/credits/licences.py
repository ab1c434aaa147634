"""The licence that a line states: Creative Commons by its elements, others by their names in the table."""

from functools import partial

from auditor.credits.line import Claim, Line
from auditor.phrases import Worded
from auditor.words import Words

CODE = 3  # letters of a licence that may be a code for something else
ELEMENTS = frozenset({"by", "sa", "nc", "nd"})


def find_licence(line: Line, words: Words) -> Line:
    """The licence: "CC BY-SA 4.0" put together from its elements, others by their names in the table."""
    if not words.licences.begins_in(line.said.words):
        return line
    return line.claim_at(words.licences.firsts, partial(_licence, line, words))


def _licence(line: Line, words: Words, index: int, first: int, last: int) -> Claim | None:
    return _creative_commons(line, index, last) or _named_licence(line, words, index, last)


def is_licence(line: Line, words: Words, index: int) -> bool:
    """Does a licence begin at word `index`?"""
    return _creative_commons(line, index, len(line.said.words)) is not None or any(words.licences.at(line.said, index))


def _creative_commons(line: Line, index: int, last: int) -> Claim | None:
    said = line.said
    if said.words[index] != "cc" or index + 1 >= last or said.words[index + 1] not in ELEMENTS:
        return None
    end = index + 1
    while end < last and said.words[end] in ELEMENTS:
        end += 1
    elements = "-".join(said.words[index + 1 : end]).upper()
    name, end = _with_version(said, f"CC {elements}", end, last)
    return Claim(index, end, said.starts[index], said.ends[end - 1], "licence", name, "licence", ("cc",))


def _with_version(said: Worded, name: str, end: int, last: int) -> tuple[str, int]:
    """ "4.0" behind the elements; a country code behind it is left out of the name."""
    if end < last and said.words[end] in ("1", "2", "3", "4"):
        whole, end = said.words[end], end + 1
        part = said.words[end] if end < last and said.gap(end) == "." and said.words[end].isdigit() else ""
        end += bool(part)
        name = f"{name} {whole}.{part or '0'}"
    while end < last and said.gap(end) in (" ", "-") and said.words[end] in ("international", "unported", "de", "deed"):
        end += 1
    return name, end


def _stands_apart(line: Line, index: int, end: int) -> bool:
    """Behind a break, a comma or a label, and before a break: "Example PD" is a police department."""
    behind = line.gaps[index] in ("break", "comma") or any(claim.last == index for claim in line.claims)
    return behind and line.parted(end)


def _named_licence(line: Line, words: Words, index: int, last: int) -> Claim | None:
    for end, row in words.licences.at(line.said, index, last):
        written = line.said.written(index, end)
        if len(written) <= CODE and not (written.isupper() and _stands_apart(line, index, end)):
            continue
        name, end = _with_version(line.said, row.name, end, last) if row.name.startswith("CC ") else (row.name, end)
        claim = line.taken(index, end, "licence", "licence", name)
        return Claim(index, end, claim.start, claim.end, "licence", name, "licence", row.kinds)
    return None
