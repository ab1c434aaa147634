"""Which of very many stories are copies: the same pairs as `stories` finds, in columns and from file to file.

Stages: bodies of a chunk → its fingerprints; fingerprints of all chunks → pairs that share some, a part of the hashes
at a time; pairs → copies, verified on all shingles, a block of stories at a time. Every stage is linear in its input,
and reads and writes files only.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from auditor.copies import arrays, columns
from auditor.copies.bodies import DAYS, Body, body
from auditor.copies.columns import UNDATED, Column, Counts, Numbers
from auditor.copies.stories import COMMON, FIGURES, FIGURES_SHARE, SHARE, SHARE_UNDATED, SHARED, Pair
from auditor.machinery import workers
from auditor.machinery.stages import made
from auditor.machinery.watching import Step, Watch, unwatched
from auditor.model import Story

CHUNK = 4_000
"""Stories of which the fingerprints are made at once."""
PART = 4_000_000
"""Fingerprints, about, that are looked through for pairs at once."""
BLOCK = 25_000
"""Stories whose pairs are verified at once."""
PAIRS = 1 << 24
"""Pairs that are unfolded at once."""
MIX = np.uint64(0xD6E8FEB86659FD93)
LOW = np.uint64((1 << 32) - 1)
HALF = np.uint64(32)
HOUR = 3600.0


class Plan(Struct, frozen=True):
    """How a run is cut: its folder, and how many chunks, parts of the hashes, and blocks of stories there are."""

    folder: str
    stories: int
    chunks: int
    parts: int
    blocks: int


class Pairs(Struct, frozen=True):
    """Copies, by the numbers of their stories: `share` (0 to 1) of the text of `story` stands in `of`."""

    story: Counts
    of: Counts
    share: NDArray[np.float64]


class Fingerprints(Struct, frozen=True):
    """What one chunk's stories are told by. `blind`: the shingles, with all figures alike, of stories with figures."""

    hashes: Numbers
    owners: NDArray[np.uint32]
    parts: Counts
    runs: Column
    blind: Column
    differing: Counts
    days: NDArray[np.int32]


def find(bodies: Iterable[Sequence[Body]], folder: Path, jobs: int = 0, watch: Watch = unwatched) -> Iterator[Pairs]:
    """The copies among the bodies of chunk after chunk (CHUNK each), in the order of the later, then the earlier story.

    `folder` takes the files of the stages; a run that was killed goes on where it stood. `jobs`: worker processes.
    """
    sizes = [_write_bodies(chunk, folder / f"bodies-{number}") for number, chunk in enumerate(bodies)]
    yield from found(plan(folder, sizes), jobs, watch)


def pairs(found: Iterable[Pairs]) -> Iterator[Pair]:
    """The single pairs of columns of them."""
    for part in found:
        yield from map(Pair, part.story.tolist(), part.of.tolist(), part.share.tolist())


def find_in_files(folder: Path, sizes: Sequence[int], jobs: int = 0) -> Iterator[Pairs]:
    """The same where the folder holds files `stories-0`, `stories-1` …: lists of so many Story in msgpack."""
    _all([f"bodies {number}" for number in range(len(sizes))], reader, (str(folder),), jobs)
    yield from found(plan(folder, sizes), jobs)


def reader(folder: str) -> workers.Work:
    """The work on a task `bodies number`: stories of a chunk → their bodies."""
    stories = msgspec.msgpack.Decoder(list[Story])

    def work(task: str) -> bytes:
        stage, number = task.split()
        told = (Path(folder) / f"stories-{number}").read_bytes
        made(
            Path(folder) / f"{stage}-{number}",
            lambda path: arrays.write(columns.bodies([body(story) for story in stories.decode(told())]), path),
        )
        return b""

    return work


