"""May we run it? The trade's questions about contracts, each with the answer and the reason.

A contract is written as `agency from..until in countries for uses`, what is asked as `day country use`.
"""

import datetime
from collections.abc import Iterator

import pytest

from auditor import credits, findings
from auditor.house import House
from auditor.model import Image, Story
from auditor.rights import desk, staff
from auditor.rights.shapes import Asked, Contract, ContractRow, Member, Rights

# credit line; the house's contracts; what is asked; what the message must say, "" for silence; the reason
NAMED = [
    ("Nadia Brandt/AFP", "AFP", "2019-05-01", "", "the agency of the credit has a contract"),
    ("AFP", "AFP", "2019-05-01", "", "a picture without a photographer's name too"),
    ("Nadia Brandt/AGENCE FRANCE-PRESSE", "AFP", "2019-05-01", "", "under every name that the agency goes by"),
    ("Nadia Brandt/AFP", "Agence France-Presse", "2019-05-01", "", "in the contract as well"),
    ("Nadia Brandt/ASSOCIATED PRESS", "AP", "2019-05-01", "", "spelt out"),
    ("Nadia Brandt/Retuers", "Reuters", "2019-05-01", "", "a misspelt name is its agency's"),
    ("Nadia Brandt/AFP", "AP; Reuters; AFP", "2019-05-01", "", "any of several contracts suffices"),
    ("Nadia Brandt/AFP", "AP; Reuters", "2019-05-01", "from AFP", "none of several is with it"),
    ("Nadia Brandt/AFP", "", "2019-05-01", "from AFP", "the house keeps a file without contracts: it has none"),
    ("Nadia Brandt/AFP", None, "2019-05-01", "", "the house keeps no contracts.toml: nothing can be said"),
    ("Handout/AP", "AP", "2019-05-01", "", "a handout came with the agency's service"),
    ("Handout/AP", "AFP", "2019-05-01", "from AP", "and without the service it did not"),
    ("HOGP/AP", "AFP", "2019-05-01", "from AP", "HOGP is no party, AP is"),
    ("Nadia Brandt/Pool via Reuters", "Reuters", "2019-05-01", "", "a pool picture came with Reuters' service"),
    (
        "Nadia Brandt/Pool via Reuters",
        "AP",
        "2019-05-01",
        "from Reuters",
        "all had a pool picture, the house got it from one",
    ),
    ("File/AFP", "AFP ..2018-12-31", "2019-05-01", "ended on 2018-12-31", "an old picture is shown now"),
    ("Nadia Brandt/iStock", "AFP", "2019-05-01", "from iStock", "stock libraries license too"),
    ("Nadia Brandt/iStock", "iStock", "2019-05-01", "", "and may have a contract"),
]
CHAINS = [
    ("Nadia Brandt/AFP via Getty Images", "AFP", "2019-05-01", "", "the inner link has a contract"),
    ("Nadia Brandt/AFP via Getty Images", "Getty Images", "2019-05-01", "", "the outer link has one"),
    ("Nadia Brandt/AFP via Getty Images", "AP", "2019-05-01", "from AFP via Getty Images", "neither has"),
    ("Nadia Brandt/AFP", "Getty Images", "2019-05-01", "", "Getty Images sells AFP's pictures"),
    (
        "Nadia Brandt/Getty Images",
        "Alamy",
        "2019-05-01",
        "from Getty Images",
        "Alamy does not sell those of Getty Images",
    ),
    ("Nadia Brandt/AP", "Getty Images", "2019-05-01", "from AP", "nor Getty Images those of AP"),
    ("Nadia Brandt/AP", "picture alliance", "2019-05-01", "", "a German house has AP from picture alliance"),
    ("Nadia Brandt/EPA", "Keystone", "2019-05-01", "", "a Swiss house has EPA from Keystone"),
    ("Nadia Brandt/picture alliance", "dpa", "2019-05-01", "", "picture alliance belongs to dpa"),
    ("Nadia Brandt/Action Images", "Reuters", "2019-05-01", "", "Action Images belongs to Reuters"),
    ("Nadia Brandt/Reuters", "Action Images", "2019-05-01", "from Reuters", "but Reuters does not belong to it"),
    ("Nadia Brandt/Allsport", "Getty Images", "2019-05-01", "", "an old name in the archive of Getty Images"),
    ("Nadia Brandt/PA Wire", "PA", "2019-05-01", "", "a service of PA is PA"),
    ("Nadia Brandt/Zuma/Imago", "Imago", "2019-05-01", "", "the last of two agencies is whom the house paid"),
    (
        "Nadia Brandt/AFP",
        "Getty Images pay-per-use",
        "2019-05-01",
        "from AFP",
        "who pays each use to Getty Images would have named it",
    ),
    ("Nadia Brandt/AFP via Getty Images", "Getty Images pay-per-use", "2019-05-01", "", "and here did"),
    (
        "Nadia Brandt/Action Images",
        "Reuters pay-per-use",
        "2019-05-01",
        "",
        "what belongs to the agency is the agency's",
    ),
]
DAYS = [
    ("Nadia Brandt/AFP", "AFP 2018-01-01..2020-12-31", "2019-05-01", "", "within the contract"),
    ("Nadia Brandt/AFP", "AFP 2018-01-01..2020-12-31", "2018-01-01", "", "on its first day"),
    ("Nadia Brandt/AFP", "AFP 2018-01-01..2020-12-31", "2020-12-31", "", "on its last day"),
    ("Nadia Brandt/AFP", "AFP 2018-01-01..2020-12-31", "2021-01-01", "ended on 2020-12-31", "on the day after"),
    ("Nadia Brandt/AFP", "AFP 2018-01-01..2020-12-31", "2017-12-31", "begins on 2018-01-01", "on the day before"),
    (
        "Nadia Brandt/AFP",
        "AFP ..2020-12-31; AFP 2021-01-01..",
        "2021-01-01",
        "",
        "the next contract follows without a gap",
    ),
    (
        "Nadia Brandt/AFP",
        "AFP ..2020-12-31; AFP 2021-02-01..",
        "2021-01-20",
        "2021-02-01",
        "in a gap the nearer one is named",
    ),
    (
        "Nadia Brandt/AFP",
        "AFP ..2020-12-31; AFP 2021-02-01..",
        "2021-01-02",
        "ended on 2020-12-31",
        "and here it is the other",
    ),
    ("Nadia Brandt/AFP", "AFP 2018-01-01..", "2031-05-01", "", "a contract without an end goes on"),
    (
        "Nadia Brandt/AFP",
        "AFP ..2020-12-31; Getty Images",
        "2021-05-01",
        "",
        "AFP's has ended, Getty Images has its pictures",
    ),
    ("Nadia Brandt/AFP", "AFP ..2020-12-31; AP", "2021-05-01", "ended on 2020-12-31", "AP's contract does not help"),
    ("Nadia Brandt/AFP", "AFP ..2020-12-31", "story 2019-05-01", "", "without --as-of the day of the story counts"),
    ("Nadia Brandt/AFP", "AFP ..2020-12-31", "story 2019-05-01, 2026-05-01", "ended", "--as-of wins over it"),
    ("Nadia Brandt/AFP", "AFP ..2020-12-31", "undated", "ended", "a story without a date is shown today"),
]
PLACES = [
    ("Nadia Brandt/AFP", "AFP in GB IE", "2019-05-01 GB", "", "the edition's country is in the contract"),
    ("Nadia Brandt/AFP", "AFP in GB IE", "2019-05-01 IE", "", "so is the other"),
    ("Nadia Brandt/AFP", "AFP in GB IE", "2019-05-01 US", "not for US, but for GB, IE", "this one is not"),
    ("Nadia Brandt/AFP", "AFP", "2019-05-01 US", "", "a contract without countries holds everywhere"),
    ("Nadia Brandt/AFP", "AFP in GB IE", "2019-05-01", "", "no edition is asked for: the country is not looked at"),
    ("Nadia Brandt/AFP", "AFP in GB; AFP in US", "2019-05-01 US", "", "a contract for each country"),
    ("Nadia Brandt/AFP", "AFP in GB; Getty Images in US", "2019-05-01 US", "", "AFP here, Getty Images there"),
    (
        "Nadia Brandt/AFP",
        "AFP in GB; Getty Images in US",
        "2019-05-01 CA",
        "that with AFP is not for CA",
        "neither; the named agency is told",
    ),
    (
        "Nadia Brandt/AFP",
        "Getty Images in US",
        "2019-05-01 GB",
        "Getty Images, through whom AFP can be had, is not for GB",
        "who sells it, elsewhere",
    ),
]
USES = [
    ("Nadia Brandt/AFP", "AFP for web archive", "2019-05-01 web", "", "the use is in the contract"),
    ("Nadia Brandt/AFP", "AFP for web archive", "2019-05-01 print", "not for print, but for web, archive", "this one is not"),
    ("Nadia Brandt/AFP", "AFP for web", "2019-05-01 sponsored", "not for sponsored", "advertisers pay for another licence"),
    ("Nadia Brandt/AFP", "AFP for web", "2019-05-01 social", "not for social", "networks take more rights than the web page"),
    ("Nadia Brandt/AFP", "AFP for web", "2019-05-01 syndication", "not for syndication", "partners are not the house"),
    ("Nadia Brandt/AFP", "AFP", "2019-05-01 sponsored", "", "a contract without uses is for all"),
    ("Nadia Brandt/AFP", "AFP for web", "2019-05-01", "", "no use is asked for: it is not looked at"),
    ("Nadia Brandt/AFP", "AFP for web; AFP for print", "2019-05-01 print", "", "a contract for each use"),
    ("Nadia Brandt/AFP", "AFP in GB for web; AFP in US for print", "2019-05-01 US web", "from AFP", "the parts of two contracts make none"),
    ("Nadia Brandt/AFP", "AFP ..2018-12-31 in GB for web", "2019-05-01 US print", "ended on 2018-12-31 and is not for US, but for GB and is not for print", "all that fails is told"),
    ("Nadia Brandt/AFP", "AFP ..2018-12-31; AFP for print", "2019-05-01 web", "AFP", "one part fails in both"),
    ("Nadia Brandt/AFP", "AFP ..2018-12-31 for print; AFP for archive", "2019-05-01 web", "not for web, but for archive", "fewer parts failing is nearer"),
]  # fmt: skip
PEOPLE = [
    ("Photo: Rosa Lindqvist", "AFP", "2019-05-01", "", "staff, and no agency in the chain"),
    ("Photo: Nadia Brandt", "AFP", "2019-05-01", "", "nobody knows whose: credit/no-agency asks, not this rule"),
    ("Rosa Lindqvist/AFP", "Imago", "2019-05-01", "", "our photographer's, though AFP has it too"),
    ("Rosa Lindqvist/AFP", "Imago", "2016-05-01", "from AFP", "before she joined"),
    ("Tom Ridgeway/AFP", "Imago", "2016-05-01", "", "he was with us then"),
    ("Tom Ridgeway/AFP", "Imago", "2019-05-01", "from AFP", "after he left for AFP"),
    ("Tom Ridgeway/AFP", "Imago", "story 2016-05-01, 2026-05-01", "", "a picture of his years here stays ours"),
    ("Tom Ridgeway/AFP", "Imago", "undated", "", "who was ever here may have been when it was taken"),
    ("Nadia Brandt, Rosa Lindqvist/AFP", "Imago", "2019-05-01", "", "one of the makers is ours"),
]
FREE = [
    ("City of Lessing", "AFP", "2019-05-01", "", "no agency in the chain"),
    ("Jane Roe/Wikimedia Commons, CC BY-SA 4.0", "AFP", "2019-05-01", "", "a licence for all"),
    ("Jane Roe/Flickr (public domain)", "AFP", "2019-05-01", "", "in nobody's hands"),
    ("Jane Roe/Flickr", "AFP", "2019-05-01", "from Flickr", "a platform's picture without a word on its licence"),
    ("Instagram/jane.roe", "AFP", "2019-05-01", "", "a network is no agency"),
    ("", "AFP", "2019-05-01", "", "no credit: credit/missing asks"),
]
QUESTIONS = [*NAMED, *CHAINS, *DAYS, *PLACES, *USES, *PEOPLE, *FREE]
STAFF = [
    Member("Rosa Lindqvist", from_=datetime.date(2017, 5, 1)),
    Member("Tom Ridgeway", from_=datetime.date(2012, 1, 1), until=datetime.date(2018, 3, 31)),
]
TODAY = datetime.date(2026, 7, 1)


