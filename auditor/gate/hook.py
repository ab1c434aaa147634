"""`auditor hook`: one story on standard input, one verdict on standard output."""

from collections.abc import Sequence

import msgspec

from auditor import audit
from auditor.errors import NOT_READ, NOTHING
from auditor.gate.deadline import OverrunError, within
from auditor.gate.envelope import As, read_request
from auditor.gate.judge import gate, judge, unreached
from auditor.house import House
from auditor.report.wire import Object


def decide(data: bytes, form: As, house: House, fail_on: str, folders: Sequence[str] = ()) -> Object:
    """The verdict on the story in some bytes, compared with its copies and with those in the folders.

    Whatever goes wrong, there is a verdict: one that was not reached says so, and `on-error` decides what it is.
    """
    by = gate(house, fail_on, folders)
    settings = house.settings
    try:
        answer: Object = msgspec.json.decode(
            within(settings.time_limit, settings.memory_limit, lambda: msgspec.json.encode(judge(data, form, by)))
        )
    except OverrunError as error:
        return unreached(f"{error} Nothing was audited.", data, lambda: read_request(data, form), by)
    return answer


def exit_code(answer: Object, fail_on: str) -> int:
    """As the commands': 1 blocked by a finding, 3 not (or not wholly) checked, else 0.

    A story that could not be checked ends with 0 where the house lets such stories pass.
    """
    if not answer["checked"]:
        return NOT_READ if answer["verdict"] == "block" else NOTHING
    found = ((f["severity"], f["rule"]) for f in answer["findings"])
    return audit.exit_code(found, bool(answer["unread"]), fail_on)
