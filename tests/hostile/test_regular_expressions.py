"""No shipped regular expression backtracks: each is run on long texts made for that, within a second of processor time.

Patterns of editors run on RE2, which cannot backtrack (tests/test_patterns.py).
"""

import importlib
import inspect
import pkgutil
import re
import signal
from collections.abc import Iterator
from types import FrameType, ModuleType
from typing import Any

import pytest

import auditor

LENGTH = 20_000
SECONDS = 1.0  # of the processor; what is quadratic takes longer here, what is linear some milliseconds
TEXTS = {
    "blanks": "word" + " " * LENGTH + "word",
    "line ends": "\n" * LENGTH + "x",
    "one long word": "a" * LENGTH + "!",
    "words": "Nadia " * (LENGTH // 6) + "\0",
    "capitals": "A" * LENGTH + "1",
    "digits": "1" * LENGTH + "x",
    "dates": "12/" * (LENGTH // 3) + "-",
    "commas": "a, " * (LENGTH // 3),
    "initials": "A. " * (LENGTH // 3),
    "dots and an at": "a." * (LENGTH // 2) + "@",
    "strokes": "/" * LENGTH,
    "opening brackets": "(" * LENGTH,
    "opening tags": "<" * LENGTH,
    "quotes": '"' * LENGTH,
    "references": "&a" * (LENGTH // 2),
    "addresses": "http://a" * (LENGTH // 8),
    "markers": "Photo: a " * (LENGTH // 9),
}


class TooSlowError(Exception):
    """A search took more processor time than it may."""


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(auditor.__path__, "auditor."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def patterns(module: ModuleType) -> Iterator[tuple[str, re.Pattern[Any]]]:
    """The module's own patterns by name, also those in its tuples and tables, and those made when first needed."""
    for name, value in vars(module).items():
        makes = getattr(value, "__annotations__", None) == {"return": re.Pattern[str]}
        given = value() if makes else value
        held = given.values() if isinstance(given, dict) else given if isinstance(given, tuple | list) else (given,)
        yield from ((name, one) for one in held if isinstance(one, re.Pattern))


def is_anchored(name: str, module: ModuleType) -> bool:
    """Is the pattern only ever asked whether a text begins with it?"""
    uses = re.findall(rf"\b{name}\.(\w+)\(", inspect.getsource(module))
    return bool(uses) and set(uses) <= {"match", "fullmatch"}


SHIPPED = {
    f"{module.__name__}.{name} {pattern.pattern!r}"[:120]: (pattern, is_anchored(name, module))
    for module in modules()
    for name, pattern in patterns(module)
}


@pytest.fixture
def clock() -> Iterator[None]:
    def ends(number: int, frame: FrameType | None) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGVTALRM, ends)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)


def run_on(pattern: re.Pattern[Any], anchored: bool, text: str) -> None:
    given: Any = text.encode() if isinstance(pattern.pattern, bytes) else text
    if anchored:
        pattern.match(given)
        pattern.fullmatch(given)
    else:
        for _ in pattern.finditer(given):
            pass


@pytest.mark.parametrize("name", SHIPPED)
def test_a_pattern_is_quick_on_every_long_text(name: str, clock: None) -> None:
    for what, text in TEXTS.items():
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
        try:
            run_on(*SHIPPED[name], text)
        except TooSlowError:
            pytest.fail(f"slow on {what}")


def test_the_clock_ends_what_backtracks(clock: None) -> None:
    with pytest.raises(TooSlowError):
        run_on(re.compile(r"\s+$"), False, TEXTS["blanks"] * 3)


def test_there_are_patterns() -> None:
    assert len(SHIPPED) > 50
