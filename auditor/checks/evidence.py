"""What a check hands to the rule that called it."""

from msgspec import Struct

from auditor.model import Place, Use


class Evidence(Struct, frozen=True):
    """What a check saw: values for the rule's message, and where it stands.

    `at` may be left out by a check of an Image, Story or Unread: the engine knows the place. `also` are related places,
    in other copies or in the same story.
    """

    values: dict[str, str] = {}
    at: Place | None = None
    also: tuple[Place, ...] = ()


def place(use: Use) -> Place:
    """The place of an image in its story."""
    return Place(use.story.name, use.image.n, use.image.line)
