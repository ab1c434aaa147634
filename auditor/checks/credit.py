"""Checks of credit lines as taken apart."""

from collections.abc import Iterator
from typing import Literal

from msgspec.structs import replace

from auditor.checks.agreement import parties, says_no_more
from auditor.checks.caption import holds_caption
from auditor.checks.edits import PARTIES, house_line, marker_word, mended, without
from auditor.checks.evidence import Evidence, needs, place
from auditor.model import Credit, Edit, Image, Place, Story, Use
from auditor.rights import staff, statements
from auditor.rights.shapes import Showing
from auditor.text import fold, small_letters, words_of
from auditor.words import Words

NOTHING_SAID = {"no_photographer", "no_agency", "residue"}  # issues that a line without any name has too
Sort = Literal["interface", "restriction", "rights", "transmission", "note"]


def uncredited(story: Story) -> Iterator[Evidence]:
    """An image that readers see without any credit, and without one hidden elsewhere in the file."""
    for image in _seen(story):
        if not _names_anything(image.credit) and not _hidden(image, story):
            yield Evidence(at=place(Use(story, image)))


def credit_hidden(story: Story) -> Iterator[Evidence]:
    """An image without credit for readers, while structured data of the page credits it; `{hidden}` is that credit."""
    for image in _seen(story):
        statement = _hidden(image, story)
        if statement and not _names_anything(image.credit):
            values = {"hidden": statement.credit_line or "", "via": statement.via}
            yield Evidence(values, place(Use(story, image)), (Place(story.name, statement.n, statement.line),))


@needs("credit")
def issue(image: Image, *, codes: tuple[str, ...]) -> Iterator[Evidence]:
    """The credit has one of these issues (docs/credit-lines.md lists the codes); `{marker}` is its marker's word."""
    if image.credit and set(codes) & set(image.credit.issues) and not _is_sign(image.credit):
        yield Evidence({"marker": marker_word(image.credit)}, edits=mended(image.credit, codes))


@needs("credit")
def placeholder(image: Image) -> Iterator[Evidence]:
    """A word or a sign stands in the name's place that names nobody, or the line says only that it was supplied."""
    credit = image.credit
    if credit is None:
        return
    only_supplied = "handout" in credit.kinds and not parties(credit) and "supply_code_as_name" not in credit.issues
    if only_supplied or "placeholder_name" in credit.issues or (_is_sign(credit) and _names_anything(credit)):
        yield Evidence()


@needs("credit")
def supply_code(image: Image) -> Iterator[Evidence]:
    """A by-line title or supply code is printed as if it were a name or an agency; `{code}` is it."""
    credit = image.credit
    if credit and {"supply_code_as_name", "supply_code_residue"} & set(credit.issues):
        codes = [part.text for part in credit.parts if part.role == "kind"]
        yield Evidence({"code": " and ".join(dict.fromkeys(codes)) or credit.line})


@needs("credit")
def sourceless_handout(image: Image) -> Iterator[Evidence]:
    """A handout of which only the agency that passed it on is named, not who gave it."""
    credit = image.credit
    if credit and "handout" in credit.kinds and credit.agencies and not credit.suppliers and not credit.creators:
        yield Evidence({"agency": " via ".join(credit.agencies)})


@needs("credit")
def creatorless(image: Image) -> Iterator[Evidence]:
    """Only agencies are named, and the line does not say that nobody can be: no handout, pool, stringer, graphic …"""
    credit = image.credit
    if credit and credit.agencies and not credit.creators and not credit.suppliers and not credit.kinds:
        yield Evidence({"agency": " via ".join(credit.agencies)})


@needs("staff")
def agencyless(showing: Showing) -> Iterator[Evidence]:
    """A person is named and nobody else, and was not on the staff (staff.toml) on the day of the story.

    Says nothing where there is no staff.toml.
    """
    credit = showing.image.credit
    if credit is None or not showing.staff or credit.agencies or credit.suppliers:
        return
    strangers = [name for name in credit.creators if not staff.is_on(showing.staff, name, showing.published)]
    if strangers:
        yield Evidence({"creator": " and ".join(strangers)})


