"""Doubles taken out, agencies put in order from the photographer outwards."""

from itertools import pairwise

from auditor.credits.line import ByRole, Claim, Line
from auditor.credits.names import bare
from auditor.words import Words


def merge_creators(names: list[str]) -> tuple[tuple[str, ...], set[str]]:
    """The creators, each once, the fuller spelling kept; with the codes duplicate_name and name_variant."""
    kept: list[str] = []
    issues: set[str] = set()
    if len(names) < 2:
        return tuple(names), issues
    for name in names:
        index = next((i for i, other in enumerate(kept) if _same_person(name, other)), None)
        if index is None:
            kept.append(name)
            continue
        issues.add("duplicate_name")
        if name.casefold() != kept[index].casefold():
            issues.add("name_variant")
            kept[index] = max(kept[index], name, key=len)
    return tuple(kept), issues


def _same_person(one: str, other: str) -> bool:
    a, b = bare(one).split(), bare(other).split()
    if a == b:
        return bool(a) or one == other
    short, long = sorted((a, b), key=len)
    return bool(short) and len(short) < len(long) and set(short) <= set(long)


def chain(line: Line, words: Words, named: ByRole) -> list[str]:
    """The agencies from the photographer to the last distributor: "via" decides, then who sells whom, then the line.

    Where agencies stand before the creator and the table is silent, the one nearest the name comes first. Parts that a
    semicolon parts are judged by themselves.
    """
    if len(named["agency"]) == 1:
        return [named["agency"][0].name]
    ordered = [name for part in _parts(line) for name in _chain_of(part, words)]
    return list(dict.fromkeys(ordered))


def _parts(line: Line) -> list[list[Claim]]:
    if ";" not in line.said.text:
        return [list(line.claims)]
    parts: list[list[Claim]] = [[]]
    for index, claim in enumerate(line.claims):
        if index and ";" in line.said.text[line.claims[index - 1].end : claim.start]:
            parts.append([])
        parts[-1].append(claim)
    return parts


def _chain_of(claims: list[Claim], words: Words) -> list[str]:
    groups: list[list[str]] = [[]]
    for claim in claims:
        if claim.hint == "via" and groups[-1]:
            groups.append([])
        elif claim.role == "agency":
            groups[-1].append(claim.name)
    if len(groups) == 1 and (_named_last(claims) or _runs_inwards(groups[0], words)):
        groups[0].reverse()
    ordered = [name for group in groups for name in words.agencies.order(list(dict.fromkeys(group)))]
    return _last_of_each(ordered) if len(groups) > 1 else ordered


def _named_last(claims: list[Claim]) -> bool:
    """Whether the creator stands behind all agencies."""
    roles = [claim.role for claim in claims if claim.role in ("creator", "agency")]
    return "creator" in roles and "agency" in roles and "agency" not in roles[roles.index("creator") :]


def _runs_inwards(names: list[str], words: Words) -> bool:
    """Whether the chain stands with the distributor first, as far as the table knows its links."""
    steps = list(pairwise(names))
    inwards = sum(words.agencies.outer(one, other) for one, other in steps)
    return inwards > sum(words.agencies.outer(other, one) for one, other in steps)


def _last_of_each(names: list[str]) -> list[str]:
    return list(dict.fromkeys(reversed(names)))[::-1]
