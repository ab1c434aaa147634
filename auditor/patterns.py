"""Patterns that editors write: RE2, which cannot backtrack, so that no pattern and no caption can make it hang."""

from typing import Any, NewType

Pattern = NewType("Pattern", object)


def compile_pattern(source: str) -> Pattern:
    """The pattern, ready for `found`. Raises ValueError with RE2's own words where it is none."""
    import re2  # 5 ms, and few rules have patterns

    options = re2.Options()
    options.log_errors = False
    try:
        return Pattern(re2.compile(source, options))
    except re2.error as error:
        said = error.args[0] if error.args else error
        raise ValueError(said.decode() if isinstance(said, bytes) else str(said)) from None


def found(pattern: Pattern, text: str) -> str | None:
    """The first stretch of the text that the pattern matches, None where there is none."""
    compiled: Any = pattern
    # RE2 works on bytes; to have it count its places back into letters takes longer.
    match = compiled.search(text.encode("utf-8", "replace"))
    return match.group().decode("utf-8", "replace") if match else None
