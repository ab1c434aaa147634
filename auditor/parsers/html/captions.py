"""The stretches of text around an image into its caption and its credit line."""

from auditor.parsers.html.segments import Segment
from auditor.parsers.inline import is_credit, split
from auditor.text import squeeze
from auditor.words import Words

LONGEST_CREDIT = 160  # characters in an element called credit; longer ones hold the caption too
SHORT = 60  # characters of an unlabelled text behind a caption that may be its credit
WORDS = 8


def caption_and_credit(segments: list[Segment], words: Words) -> tuple[str | None, str | None]:
    """The caption without its credit, and the credit line as printed; each None where there is none."""
    segments = [s for s in segments if words.cut_residue(s.text)[0]]
    credit = _credit_elements(segments, words)
    pieces = _caption_pieces([s for s in segments if s.role != "credit" or s not in credit])
    if credit:
        line = _joined(credit)
        return _without(squeeze(" ".join(pieces)), line, words), line
    if len(pieces) > 1 and _stands_as_credit(pieces[-1], pieces[:-1], words):
        return split(" ".join(pieces[:-1]), words)[0], pieces[-1]
    if len(pieces) > 1 and is_credit(pieces[0], words):
        return squeeze(" ".join(pieces[1:])), pieces[0]
    return split(" ".join(pieces), words)


def _credit_elements(segments: list[Segment], words: Words) -> list[Segment]:
    named = [s for s in segments if s.role == "credit"]
    return [s for s in named if len(s.text) <= LONGEST_CREDIT or is_credit(s.text, words)]


def _caption_pieces(segments: list[Segment]) -> list[str]:
    named = [s.text for s in segments if s.role in ("caption", "credit")]
    return named or [s.text for s in segments if not s.linked]


def _joined(segments: list[Segment]) -> str:
    """One credit line from its parts: a label and the name behind it, or several parties, each once."""
    line = ""
    for segment in segments:
        if segment.text in line:
            continue
        glue = " " if not line or line[-1] in ":©|/(：=" or not segment.hard else " / "
        line += glue + segment.text
    return line.strip()


def _without(caption: str, line: str, words: Words) -> str | None:
    """The caption less the credit at its end, where that stands there as well."""
    found, again = split(caption, words)
    if again and _letters(again) and (_letters(again) in _letters(line) or _letters(line) in _letters(again)):
        return found
    return words.cut_residue(caption)[0] or None


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _stands_as_credit(piece: str, before: list[str], words: Words) -> bool:
    """Is the last, short text behind a longer one a credit, by what it says or by its place alone?"""
    if is_credit(piece, words):
        return True
    short = len(piece) <= SHORT and len(piece.split()) <= WORDS and piece[-1:] not in ".!?…:"
    return short and sum(map(len, before)) > len(piece) and piece[:1].upper() == piece[:1]
