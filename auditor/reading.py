"""All inputs of a run into records: from the results of earlier runs, read here, or read in worker processes."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

import msgspec
from msgspec import Struct

from auditor import findings, house, read, records
from auditor.findings import Lookout
from auditor.house import House
from auditor.machinery import results
from auditor.machinery.results import Results
from auditor.model import Story, Unread
from auditor.records import Record
from auditor.rights.shapes import Asked, Showing
from auditor.rights.showing import is_of_today, looks_beside
from auditor.tables import shipped

if TYPE_CHECKING:
    from auditor.machinery.workers import Task, Work

JUDGES = ("PIL", "bs4", "charset_normalizer", "imagehash", "lxml", "msgspec", "re2", "rapidfuzz", "webencodings")
"""Packages whose change may change what is read."""
MANY = 100
"""Inputs from which on worker processes earn the time of their start."""
SEVERAL = 20
"""Inputs from which on results are kept for the next run."""
SECONDS = 30.0
"""By the clock, that a worker may take for a page. Most take a fiftieth of a second, the largest ones a few."""
NO_KEY = bytes(results.KEY)
Name = str | Unread
Put = Callable[[int, bytes], None]


class Choice(Struct, frozen=True):
    """By what a process finds its house: the config file's path, its selected and ignored rules, what is asked."""

    config: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    asked: Asked | None = None


class Desk(Struct, frozen=True):
    """What reads pages in one process; `version` names the program, the rules and the tables at work.

    `today` is the same for what holds on the day of the run only.
    """

    look: Lookout
    largest: int
    version: bytes
    today: bytes


def chosen(choice: Choice) -> House:
    """The house of a choice. Raises RuleFileError and UsageError for mistakes in it."""
    loaded = house.load(Path(choice.config) if choice.config else None)
    settled = house.choose(loaded, choice.select, choice.ignore)
    return house.asking(settled, choice.asked) if choice.asked else settled


def desk(settled: House, versioned: bool = True) -> Desk:
    """A desk for a house; without a version where nothing is kept and no other process reads."""
    look = findings.lookout(settled.rules, settled.words, settled.rights)
    version = _version(settled) if versioned else b""
    today = settled.rights.asked.today.isoformat().encode()
    return Desk(look, settled.settings.largest_story, version, version + today)


def jobs(wanted: int | None, inputs: int) -> int:
    """How many worker processes to read with, 0 for none: as wanted, else one a core where inputs are many."""
    if wanted is None:
        return cores() if inputs >= MANY else 0
    return wanted


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def everything(names: Iterable[Name], here: Desk, kept: Results | None, put: Put) -> None:
    """Reads every input in this process; calls `put` with its number and its packed Record."""
    for number, name in enumerate(names):
        put(number, _fetched(name, here, kept))


def everything_by_workers(
    names: Sequence[Name], choice: Choice, here: Desk, kept: Results | None, put: Put, jobs: int
) -> None:
    """The same, in the order in which worker processes are done; what they crash or hang on is recorded as unread."""
    from auditor.machinery import workers  # 10 ms to load, and few runs need them

    tasks = _unknown(names, here, kept, put)
    for answer in workers.run(tasks, prepare, (choice, here.version), jobs, SECONDS):
        key, data = answer.data[: results.KEY], answer.data[results.KEY :]
        if answer.lost:
            data = msgspec.msgpack.encode(lost(str(names[answer.number]), answer.lost))
        elif kept and key != NO_KEY:
            kept.put(key, data)
        put(answer.number, data)


def prepare(choice: Choice, version: bytes) -> "Work":
    """What a worker does with the name of a file: answers with the key and the packed Record of what it read."""
    from auditor.machinery import workers

    here = desk(chosen(choice))
    if here.version != version:
        raise workers.WorkerError("The rules were changed while the run began. Run it again.")
    return lambda name: b"".join(_made(read.raw(name, here.largest), here))


def _unknown(names: Sequence[Name], here: Desk, kept: Results | None, put: Put) -> "Iterator[Task]":
    """What is left for workers; what is known, and what only this process can read, is put at once."""
    from auditor.machinery import workers

    for number, name in enumerate(names):
        if not is_for_workers(name):
            put(number, _fetched(name, here, kept))
        elif kept and (known := _known(read.raw(name, here.largest), here, kept)):
            put(number, known)
        else:
            yield workers.Task(number, name)


def is_for_workers(name: Name) -> TypeGuard[str]:
    """Is an input a file? Standard input, a pipe, and what was not even found are for this process only."""
    return not isinstance(name, Unread) and name != read.STANDARD_INPUT and os.path.isfile(name)


def _fetched(name: Name, here: Desk, kept: Results | None) -> bytes:
    """The packed Record of an input; it is read once only, for it may be a pipe."""
    raw = name if isinstance(name, Unread) else read.raw(name, here.largest)
    if kept and (known := _known(raw, here, kept)):
        return known
    key, data = _made(raw, here)
    if kept and key != NO_KEY:
        kept.put(key, data)
    return data


def _known(raw: read.Input, here: Desk, kept: Results) -> bytes | None:
    return kept.get(_key(raw, here.version)) or kept.get(_key(raw, here.today))


def _made(raw: read.Input, here: Desk) -> tuple[bytes, bytes]:
    """Key and packed Record; no key where there is no story: the next run may have more memory, or a mended reader.

    Nor is there one where picture files beside the page, which may change, have told something.
    """
    done = records.record(records.story(read.unpacked(raw, here.largest), here.look.words), here.look)
    lasting = done.story is not None and not looks_beside(done.story, here.look.rights)
    return _key(raw, _version_for(done.story, here)) if done.story and lasting else NO_KEY, records.packed(done)


def _version_for(story: Story, here: Desk) -> bytes:
    """The version under which the record of a story is kept: tomorrow's findings may be others."""
    daily = Showing in here.look.rules and is_of_today(story, here.look.rights)
    return here.today if daily else here.version


def _key(raw: read.Input, version: bytes) -> bytes:
    return NO_KEY if isinstance(raw, Unread) else results.key(version, raw.name, raw.data)


def lost(name: str, how: str) -> Record:
    """The record of an input that workers crashed or hung on."""
    why = f"The reader {how}; nothing of it was audited. Please report this file."
    return Record(unread=(Unread(read.printable(name), why),))


def _version(settled: House) -> bytes:
    """A name for all that a record depends on beside its page."""
    digest = blake2b(digest_size=16)
    for path in sorted((Path(__file__).parent).rglob("*.py")):
        digest.update(_state(path))
    for package in JUDGES:
        found = find_spec(package)
        digest.update(_state(Path(found.origin)) if found and found.origin else b"-")
    for path in _rule_files(settled):
        digest.update(str(path).encode("utf-8", "surrogateescape") + path.read_bytes())
    digest.update("\0".join([*settled.extensions.versions, *(rule.id for rule in settled.rules)]).encode())
    asked = settled.rights.asked
    looks = [entry.looks for entry in settled.rights.entries]
    digest.update(repr((asked.as_of, asked.edition, asked.use, looks)).encode())
    return digest.digest()


def _state(path: Path) -> bytes:
    state = path.stat()
    return f"{path}\0{state.st_size}\0{state.st_mtime_ns}\0".encode("utf-8", "surrogateescape")


def _rule_files(settled: House) -> Iterator[Path]:
    base = settled.path.parent if settled.path else Path()
    for folder in (shipped(), *(base / name for name in settled.settings.folders)):
        yield from sorted(folder.glob("*.toml"))
        yield from sorted(folder.glob("*/*.toml"))
    if settled.path:
        yield settled.path
