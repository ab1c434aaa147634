"""Which stories are copies of one story, and which of their images show one picture."""

from auditor.copies.bodies import Body, body
from auditor.copies.groups import Lead, Members, compared, lead
from auditor.copies.search import How, Mode, find, group, members, named, pairs
from auditor.copies.shorts import doubts, is_short
from auditor.copies.stories import Pair

__all__ = [
    "Body",
    "How",
    "Lead",
    "Members",
    "Mode",
    "Pair",
    "body",
    "compared",
    "doubts",
    "find",
    "group",
    "is_short",
    "lead",
    "members",
    "named",
    "pairs",
]
