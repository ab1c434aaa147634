"""A check's name and settings, as a rule file gives them, into a function ready to run."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

import msgspec

from auditor.checks.evidence import Evidence
from auditor.errors import RuleFileError, nearest
from auditor.model import CopyGroup, Doubt, Image, Picture, Story, Unread, WaiverState
from auditor.patterns import Pattern, compile_pattern
from auditor.rights.shapes import QuotaState, Showing
from auditor.rulebook.shapes import Run
from auditor.tables import line_of
from auditor.words import Words

SCOPES = (Image, Showing, Story, Picture, Doubt, CopyGroup, Unread, WaiverState, QuotaState)
Check = Callable[..., Iterator[Evidence]]


_hints = cache(get_type_hints)  # several rules share a check, and Python works a signature out anew each time


@cache
def _parameters(check: Check) -> Mapping[str, inspect.Parameter]:
    return inspect.signature(check).parameters


def scope_of(check: Check) -> type:
    """What a check looks at: the type of its first parameter."""
    scope: type = _hints(check)[next(iter(_parameters(check)))]
    if scope not in SCOPES:
        raise TypeError(f"{check.__name__}: the first parameter must be one of {', '.join(s.__name__ for s in SCOPES)}")
    return scope


def settings_of(check: Check) -> dict[str, inspect.Parameter]:
    """What a rule file may set of a check: its keyword-only parameters, by their names in kebab case."""
    parameters = _parameters(check).values()
    return {p.name.replace("_", "-"): p for p in parameters if p.kind is p.KEYWORD_ONLY}


def bind(check: Check, settings: Mapping[str, Any], places: Mapping[str, Path], path: Path) -> Run:
    """The check with its settings filled in; `places` tells the file of a setting that does not stand in `path`.

    Raises RuleFileError for an unknown, wrong or missing setting.
    """
    allowed = settings_of(check)
    for name in settings:
        if name not in allowed:
            raise RuleFileError(_at(places.get(name, path), name) + _unknown(name, allowed))
    for name, parameter in allowed.items():
        if parameter.default is parameter.empty and name not in settings:
            raise RuleFileError(f'{_at(path, "check")}the check needs the setting "{name}".')
    hints = _hints(check)
    values = {
        allowed[name].name: converted(value, hints[allowed[name].name], name, places.get(name, path))
        for name, value in settings.items()
    }
    if _takes_words(check):
        return lambda record, words: check(record, words, **values)
    return lambda record, words: check(record, **values)


def converted(value: Any, wanted: Any, name: str, path: Path) -> Any:
    """A setting's value as the type its parameter wants; a pattern is compiled."""
    try:
        return compile_pattern(value) if wanted is Pattern else msgspec.convert(value, wanted)
    except (msgspec.ValidationError, ValueError) as error:
        raise RuleFileError(f'{_at(path, name)}setting "{name}": {error}.') from None


def _takes_words(check: Check) -> bool:
    return any(p.annotation is Words for p in _parameters(check).values())


def _at(path: Path, key: str) -> str:
    line = line_of(path, key)
    return f"{path}:{line}: " if line else f"{path}: "


def _unknown(name: str, allowed: Mapping[str, object]) -> str:
    takes = ", ".join(allowed) or "no settings"
    return f'the check has no setting "{name}"{nearest(name, allowed)}; it takes {takes}.'
