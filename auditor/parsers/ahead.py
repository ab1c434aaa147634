"""A credit that stands before its caption in one text: in brackets, before a bar, or before an equals sign."""

from auditor.parsers.brackets import CLOSING, SENTENCE_END
from auditor.parsers.wording import EDGE, PARTS, is_credit, is_name, is_persons_name, is_titled
from auditor.words import Words

LONGEST = 500  # characters of a caption that is looked at
LONGEST_AHEAD = 160
LONGEST_NAME = 40


def split_ahead(text: str, words: Words) -> tuple[str | None, str | None]:
    """The caption and the credit line before it, as printed; the text and None where none stands there."""
    end = _end(text, words) if len(text) <= LONGEST else 0
    return text[end:].lstrip(EDGE) or None, text[:end].strip(EDGE) or None


def _end(text: str, words: Words) -> int:
    """Where a credit ends that an agency or a marker with its colon tells beyond doubt; 0 where there is none."""
    closing = _closing(text, words)
    ahead = text[: closing + 1].rstrip("|") if closing > 0 else ""
    if len(text) - closing <= len(ahead) or not is_credit(ahead, words):
        return 0
    name, sign, _ = text[closing + 1 : closing + LONGEST_NAME].partition("=")
    if sign and is_titled(name, words):
        return closing + 1 + len(name) + 1  # "(서울=연합뉴스) 김혜진 기자 = "
    label = words.label_at_start(ahead.strip("(（[【"))
    sure = words.agencies.mentions(ahead) or (label and label.colon)
    return closing + 1 if sure or is_persons_name(PARTS.split(ahead[1:])[0].strip(), words) else 0


def _closing(text: str, words: Words) -> int:
    """Where what may be a credit ends: its bracket, a bar, or behind a label and a name the full stop; -1 nowhere."""
    bar = text.find(CLOSING.get(text[:1], "|"), 1, LONGEST_AHEAD)
    label = words.label_at_start(text) if bar < 0 else None
    stop = SENTENCE_END.search(text, label.end, LONGEST_AHEAD) if label and label.colon else None
    return stop.end() - 1 if stop and label and is_name(text[label.end : stop.start()], words) else bar
