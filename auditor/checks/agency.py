"""Checks of the agencies in a credit line, against the agency table."""

from collections.abc import Iterator

from auditor.checks.evidence import Evidence
from auditor.model import Image
from auditor.words import Words


def aliased(image: Image) -> Iterator[Evidence]:
    """An agency is printed otherwise than by its usual short name; `{printed}` and `{name}` say how and which."""
    if image.credit and "agency_alias" in image.credit.issues:
        for part in image.credit.parts:
            if part.role == "agency" and part.name not in part.text:
                yield Evidence({"printed": part.text, "name": part.name})


def misspelt(image: Image, words: Words) -> Iterator[Evidence]:
    """An agency's name is misspelt or cut off; `{printed}` and `{name}` say how and which."""
    if image.credit and "agency_misspelt" in image.credit.issues:
        for mention in words.agencies.mentions(image.credit.text):
            if mention.misspelt:
                yield Evidence({"printed": mention.text, "name": mention.agency.name})


def unknown(image: Image, words: Words) -> Iterator[Evidence]:
    """An organisation that no table knows stands where the agency should, behind the photographer's name."""
    credit = image.credit
    if credit is None or not credit.creators or credit.agencies or "own" in credit.kinds:
        return
    for name in credit.suppliers:
        if not list(words.suppliers.whole(name)):
            yield Evidence({"name": name, "nearest": words.agencies.nearest(name)})