@pytest.mark.parametrize(("line", "contracts", "wanted", "answer", "why"), QUESTIONS)
def test_may_we_run_it(
    shipped_house: House, line: str, contracts: str | None, wanted: str, answer: str, why: str
) -> None:
    published, asked = _asked(wanted)
    rights = Rights(asked, contracts=_contracts(contracts, shipped_house), staff=staff.by_name(STAFF))
    image = Image(1, caption="Ferries wait in the harbour.", credit_line=line or None)
    story = credits.credited(Story("page.html", "html", published=published, images=(image,)), shipped_house.words)
    rules = [rule for rule in shipped_house.rules if rule.id == "rights/not-licensed"]
    look = findings.lookout(rules, shipped_house.words, rights)
    said = [finding.message for finding in findings.of_story(story, look)]
    assert bool(said) == bool(answer), (why, said)
    assert answer in "".join(said), why


def _asked(wanted: str) -> tuple[str | None, Asked]:
    """The date of the story, and what is asked: `2019-05-01 GB web` is asked of a story of that day."""
    if wanted == "undated":
        return None, Asked(TODAY)
    story, _, as_of = wanted.partition(", ")
    day, *more = story.removeprefix("story ").split()
    edition = next((word for word in more if word.isupper()), None)
    use = next((word for word in more if word.islower()), None)
    return day, Asked(TODAY, datetime.date.fromisoformat(as_of) if as_of else None, edition, use)  # type: ignore[arg-type]


