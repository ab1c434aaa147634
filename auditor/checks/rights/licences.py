"""Checks of what a credit line owes the owner of a picture: a Creative Commons licence, a permission."""

import re
from collections.abc import Iterator

from auditor.checks.evidence import Evidence, needs
from auditor.model import Credit, Image
from auditor.phrases import worded
from auditor.rights.shapes import Purpose, Showing
from auditor.words import Words

COMMERCIAL: tuple[Purpose, ...] = ("sponsored", "syndication")
CREATIVE_COMMONS = "CC"  # the bare name, without which of its licences
DEED = re.compile(r"https?://(?:www\.)?creativecommons\.org/licenses/(by[a-z-]{0,6})/(\d\.\d)\b", re.I)
QUOTED_OR_GIVEN = frozenset({"screenshot", "own", "courtesy", "handout"})


def licence_incomplete(showing: Showing, words: Words) -> Iterator[Evidence]:
    """A picture under Creative Commons whose line lacks what the licence asks, or that is used against it; `{why}`.

    The line says so, or a link beside it; which licence it is a link alone may tell.
    """
    licence, credit = _licence(showing.image), showing.image.credit
    if licence is None:
        return
    elements = licence.split(" ")[1:2] or [""]
    wrong = [
        ("it does not name the author", not _has_author(credit, words)),
        ("it does not say which licence", licence == CREATIVE_COMMONS),
        ("the licence allows no commercial use, and this page is paid for", _is_sold(showing) and "NC" in elements[0]),
        ("the licence allows no derivatives, and this is a composite", _is_made_up(credit) and "ND" in elements[0]),
    ]
    for why, is_so in wrong:
        if is_so:
            yield Evidence({"why": why, "licence": licence})


def _licence(image: Image) -> str | None:
    """The Creative Commons licence that the credit names, or, where that tells less, the link beside it."""
    printed = image.credit.licence or CREATIVE_COMMONS if image.credit and "cc" in image.credit.kinds else None
    deed = DEED.match(image.web_statement or "") if printed in (None, CREATIVE_COMMONS) else None
    return f"{CREATIVE_COMMONS} {deed[1].upper()} {deed[2]}" if deed else printed


def _has_author(credit: Credit | None, words: Words) -> bool:
    """Is somebody named who can have made the picture? A platform of many contributors has not."""
    if credit is None:
        return False
    makers = [name for name in credit.agencies if words.agencies.named(name).kind != "platform"]
    return bool(credit.creators or credit.suppliers or makers or credit.rest)


def _is_sold(showing: Showing) -> bool:
    return showing.story.paid or showing.asked.use in COMMERCIAL


def _is_made_up(credit: Credit | None) -> bool:
    return credit is not None and "composite" in credit.kinds


@needs("credit")
def unpermitted(image: Image, words: Words) -> Iterator[Evidence]:
    """A picture of somebody's account at a social network, with no agency or house that has asked, and no permission.

    `{network}` is where it is from. A screenshot shows the post itself, which may be quoted; a network that is named
    alone may be what is seen.
    """
    credit = image.credit
    if credit is None or not credit.creators or not QUOTED_OR_GIVEN.isdisjoint(credit.kinds):
        return
    networks = words.of_sort("social network", credit.suppliers)
    others = credit.agencies or credit.licence or credit.rest or len(networks) < len(credit.suppliers)
    if networks and not others and not _is_permitted(image, words):
        yield Evidence({"network": " and ".join(networks)})


def _is_permitted(image: Image, words: Words) -> bool:
    return any(words.permissions.stands_in(worded(text)) for text in (image.caption, image.credit_line) if text)
