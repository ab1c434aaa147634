"""What each command does, from its options to its exit code."""

import contextlib
import datetime
import io
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TextIO

import msgspec
from msgspec import Struct

from auditor import audit, baseline, copies, credits, examples, house, read, reading, report, rulebook
from auditor.errors import FOUND, NOT_READ, NOTHING, UsageError, nearest
from auditor.machinery import results
from auditor.machinery.spill import Spill
from auditor.model import Audit, Story, Unread
from auditor.records import Record
from auditor.report.words import ABOUT_UNREAD, many
from auditor.text import visible
from auditor.words import Words

MOST_STALE = 20


class Line(Struct, frozen=True):
    """A credit line on standard input as JSON, with what is known of its page."""

    text: str
    language: str | None = None
    publisher: str | None = None


def check(options: Namespace) -> int:
    """Audits the stories under the paths; exit code 0, 1 or 3."""
    choice = _choice(options)
    settled = reading.chosen(choice)
    fail_on = options.fail_on or settled.settings.fail_on
    before = _before(options)
    names = _led_by(options.master, _names_under(options.paths))
    how = copies.How(options.copies, options.master)
    jobs = reading.jobs(options.jobs, len(names))
    remembered = options.cache and len(names) >= reading.SEVERAL
    here = reading.desk(settled, versioned=remembered or jobs > 0)

    def audited() -> Audit:
        with results.opened(remembered) as known:
            kept = _records(names, choice, here, jobs, known)
            recall = results.recall(known, here.version)
            return audit.of_records(kept, settled, how, fail_on, datetime.date.today(), jobs, recall)

    def judged() -> Audit:
        return _without_known(audited(), before, settled, options, fail_on)

    done = judged()
    changed, lines = _mended(done, names, here, options) if options.diff or options.fix else (False, [])
    if changed:
        done = judged()
    with _output(options.output) as out:
        report.writer(options.format, "audit")(done, out)
        out.writelines(f"{line}\n" for line in lines)
    return exit_code(done, fail_on)


def _before(options: Namespace) -> Sequence[baseline.Entry]:
    """The baseline of the options. Raises UsageError for options that do not go together."""
    if options.diff and options.format != "table":
        raise UsageError("--diff goes with the table format only: other formats are one document.")
    if options.fix and read.STANDARD_INPUT in options.paths:
        raise UsageError("--fix writes to files, and standard input is none. Name the file, or use --diff.")
    return baseline.load(Path(options.baseline)) if options.baseline else ()


def _without_known(
    done: Audit, before: Sequence[baseline.Entry], settled: house.House, options: Namespace, fail_on: str
) -> Audit:
    """The audit less what a baseline knows, which may be written first; says what of it is stale."""
    if options.write_baseline:
        path = Path(options.write_baseline)
        _say(f"{path}: {baseline.write(path, done.findings)} findings written")
        before = baseline.load(path)
    known = baseline.held_back(done, before, [rule.id for rule in settled.rules], fail_on)
    for entry in known.stale[:MOST_STALE]:
        _say(f"baseline: no longer found: {entry.rule} in {entry.story}: {entry.excerpt}")
    if len(known.stale) > MOST_STALE:
        _say(f"baseline: and {len(known.stale) - MOST_STALE} more no longer found")
    if known.stale:
        _say("baseline: run with --write-baseline to drop what is no longer found")
    if known.unjudged:
        _say(f"baseline: {known.unjudged} entries are about stories or rules that this run did not look at")
    return known.audit


def _mended(
    done: Audit, names: Iterable[reading.Name], here: reading.Desk, options: Namespace
) -> tuple[bool, list[str]]:
    """Mends with --fix: whether a file was changed; with --diff also the lines that say what is mended and what not."""
    from auditor import fixes  # most runs mend nothing

    files = (name for name in names if isinstance(name, str))
    found = (finding for finding in done.findings if finding.edits or options.diff)
    changed: list[int] = []
    diff, left = list[str](), list[str]()
    for one in fixes.plan(found, files, here.look, here.largest):
        if options.fix and one.fixed and _is_written(fixes.write, one):
            changed.append(len(one.fixed))
        if options.diff:
            diff += fixes.diff(one)
            left += fixes.left(one)
    if options.fix:
        _say(f"{sum(changed)} findings mended in {len(changed)} files")
    return bool(changed), [*diff, *(["", "Not fixed:", *left] if left else [])]


