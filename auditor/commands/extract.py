"""`auditor extract`: shows what is read from stories, without rules."""

from argparse import Namespace
from collections.abc import Iterable, Iterator

from auditor import audit, house, read, report
from auditor.commands.inputs import config_of, inputs
from auditor.commands.printing import output, say
from auditor.errors import NOT_READ, NOTHING
from auditor.model import Story, Unread


def run(options: Namespace) -> int:
    """Shows what is read from the stories under the paths; exit code 0 or 3."""
    words = house.load_words(config_of(options))
    unread: list[Unread] = []
    told = _set_aside(audit.stories(inputs(options.paths, read.LARGEST), words), unread)
    with output(options.output) as out:
        report.writer(options.format, "stories")(told, out)
    for item in unread:
        say(f"{item.story}: {item.why}")
    return NOT_READ if unread else NOTHING


def _set_aside(told: Iterable[Story | Unread], unread: list[Unread]) -> Iterator[Story]:
    """The stories; what could not be read is put on the list, as are the parts of a story that could not."""
    for item in told:
        if isinstance(item, Unread):
            unread.append(item)
        else:
            unread.extend(Unread(item.name, why, in_part=True) for why in item.unread)
            yield item
