"""Words that head a line of facts in an export, a mail or an archive's print-out: "Subject: …", "CAPTION: …"."""

import re
from functools import cache

from msgspec import Struct

from auditor.tables import shipped_record
from auditor.text import fold, squeeze

LONGEST_LABEL = 40  # characters
HEAD = re.compile(rf"(?P<words>[^:：,،，\n]{{1,{LONGEST_LABEL}}})(?P<sign>[:：,،，])")
COUNT = re.compile(r"#?\b\d{1,3}\b")
COMMAS = ",،，"
# the name of a data base's field: "lead_image.photo_credit"
FIELD = re.compile(r"[a-z][a-z0-9]{0,40}(?:[._][A-Za-z0-9]{1,40}){1,8}(?=\s?:)")


class Labels(Struct, frozen=True, forbid_unknown_fields=True):
    """The words by what they say; those in `wire` also say that the text is the wire's own item.

    Behind those in `address` stands where the text is from: an address, or the name of a source.
    """

    date: frozenset[str]
    address: frozenset[str]
    headline: frozenset[str]
    caption: frozenset[str]
    author: frozenset[str]
    other: frozenset[str]
    wire: frozenset[str]

    def __contains__(self, label: str) -> bool:
        lists = (self.date, self.address, self.headline, self.caption, self.author, self.other)
        return any(label in words for words in lists)


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    labels: Labels


@cache
def labels() -> Labels:
    """The table that comes with the program. Raises RuleFileError where it is wrong."""
    return shipped_record("text.toml", _File).labels


def label_of(text: str) -> tuple[str, str]:
    """The folded words before a line's colon, known or not, and what stands behind it; no words where it has no colon.

    A number is left out of the words ("Caption 2: …"), and a comma may stand for the colon behind two that say what is
    below a picture ("Image caption, …").
    """
    found = HEAD.match(text)
    if found is None:
        return "", text
    label = squeeze(COUNT.sub(" ", fold(found["words"])))
    if found["sign"] in COMMAS and (" " not in label or label not in labels().caption):
        return "", text
    return label, text[found.end() :].strip()


def without_path(line: str) -> str:
    """A data base's field with the last word of its path alone: "image.photo_credit: AP" → "photo credit: AP"."""
    field = FIELD.match(line)
    return field[0].rsplit(".", 1)[-1].replace("_", " ") + line[field.end() :] if field else line
