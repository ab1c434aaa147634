"""Parsers and checks of other packages: entry points, loaded only where auditor.toml names them.

A package offers a parser, a module with `sniff` and `parse` as in `auditor.parsers`, in the group `auditor.parsers`; a
check, a generator function as in `auditor.checks`, in the group `auditor.checks`. The entry point's name is what
auditor.toml says, and a check's kind.
"""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from inspect import isgeneratorfunction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from auditor.errors import RuleFileError, nearest
from auditor.tables import line_of

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

PARSERS, CHECKS = "auditor.parsers", "auditor.checks"


class Extensions(Struct, frozen=True):
    """What other packages add; `versions` changes whenever one of them does: `ours 1.2` and the state of its file."""

    parsers: tuple[Any, ...] = ()
    checks: Mapping[str, Callable[..., Any]] = {}
    versions: tuple[str, ...] = ()


def load(names: Sequence[str], config: Path) -> Extensions:
    """The extensions of these names. Raises RuleFileError for one that is not installed, or cannot be used."""
    offered = _offered() if names else []  # to look for entry points takes time, and most newsrooms name none
    chosen = [entry for name in dict.fromkeys(names) for entry in _of_name(name, offered, config)]
    loaded = [(entry, _loaded(entry, config)) for entry in chosen]
    return Extensions(
        parsers=tuple(thing for entry, thing in loaded if entry.group == PARSERS),
        checks={entry.name: thing for entry, thing in loaded if entry.group == CHECKS},
        versions=tuple(_version(entry) for entry, _ in loaded),
    )


def _offered() -> list["EntryPoint"]:
    from importlib.metadata import entry_points

    return [entry for group in (PARSERS, CHECKS) for entry in entry_points(group=group)]


def _of_name(name: str, offered: Iterable["EntryPoint"], config: Path) -> list["EntryPoint"]:
    known = {entry.name for entry in offered}
    found = [entry for entry in offered if entry.name == name]
    if not found:
        raise _mistake(config, f'no installed package offers the extension "{name}"{nearest(name, known)}')
    if len({entry.group for entry in found}) < len(found):
        packages = " and ".join(sorted(_package(entry) for entry in found))
        raise _mistake(config, f'the extension "{name}" is offered by {packages}; uninstall one of them')
    return found


def _loaded(entry: "EntryPoint", config: Path) -> Any:
    """What an entry point names, if it can be what its group says."""
    about = f'the extension "{entry.name}" of {_package(entry)}'
    try:
        thing = entry.load()
    except (Exception, SystemExit) as error:  # whatever a foreign module does while it is imported
        raise _mistake(config, f"{about} cannot be loaded ({type(error).__name__}: {error})") from None
    if entry.group == PARSERS and not all(callable(getattr(thing, name, None)) for name in ("sniff", "parse")):
        raise _mistake(config, f"{about} is no parser: it lacks sniff or parse")
    if entry.group == CHECKS and not isgeneratorfunction(thing):
        raise _mistake(config, f"{about} is no check: it is not a generator function")
    return thing


def _package(entry: "EntryPoint") -> str:
    return f"{entry.dist.name} {entry.dist.version}" if entry.dist else entry.value


def _version(entry: "EntryPoint") -> str:
    """Package and version, and the state of the file, which changes while somebody works at it."""
    file = getattr(sys.modules.get(entry.module), "__file__", None)
    state = Path(file).stat() if file else None
    return f"{entry.group} {entry.name} {_package(entry)} {state and (state.st_size, state.st_mtime_ns)}"


def _mistake(config: Path, said: str) -> RuleFileError:
    return RuleFileError(f"{config}:{line_of(config, 'extensions')}: {said}.")
