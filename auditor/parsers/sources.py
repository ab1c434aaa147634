"""A line alone that says whose the text is ("Quelle: dpa", "© 2026 AFP"), told from the credit of a picture."""

from auditor.credits import take_apart
from auditor.parsers.labels import labels
from auditor.text import fold
from auditor.words import Words


def is_of_foot(credit: str, words: Words) -> bool:
    """Does a line behind the story's last paragraph say whose text it was?"""
    label = words.label_at_start(credit)
    return label is not None and not (label.marker.inside and label.text[:1].isalpha())


def is_of_text(credit: str, words: Words) -> bool:
    """Does a line between paragraphs name who wrote the text, or the source of it or of a table?

    Its label says nothing of a picture, nor does what it names: no photographer with an agency, no agency that has
    pictures only, no word such as "file".
    """
    label = announcing_word(credit, words)
    if label in labels().author:
        return True
    if label not in labels().address:
        return False
    taken = take_apart(credit, words)
    known = [words.agencies.by_name.get(name) for name in taken.agencies]
    signed = taken.creators and (taken.agencies or taken.suppliers)
    told_of_picture = set(taken.kinds) - {"multi"}
    return not (signed or told_of_picture or any(agency and agency.has_pictures_only for agency in known))


def announcing_word(credit: str, words: Words) -> str | None:
    """The word that announces a credit, folded and without its colon; None where none does."""
    label = words.label_at_start(credit)
    return fold(label.text).rstrip(": ") if label else None
