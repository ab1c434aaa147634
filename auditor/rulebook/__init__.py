"""Rule files into Rules: one TOML file a rule, its path its id, bound to a check by name and signature."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from auditor.checks import by_kind
from auditor.checks.evidence import need_of
from auditor.errors import RuleFileError, nearest
from auditor.rulebook.binding import Check, bind, scope_of
from auditor.rulebook.guards import applies, guard_of
from auditor.rulebook.shapes import Change, Example, ExampleImage, ExampleQuota, ExampleWaiver, Rule, RuleFile, When
from auditor.tables import line_of, read_toml, to_record
from auditor.vocabulary import LAYOUTS

NO_CHECKS: Mapping[str, Check] = {}

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


def load(
    folders: Sequence[Path], changes: Mapping[str, Change], extra: Mapping[str, Check] = NO_CHECKS
) -> tuple[Rule, ...]:
    """The rules of all folders, sorted by id; a later folder replaces a rule of the same id.

    `extra` are checks of other packages, by their kinds. Raises RuleFileError for a file that is no rule, for a change
    to a rule that does not exist, and for an extra check that is none, or has the kind of another.
    """
    found = ((path, folder) for folder in folders for path in sorted(folder.glob("*/*.toml")))
    paths = {_id(path, folder): path for path, folder in found if path.parent.name != LAYOUTS}
    changes = _by_rule(changes, paths)
    known = _known(extra)
    return tuple(
        _rule(rule, paths, changes.get(rule), known)
        for rule in sorted(paths)
        if rule not in changes or changes[rule].severity != "off"
    )


def _known(extra: Mapping[str, Check]) -> dict[str, Check]:
    """All checks by their kinds."""
    known: dict[str, Check] = by_kind()
    for kind, check in extra.items():
        if kind in known:
            raise RuleFileError(f'The extension "{kind}" has the name of a check of the program; it needs another.')
        try:
            scope_of(check)
        except Exception as error:  # annotations of another package may name anything
            raise RuleFileError(f'The extension "{kind}" is no check ({type(error).__name__}: {error}).') from None
    return {**known, **extra}


def _by_rule(changes: Mapping[str, Change], rules: Collection[str]) -> dict[str, Change]:
    """The changes with those of a topic on each of its rules; what is said of a rule itself counts first."""
    topics = {_topic(rule) for rule in rules}
    for name, change in changes.items():
        if name not in rules and name not in topics:
            raise RuleFileError(
                f'{_at(change, name)}: there is no rule or topic "{name}"{nearest(name, {*rules, *topics})}.'
            )
        if name not in rules and change.settings:
            raise RuleFileError(
                f'{_at(change, name)}: "{name}" is a topic, and all that is set for a topic is a severity.'
            )
    said = ((rule, [changes[name] for name in (rule, _topic(rule)) if name in changes]) for rule in rules)
    return {rule: replace(found[0], severity=found[0].severity or found[-1].severity) for rule, found in said if found}


def _at(change: Change, name: str) -> str:
    return f"{change.path}:{line_of(change.path, name) or line_of(change.path, 'rules')}"


def _topic(rule: str) -> str:
    return rule.split("/")[0]


def _id(path: Path, folder: Path) -> str:
    return path.relative_to(folder).with_suffix("").as_posix()


def _rule(rule: str, paths: Mapping[str, Path], change: Change | None, known: Mapping[str, Check]) -> Rule:
    path = paths[rule]
    file = to_record(read_toml(path), RuleFile, path)
    for kind in ("fails", "passes"):
        if not getattr(file, kind):
            raise RuleFileError(f"{path}: a rule needs at least one [[{kind}]] example.")
    changed = change.settings if change else {}
    settings = {name: value for name, value in {**file.check, **changed}.items() if name != "kind"}
    places = dict.fromkeys(changed, change.path) if change else {}
    kind, check = _check(file, path, known)
    scope = scope_of(check)
    for other in file.covers:
        if other not in paths:
            raise RuleFileError(f'{path}:{line_of(path, "covers")}: there is no rule "{other}"{nearest(other, paths)}.')
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
