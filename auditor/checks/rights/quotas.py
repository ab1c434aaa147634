"""Checks of how much of a contract was used; where the newsroom keeps no quotas, nothing is said."""

from collections.abc import Iterator

from auditor.checks.evidence import Evidence
from auditor.checks.rights.places import at
from auditor.rights.shapes import QuotaState


def over_quota(state: QuotaState) -> Iterator[Evidence]:
    """More pictures of a contract were used in a period than were agreed.

    `{contract}` and `{agency}` are whose, `{period}` is when, `{pictures}` were used, `{quota}` agreed, `{over}` are
    too many; `{place}` is where the contract stands.
    """
    if state.over:
        values = {field: str(getattr(state, field)) for field in state.__struct_fields__}
        yield Evidence({**values, "over": str(state.over)}, next(iter(at(state.place)), None))
