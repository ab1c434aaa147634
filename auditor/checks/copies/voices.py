"""What each copy says of one picture, and how to name the odd one out and the others in a sentence."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath
from typing import TypeVar

from auditor.checks.agreement import parties
from auditor.checks.evidence import Evidence, place
from auditor.model import CopyGroup, Edit, Picture, Use

T = TypeVar("T")


def credited(picture: Picture) -> list[Use]:
    """The uses of a picture whose credit names somebody."""
    return [use for use in picture.uses if parties(use.image.credit)]


def one_a_copy(uses: Iterable[Use]) -> list[Use]:
    """The first of the uses in each copy."""
    return list({use.story.name: use for use in reversed(list(uses))}.values())[::-1]


def shared(group: CopyGroup) -> list[Picture]:
    """The pictures that stand in more than one place."""
    return [picture for picture in group.pictures if len(picture.uses) > 1]


def classes(uses: Iterable[Use], agree: Callable[[Use, Use], bool]) -> list[list[Use]]:
    """The uses in groups that agree with their first member; the largest group first, of equals the earlier one."""
    found: list[list[Use]] = []
    for use in uses:
        home = next((group for group in found if agree(group[0], use)), None)
        if home is None:
            found.append([use])
        else:
            home.append(use)
    return sorted(found, key=lambda group: -len({use.story.name for use in group}))


def said(uses: Sequence[Use], others: Sequence[Use], edits: tuple[Edit, ...] = (), **values: str) -> Evidence:
    """Evidence about `uses`, the odd ones, in the light of the others. Names both in `{odd}` and `{others}`."""
    named = labels([*uses, *others])
    given = {"odd": _list(named, uses), "others": _list(named, others)}
    also = tuple(place(use) for use in (*uses[1:], *others))
    return Evidence({**given, **values}, place(uses[0]), also, edits)


def labels(uses: Iterable[Use]) -> dict[str, str]:
    """A short name for each story: the last part of its path or URL, in full where two would be the same."""
    names = list(dict.fromkeys(use.story.name for use in uses))
    short = {name: PurePosixPath(name.rstrip("/")).name or name for name in names}
    taken = list(short.values())
    return {name: label if taken.count(label) == 1 else name for name, label in short.items()}


def listed(names: Iterable[str]) -> str:
    """The names as an English list: A, B and C."""
    *most, last = dict.fromkeys(names)
    return f"{', '.join(most)} and {last}" if most else last


def _list(named: dict[str, str], uses: Iterable[Use]) -> str:
    return listed(named[use.story.name] for use in uses)


def printed(use: Use) -> str:
    """The credit in house style where it has one, else as printed."""
    credit = use.image.credit
    return (credit and (credit.house or credit.line)) or use.image.credit_line or ""
