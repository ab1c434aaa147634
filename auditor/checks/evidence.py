"""What a check hands to the rule that called it."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from msgspec import Struct

from auditor.model import Edit, Place, Use

NEEDS = "needs"


class Evidence(Struct, frozen=True):
    """What a check saw: values for the rule's message, and where it stands.

    `at` may be left out by a check of an Image, Story or Unread: the engine knows the place. `also` are related places,
    in other copies or in the same story. `edits` are what to print instead; a rule that is `safe` lets them be written.
    """

    values: dict[str, str] = {}
    at: Place | None = None
    also: tuple[Place, ...] = ()
    edits: tuple[Edit, ...] = ()


Check = TypeVar("Check", bound=Callable[..., Iterator[Evidence]])


def needs(field: str) -> Callable[[Check], Check]:
    """Marks a check that says nothing of a record in which a field is empty: then it is not even asked."""

    def marked(check: Check) -> Check:
        setattr(check, NEEDS, field)
        return check

    return marked


def need_of(check: Callable[..., Iterator[Evidence]]) -> str | None:
    """The field without which a check says nothing; None where there is no such field."""
    field: str | None = getattr(check, NEEDS, None)
    return field


def place(use: Use) -> Place:
    """The place of an image in its story."""
    return Place(use.story.name, use.image.n, use.image.line)
