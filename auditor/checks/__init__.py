"""What a rule can look at: every public generator function in the modules of this folder is a check."""

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module

from auditor.checks.evidence import Evidence

Check = Callable[..., Iterator[Evidence]]


def by_kind() -> dict[str, Check]:
    """Every check by its kind, which is the function's name with hyphens."""
    found: dict[str, Check] = {}
    for module in pkgutil.walk_packages(__path__, __name__ + "."):
        for name, value in vars(import_module(module.name)).items():
            own = inspect.isgeneratorfunction(value) and value.__module__ == module.name
            if own and not name.startswith("_"):
                found[name.replace("_", "-")] = value
    return found
