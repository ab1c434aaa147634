"""The conditions that the desk's entries set on an image."""

from collections.abc import Iterable, Iterator

from auditor.model import Image, Story
from auditor.rights.recognising import Register
from auditor.rights.shapes import Condition, Entry, What


def conditions(image: Image, entries: Iterable[Entry], story: Story | None = None) -> Iterator[Condition]:
    """What the entries about an image set; `story` is the one that it stands in."""
    register = entries if isinstance(entries, Register) else Register(entries)
    for entry, because in register.about(image, story):
        yield from _set_by(entry, because)


def _set_by(entry: Entry, because: str) -> Iterator[Condition]:
    def condition(what: What, **details: object) -> Condition:
        said = {"words": entry.reason, "where": entry.place, "by": "the desk", "because": because}
        return Condition(what, **said, **details)  # type: ignore[arg-type]

    if entry.kill:
        yield condition("killed", start=entry.kill.isoformat())
    if entry.embargo:
        yield condition("embargo", start=entry.embargo.isoformat())
    if entry.until:
        yield condition("until", until=entry.until)
    if entry.territories:
        yield condition("territory", only=entry.territories)
    if entry.uses:
        yield condition("use", uses=entry.uses)