def plan(folder: Path, sizes: Sequence[int]) -> Plan:
    """The plan for chunks of bodies in files, by the number of stories in each; all but the last hold CHUNK."""
    words = sum((folder / f"bodies-{number}" / "codes.npy").stat().st_size for number in range(len(sizes))) // 8
    parts = 1 << max(0, (words // 8 // PART).bit_length())  # about one word in eight is a fingerprint
    blocks = -(-sum(sizes) // BLOCK)
    return Plan(str(folder), sum(sizes), len(sizes), min(parts, 256), blocks)


def found(run: Plan, jobs: int = 0, watch: Watch = unwatched) -> Iterator[Pairs]:
    """The copies of a planned run, stage by stage."""
    if not run.stories:
        return
    made(Path(run.folder) / "repeated.npy", lambda path: _write_repeated(run, path))
    for stage, count in (("fingerprints", run.chunks), ("candidates", run.parts), ("copies", run.blocks)):
        _all([f"{stage} {number}" for number in range(count)], worker, (run,), jobs, watch)
    for block in range(run.blocks):
        yield arrays.read(Path(run.folder) / f"copies-{block}", Pairs)


def worker(run: Plan) -> workers.Work:
    """The work on a task `stage number`: its output is made if it is not there."""
    stages = {"fingerprints": _write_fingerprints, "candidates": _write_candidates, "copies": _write_copies}

    def work(task: str) -> bytes:
        stage, number = task.split()
        made(Path(run.folder) / f"{stage}-{number}", lambda path: stages[stage](run, int(number), path))
        return b""

    return work


def _all(
    tasks: Sequence[str],
    prepare: Callable[..., workers.Work],
    given: tuple[object, ...],
    jobs: int,
    watch: Watch = unwatched,
) -> None:
    """Does all tasks of a stage, in worker processes where there are any."""
    with watch("looking for copies", len(tasks)) as step:
        if jobs:
            _by_workers(tasks, prepare, given, jobs, step)
            return
        work = prepare(*given)
        for task in tasks:
            work(task)
            step()


def _by_workers(
    tasks: Sequence[str], prepare: Callable[..., workers.Work], given: tuple[object, ...], jobs: int, step: Step
) -> None:
    numbered = (workers.Task(number, task) for number, task in enumerate(tasks))
    for answer in workers.run(numbered, prepare, given, jobs, HOUR):
        if answer.lost:
            raise workers.WorkerError(f"Finding copies: a worker {answer.lost}.")
        step()


def _write_bodies(chunk: Sequence[Body], output: Path) -> int:
    made(output, lambda path: arrays.write(columns.bodies(chunk), path))
    return len(chunk)


def _write_repeated(run: Plan, path: Path) -> None:
    """Keys of the paragraphs that one site prints more than DAYS apart."""
    keys, days = [], []
    for number in range(run.chunks):
        chunk = _bodies(run, number)
        printed = np.repeat(chunk.days, chunk.paragraphs)
        dated = (chunk.keys > 0) & (printed != UNDATED)
        keys.append(chunk.keys[dated])
        days.append(printed[dated])
    order = np.argsort(all_keys := np.concatenate(keys), kind="stable")
    sorted_keys, sorted_days = all_keys[order], np.concatenate(days)[order]
    starts = _starts(sorted_keys)
    repeated = sorted_keys[:0]
    if len(starts):
        span = np.maximum.reduceat(sorted_days, starts) - np.minimum.reduceat(sorted_days, starts)
        repeated = sorted_keys[starts][span > DAYS]
    with open(path, "wb") as file:
        np.save(file, repeated)


def _write_fingerprints(run: Plan, number: int, path: Path) -> None:
    """Bodies of a chunk → its Fingerprints."""
    bodies = _bodies(run, number)
    count = len(bodies.days)
    codes, owners = columns.without(bodies, np.load(Path(run.folder) / "repeated.npy"))
    shingles, shingle_owners = columns.shingles(codes, owners)
    hashes, hash_owners = columns.fingerprints(shingles, shingle_owners, count)
    runs = columns.column(shingles, shingle_owners, count)
    # The smallest hashes of windows crowd together at the low end: mixed again, they fill all parts alike.
    part = ((hashes * MIX) >> np.uint64(56)) % np.uint64(run.parts)
    order = np.argsort(part, kind="stable")
    done = Fingerprints(
        hashes=hashes[order],
        owners=(hash_owners[order] + number * CHUNK).astype(np.uint32),
        parts=np.cumsum(np.bincount(part.astype(np.int64), minlength=run.parts)),
        runs=runs,
        blind=columns.column(*columns.blind(codes, owners, count), count),
        differing=columns.differing(runs),
        days=bodies.days,
    )
    arrays.write(done, path)


class Candidates(Struct, frozen=True):
    """Pairs, later story in the upper half and earlier one in the lower, in order; and how many hashes they share."""

    pairs: Numbers
    shared: NDArray[np.uint16]
    blocks: Counts


def _write_candidates(run: Plan, part: int, path: Path) -> None:
    """One part of the hashes of all chunks → the pairs of stories that share some of them."""
    hashes, owners = [], []
    for number in range(run.chunks):
        chunk = _fingerprints(run, number)
        here = slice(chunk.parts[part - 1] if part else 0, chunk.parts[part])
        hashes.append(chunk.hashes[here])
        owners.append(chunk.owners[here])
    order = np.argsort(all_hashes := np.concatenate(hashes), kind="stable")
    counted = [_counted(np.sort(pairs)) for pairs in _unfolded(all_hashes[order], np.concatenate(owners)[order])]
    pairs, shared = _joined(counted)
    bounds = (np.arange(1, run.blocks + 1, dtype=np.uint64) * np.uint64(BLOCK)) << HALF
    arrays.write(Candidates(pairs, np.minimum(shared, 0xFFFF).astype(np.uint16), pairs.searchsorted(bounds)), path)


def _unfolded(hashes: Numbers, owners: NDArray[np.uint32]) -> Iterator[Numbers]:
    """The pairs of stories with the same hash; from COMMON stories on, with the first of them only."""
    starts = _starts(hashes)
    first = np.repeat(starts, np.diff(starts, append=len(hashes)))
    before = np.arange(len(hashes)) - first
    links = np.where(before < COMMON, before, 1)
    ends = np.cumsum(links)
    begin = 0
    while begin < len(hashes):
        done = ends[begin - 1] if begin else 0
        end = max(begin + 1, int(ends.searchsorted(done + PAIRS, "right")))
        here = links[begin:end]
        later = np.repeat(owners[begin:end], here).astype(np.uint64)
        nth = np.arange(int(here.sum())) - np.repeat(np.cumsum(here) - here, here)
        yield (later << HALF) | owners[np.repeat(first[begin:end], here) + nth]
        begin = end


def _counted(pairs: Numbers) -> tuple[Numbers, Counts]:
    starts = _starts(pairs)
    return pairs[starts], np.diff(starts, append=len(pairs))


def _joined(counted: Sequence[tuple[Numbers, Counts]]) -> tuple[Numbers, Counts]:
    """Counted pairs of several lists as one list."""
    pairs = np.concatenate([pairs for pairs, _ in counted] or [np.zeros(0, np.uint64)])
    counts = np.concatenate([counts for _, counts in counted] or [np.zeros(0, np.int64)])
    order = np.argsort(pairs, kind="stable")
    pairs = pairs[order]
    starts = _starts(pairs)
    return pairs[starts], np.add.reduceat(counts[order], starts) if len(starts) else counts[:0]


def _starts(values: Numbers) -> Counts:
    """Where each run of equal values begins."""
    new = np.ones(len(values), bool)
    new[1:] = values[1:] != values[:-1]
    return np.flatnonzero(new)


def _write_copies(run: Plan, block: int, path: Path) -> None:
    """Candidates of a block of later stories → the copies among them."""
    counted = []
    for part in range(run.parts):
        candidates = arrays.read(Path(run.folder) / f"candidates-{part}", Candidates)
        here = slice(candidates.blocks[block - 1] if block else 0, candidates.blocks[block])
        counted.append((candidates.pairs[here], candidates.shared[here].astype(np.int64)))
    pairs, shared = _joined(counted)
    pairs = pairs[shared >= SHARED]
    texts = _Texts(run)
    arrays.write(texts.copies((pairs >> HALF).astype(np.int64), (pairs & LOW).astype(np.int64)), path)


class _Texts:
    """The shingles of all stories, mapped from the chunks' files."""

    def __init__(self, run: Plan) -> None:
        self.chunks = [_fingerprints(run, number) for number in range(run.chunks)]
        self.days = np.concatenate([chunk.days for chunk in self.chunks])
        self.differing = np.concatenate([chunk.differing for chunk in self.chunks])
        self.lengths = np.concatenate([np.diff(chunk.runs.ends, prepend=0) for chunk in self.chunks])
        self.figures = np.concatenate([np.diff(chunk.blind.ends, prepend=0) > 0 for chunk in self.chunks])

    def copies(self, later: Counts, earlier: Counts) -> Pairs:
        """Those of the candidates that are copies; they come and go in order."""
        dated = (self.days[later] != UNDATED) & (self.days[earlier] != UNDATED)
        near = ~dated | (np.abs(self.days[later] - self.days[earlier]) <= DAYS)
        later, earlier, dated = later[near], earlier[near], dated[near]
        shared = self._shared(later, earlier)
        part = np.minimum(self.differing[later], self.differing[earlier])
        enough = shared >= np.where(dated, SHARE, SHARE_UNDATED) * part
        # No more can be lost to figures than is not shared: a few corrected words are nobody's template.
        doubtful = (
            enough & (shared != part) & (np.minimum(self.lengths[later], self.lengths[earlier]) - shared > FIGURES)
        )
        kept = enough & ~self._from_template(later, earlier, doubtful)
        return self._directed(later[kept], earlier[kept], shared[kept])

    def _directed(self, later: Counts, earlier: Counts, shared: Counts) -> Pairs:
        """The pairs from the contained story to the one that holds more; of equals, from the later to the earlier."""
        story = np.where(self.differing[later] <= self.differing[earlier], later, earlier)
        return Pairs(story, later + earlier - story, shared / self.differing[story])

    def _shared(self, later: Counts, earlier: Counts) -> Counts:
        starts = _starts(later.astype(np.uint64))
        counts = [np.zeros(0, np.int64)]
        for begin, end in zip(starts.tolist(), np.append(starts, len(later))[1:].tolist(), strict=True):
            parts = [self._runs(number) for number in earlier[begin:end].tolist()]
            counts.append(columns.contained(parts, self._runs(int(later[begin]))))
        return np.concatenate(counts)

    def _from_template(self, later: Counts, earlier: Counts, asked: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Do the stories agree only where no figures stand? Told for the pairs that are asked for."""
        shorter = np.where(self.lengths[later] <= self.lengths[earlier], later, earlier)
        longer = later + earlier - shorter
        told = np.zeros(len(later), bool)
        for number in np.flatnonzero(asked & self.figures[shorter]).tolist():
            part, whole = int(shorter[number]), int(longer[number])
            alike = columns.held(self._blind(part), self._blind(whole))
            same = columns.held(self._runs(part), self._runs(whole))
            told[number] = alike - same > max(FIGURES, FIGURES_SHARE * alike)
        return told

    def _runs(self, number: int) -> Numbers:
        return self.chunks[number // CHUNK].runs.of(number % CHUNK)

    def _blind(self, number: int) -> Numbers:
        return self.chunks[number // CHUNK].blind.of(number % CHUNK) if self.figures[number] else self._runs(number)


def _bodies(run: Plan, number: int) -> columns.Bodies:
    return arrays.read(Path(run.folder) / f"bodies-{number}", columns.Bodies)


def _fingerprints(run: Plan, number: int) -> Fingerprints:
    return arrays.read(Path(run.folder) / f"fingerprints-{number}", Fingerprints)
