"""Which stories are copies of one story, and which of their images show one picture."""

from auditor.copies.groups import Mode, group
from auditor.copies.stories import find

__all__ = ["Mode", "find", "group"]
