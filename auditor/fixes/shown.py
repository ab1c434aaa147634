"""What fixes would change, as a unified diff, and what cannot be fixed by itself."""

from collections.abc import Iterator

from auditor.fixes.plan import Mended
from auditor.model import Place
from auditor.text import visible

LONGEST = 300  # characters of a line; of a longer one the part that changes is shown
BESIDE = 60


def diff(mended: Mended) -> list[str]:
    """The lines of a file's diff; none where nothing changes."""
    return [visible(line) for line in _diff(mended)]


def left(mended: Mended) -> list[str]:
    """A line for each finding that is not fixed, with the reason."""
    return [visible(f"{_where(o.finding.place)}: {o.finding.rule}: {o.why}. {o.finding.fix}") for o in mended.left]


def _where(place: Place) -> str:
    return f"{place.story}:{place.line}" if place.line else place.story


def _diff(mended: Mended) -> Iterator[str]:
    import difflib

    before, after = _lines(mended.before, mended.codec), _lines(mended.after, mended.codec)
    if len(before) == len(after):
        shown = [_around_change(one, other) for one, other in zip(before, after, strict=True)]
        before, after = [one for one, _ in shown], [other for _, other in shown]
    yield from difflib.unified_diff(before, after, mended.story, mended.story, lineterm="")


def _lines(data: bytes, codec: str) -> list[str]:
    return data.decode(codec, "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _around_change(one: str, other: str) -> tuple[str, str]:
    """Both lines, shortened to the part that differs where one is very long."""
    if one == other or max(len(one), len(other)) <= LONGEST:
        return one, other
    start = _common(one, other)
    end = _common(one[start:][::-1], other[start:][::-1])
    return _part(one, start, end), _part(other, start, end)


def _common(one: str, other: str) -> int:
    """How many characters at the start are the same."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _part(line: str, start: int, end: int) -> str:
    first, last = max(0, start - BESIDE), min(len(line), len(line) - end + BESIDE)
    return ("…" if first else "") + line[first:last] + ("…" if last < len(line) else "")
