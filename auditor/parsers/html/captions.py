"""The stretches of text around an image into its caption and its credit line."""

from itertools import pairwise

from msgspec.structs import replace

from auditor.parsers.ahead import split_ahead
from auditor.parsers.html.names import Role, role_of
from auditor.parsers.html.segments import CAMERA, Segment
from auditor.parsers.inline import split
from auditor.parsers.wording import (
    EDGE,
    SENTENCE_BREAK,
    is_credit,
    is_marked,
    is_name,
    is_persons_name,
    is_stand_in,
    stands_for_a_name,
)
from auditor.text import small_letters, squeeze
from auditor.words import Words

LONGEST_CREDIT = 160  # characters in an element called credit; longer ones hold the caption too
LONGEST_UNMARKED = 250  # characters of a caption beside an image whose credit nothing announces
LONGEST_LABEL = 60
SENTENCE_ENDS = tuple(".!?…。।")
SHORTEST_CAPTION = 30  # characters of a caption in front of a credit in an element called credit
SHORT = 70  # characters of an unlabelled text behind a caption that may be its credit
WORDS = 8
LONGEST_BUTTON = 60
SHORTEST_NAME = 3  # letters
COLONS = (":", "：")  # what ends so announces something and is not left over

Read = tuple[str | None, str | None]


def caption_and_credit(segments: list[Segment], words: Words) -> Read:
    """The caption without its credit, and the credit line as printed; each None where there is none."""
    told = [s for s in segments if not _is_left_over(s.text, words)]
    segments = _once(_with_labels(_as_told(_with_emphasis(told, words), words), words))
    credit = _credit_elements(segments, words)
    segments = _up_to_credit(segments, credit)
    pieces = _caption_pieces([s for s in segments if s not in credit], bool(credit), words)
    if credit:
        pieces = [piece for piece in pieces if not is_marked(piece, words)]
        return _without(squeeze(" ".join(pieces)), _joined(credit), words)
    text = " ".join(pieces)
    read = _by_place(pieces, any(s.role for s in segments), words) or split(text, words)
    return read if read[1] else split_ahead(read[0] or "", words)


def _is_left_over(text: str, words: Words) -> bool:
    """Is the text nothing but a button or its like? What ends in a colon announces something."""
    return len(text) <= LONGEST_BUTTON and not text.endswith(COLONS) and not words.cut_residue(text)[0]


def role_by_wording(text: str, words: Words) -> Role | None:
    """What a text beside an image is by its words alone: a credit, or a caption that ends in one.

    A longer text must announce it, as its last words may sign the story; so must one that ends as a sentence does.
    """
    if len(text) <= LONGEST_CREDIT and (
        _is_giver(text, words) or (is_credit(text, words) and not split(text, words)[0])
    ):
        return "credit"
    label = words.label_at_start(text)
    if label and label.colon:
        return "caption" if all(split_ahead(text, words)) or all(split(text, words)) else None
    if (len(text) > LONGEST_UNMARKED or text[-1] in SENTENCE_ENDS) and not _has_marker(text, words):
        return None
    return "caption" if all(split(text, words)) else None


def _is_giver(text: str, words: Words) -> bool:
    """Is it a word that stands where a name should, and is no sign: "zVg", "LDD", "Privat"?"""
    role = words.role(text)
    return role is not None and stands_for_a_name(role) and not role.placeholder


def _has_marker(text: str, words: Words) -> bool:
    if any(label.colon and label.start for label in words.labels_inside(text)):
        return True
    return bool(words.label_at_end(text[-LONGEST_LABEL:]))


def _as_told(segments: list[Segment], words: Words) -> list[Segment]:
    """What is announced as a credit to those who listen to the page is one."""
    return [replace(s, role="credit") if _tells_credit(s, words) else s for s in segments]


def _tells_credit(segment: Segment, words: Words) -> bool:
    """Is it announced so? What stands behind a drawn camera may be the caption, too."""
    if segment.told == CAMERA:
        caption, credit = split(segment.text, words)
        return caption is None or (credit is None and is_name(caption, words))
    told = segment.told
    return bool(told) and role_of(told) != "caption" and words.is_label(told.rstrip(" ,:"))


