"""A request into a verdict, in this process and without limits; `hook` and the workers of `serve` set those."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from auditor import __version__, audit, read
from auditor.copies import Mode
from auditor.errors import UnreadableError, UsageError
from auditor.gate import verdict
from auditor.gate.envelope import STORY, As, Piece, Request, read_request
from auditor.gate.verdict import Stamp
from auditor.house import House, Override, asking
from auditor.model import Finding, Story, Unread
from auditor.report.wire import VERSION, Object, finding
from auditor.report.wire import story as story_in_json
from auditor.report.wire import unread as unread_in_json
from auditor.report.words import ABOUT_COPIES
from auditor.rights.shapes import Asked
from auditor.tables import shipped
from auditor.words import Words

MARK = 16  # bytes of a story's or the rules' fingerprint


class Gate(Struct, frozen=True):
    """What judges: a house, the severity that blocks, folders of copies, and the fingerprint of all its rules."""

    house: House
    fail_on: str
    rules: str
    folders: tuple[str, ...] = ()


def gate(house: House, fail_on: str | None, folders: Sequence[str] = ()) -> Gate:
    """The gate of a house; `fail_on` None is what its auditor.toml says."""
    return Gate(house, fail_on or house.settings.fail_on, rules_version(house), tuple(folders))


def rules_version(house: House) -> str:
    """A fingerprint of the program's version and of every rule, table and setting, in hexadecimal digits."""
    base = house.path.parent if house.path else Path()
    files = [
        f for name in (shipped(), *(base / n for n in house.settings.folders)) for f in sorted(name.rglob("*.toml"))
    ]
    digest = blake2b(__version__.encode(), digest_size=MARK)
    for path in [*files, *([house.path] if house.path else [])]:
        digest.update(path.read_bytes())
    digest.update("\0".join([*house.extensions.versions, *(rule.id for rule in house.rules)]).encode())
    return digest.hexdigest()


def judge(data: bytes, form: As, by: Gate) -> Object:
    """The verdict on the story in some bytes, compared with its copies and with those in the folders.

    A wrong envelope gives a verdict too: one that says so.
    """
    try:
        return judge_request(read_request(_at_most(data, by.house.settings.largest_story), form), by)
    except (UsageError, UnreadableError) as error:
        return verdict.not_checked(str(error), by.house.settings.on_error, _stamp(data, None, by))


def judge_request(request: Request, by: Gate) -> Object:
    """The verdict on the story of a request."""
    today = datetime.date.today()
    edition = by.house.countries.code(request.edition or "")
    house = asking(by.house, Asked(today, request.as_of, edition, request.use))
    told = [told_by(piece, house.words) for piece in request.pieces]
    beside = audit.stories(read.documents(by.folders, house.settings.largest_story), house.words)
    mode: Mode = "auto" if by.folders else "all"
    done = audit.audit([*told, *beside], house, mode, by.fail_on, today)
    about = [f for f in done.findings if _is_about(f, STORY)]
    lifted = [f for f in about if _may_lift(f, request, house.settings.override)]
    kept = tuple(f for f in about if f not in lifted)
    said = audit.verdict(kept, by.fail_on)
    done = replace(done, findings=kept, verdict="warn" if said == "pass" and done.unread else said)  # not all compared
    stamp = _stamp(request.pieces[0].document.data, told[0], by)
    return verdict.told(done, request, house.rules, [_lifted(f, request) for f in lifted], stamp)


def unreached(why: str, data: bytes, read_it: Callable[[], Request], by: Gate) -> Object:
    """The verdict on a story whose audit was begun and gave no answer; `read_it` reads the request, if it is one."""
    try:
        request = read_it()
    except (UsageError, UnreadableError):
        return verdict.not_checked(why, by.house.settings.on_error, _stamp(data, None, by))
    first = request.pieces[0]
    stamp = _stamp(first.document.data, Story(STORY, "", url=first.known.url), by)
    return verdict.not_checked(why, by.house.settings.on_error, stamp, request)


def extract(data: bytes, form: As, by: Gate) -> Object:
    """The stories of a request as they are read, no rules. Raises UsageError for a wrong envelope."""
    request = read_request(_at_most(data, by.house.settings.largest_story), form)
    told = [told_by(piece, by.house.words) for piece in request.pieces]
    return {
        "version": VERSION,
        "stories": [story_in_json(s) for s in told if isinstance(s, Story)],
        "unread": [unread_in_json(u) for u in told if isinstance(u, Unread)],
    }


def told_by(piece: Piece, words: Words) -> Story | Unread:
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


def _at_most(data: bytes, largest: int) -> bytes:
    if len(data) > largest:
        raise UsageError(f"The story is larger than {largest / 1e6:g} MB; raise `largest-story` in auditor.toml.")
    return data


def _stamp(data: bytes, told: Story | Unread | None, by: Gate) -> Stamp:
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
    url = told.url if isinstance(told, Story) else None
    return Stamp(blake2b(data, digest_size=MARK).hexdigest(), url, by.rules, now)


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
