"""Where a party can begin and end in a line."""

from auditor.credits.line import Line
from auditor.credits.names import script
from auditor.words import Words


def with_address(line: Line, words: Words, first: int, last: int) -> tuple[int, int]:
    """www. before and .com behind the name belong to it."""
    said = line.said
    if last < len(said.words) and said.gap(last) == "." and said.words[last] in words.domains:
        last += 1
    while first and said.words[first - 1] in ("www", "http", "https") and not said.gap(first).count(" "):
        first -= 1
    return first, last


def border(line: Line, words: Words, index: int, side: int) -> bool:
    """Whether a party can begin (side -1) or end (side 0) before word `index`."""
    if line.parted(index) or line.gaps[index] == "comma" or line.said.gap(index) == " & ":
        return True
    before, after = line.said.words[index - 1], line.said.words[index]
    if script(before) != script(after) and "hangul" in (script(before), script(after)):
        return True  # "EPA연합뉴스"
    neighbour = index + side
    return line.said.words[neighbour] in words.joiners.firsts and any(
        end == neighbour + 1 for end, _ in words.joiners.at(line.said, neighbour, neighbour + 1)
    )