@needs("credit")
def repeated(image: Image) -> Iterator[Evidence]:
    """The credit is printed twice: a name twice in the line, or the line again at the end of the caption."""
    credit = image.credit
    if credit is None:
        return
    line = fold(credit.line)
    if fold(image.caption or "").rstrip(" .)").endswith(line) and len(words_of(line)) > 1:
        yield Evidence(edits=(Edit("caption", credit.line, ""),))
    elif _signs_again(image):
        yield Evidence()
    elif "duplicate_name" in credit.issues:
        yield Evidence(edits=mended(credit, ["duplicate_name"]))


def _signs_again(image: Image) -> bool:
    """Does the caption end in what the credit line says, or in a part of it?"""
    one, other = small_letters(image.sign_off or ""), small_letters(image.credit_line or "")
    return bool(one and other) and (one in other or other in one or says_no_more(image.signed, image.credit))


@needs("credit")
def leftover(image: Image, *, sorts: tuple[Sort, ...]) -> Iterator[Evidence]:
    """The credit line holds text of these sorts that belongs to no credit; `{found}` is it."""
    parts = image.credit.parts if image.credit else ()
    found = [part for part in parts if part.role == "residue" and part.name in sorts]
    if found:
        yield Evidence({"found": "” and “".join(part.text for part in found)}, edits=without(found))


def instruction_shown(story: Story, words: Words) -> Iterator[Evidence]:
    """Text for desks stands in a credit line, `{found}` is it; the wire's own item, written for desks, aside."""
    for image in _seen(story) if story.origin != "wire" else ():
        for evidence in leftover(image, sorts=("restriction",)):
            yield replace(evidence, at=place(Use(story, image)))
        if image.credit and _is_for_desks(image.credit, words):
            yield Evidence({"found": image.credit.marker or ""}, place(Use(story, image)))


def _is_for_desks(credit: Credit, words: Words) -> bool:
    """Is the credit announced as only desks announce one to each other: "Mandatory Credit:"?"""
    return any(marker.wire for marker in words.markers.whole(credit.marker or ""))


@needs("credit")
def unplaced(image: Image) -> Iterator[Evidence]:
    """Part of the line that the grammar could not place; `{rest}` is it. A whole caption there is another trouble."""
    if image.credit and image.credit.rest and not _is_sign(image.credit) and not holds_caption(image):
        yield Evidence({"rest": image.credit.rest})


@needs("credit")
def house_form(image: Image, words: Words) -> Iterator[Evidence]:
    """The credit is not printed as the house style in auditor.toml has it; `{house}` is how.

    Says nothing where no style is set there, and nothing of a line in which anything is not sure.
    """
    credit = image.credit
    edits = house_line(credit) if credit and words.style and not _parts_inside(credit) else ()
    if any(edit.old != edit.new for edit in edits):
        yield Evidence(edits=edits)


def _parts_inside(credit: Credit) -> bool:
    """Whether anything but parties stands between the first party and the last: it would be lost in house style."""
    named = [index for index, part in enumerate(credit.parts) if part.role in PARTIES]
    return any(part.role not in PARTIES for part in credit.parts[named[0] : named[-1]]) if named else False


def _seen(story: Story) -> Iterator[Image]:
    return (image for image in story.images if image.is_shown)


def _is_sign(credit: Credit) -> bool:
    """Is the line a sign without a word, as "-" or "Photo: /"? Nothing in it can be mended."""
    bare = credit.text.replace(credit.marker or "", "", 1).strip()
    return bool(bare) and not any(map(str.isalnum, bare))


def _names_anything(credit: Credit | None) -> bool:
    """Does the line say anything about the picture's origin, even if badly?"""
    return credit is not None and bool(
        parties(credit) or credit.kinds or credit.rest or credit.licence or set(credit.issues) - NOTHING_SAID
    )


def _hidden(image: Image, story: Story) -> Image | None:
    """A statement in the same file that credits the same picture, by URL; not with who wrote or published the story."""
    credits = (stated for stated in statements.about(image, story) if stated.credit_line)
    return next((stated for stated in credits if stated.stated_as), None)
