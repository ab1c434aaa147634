"""Caption text with the credit inside it: where the caption ends and the credit line begins."""

import re

from auditor.parsers.announced import labelled, sourced
from auditor.parsers.brackets import BEHIND_NAME, bracketed, opening_of
from auditor.parsers.endings import agency_last, named_last, trailing, uncased_last
from auditor.parsers.parted import barred, last_sentence, separated
from auditor.parsers.wording import EDGE, SENTENCE_INSIDE, is_credit, is_persons_name, saying
from auditor.text import squeeze
from auditor.words import Words

LONGEST = 2000  # characters of a caption that are looked at
FEWEST_SMALL = 3  # small words of a caption behind a label; a credit has fewer
SHORTEST_CAPTION = 4  # words before a credit that nothing sets apart
PARTING = re.compile(r"[/|,;:&+]")
TRAILING = " -–—|/"


def split(text: str, words: Words) -> tuple[str | None, str | None]:
    """The caption and the credit line as printed, each None where there is none.

    A credit stands at the end: of a text longer than LONGEST only the end is searched, and the caption has all of it.
    """
    text = squeeze(text)
    if len(text) <= LONGEST:
        return words.once(_split, text)  # pages print a text again, and several steps ask for it
    caption, credit = words.once(_split, text[-LONGEST:])
    return text[: len(text) - LONGEST] + (caption or ""), credit


def _split(printed: str, words: Words) -> tuple[str | None, str | None]:
    text = words.cut_residue(printed)[0]
    start = credit_start(text, words)
    if start is None:
        return text.rstrip(TRAILING) or None, None
    # What is left over behind a credit stays with it: it is printed as part of the line, and a rule looks at it.
    credit = printed[printed.index(text) + start :]
    return text[:start].rstrip(EDGE + "(（[") or None, credit.strip(EDGE) or None


def credit_start(text: str, words: Words) -> int | None:
    """Where the credit begins; None where the text holds none. The first step that finds it decides."""
    told_apart = (labelled, sourced, _whole, barred, bracketed, last_sentence)
    for step in (*told_apart, trailing, uncased_last, separated, named_last, agency_last):
        start = step(text, words)
        if start is not None:
            return start
    return None


def _whole(text: str, words: Words) -> int | None:
    """From the start, where all of the text reads as a credit and not as a caption that ends in one."""
    if SENTENCE_INSIDE.search(text) or _is_seen(text, words) or not is_credit(text, words):
        return None
    if _labels_caption(text, words):
        return None
    return 0 if not _says_more(text[: trailing(text, words) or 0], words) else None


def _is_seen(text: str, words: Words) -> bool:
    """Is it who is seen, with who gave the picture in brackets behind: "Jonas Wehner (privat)"?"""
    giver = BEHIND_NAME.search(text)
    role = words.role(giver[0].strip(" ()")) if giver else None
    return role is not None and "handout" in role.kinds


def _labels_caption(text: str, words: Words) -> bool:
    """Does the label before a text announce a caption, its credit in brackets: "Foto: The old gate (Jane Roe/AFP)"?"""
    label, start = words.label_at_start(text), opening_of(text)
    if label is None or not label.colon or start <= label.end:
        return False
    said = saying(text[label.end : start], words)
    return len(said) >= FEWEST_SMALL or is_persons_name(text[start + 1 : -1].partition("/")[0], words)


def _says_more(before: str, words: Words) -> bool:
    """Are the words before an agency and its name a caption, though each might stand in a name?"""
    said = len(before.split()) >= SHORTEST_CAPTION and words.label_at_start(before) is None
    return said and not PARTING.search(before) and not words.agencies.mentions(before)
