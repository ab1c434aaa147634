"""What the credits of one picture say differently: makers, agencies, links of the chain, labels.

Makers and agencies are compared as taken apart, so that case, aliases, order and markers make no difference. Each fault
has one check: where the whole source differs nothing is called missing, and exchanged credits are left to `swapped`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from auditor.checks import agreement
from auditor.checks.agreement import mentions, mentions_as_written, names_person, names_source, parties, understood
from auditor.checks.copies.completing import with_agencies, with_creators, with_kind
from auditor.checks.copies.exchanged import settled
from auditor.checks.copies.voices import classes, listed, one_a_copy, printed, said, shared
from auditor.checks.evidence import Evidence
from auditor.model import CopyGroup, Credit, Use
from auditor.names import relation, words

NOTHING = Credit(text="", line="")


def credit_missing(group: CopyGroup) -> Iterator[Evidence]:
    """A picture is credited in one copy and not in another; `{house}` is the credit to add."""
    for picture in shared(group):
        told = _told(picture.uses)
        copies = {use.story.name for use in told}
        bare = [use for use in one_a_copy(picture.uses) if use.story.name not in copies and not _has_rest(use)]
        if told and bare:
            yield said(bare, told, house=printed(told[0]))


def creator_differs(group: CopyGroup) -> Iterator[Evidence]:
    """Copies name different photographers for one picture."""
    for _, uses in settled(group, "credits"):
        named = [use for use in _told(uses) if _credit(use).creators]
        yield from _odd_ones(named, _share_a_person)


def creator_spelling(group: CopyGroup) -> Iterator[Evidence]:
    """Copies spell one photographer's name differently; `{spelling}` against `{others_spelling}`."""
    for _, uses in settled(group, "credits"):
        spellings = _spellings(uses)
        for number, (name, odd) in enumerate(spellings):
            usual = next(((n, u) for n, u in spellings[:number] if relation(n, name) == "spelling"), None)
            if usual and {use.story.name for use in odd} != {use.story.name for use in usual[1]}:
                yield said(odd, usual[1], spelling=name, others_spelling=usual[0], house=printed(usual[1][0]))


def _spellings(uses: Iterable[Use]) -> list[tuple[str, list[Use]]]:
    """Each spelling of a photographer's name with the uses that have it, the commonest first."""
    found: dict[str, list[Use]] = {}
    for use in uses:
        for name in _credit(use).creators:
            known = next((n for n in found if relation(n, name) == "same"), name)
            found.setdefault(known, []).append(use)
    return sorted(found.items(), key=lambda item: -len(item[1]))


def creator_missing(group: CopyGroup) -> Iterator[Evidence]:
    """The photographer `{creator}` is named in one copy and left out in another, which names only `{parties}`."""
    for _, uses in settled(group, "credits"):
        told = _told(uses)
        fullest = max(told, key=lambda use: len(_credit(use).creators), default=None)
        if fullest is None or not _credit(fullest).creators:
            continue
        without = [(use, names) for use in told if (names := _missing_creators(use, fullest))]
        if without:
            odd, names = [use for use, _ in without], without[0][1]
            full = [use for use in told if use not in odd and _credit(use).creators]
            values = {"creator": listed(names), "parties": listed(parties(_credit(odd[0]))), "house": printed(fullest)}
            yield said(odd, full, with_creators(odd, full), **values)


def agency_differs(group: CopyGroup) -> Iterator[Evidence]:
    """Copies name different agencies for one picture, with no link of the chain in common."""
    for _, uses in settled(group, "credits"):
        told = [use for use in _told(uses) if _sources(use)]
        yield from _odd_ones(told, lambda one, other: _share_a_source(one, other) or _others_person(one, other))


def agency_missing(group: CopyGroup) -> Iterator[Evidence]:
    """The agency `{agency}` is named in one copy; another names only the photographer or the giver."""
    for _, uses in settled(group, "credits"):
        told = _told(uses)
        full = [use for use in told if _credit(use).agencies]
        odd = [use for use in told if full and not _credit(use).agencies and _lacks_agency(use, full[0])]
        if odd:
            agencies, named = listed(_credit(full[0]).agencies), listed(parties(_credit(odd[0])))
            edits = with_agencies(odd, full)
            yield said(odd, full, edits, agency=agencies, parties=named, house=printed(full[0]))