def _with_emphasis(segments: list[Segment], words: Words) -> list[Segment]:
    """Emphasised words that end a caption stay with it unless surely a credit: titles are set so, and papers' names."""
    joined: list[Segment] = []
    for segment in segments:
        if segment.emphasised and joined and not _is_announced(segment.text, words):
            before = joined.pop()
            segment = replace(before, text=f"{before.text} {segment.text}")
        joined.append(segment)
    return joined


def _is_announced(text: str, words: Words) -> bool:
    """Is it a credit that begins with a marker, or that names an agency?"""
    return is_credit(text, words) and bool(words.label_at_start(text) or words.agencies.mentions(text))


def _with_labels(segments: list[Segment], words: Words) -> list[Segment]:
    """A label in an element of its own ("Photo:") joined to what it announces."""
    joined: list[Segment] = []
    for segment in segments:
        if joined and words.is_label(joined[-1].text) and not is_stand_in(joined[-1].text, words):
            label = joined.pop()
            segment = replace(segment, text=f"{label.text} {segment.text}", role=label.role or segment.role)
        joined.append(segment)
    return joined


def _once(segments: list[Segment]) -> list[Segment]:
    """Pages print a caption or a credit again for small screens; the first stays."""
    seen: set[tuple[str, bool]] = set()
    return [s for s in segments if (key := (s.text, s.role == "credit")) not in seen and not seen.add(key)]  # type: ignore[func-returns-value]


def _credit_elements(segments: list[Segment], words: Words) -> list[Segment]:
    """What calls itself a credit; a by-line only where nothing is surer; else unlabelled text that reads as one."""
    told = any(s.role == "caption" for s in segments)
    named = [
        s for s in segments if s.role in ("credit", "byline") and (_is_alone(s, words) if not told else _is_short(s))
    ]
    sure = [s for s in named if s.role == "credit" or is_credit(s.text, words)]
    if named or not told:
        return sure or named
    plain = [s for s in segments if s.role is None and not s.heading]
    return [s for s in plain if _stands_alone(s.text, words)] or _names_beside(segments, words)[:1]


def _stands_alone(text: str, words: Words) -> bool:
    """Does a text of its own read as a credit, or as what stands where a name should ("Privat", "Cedida")?"""
    return is_credit(text, words) or is_stand_in(text, words)


def _names_beside(segments: list[Segment], words: Words) -> list[Segment]:
    """Unlabelled names beside a labelled caption: a person's anywhere, any house's right behind the caption."""
    behind = [s for before, s in pairwise(segments) if before.role == "caption" and s.role is None and not s.linked]
    plain = [s for s in segments if s.role is None and not s.linked and not s.heading]
    return [
        s
        for s in plain
        if is_persons_name(s.text, words) or (s in behind and is_name(s.text, words) and not words.role(s.text))
    ]


def _is_short(segment: Segment) -> bool:
    return len(segment.text) <= 2 * LONGEST_CREDIT


def _is_alone(segment: Segment, words: Words) -> bool:
    """Is an element called credit the credit alone, not a box that also holds the caption?"""
    if len(segment.text) > LONGEST_CREDIT:
        return is_credit(segment.text, words)
    told, credit = split(segment.text, words)
    return credit is None or told is None or len(told) < SHORTEST_CAPTION or is_marked(told, words)


def _up_to_credit(segments: list[Segment], credit: list[Segment]) -> list[Segment]:
    """Where nothing calls itself a caption, the text before the credit is it; what comes behind is another thing's."""
    places = [place for place, segment in enumerate(segments) if segment in credit]
    if not places or any(segment.role == "caption" for segment in segments) or not places[0]:
        return segments
    return segments[: places[-1] + 1]


def _caption_pieces(segments: list[Segment], marked: bool, words: Words) -> list[str]:
    """The texts that may be the caption: labelled ones first, headings only where there is nothing else.

    Text in links is another story's, unless a credit is `marked` beside it.
    """
    named = [s for s in segments if s.role in ("caption", "credit")]
    pieces = named or [s for s in segments if not s.linked] or [s for s in segments if marked and not s.heading]
    plain = [s.text for s in pieces if not s.heading]
    told = any(not is_credit(text, words) for text in plain)
    return plain if told else [s.text for s in pieces]


