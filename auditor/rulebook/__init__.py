"""Rule files into Rules: one TOML file a rule, its path its id, bound to a check by name and signature."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from auditor.checks import by_kind
from auditor.checks.evidence import need_of
from auditor.errors import RuleFileError, nearest
from auditor.rulebook.binding import Check, bind, scope_of
from auditor.rulebook.guards import applies, guard_of
from auditor.rulebook.shapes import Change, Example, ExampleImage, ExampleQuota, ExampleWaiver, Rule, RuleFile, When
from auditor.tables import line_of, read_toml, to_record
from auditor.vocabulary import LAYOUTS

__all__ = [
    "Change",
    "Example",
    "ExampleImage",
    "ExampleQuota",
    "ExampleWaiver",
    "Rule",
    "RuleFile",
    "When",
    "applies",
    "load",
]


def load(folders: Sequence[Path], changes: Mapping[str, Change]) -> tuple[Rule, ...]:
    """The rules of all folders, sorted by id; a later folder replaces a rule of the same id.

    Raises RuleFileError for a file that is no rule, and for a change to a rule that does not exist.
    """
    found = ((path, folder) for folder in folders for path in sorted(folder.glob("*/*.toml")))
    paths = {_id(path, folder): path for path, folder in found if path.parent.name != LAYOUTS}
    for rule, change in changes.items():
        if rule not in paths:
            raise RuleFileError(f'{change.path}: there is no rule "{rule}"{nearest(rule, paths)}.')
    known = by_kind()
    return tuple(
        _rule(rule, paths[rule], changes.get(rule), known)
        for rule in sorted(paths)
        if rule not in changes or changes[rule].severity != "off"
    )


def _id(path: Path, folder: Path) -> str:
    return path.relative_to(folder).with_suffix("").as_posix()


def _rule(rule: str, path: Path, change: Change | None, known: Mapping[str, Check]) -> Rule:
    file = to_record(read_toml(path), RuleFile, path)
    for kind in ("fails", "passes"):
        if not getattr(file, kind):
            raise RuleFileError(f"{path}: a rule needs at least one [[{kind}]] example.")
    changed = change.settings if change else {}
    settings = {name: value for name, value in {**file.check, **changed}.items() if name != "kind"}
    places = dict.fromkeys(changed, change.path) if change else {}
    kind, check = _check(file, path, known)
    scope = scope_of(check)
    return Rule(
        id=rule,
        file=file,
        severity=change.severity if change and change.severity and change.severity != "off" else file.severity,
        kind=kind,
        settings=settings,
        scope=scope,
        run=bind(check, settings, places, path),
        guard=guard_of(file.when, scope, path),
        path=path,
        needs=need_of(check),
    )


def _check(file: RuleFile, path: Path, known: Mapping[str, Check]) -> tuple[str, Check]:
    kind = str(file.check.get("kind", ""))
    if kind not in known:
        at = line_of(path, "kind") or line_of(path, "check")
        raise RuleFileError(f'{path}:{at}: there is no check of kind "{kind}"{nearest(kind, known)}.')
    return kind, known[kind]
