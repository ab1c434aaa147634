"""The copy matrix: one row a picture, one column a copy, the credit as parsed in each cell, the odd one marked."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from rich import box
from rich.table import Table
from rich.text import Text

from auditor.model import Finding, Image, Picture, Story
from auditor.report.screen import STYLES, excerpt, plain
from auditor.report.words import ODD, SIGNS, about_uses, in_words, sign, worst

COLUMNS = 4  # copies beside one another; more stand in a further table, the leading copy repeated
EXCERPT = 120  # characters of a caption, over the copies beside one another: the more of these, the less room for it
LEGEND = f"{ODD} not as in the other copies   " + "   ".join(f"{sign} {severity}" for severity, sign in SIGNS.items())


class Mark(Struct, frozen=True):
    """What is shown before a credit: a sign, in the colour of the worst finding about it."""

    sign: str
    style: str


Marks = Mapping[tuple[str, int], Mark]


def marks(findings: Iterable[Finding]) -> Marks:
    """The mark of each use that there is a finding about, by story name and image number."""
    return {use: _mark(found) for use, found in about_uses(findings).items()}


def _mark(found: Sequence[Finding]) -> Mark:
    return Mark(sign(found), STYLES[worst(found)])


def matrices(
    stories: Sequence[Story], pictures: Sequence[Picture], marked: Marks, names: Mapping[str, str]
) -> list[Table]:
    """The matrix of a copy group, in tables of at most COLUMNS copies; the leading story stands first in each."""
    lead, others = stories[0], stories[1:]
    chunks = [others[i : i + COLUMNS - 1] for i in range(0, len(others), COLUMNS - 1)] or [[]]
    return [_matrix([lead, *chunk], pictures, marked, names) for chunk in chunks]


def _matrix(stories: Sequence[Story], pictures: Sequence[Picture], marked: Marks, names: Mapping[str, str]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_lines=True)
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("Picture", ratio=2, overflow="fold")
    for story in stories:
        table.add_column(plain(names.get(story.name, story.name)), ratio=3, overflow="fold")
    for number, picture in enumerate(pictures, 1):
        cells = [_cell(story, picture, marked) for story in stories]
        table.add_row(str(number), excerpt(_caption(picture), EXCERPT // max(2, len(stories))), *cells)
    return table


def _caption(picture: Picture) -> str:
    captions = (use.image.caption for use in picture.uses)
    return next((caption for caption in captions if caption), "(no caption)")


def _cell(story: Story, picture: Picture, marked: Marks) -> Text:
    images = [use.image for use in picture.uses if use.story.name == story.name]
    if not images:
        return Text("not in this copy", style="dim")
    return Text("\n").join(_use(image, marked.get((story.name, image.n))) for image in images)


def _use(image: Image, mark: Mark | None) -> Text:
    # The makers on one line and their sources on the next: columns are narrow, and a table breaks at blanks only.
    said = Text("/\n").join(plain(part) for part in in_words(image).split("/", 1))
    return Text.assemble((f"{mark.sign} ", mark.style), said) if mark else said