def _contracts(written: str | None, house: House) -> tuple[Contract, ...] | None:
    if written is None:
        return None
    rows = (_row(one) for one in written.split("; ") if one)
    return tuple(desk.contract(row, f"contracts.toml:{n}", house.words.agencies) for n, row in enumerate(rows, 1))


def _row(written: str) -> ContractRow:
    head, _, uses = written.partition(" for ")
    head, _, countries = head.partition(" in ")
    words = head.split()
    start, _, end = next((word for word in words if ".." in word), "").partition("..")
    return ContractRow(
        agency=" ".join(word for word in words if ".." not in word and word != "pay-per-use"),
        from_=datetime.date.fromisoformat(start) if start else None,
        until=datetime.date.fromisoformat(end) if end else None,
        territories=tuple(countries.split()),
        uses=tuple(uses.split()),  # type: ignore[arg-type]
        pay_per_use="pay-per-use" in words,
    )


# contracts; day; what is said, "" for silence; the reason
ENDS = [
    (
        "AFP ..2020-12-31",
        "2020-12-01",
        "on 2020-12-31, and none follows",
        "the contract's notice of thirty days begins",
    ),
    ("AFP ..2020-12-31", "2020-11-30", "", "there is more time"),
    ("AFP ..2020-12-31", "2020-12-30", "2020-12-31", "tomorrow"),
    ("AFP ..2020-12-31", "2020-12-31", "2020-12-31", "today is the last day"),
    ("AFP ..2020-12-31", "2021-01-01", "", "it has ended: rights/not-licensed says so"),
    ("AFP", "2020-12-31", "", "it does not end"),
    ("AFP ..2020-12-31; AFP 2021-01-01..", "2020-12-31", "", "the next one follows"),
    ("AFP ..2020-12-31; AFP 2021-01-02..", "2020-12-31", "none follows", "not on the day after"),
    ("AFP ..2020-12-31; Getty Images", "2020-12-31", "", "the picture can be had elsewhere"),
]