def chain_differs(group: CopyGroup) -> Iterator[Evidence]:
    """The link `{link}` of the chain, an agency, distributor or supplier, is named in one copy only."""
    for _, uses in settled(group, "credits"):
        told = [use for use in _told(uses) if _sources(use)]
        fullest = max(told, key=lambda use: len(_sources(use)), default=None)
        without = [(use, links) for use in told if fullest and (links := _missing_links(use, fullest))]
        if fullest and without:
            odd = [use for use, _ in without]
            full = [use for use in told if use not in odd]
            yield said(odd, full, link=listed(without[0][1]), house=printed(fullest), credit=printed(odd[0]))


def kind_missing(group: CopyGroup, *, kinds: tuple[str, ...]) -> Iterator[Evidence]:
    """The credit says in one copy that the picture is one of these kinds (docs/credit-lines.md), and not in another."""
    for _, uses in settled(group, "credits"):
        told = _told(uses)
        for kind in kinds:
            full = [use for use in told if kind in _credit(use).kinds]
            copies = {use.story.name for use in full}
            odd = [use for use in told if full and use.story.name not in copies and _lacks_kind(use, full[0], kind)]
            if odd:
                word = _word(full[0], kind)
                edits = with_kind(odd, full, word)
                yield said(odd, full, edits, kind=word, house=printed(full[0]), credit=printed(odd[0]))


def _credit(use: Use) -> Credit:
    return use.image.credit or NOTHING


def _told(uses: Iterable[Use]) -> list[Use]:
    return [use for use in uses if parties(use.image.credit)]


def _has_rest(use: Use) -> bool:
    return bool(_credit(use).rest or _credit(use).licence)


def _odd_ones(uses: Sequence[Use], agree: Callable[[Use, Use], bool]) -> Iterator[Evidence]:
    """One piece of evidence for each group of uses that disagrees with the largest one."""
    most, *others = classes(uses, agree) or [[]]
    for odd in others:
        yield said(odd, most, credit=printed(odd[0]), others_credit=printed(most[0]))


def _share_a_person(one: Use, other: Use) -> bool:
    return agreement.share_a_person(_credit(one), _credit(other))


def _others_person(one: Use, other: Use) -> bool:
    return agreement.others_person(_credit(one), _credit(other))


def _share_a_source(one: Use, other: Use) -> bool:
    return agreement.share_a_source(_credit(one), _credit(other))


def _sources(use: Use) -> tuple[str, ...]:
    return agreement.sources(_credit(use))


def _missing_creators(use: Use, fullest: Use) -> list[str]:
    """The photographers of the fuller credit whom this one leaves out, if both are of one source."""
    credit, full = _credit(use), _credit(fullest)
    if use is fullest or not understood(credit) or not all(names_person(full, name) for name in credit.creators):
        return []
    if _sources(use) and _sources(fullest) and not _share_a_source(use, fullest):
        return []
    return [name for name in full.creators if not names_person(credit, name) and not mentions(credit, name)]


def _lacks_agency(use: Use, full: Use) -> bool:
    credit = _credit(use)
    if not understood(credit) or _others_person(use, full) or (_sources(use) and not _share_a_source(use, full)):
        return False
    return not any(mentions_as_written(credit, agency, _credit(full)) for agency in _credit(full).agencies)


def _missing_links(use: Use, fullest: Use) -> list[str]:
    """The links that a credit of the same source lacks; where it names no agency at all `agency_missing` says so."""
    if use is fullest or not understood(_credit(use)) or not _share_a_source(use, fullest):
        return []
    if _others_person(use, fullest) or (_credit(fullest).agencies and not _credit(use).agencies):
        return []
    return [source for source in _sources(fullest) if not names_source(_credit(use), source, _credit(fullest))]


def _lacks_kind(use: Use, full: Use, kind: str) -> bool:
    """Whether a credit of the same source lacks a label, which may stand in the caption: "FILE - The ferry …"."""
    word = _word(full, kind)
    if _others_person(use, full) or (_sources(use) and _sources(full) and not _share_a_source(use, full)):
        return False
    return not mentions(_credit(use), word) and not set(words(word)) <= set(words(use.image.caption or ""))


def _word(use: Use, kind: str) -> str:
    """The word in the credit that says so, where it has one label alone; else the code of the kind."""
    credit = _credit(use)
    labels = [part.text for part in credit.parts if part.role == "kind"]
    return labels[0] if len(labels) == len(credit.kinds) == 1 else kind.replace("_", " ")
