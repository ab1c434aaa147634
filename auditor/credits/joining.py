"""The small words between parties (via, for, and) and the titles at their ends, claimed before parties are named."""

import msgspec

from auditor.credits.flags import comma_parts
from auditor.credits.line import Claim, Line
from auditor.credits.names import EAST_ASIAN, script
from auditor.credits.units import like
from auditor.words import Words

SHORTEST_EMPLOYED = 6  # words, in Chinese characters: an employer, a title and a name of two each


def split_rest(line: Line, words: Words) -> Line:
    """Joining words (via, for, and) are claimed, so that what is left between them are the parties."""
    if not words.joiners.begins_in(line.said.words):
        return line
    claims: list[Claim] = []
    for first, last in line.segments():
        claims.extend(_joiners(line, words, first, last))
    return line.claim(claims)


def _joiners(line: Line, words: Words, first: int, last: int) -> list[Claim]:
    found: list[Claim] = []
    begin, firsts, folded = first, words.joiners.firsts, line.said.words
    for index in range(first, last):
        if folded[index] not in firsts:
            continue
        for end, joiner in words.joiners.at(line.said, index, last):
            if (
                index >= begin
                and _is_small(line, words, (index, end), joiner.does)
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


def _is_small(line: Line, words: Words, place: tuple[int, int], does: str) -> bool:
    """Joining words are written small; "Dan Roe" is no "and Roe", nor is "Presse- und" the end of a party."""
    index, end = place
    written = line.said.written(index, end)
    shouted = does in ("for", "from") and (index == 0 or line.said.text.isupper())
    small = written.lower() == written or shouted or (does == "for" and _names_client(line, words, index, end))
    return does == "via" or (small and line.said.gap(index).strip() in ("", ",", "/", "|"))


def _names_client(line: Line, words: Words, index: int, end: int) -> bool:
    """ "Jane Roe/For The Times": a part that begins so, with a known name behind it, or an article."""
    known = end < len(line.said.words) and (
        line.said.words[end] in words.articles or line.said.words[end] in words.suppliers.firsts
    )
    return line.parted(index) and known and line.gaps[end] == "blank"


def _joins(line: Line, words: Words, does: str, place: tuple[int, int, int, int]) -> bool:
    """Whether a small word joins two parties here, or is part of one party's name."""
    begin, index, end, last = place
    if does == "via":
        return end < last or not line.parted(end) or end == last
    if begin == index:  # right behind a break or a known party
        particle = _is_particle(line, words, index) and not (index == 0 and _is_given(line, words, end, end + 1))
        return does in ("for", "from", "and") and (index > 0 or does == "from") and not particle
    if does == "from":
        return end == last and not _is_particle(line, words, index)
    left = like(line, words, begin, index)
    if does == "for":
        return left >= 1 or end == last
    if end == last:
        return left >= 0 and not line.said.gap(last).strip()
    person = left >= 1 or _is_given(line, words, begin, index)
    if person and line.said.written(end, end + 1).islower() and line.said.words[end] in words.articles:
        return True  # "J. Roe and the Example Team"
    return person and min(like(line, words, a, b) for a, b in comma_parts(line, end, last)[:1]) >= 1


def _is_particle(line: Line, words: Words, index: int) -> bool:
    return line.said.words[index] in words.particles


def _is_given(line: Line, words: Words, first: int, last: int) -> bool:
    return last - first == 1 and last <= len(line.said.words) and line.said.words[first] in words.given


def strip_titles(line: Line, words: Words) -> Line:
    """Job titles and ranks are claimed as left over."""
    if not words.titles.begins_in(line.said.words):
        return line
    titles: list[Claim] = []
    for first, last in line.segments():
        if words.titles.begins_in(line.said.words[first:last]):
            for begin, end in comma_parts(line, first, last):
                titles.extend(_titles(line, words, begin, end))
    return line.claim(titles)


def _titles(line: Line, words: Words, first: int, last: int) -> list[Claim]:
    """Titles and ranks at both ends of a part: "Tech. Sgt. Jane Roe", "김혜진 기자", "Tribune Staff"."""
    found = _employed(line, words, first, last)
    if found:
        return found
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


def _employed(line: Line, words: Words, first: int, last: int) -> list[Claim]:
    """ "新京报记者 王晓": in Chinese and Japanese the employer stands before the title, the person behind it."""
    if script(line.said.words[first]) not in EAST_ASIAN or last - first < SHORTEST_EMPLOYED:
        return []
    if any(words.titles.at(line.said, first, last)):
        return []  # 本报记者 李明
    for index in range(first + 2, last - 1):
        end = next((end for end, _ in words.titles.at(line.said, index, last - 1)), 0)
        if end:
            employer = line.taken(first, index, "supplier", "titles")
            return [employer, line.taken(index, end, "residue", "titles", "title")]
    return []


def _is_title(line: Line, first: int, end: int, title: str) -> bool:
    """Short titles count only in their capitals: "Spc." is a rank, SPC is not."""
    written = line.said.written(first, end)
    return len(written) > 4 or written == title.rstrip(".")