@pytest.mark.parametrize(("contracts", "day", "answer", "why"), ENDS)
def test_the_end_of_a_contract_is_told_in_time(
    shipped_house: House, contracts: str, day: str, answer: str, why: str
) -> None:
    said = list(_ends(shipped_house, contracts, day, ["Nadia Brandt/AFP"]))
    assert bool(said) == bool(answer), (why, said)
    assert answer in "".join(said), why


def test_it_is_told_once_in_a_story(shipped_house: House) -> None:
    lines = ["Nadia Brandt/AFP", "Handout/dpa", "Jane Roe/AFP"]
    said = list(_ends(shipped_house, "AFP ..2020-12-31; dpa ..2020-12-31", "2020-12-31", lines))
    assert [("AFP" in message, "dpa" in message) for message in said] == [(True, False), (False, True)]


def _ends(house: House, contracts: str, day: str, lines: list[str]) -> Iterator[str]:
    images = tuple(Image(n, credit_line=line) for n, line in enumerate(lines, 1))
    story = credits.credited(Story("page.html", "html", published=day, images=images), house.words)
    rules = [rule for rule in house.rules if rule.id == "rights/expires-soon"]
    rights = Rights(Asked(TODAY), contracts=_contracts(contracts, house))
    return (finding.message for finding in findings.of_story(story, findings.lookout(rules, house.words, rights)))