def _is_written(write: Callable[[Any], None], one: Any) -> bool:
    try:
        write(one)
    except OSError as error:
        _say(f"{one.story}: cannot be mended: {error.strerror or error}")
        return False
    return True


def _choice(options: Namespace) -> reading.Choice:
    config = _config(options)
    return reading.Choice(str(config) if config else None, tuple(_names(options.select)), tuple(_names(options.ignore)))


def _records(
    names: Sequence[reading.Name], choice: reading.Choice, here: reading.Desk, jobs: int, known: results.Results | None
) -> Spill[Record]:
    """The record of each input."""
    kept: Spill[Record] = Spill(Record)
    with _bar(len(names)) as step:

        def put(number: int, data: bytes) -> None:
            kept.put(number, data)
            step()

        if jobs:
            reading.everything_by_workers(names, choice, here, known, put, jobs)
        else:
            reading.everything(names, here, known, put)
    return kept


def exit_code(done: Audit, fail_on: str) -> int:
    """1 with a finding at or above `fail_on`, else 3 with anything unread, else 0.

    That something was not read is a finding too, but has the exit code of its own.
    """
    if any(audit.at_or_above(f.severity, fail_on) and f.rule != ABOUT_UNREAD for f in done.findings):
        return FOUND
    return NOT_READ if done.unread else NOTHING


def extract(options: Namespace) -> int:
    """Shows what is read from the stories under the paths; exit code 0 or 3."""
    words = house.load_words(_config(options))
    unread: list[Unread] = []
    told = _set_aside(audit.stories(_inputs(options.paths, read.LARGEST), words), unread)
    with _output(options.output) as out:
        report.writer(options.format, "stories")(told, out)
    for item in unread:
        _say(f"{item.story}: {item.why}")
    return NOT_READ if unread else NOTHING


def credit(options: Namespace) -> int:
    """Takes credit lines apart; exit code 0."""
    words = house.load_words(_config(options))
    lines = _lines(options)
    taken = (credits.take_apart(x.text, words, language=x.language, publisher=x.publisher) for x in lines)
    with _output(options.output) as out:
        report.writer(options.format, "credits")(taken, out, options.explain)
    return NOTHING


def hook(options: Namespace) -> int:
    """Audits one story on standard input before it is published; exit code 0, 1 or 3."""
    from auditor.gate import envelope, hook

    if options.schema:
        return _print_json(envelope.schema())
    settled = house.load(_config(options))
    fail_on = options.fail_on or settled.settings.fail_on
    data = sys.stdin.buffer.read(settled.settings.largest_story + 1)
    answer = hook.decide(data, options.form, settled, fail_on, options.copies_from)
    _print_json(answer)
    return hook.exit_code(answer)


def serve(options: Namespace) -> int:
    """Answers over HTTP until it is told to stop; exit code 0."""
    from auditor.gate import serve

    return serve.serve(options, _config(options), os.environ)


def history(options: Namespace) -> int:
    """Shows the verdicts on a story; exit code 0."""
    from auditor.gate import recall, store

    path = store.path_of(options.store, house.load(_config(options)))
    found = store.history(path, options.story)
    if not found:
        _say(f'no verdict on "{options.story}" in {path}')
    with _output(options.output) as out:
        (recall.json_lines if options.format == "jsonl" else recall.lines)(found, out)
    return NOTHING


def _print_json(told: object) -> int:
    with _output(None) as out:
        out.write(msgspec.json.format(msgspec.json.encode(told), indent=2).decode() + "\n")
    return NOTHING


def rules(options: Namespace) -> int:
    """Lists the rules, explains one, or runs the examples of a folder's rule files; exit code 0 or 1."""
    settled = house.load(_config(options))
    if options.test is not None:
        return _test(Path(options.test), settled.words)
    if options.id is None:
        return _print_rules(settled.rules)
    found = next((rule for rule in settled.rules if rule.id == options.id), None)
    if found is None:
        raise UsageError(f'There is no rule "{options.id}"{nearest(options.id, [r.id for r in settled.rules])}.')
    report.writer("rules", "explain")(found, sys.stdout)
    return NOTHING


