"""What `auditor check --fix` writes, and what `--diff` shows."""

from argparse import Namespace
from collections.abc import Callable, Iterable
from typing import Any

from auditor import reading
from auditor.commands.printing import say
from auditor.model import Audit
from auditor.report.words import many


def mended(
    done: Audit, names: Iterable[reading.Name], here: reading.Desk, options: Namespace
) -> tuple[bool, list[str]]:
    """Mends with --fix: whether a file was changed; with --diff also the lines that say what is mended and what not."""
    from auditor import fixes  # most runs mend nothing

    files = (name for name in names if isinstance(name, str))
    found = (finding for finding in done.findings if finding.edits or options.diff)
    changed: list[int] = []
    diff, left = list[str](), list[str]()
    for one in fixes.plan(found, files, here.look, here.largest, options.master):
        if options.fix and one.fixed and _is_written(fixes.write, one):
            changed.append(len(one.fixed))
        if options.diff:
            diff += fixes.diff(one)
            left += fixes.left(one)
    if options.fix:
        say(f"{many(sum(changed), 'finding')} mended in {many(len(changed), 'file')}")
    return bool(changed), [*diff, *(["", "Not fixed:", *left] if left else [])]


def _is_written(write: Callable[[Any], None], one: Any) -> bool:
    try:
        write(one)
    except OSError as error:
        say(f"{one.story}: cannot be mended: {error.strerror or error}")
        return False
    return True
