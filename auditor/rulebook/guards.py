"""The `[when]` table of a rule: which images it looks at at all."""

from pathlib import Path

from auditor.errors import RuleFileError, nearest
from auditor.model import Credit, Image, Story
from auditor.patterns import Pattern, found
from auditor.rulebook.binding import converted
from auditor.rulebook.shapes import Guard, When
from auditor.tables import line_of

OF_IMAGE, OF_CREDIT, OF_STORY = (frozenset(record.__struct_fields__) for record in (Image, Credit, Story))
KNOWN = sorted(name.replace("_", "-") for name in OF_IMAGE | OF_CREDIT | OF_STORY)


def guard_of(when: When, scope: type, path: Path) -> Guard | None:
    """The guard of a rule, None where it has none. Raises RuleFileError for a field that no record has."""
    if when == When():
        return None
    if scope is not Image:
        raise RuleFileError(
            f"{_at(path)}: [when] fits checks of single images only; this check is of a {scope.__name__}."
        )
    for name in (*when.equals, *when.any_of, *when.blank, *when.matches):
        if name not in KNOWN:
            raise RuleFileError(f'{_at(path)}: [when] knows no field "{name}"{nearest(name, KNOWN)}.')
    return Guard(when, {n: converted(source, Pattern, n, path) for n, source in when.matches.items()})


def _at(path: Path) -> str:
    return f"{path}:{line_of(path, 'when')}"


def applies(guard: Guard | None, image: Image, story: Story) -> bool:
    """Does the guard let the rule look at this image?"""
    if guard is None:
        return True
    when = guard.when

    def said(name: str) -> tuple[str, ...]:
        return _values(name.replace("-", "_"), image, story)

    return (
        all(wanted in said(name) for name, wanted in when.equals.items())
        and all(set(wanted) & set(said(name)) for name, wanted in when.any_of.items())
        and not any("".join(said(name)).strip() for name in when.blank)
        and all(any(found(p, value) for value in said(name)) for name, p in guard.patterns.items())
    )


def _values(name: str, image: Image, story: Story) -> tuple[str, ...]:
    """A field of the image, else of its credit, else of its story, as strings; a list gives all of its members."""
    held = ((image, OF_IMAGE), (image.credit, OF_CREDIT), (story, OF_STORY))
    value = next((getattr(record, name) for record, names in held if record and name in names), None)
    several = value if isinstance(value, tuple) else (value,)
    return tuple(str(v) for v in several if v is not None)
