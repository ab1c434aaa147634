"""`auditor hook`: one story on standard input, one verdict on standard output."""

import datetime
from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace

from auditor import audit, read
from auditor.copies import Mode
from auditor.errors import UnreadableError, UsageError
from auditor.gate import verdict
from auditor.gate.deadline import OverrunError, within
from auditor.gate.envelope import STORY, As, Piece, Request, read_request
from auditor.house import House, Override
from auditor.model import Finding, Story, Unread
from auditor.report.wire import Object, finding
from auditor.report.words import ABOUT_COPIES
from auditor.words import Words

NOTHING, FOUND, NOT_READ = 0, 1, 3
ABOUT_UNREAD = "audit/unread"


def decide(data: bytes, form: As, house: House, fail_on: str, folders: Sequence[str] = ()) -> Object:
    """The verdict on the story in some bytes, compared with its copies and with those in the folders.

    Whatever goes wrong, there is a verdict: one that was not reached says so, and `on-error` decides what it is.
    """
    settings = house.settings
    try:
        request = read_request(_at_most(data, settings.largest_story), form)
    except (UsageError, UnreadableError) as error:
        return verdict.not_checked(str(error), settings.on_error)

    def work() -> bytes:
        return msgspec.json.encode(_audited(request, house, fail_on, folders))

    try:
        answer: Object = msgspec.json.decode(within(settings.time_limit, settings.memory_limit, work))
    except OverrunError as error:
        return verdict.not_checked(f"{error} Nothing was audited.", settings.on_error, request)
    return answer


def exit_code(answer: Object) -> int:
    """As the commands': 1 blocked by a finding, 3 not (or not wholly) checked, else 0.

    A story that could not be checked ends with 0 where the house lets such stories pass.
    """
    if not answer["checked"]:
        return NOT_READ if answer["verdict"] == "block" else NOTHING
    only_unread = all(f["rule"] == ABOUT_UNREAD for f in answer["findings"] if f["severity"] == "error")
    if answer["verdict"] == "block" and not (answer["unread"] and only_unread):
        return FOUND
    return NOT_READ if answer["unread"] else NOTHING


def _at_most(data: bytes, largest: int) -> bytes:
    if len(data) > largest:
        raise UsageError(f"The story is larger than {largest / 1e6:g} MB; raise `largest-story` in auditor.toml.")
    return data


def _audited(request: Request, house: House, fail_on: str, folders: Sequence[str]) -> Object:
    told = [_story(piece, house.words) for piece in request.pieces]
    beside = audit.stories(read.documents(folders, house.settings.largest_story), house.words)
    mode: Mode = "auto" if folders else "all"
    done = audit.audit([*told, *beside], house, mode, fail_on, datetime.date.today())
    about = [f for f in done.findings if _is_about(f, STORY)]
    lifted = [f for f in about if _may_lift(f, request, house.settings.override)]
    kept = tuple(f for f in about if f not in lifted)
    done = replace(done, findings=kept, verdict=audit.verdict(kept, fail_on))
    return verdict.told(done, request, house.rules, [_lifted(f, request) for f in lifted])


def _story(piece: Piece, words: Words) -> Story | Unread:
    """The story of a piece, with what the CMS knows of it."""
    (told,) = audit.stories([piece.document], words, piece.form)
    if isinstance(told, Unread):
        return told
    known = piece.known
    return replace(
        told,
        url=known.url or told.url,
        published=known.published or told.published,
        headline=known.headline or told.headline,
        language=known.language or told.language,
    )


def _is_about(found: Finding, story: str) -> bool:
    """Does it concern the story that is to go out? What is wrong in a copy alone is not for its editor to mend."""
    places = (found.place, *(found.also if found.rule.startswith(ABOUT_COPIES) else ()))
    return any(place.story == story for place in places)


def _may_lift(found: Finding, request: Request, overrides: Iterable[Override]) -> bool:
    """Has the asker a role that may lift findings of this rule, and given a reason?"""
    topic = found.rule.split("/")[0]
    given = bool(request.role and (request.reason or "").strip())
    return given and any(o.role == request.role and {found.rule, topic} & set(o.rules) for o in overrides)


def _lifted(found: Finding, request: Request) -> Object:
    return {**finding(found), "role": request.role, "reason": request.reason}
