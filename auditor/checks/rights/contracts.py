"""Checks of pictures against the newsroom's contracts; where it keeps none, nothing is said."""

import datetime
from collections.abc import Iterator, Mapping

from auditor.checks.evidence import Evidence
from auditor.checks.rights.places import asked, at
from auditor.model import Credit, Image
from auditor.rights import covering
from auditor.rights.covering import Cover, Miss, Part, Wanted
from auditor.rights.shapes import Contract, Showing
from auditor.words import Words

FREE = frozenset({"own", "cc", "public_domain"})
"""Kinds of pictures that need no contract: the house's own, and those under a licence for all."""


def uncovered(showing: Showing, words: Words) -> Iterator[Evidence]:
    """A picture from an agency that neither a contract nor the staff covers for the day, country and use asked.

    `{chain}` are its agencies, `{asked}` what it is wanted for, `{nearest}` the contract that came nearest with the
    part of it that failed, `{place}` where that stands.
    """
    credit = _licensed(showing.image)
    if credit is None or showing.contracts is None:
        return
    found = _cover(showing, credit, words)
    if found.contract or found.member:
        return
    values = {"chain": " via ".join(credit.agencies), "asked": asked(showing)}
    if not found.misses:
        yield Evidence(
            {
                **values,
                "nearest": "none is with an agency of its credit, or with one that sells its pictures",
                "place": "contracts.toml",
            }
        )
        return
    nearest = found.misses[0]
    place = nearest.contract.place
    yield Evidence({**values, "nearest": _said(nearest, showing), "place": place}, also=at(place))


def cover_ends(showing: Showing, words: Words) -> Iterator[Evidence]:
    """The contract that covers a picture ends within its days of notice, and none follows; said once in a story.

    `{agency}`, `{until}` and `{place}` tell the contract.
    """
    credit = _licensed(showing.image)
    if credit is None or showing.contracts is None or _is_said_before(showing, credit):
        return
    contract = _cover(showing, credit, words).contract
    if contract is None or contract.until is None or not contract.notice_days:
        return
    left = (contract.until - showing.day).days
    if left <= contract.notice_days and not _goes_on(showing, credit, contract.until, words):
        values = {"agency": contract.agency, "until": contract.until.isoformat(), "place": contract.place}
        yield Evidence(values, also=at(contract.place))


def _licensed(image: Image) -> Credit | None:
    """The credit of a picture that needs a contract."""
    credit = image.credit
    return credit if credit and credit.agencies and FREE.isdisjoint(credit.kinds) else None


def _cover(showing: Showing, credit: Credit, words: Words, day: datetime.date | None = None) -> Cover:
    wanted = Wanted(day or showing.day, showing.published, showing.asked.edition, showing.asked.use)
    contracts = showing.contracts or ()
    return covering.cover(credit.creators, credit.agencies, wanted, contracts, showing.staff, words.agencies)


def _goes_on(showing: Showing, credit: Credit, until: datetime.date, words: Words) -> bool:
    """Is the picture covered on the day after as well?"""
    after = _cover(showing, credit, words, until + datetime.timedelta(days=1))
    return bool(after.contract or after.member)


def _is_said_before(showing: Showing, credit: Credit) -> bool:
    """Has an earlier picture of the story the same chain?"""
    earlier = (image for image in showing.story.images if image.is_shown and image.n < showing.image.n)
    return any(known.agencies == credit.agencies for image in earlier if (known := _licensed(image)))


def _said(miss: Miss, showing: Showing) -> str:
    contract = miss.contract
    through = f", through whom {miss.link} can be had," if contract.agency != miss.link else ""
    return f"that with {contract.agency}{through} " + " and ".join(
        _failure(part, contract, showing) for part in miss.parts
    )


def _failure(part: Part, contract: Contract, showing: Showing) -> str:
    said: Mapping[Part, str] = {
        "ended": f"ended on {contract.until}",
        "not begun": f"begins on {contract.from_}",
        "territory": f"is not for {showing.asked.edition}, but for {', '.join(contract.territories)}",
        "use": f"is not for {showing.asked.use}, but for {', '.join(contract.uses)}",
    }
    return said[part]
