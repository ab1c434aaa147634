"""What a page has around a credit: the sentence before it, the picture's number in a gallery behind it."""

from bisect import bisect_left

from auditor.credits.line import Claim, Line
from auditor.words import Words

COUNTED = 3  # words of the shortest line with a picture's number in a gallery
SENTENCE, SMALL_WORDS = 5, 2  # words of the shortest caption, and how many of them are written small


def cut_page(line: Line, words: Words) -> Line:
    """The caption before a credit in brackets, and the picture's number, are left over."""
    text = line.said.text
    if text.endswith(")"):
        return line.claim(_caption(line)) if ". (" in text else line
    return line.claim(_counter(line)) if text[-1:].isdecimal() else line


def _counter(line: Line) -> list[Claim]:
    """ "Jane Roe/dpa 1 / 12": which picture of a gallery it is, at the end."""
    said, last = line.said, len(line.said.words)
    if last < COUNTED or not said.words[-2].isdecimal():
        return []
    if said.gap(last - 1).strip() != "/" or said.gap(last - 2) != " " or int(said.words[-2]) > int(said.words[-1]):
        return []
    return [line.taken(last - 2, last, "residue", "page", "interface")]


def _caption(line: Line) -> list[Claim]:
    """A sentence before a bracket with an agency in it: "The port, 4 May 2023. (JANE ROE / AFP)"."""
    said = line.said
    place = said.text.rfind(" (")
    if not line.mentions or said.text[place - 1] != ".":
        return []
    last = bisect_left(said.starts, place)
    small = sum(said.text[start].islower() for start in said.starts[:last])
    if last < SENTENCE or small < SMALL_WORDS or line.mentions[0][0] < last or ":" in said.text[:place]:
        return []
    return [line.taken(0, last, "residue", "page", "note")]
