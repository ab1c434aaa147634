"""Findings that the house accepts: which waiver of auditor.toml sets which aside, and how each waiver fared."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from auditor.house import CONFIG, House, Waiver
from auditor.model import Finding, Image, Place, Story, Unread, Waived, WaiverState
from auditor.tables import lines_of, seen_from
from auditor.text import fold
from auditor.urls import picture_keys


class Acceptance:
    """The waivers of a house during a run: goes through the findings once, and keeps count.

    `waived` holds what was set aside; it is complete when `standing` has been gone through.
    """

    def __init__(self, house: House, stories: Iterable[Story], unread: Iterable[Unread], today: datetime.date) -> None:
        self._house = house
        self._waivers = house.settings.waiver
        self._today = today
        self._held = [0] * len(self._waivers)
        self._met = [False] * len(self._waivers)
        self._pictured: set[tuple[int, str, int]] = set()
        self.waived: list[Waived] = []
        for story in stories if self._waivers else ():
            self._meet(story.name, story.images)
        for item in unread:
            self._meet(item.story, ())

    def _meet(self, story: str, images: Sequence[Image]) -> None:
        for number, waiver in enumerate(self._waivers):
            if fnmatchcase(story, waiver.story):
                self._met[number] = True
                shown = [image for image in images if waiver.picture and _shows(waiver.picture, image)]
                self._pictured.update((number, story, image.n) for image in shown)

    def standing(self, found: Iterable[Finding]) -> Iterator[Finding]:
        """The findings that no waiver sets aside."""
        for finding in found:
            number = next((n for n, waiver in enumerate(self._waivers) if self._fits(n, waiver, finding)), None)
            if number is None:
                yield finding
            else:
                waiver = self._waivers[number]
                self._held[number] += 1
                self.waived.append(Waived(finding, waiver.reason, waiver.until.isoformat()))

    def _fits(self, number: int, waiver: Waiver, finding: Finding) -> bool:
        place = finding.place
        if waiver.until < self._today or waiver.rule not in (finding.rule, finding.rule.split("/")[0]):
            return False
        if waiver.picture:
            return (number, place.story, place.image) in self._pictured
        return fnmatchcase(place.story, waiver.story)

    def states(self) -> Iterator[WaiverState]:
        """How each waiver fared; of one whose rule did not run nothing is said but that it has expired."""
        path = self._house.path or Path(CONFIG)
        run = {name for rule in self._house.rules for name in (rule.id, rule.topic)}
        for number, (waiver, line) in enumerate(zip(self._waivers, self._lines(), strict=True)):
            yield WaiverState(
                place=Place(str(seen_from(Path.cwd(), path)), line=line),
                rule=waiver.rule,
                about=f"{waiver.story}, picture “{waiver.picture}”" if waiver.picture else waiver.story,
                reason=waiver.reason,
                until=waiver.until.isoformat(),
                expired=waiver.until < self._today,
                met=self._met[number] and waiver.rule in run,
                held=self._held[number],
            )

    def _lines(self) -> Sequence[int | None]:
        """The line of each waiver in its file."""
        if not self._house.path:
            return [None] * len(self._waivers)
        return lines_of(self._house.path, "waiver", len(self._waivers))


def _shows(picture: str, image: Image) -> bool:
    """Is this the picture that a waiver names, by an address of it or by words of its caption?"""
    keys = picture_keys([picture]) if "/" in picture else frozenset()
    return bool(keys & picture_keys(image.src)) or fold(picture) in fold(image.caption or "")
