"""Inputs into stories without any rule, in their order: read here, or by worker processes that are watched."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from auditor import house, read, records
from auditor.model import Story, Unread
from auditor.reading import SECONDS, Name, is_for_workers, lost
from auditor.records import Record
from auditor.words import Words

if TYPE_CHECKING:
    from auditor.machinery.workers import Task, Work

Packed = tuple[int, bytes]
"""The number of an input, and its packed Record."""


def stories(names: Sequence[Name], config: Path | None, jobs: int) -> Iterator[Story | Unread]:
    """Each input as a Story with its credits taken apart, or as Unread; `jobs` worker processes read, 0 for none."""
    words = house.load_words(config)
    packed = (
        _by_workers(names, words, config, jobs) if jobs else ((n, _packed(name, words)) for n, name in enumerate(names))
    )
    decode = msgspec.msgpack.Decoder(Record).decode
    for data in _in_turn(packed):
        record = decode(data)
        yield record.story or record.unread[0]


def prepare(config: str | None) -> "Work":
    """What a worker does with the name of a file: answers with the packed Record of its story."""
    words = house.load_words(Path(config) if config else None)
    return lambda name: _packed(name, words)


def _packed(name: Name, words: Words) -> bytes:
    told = records.story(name if isinstance(name, Unread) else read.document(name), words)
    return records.packed(Record(unread=(told,)) if isinstance(told, Unread) else Record(told))


def _by_workers(names: Sequence[Name], words: Words, config: Path | None, jobs: int) -> Iterator[Packed]:
    """As they come; what only this process can read is read here."""
    from auditor.machinery import workers  # 10 ms to load, and few runs need them

    here: deque[Packed] = deque()
    for answer in workers.run(_tasks(names, words, here), prepare, (str(config) if config else None,), jobs, SECONDS):
        yield answer.number, answer.data or msgspec.msgpack.encode(lost(str(names[answer.number]), answer.lost))
        while here:
            yield here.popleft()
    yield from here


def _tasks(names: Iterable[Name], words: Words, here: deque[Packed]) -> "Iterator[Task]":
    from auditor.machinery import workers

    for number, name in enumerate(names):
        if is_for_workers(name):
            yield workers.Task(number, name)
        else:
            here.append((number, _packed(name, words)))


def _in_turn(packed: Iterable[Packed]) -> Iterator[bytes]:
    """The records in the order of their numbers; those that come early wait, no longer than a worker may hang."""
    waiting: dict[int, bytes] = {}
    turn = 0
    for number, data in packed:
        waiting[number] = data
        while turn in waiting:
            yield waiting.pop(turn)
            turn += 1
