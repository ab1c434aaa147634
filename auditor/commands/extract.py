"""`auditor extract`: shows what is read from stories, without rules."""

from argparse import Namespace
from collections.abc import Iterable, Iterator

from auditor import extracting, reading, report
from auditor.commands.inputs import bar, config_of, names_under
from auditor.commands.printing import output, say
from auditor.errors import NOT_READ, NOTHING
from auditor.machinery.watching import Step
from auditor.model import Story, Unread


def run(options: Namespace) -> int:
    """Shows what is read from the stories under the paths; exit code 0 or 3."""
    names = names_under(options.paths, options.output)
    unread: list[Unread] = []
    with output(options.output) as out, bar("reading", len(names)) as step:
        told = extracting.stories(names, config_of(options), reading.jobs(options.jobs, len(names)))
        report.writer(options.format, "stories")(_set_aside(told, unread, step), out)
    for item in unread:
        say(f"{item.story}: {item.why}")
    return NOT_READ if unread else NOTHING


def _set_aside(told: Iterable[Story | Unread], unread: list[Unread], step: Step) -> Iterator[Story]:
    """The stories; what could not be read is put on the list, as are the parts of a story that could not."""
    for item in told:
        step()
        if isinstance(item, Unread):
            unread.append(item)
        else:
            unread.extend(Unread(item.name, why, in_part=True) for why in item.unread)
            yield item
