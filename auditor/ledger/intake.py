"""A story into what is written of it: when and where it was published, and the pictures that readers see in it."""

import os
from hashlib import blake2b

import msgspec
from msgspec.structs import replace

from auditor.checks.rights.contracts import FREE
from auditor.copies.sights import Sight, sights
from auditor.ledger.shapes import Said, Scene, Sighting, Taken
from auditor.model import Image, Story
from auditor.read import STANDARD_INPUT
from auditor.rights.shapes import Rights
from auditor.rights.showing import asked_of

DIGEST = 16


def taken(story: Story, rights: Rights) -> Taken:
    """What is written of a story. A picture that it repeats is one picture with several uses."""
    digest = digest_of(story)
    return Taken(
        given=story.name,
        name=lasting(story.name, digest),
        digest=digest,
        scene=scene(story, rights),
        sightings=tuple(_sighting(sight) for sight in sights(replace(story, paragraphs=()))),
    )


def digest_of(story: Story) -> bytes:
    """The same for the same content, whatever the file's name."""
    return blake2b(msgspec.msgpack.encode(replace(story, name="")), digest_size=DIGEST).digest()


def lasting(name: str, digest: bytes) -> str:
    """By what a story is known again in the next run: its path from the root, or its content where it has none."""
    return f"{STANDARD_INPUT}{digest.hex()}" if name == STANDARD_INPUT else os.path.abspath(name)


def scene(story: Story, rights: Rights) -> Scene:
    """When, where and for what a story shows its pictures. A story without a date has none: today's is not its own."""
    asked = asked_of(story, rights)
    day = asked.as_of or story.day
    return Scene(day.isoformat() if day else None, asked.edition, asked.use)


def _sighting(sight: Sight) -> Sighting:
    uses = tuple((use.image.n, said(use.image)) for use in sight.uses)
    return Sighting(uses, tuple(sorted(sight.keys)), sight.caption)


def said(image: Image) -> Said:
    """Whom an image's credit names."""
    credit = image.credit
    return Said(credit.creators, credit.agencies, not FREE.isdisjoint(credit.kinds)) if credit else Said()