def agencies(options: Namespace) -> int:
    """Lists the agencies, or shows one; exit code 0."""
    table = house.load_words(_config(options)).agencies
    if options.name is None:
        report.writer("agencies", "listing")(table.by_name.values(), sys.stdout)
        return NOTHING
    found = table.get(options.name)
    if found is None:
        raise UsageError(f'No agency goes by "{options.name}"{table.nearest(options.name)}.')
    report.writer("agencies", "one")(found, sys.stdout)
    return NOTHING


def _test(folder: Path, words: Words) -> int:
    if not folder.is_dir():
        raise UsageError(f"There is no folder {folder}.")
    tested = rulebook.load([folder], {})
    wrong = list(examples.wrong(tested, words))
    for example in wrong:
        print(visible(str(example)))
    print(f"{len(tested)} rules, {len(wrong)} examples wrong")
    return FOUND if wrong else NOTHING


def _print_rules(known: Sequence[rulebook.Rule]) -> int:
    report.writer("rules", "listing")(known, sys.stdout)
    return NOTHING


def _config(options: Namespace) -> Path | None:
    if options.config is None:
        return house.find_config(Path.cwd())
    return Path(options.config)


def _names(given: Iterable[str]) -> list[str]:
    return [name.strip() for names in given for name in names.split(",") if name.strip()]


def _led_by(master: str | None, names: list[reading.Name]) -> list[reading.Name]:
    """The inputs with the master copy first, where there is one. Raises UsageError where it is not among them."""
    if master is None:
        return names
    if master not in names:
        raise UsageError(
            f"--master {master}: not among the inputs{nearest(master, [n for n in names if isinstance(n, str)])}."
        )
    return [master, *(name for name in names if name != master)]


def _names_under(paths: Sequence[str]) -> list[reading.Name]:
    """The inputs; what is passed over in folders is said."""
    skipped = read.skipped(paths)
    if skipped:
        suffixes = ", ".join(filter(None, read.STORY_SUFFIXES))
        _say(f"{many(skipped, 'file')} in the folders passed over; in a folder only {suffixes} are read as stories")
    return list(read.names(paths))


def _inputs(paths: Sequence[str], largest: int) -> Iterator[read.Input]:
    names = _names_under(paths)
    with _bar(len(names)) as step:
        for name in names:
            yield name if isinstance(name, Unread) else read.document(name, largest)
            step()


def _bar(total: int) -> contextlib.AbstractContextManager[Callable[[], None]]:
    """A bar where somebody may be watching, and a step of it."""
    if not sys.stderr.isatty():
        return contextlib.nullcontext(lambda: None)
    from auditor.report import progress  # rich takes its time to load

    return progress.bar(total)


def _set_aside(told: Iterable[Story | Unread], unread: list[Unread]) -> Iterator[Story]:
    """The stories; what could not be read is put on the list, as are the parts of a story that could not."""
    for item in told:
        if isinstance(item, Unread):
            unread.append(item)
        else:
            unread.extend(Unread(item.name, why, in_part=True) for why in item.unread)
            yield item


def _lines(options: Namespace) -> Iterator[Line]:
    for given in options.lines:
        for text in _standard_input() if given == read.STANDARD_INPUT else [given]:
            line = _line(text)
            yield Line(
                line.text,
                language=line.language or options.language,
                publisher=line.publisher or options.publisher,
            )


def _line(text: str) -> Line:
    if not text.lstrip().startswith("{"):
        return Line(text)
    try:
        return msgspec.json.decode(text, type=Line)
    except msgspec.MsgspecError:
        return Line(text)  # a credit line may well begin with a brace


def _standard_input() -> Iterator[str]:
    for line in io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace", newline="\n"):
        if text := line.strip("\r\n"):
            yield text


@contextlib.contextmanager
def _output(path: str | None) -> Iterator[TextIO]:
    """Standard output as UTF-8, or a file."""
    if path is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        yield sys.stdout
        return
    try:
        with open(path, "w", encoding="utf-8", errors="backslashreplace") as out:
            yield out
    except OSError as error:
        raise UsageError(f"--output {path}: cannot be written ({error.strerror}).") from None


def _say(words: str) -> None:
    print(f"auditor: {visible(words)}", file=sys.stderr)
