"""Which of the desk's picture entries are about an image, and the conditions that they set."""

from collections.abc import Iterable, Iterator

from auditor.model import Image
from auditor.rights.shapes import Condition, Entry
from auditor.urls import picture_keys


def conditions(image: Image, entries: Iterable[Entry]) -> Iterator[Condition]:
    """What the entries about an image set."""
    for entry in entries:
        if because := _why(image, entry):
            yield from conditions_of(entry, because)


def _why(image: Image, entry: Entry) -> str | None:
    """Why an entry is about an image."""
    if picture_keys(image.src) & picture_keys(entry.src):
        return "the same address"
    return None


def conditions_of(entry: Entry, because: str) -> Iterator[Condition]:
    """The conditions that an entry sets."""

    def condition(what: str, **details: object) -> Condition:
        return Condition(what, entry.reason, entry.place, "the desk", because=because, **details)  # type: ignore[arg-type]

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
