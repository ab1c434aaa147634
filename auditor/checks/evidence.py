"""What a check hands to the rule that called it."""

from msgspec import Struct

from auditor.model import Edit, Place, Use


class Evidence(Struct, frozen=True):
    """What a check saw: values for the rule's message, and where it stands.

    `at` may be left out by a check of an Image, Story or Unread: the engine knows the place. `also` are related places,
    in other copies or in the same story. `edits` are what to print instead; a rule that is `safe` lets them be written.
    """

    values: dict[str, str] = {}
    at: Place | None = None
    also: tuple[Place, ...] = ()
    edits: tuple[Edit, ...] = ()


def place(use: Use) -> Place:
    """The place of an image in its story."""
    return Place(use.story.name, use.image.n, use.image.line)