def _by_place(pieces: list[str], labelled: bool, words: Words) -> Read | None:
    """A credit in an element of its own behind the caption, or before it.

    A person's name before other text is one where the page calls any of it a caption; else it is whose portrait it is.
    """
    for place in range(1, len(pieces)):
        tail = " ".join(pieces[place:])
        if _stands_alone(tail, words):
            return _apart(*_with_its_label(squeeze(" ".join(pieces[:place])), tail, words), words)
    if len(pieces) < 2:
        return None
    named = is_persons_name(pieces[0], words)
    if is_credit(pieces[0], words) or (named and labelled):
        return squeeze(" ".join(pieces[1:])), pieces[0]
    if (
        not named
        and _stands_as_credit(pieces[-1], pieces[:-1], words)
        and not words.role(pieces[-1])
        and split(" ".join(pieces), words)[1] is None
    ):
        return squeeze(" ".join(pieces[:-1])), pieces[-1]
    return None


def _with_its_label(caption: str, line: str, words: Words) -> tuple[str, str]:
    """The caption less a marker at its end, and the line with it: the link around a name begins behind "Photo by"."""
    labels = words.labels_inside(f"{caption} {line}")
    start = next((label.start for label in labels if label.start < len(caption) <= label.end), None)
    return (caption, line) if start is None else (caption[:start].rstrip(), f"{caption[start:]} {line}")


def _stands_as_credit(piece: str, before: list[str], words: Words) -> bool:
    """Is the last, short text behind a longer one a credit by its place alone: a name, or "archiv nemocnice"?"""
    piece = piece.strip(EDGE)
    short = len(piece) <= SHORT and len(piece.split()) <= WORDS and piece[-1:] not in ".!?…:"
    return (
        short
        and not SENTENCE_BREAK.search(piece)
        and sum(map(len, before)) > len(piece)
        and (piece[:1].upper() == piece[:1] or words.role(piece.split()[0]) is not None)
    )


def _joined(segments: list[Segment]) -> str:
    """One credit line from its parts: a label and the name behind it, or several parties, each once.

    A sign before all of them parts the line from the caption, and is no part of it.
    """
    line = ""
    for segment in segments:
        if segment.text in line:
            continue
        runs_on = not line or line[-1] in ":©|/(：=,;" or segment.text[0] in "|/(,;–—-" or segment.text[0].islower()
        line += (" " if runs_on else " / ") + segment.text
    return line.strip().lstrip(EDGE)


def _without(caption: str, line: str, words: Words) -> Read:
    """The caption less what it repeats of the credit that stands in an element of its own."""
    found, again = split(caption, words)
    if again is None:
        return found, line
    if small_letters(line) in small_letters(again):
        return found, again
    return (found if is_credit(again, words) else caption), line


def _apart(caption: str, line: str, words: Words) -> Read:
    """The same for a credit that stands there by its place alone: what the caption has beyond it goes before it."""
    found, again = split(caption, words)
    if again and small_letters(again) in small_letters(line):
        return found, line
    if again and small_letters(line) not in small_letters(again) and is_credit(again, words):
        return found, f"{again} {line}"
    return _without(caption, line, words)


def sign_off(segments: list[Segment], read: Read, words: Words) -> str | None:
    """The credit that stands behind the caption, the same or another, beside the one in an element of its own."""
    caption, line = read
    if not caption or not line:
        return None
    whole = small_letters(line)
    credits = [letters for s in segments if (letters := small_letters(s.text)) and letters in whole]
    tails = [s.text[len(caption) :].strip(EDGE + "()[] ") for s in segments if s.text.startswith(caption)]
    return next((t for t in tails if _is_again(small_letters(t), credits) or (credits and is_credit(t, words))), None)


def _is_again(tail: str, credits: list[str]) -> bool:
    return len(tail) >= SHORTEST_NAME and any(tail in credit or credit in tail for credit in credits)
