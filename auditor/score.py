"""How many editorial pictures are correctly credited: by folder, agency and month.

Counted is each picture in each copy, once however often the copy repeats it; its best credit there decides. Correct is
a credit that names the maker and the source, and that can be assigned to this picture. What the copy draws or lets a
machine make is no photograph and counts apart.
"""

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from auditor.copies.sights import Sight, sights
from auditor.model import Credit, Story
from auditor.rights import staff
from auditor.rights.shapes import Rights
from auditor.rights.showing import asked_of

Grade = Literal["correct", "no-source", "not-assignable", "no-maker", "uncredited", "no-photograph"]
GRADES: tuple[Grade, ...] = get_args(Grade)
"""From the best to the worst; the last is none of them."""
By = Literal["all", "folder", "agency", "month"]
NO_PHOTOGRAPH = {"graphic", "illustration", "ai_generated"}
NOBODY = {"placeholder_name", "supply_code_as_name"}
"""Issues of a line whose maker is no name."""
MONTH = len("2019-01")


class Score(Struct, frozen=True):
    """How many pictures have credits of each grade, in all or under one `value`: a folder, an agency, a month.

    `value` is None where no agency is named, or the story bears no date.
    """

    by: By
    value: str | None
    grades: dict[Grade, int]

    @property
    def pictures(self) -> int:
        """The photographs."""
        return sum(count for grade, count in self.grades.items() if grade != "no-photograph")

    @property
    def share(self) -> float | None:
        """The share of photographs, from 0 to 1, that are correctly credited; None where there are none."""
        return self.grades["correct"] / self.pictures if self.pictures else None

    @property
    def named(self) -> float | None:
        """The same for those whose maker is named and can be assigned, with the source or without."""
        good = self.grades["correct"] + self.grades["no-source"]
        return good / self.pictures if self.pictures else None


def scores(stories: Iterable[Story], rights: Rights) -> list[Score]:
    """The score of all, then by folder, by agency (the one nearest to the photographer) and by month."""
    counts: dict[tuple[By, str | None], Counter[Grade]] = defaultdict(Counter, {("all", None): Counter()})
    for story in stories:
        for grade, agency in graded(story, rights):
            for place in _places(story, agency, rights):
                counts[place][grade] += 1
    return [_score(by, value, counts[by, value]) for by, value in sorted(counts, key=_order)]


def graded(story: Story, rights: Rights) -> Iterator[tuple[Grade, str | None]]:
    """The grade and the agency of each picture that readers of a story see."""
    shown = sights(replace(story, paragraphs=()))
    lines = Counter(line for sight in shown for line in {use.image.credit_line for use in sight.uses})
    for sight in shown:
        found = [_grade(use.image.credit, lines[use.image.credit_line], story, rights) for use in sight.uses]
        yield min(found, key=GRADES.index), _agency(sight)


def _grade(credit: Credit | None, pictures: int, story: Story, rights: Rights) -> Grade:
    """What a credit line is worth that so many pictures of the story bear."""
    if credit is None:
        return "uncredited"
    if NO_PHOTOGRAPH & set(credit.kinds):
        return "no-photograph"
    if not (credit.creators or credit.agencies or credit.suppliers or credit.licence or _may_name(credit)):
        return "uncredited"
    if not credit.creators or NOBODY & set(credit.issues):
        return "no-maker"
    if _is_shared(credit, pictures):
        return "not-assignable"
    return "correct" if _has_source(credit, story, rights) else "no-source"


def _may_name(credit: Credit) -> bool:
    """Does it say something that was not understood, and not that nobody is named?"""
    return bool(credit.rest) and "uncredited" not in credit.kinds


def _is_shared(credit: Credit, pictures: int) -> bool:
    """Does the line name several makers without telling whose picture this one is? A composite is by all of them."""
    parts = "multi" in credit.kinds and "composite" not in credit.kinds
    return parts or (pictures > 1 and len(credit.creators) > 1)


def _has_source(credit: Credit, story: Story, rights: Rights) -> bool:
    """Is it said whence the picture came: an agency, another party, a licence, or the house's own staff?"""
    day = rights.asked.as_of or story.day
    own = all(staff.is_on(rights.staff, name, day) for name in credit.creators)
    return bool(credit.agencies or credit.suppliers or credit.licence or own)


def _agency(sight: Sight) -> str | None:
    credits = (use.image.credit for use in sight.uses)
    return next((credit.agencies[0] for credit in credits if credit and credit.agencies), None)


def _places(story: Story, agency: str | None, rights: Rights) -> list[tuple[By, str | None]]:
    day = asked_of(story, rights).as_of or story.day
    month = day.isoformat()[:MONTH] if day else None
    return [("all", None), ("folder", os.path.dirname(story.name) or os.curdir), ("agency", agency), ("month", month)]


def _order(place: tuple[By, str | None]) -> tuple[int, bool, str]:
    by, value = place
    return get_args(By).index(by), value is None, (value or "").casefold()


def _score(by: By, value: str | None, counted: Counter[Grade]) -> Score:
    return Score(by, value, {grade: counted[grade] for grade in GRADES})
