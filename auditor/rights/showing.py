"""An image of a story into a Showing: what is asked about it, on which day, and on what conditions it may be shown."""

import datetime
from fnmatch import fnmatchcase

from msgspec.structs import replace

from auditor import beside
from auditor.model import Image, Story
from auditor.rights import conditions, entries
from auditor.rights.recognising import Register
from auditor.rights.shapes import Asked, Rights, Showing
from auditor.words import Words


def showing(story: Story, image: Image, rights: Rights, words: Words) -> Showing:
    """The image with what is asked about its story and the conditions on it: those of the desk, then those it bears."""
    asked, published = asked_of(story, rights), story.day
    return Showing(
        story=story,
        image=image,
        asked=asked,
        day=asked.as_of or published or asked.today,
        published=published,
        conditions=(*entries.conditions(image, rights.entries, story), *conditions.of(image, story, words)),
        contracts=rights.contracts,
        staff=rights.staff,
    )


def on(rights: Rights, today: datetime.date) -> Rights:
    """The same on another day: a server runs for months."""
    return replace(rights, asked=replace(rights.asked, today=today))


def asked_of(story: Story, rights: Rights) -> Asked:
    """What is asked about a story: what the run says, else the first context of auditor.toml that fits the story."""
    asked = rights.asked
    fits = next((c for c in rights.contexts if _fits(c.stories, story)), None)
    if fits is None:
        return asked
    return replace(
        asked, as_of=asked.as_of or fits.as_of, edition=asked.edition or fits.edition, use=asked.use or fits.use
    )


def _fits(pattern: str, story: Story) -> bool:
    return fnmatchcase(story.name, pattern) or fnmatchcase(story.url or "", pattern)


def looks_beside(story: Story, rights: Rights) -> bool:
    """Does what is found in a story depend on picture files beside it?"""
    return isinstance(rights.entries, Register) and rights.entries.sees and beside.may_lie(story)


def is_of_today(story: Story, rights: Rights) -> bool:
    """Does what is found in a story depend on the day of the run?"""
    return asked_of(story, rights).as_of is None and story.day is None
