"""auditor.toml, the shipped rules and the newsroom's own files into one House."""

import datetime
from collections.abc import Iterable, Mapping, Sequence, Set
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from auditor import extensions, rulebook
from auditor.errors import RuleFileError, UsageError, nearest
from auditor.extensions import Extensions
from auditor.machinery.cache import remembered
from auditor.model import Severity
from auditor.read import LARGEST
from auditor.rights import desk
from auditor.rights.shapes import Asked, Context, Rights
from auditor.rights.territories import Territories
from auditor.rulebook import Change, Rule
from auditor.styles import HouseStyle
from auditor.tables import line_of, read_toml, row_line, shipped, to_record
from auditor.vocabulary import LAYOUTS
from auditor.words import Words

CONFIG = "auditor.toml"
DESK_FILES = ("contracts", "pictures", "staff")  # what a newsroom keeps and the program brings no table of
OURS_ONLY = ("pages", "text")  # how pages and texts are read; layouts/ is a newsroom's word on its own pages
LIKE = 70  # of 100; a table's name that is as like a known one is a slip
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "notice")


class Waiver(Struct, frozen=True, forbid_unknown_fields=True):
    """Findings of a rule that the house accepts in stories whose name fits a shell pattern, up to and with a day.

    With `picture`, an address of it or words of its caption, only those about that picture.
    """

    rule: str
    story: str
    reason: str
    until: datetime.date
    picture: str = ""


class Override(Struct, frozen=True, forbid_unknown_fields=True):
    """Who may lift a block at the gate, and for which rules (ids or topics); a reason must be given each time."""

    role: str
    rules: tuple[str, ...]


Secret = Annotated[str, Meta(min_length=16)]


class Secrets(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What `auditor serve` shares with those who ask (`bearer`) and with the senders of events."""

    bearer: Secret | None = None
    ghost: Secret | None = None
    contentful: Secret | None = None
    github_style: Secret | None = None
    superdesk: Secret | None = None

    def __repr__(self) -> str:
        """No secret in any log or message."""
        return "Secrets(…)"


class Serving(Struct, frozen=True, forbid_unknown_fields=True):
    """For `auditor serve`: its secrets, and the file of its findings store, relative to auditor.toml."""

    secrets: Secrets = Secrets()
    store: str | None = None


class Settings(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """auditor.toml. `folders` are laid out like `rules/`, relative to the file; `largest-story` is in bytes.
    `ledger` is the file in which uses are counted, relative to auditor.toml; `house-style` how credits are printed;
    `extensions` are parsers and checks of other packages.

    For the gate: `on-error` says what becomes of a story that could not be checked; `time-limit` is in seconds and
    `memory-limit` in megabytes, for one story with its copies.
    """

    fail_on: str = "error"
    folders: tuple[str, ...] = ()
    largest_story: Annotated[int, Meta(ge=1)] = LARGEST
    on_error: Literal["pass", "block"] = "block"
    time_limit: Annotated[float, Meta(gt=0)] = 10.0
    memory_limit: Annotated[int, Meta(ge=256)] = 2048
    override: tuple[Override, ...] = ()
    gate: Serving = Serving()
    rules: Mapping[str, str | Mapping[str, Any]] = {}
    waiver: tuple[Waiver, ...] = ()
    context: tuple[Context, ...] = ()
    ledger: str | None = None
    house_style: HouseStyle | None = None
    extensions: tuple[str, ...] = ()


class House(Struct, frozen=True):
    """All that a newsroom and the program bring to an audit; `path` is its auditor.toml, None where there is none."""

    settings: Settings
    rules: tuple[Rule, ...]
    words: Words
    rights: Rights
    countries: Territories
    path: Path | None = None
    extensions: Extensions = Extensions()


def find_config(start: Path) -> Path | None:
    """The nearest auditor.toml in a folder or those above it."""
    return next((f / CONFIG for f in (start, *start.parents) if (f / CONFIG).is_file()), None)


def load(config: Path | None) -> House:
    """The house that a config file describes, or the shipped one. Raises RuleFileError for any mistake in a file."""
    settings = _settings(config) if config else Settings()
    folders = [shipped(), *_folders(settings, config)]
    changes = _changes(settings, config)
    extra = _extensions(settings, config)
    rules = rulebook.load(folders, changes, extra.checks)
    if config:
        _refuse_unknown_rules(settings, {*changes, *(n for r in rules for n in (r.id, r.topic))}, config)
    words, countries = _words(folders, settings, extra), Territories(folders)
    rights = desk.load(folders, config.parent if config else Path(), words.agencies, countries)
    if config:
        _refuse_unknown_editions(settings.context, countries, config)
    rights = msgspec.structs.replace(rights, contexts=settings.context)
    return House(settings, rules, words, rights, countries, config, extra)


def _refuse_unknown_editions(contexts: Iterable[Context], countries: Territories, config: Path) -> None:
    for number, context in enumerate(contexts):
        said = countries.complaint(context.edition) if context.edition else None
        if said:
            raise RuleFileError(f"{config}:{row_line(config, 'context', number, 'edition')}: {said}.")


def asking(house: House, asked: Asked) -> House:
    """The house that asks for a day, an edition (a country by code or name) and a use.

    Raises UsageError for an edition that is no country.
    """
    edition = house.countries.code(asked.edition) if asked.edition else None
    if asked.edition and edition is None:
        raise UsageError(f"Edition: {house.countries.complaint(asked.edition)}.")
    asked = msgspec.structs.replace(asked, edition=edition)
    return msgspec.structs.replace(house, rights=msgspec.structs.replace(house.rights, asked=asked))


def load_words(config: Path | None) -> Words:
    """The word tables alone, for what needs no rules."""
    settings = _settings(config) if config else Settings()
    return _words([shipped(), *_folders(settings, config)], settings, _extensions(settings, config))


def _extensions(settings: Settings, config: Path | None) -> Extensions:
    return extensions.load(settings.extensions, config) if config else Extensions()


def _words(folders: Sequence[Path], settings: Settings, extra: Extensions) -> Words:
    tables = [
        path for folder in folders for shape in ("*.toml", f"{LAYOUTS}/*.toml") for path in sorted(folder.glob(shape))
    ]
    words = remembered("words", tables, lambda: Words.load(folders).complete())
    return words.of_house(settings.house_style, extra.parsers)


def choose(house: House, select: Sequence[str], ignore: Sequence[str]) -> House:
    """The house with only the selected rules, less the ignored ones; each is an id or a topic.

    Raises UsageError for one that names no rule.
    """
    known = {name for rule in house.rules for name in (rule.id, rule.topic)}
    for name in (*select, *ignore):
        if name not in known:
            raise UsageError(f'There is no rule or topic "{name}"{nearest(name, known)}; `auditor rules` lists them.')
    kept = tuple(
        rule
        for rule in house.rules
        if (not select or {rule.id, rule.topic} & set(select)) and not {rule.id, rule.topic} & set(ignore)
    )
    if not kept:
        raise UsageError("--select, --ignore and auditor.toml leave no rule: nothing would be looked at.")
    return msgspec.structs.replace(house, rules=kept)


def _settings(path: Path) -> Settings:
    settings = to_record(read_toml(path), Settings, path)
    if settings.fail_on not in (*SEVERITIES, "never"):
        at = line_of(path, "fail-on")
        hint = nearest(settings.fail_on, [*SEVERITIES, "never"])
        raise RuleFileError(f'{path}:{at}: fail-on is error, warning, notice or never, not "{settings.fail_on}"{hint}.')
    for number, waiver in enumerate(settings.waiver):
        if not waiver.reason.strip():
            at = row_line(path, "waiver", number, "reason")
            raise RuleFileError(f"{path}:{at}: the waiver of {waiver.rule} gives no reason.")
    return settings


def _refuse_unknown_rules(settings: Settings, known: Set[str], config: Path) -> None:
    named = [("waiver", number, "rule", waiver.rule) for number, waiver in enumerate(settings.waiver)]
    named += [("override", number, "rules", r) for number, one in enumerate(settings.override) for r in one.rules]
    for table, number, field, rule in named:
        if rule not in known:
            at = f"{config}:{row_line(config, table, number, field)}"
            raise RuleFileError(f'{at}: the {table} names no rule or topic: "{rule}"{nearest(rule, known)}.')


def _folders(settings: Settings, config: Path | None) -> list[Path]:
    base = config.parent if config else Path()
    folders = [base / name for name in settings.folders]
    for folder in folders:
        if not folder.is_dir():
            raise RuleFileError(f"{config}:{line_of(config or Path(), 'folders')}: there is no folder {folder}.")
        _refuse_slips(folder)
    return folders


def _refuse_slips(folder: Path) -> None:
    """Raises RuleFileError for a table that nobody would read: one by a name that is nearly known, or ours only."""
    known = {*(path.stem for path in shipped().glob("*.toml")), *DESK_FILES} - {*OURS_ONLY}
    for path in sorted(folder.glob("*.toml")):
        if path.stem in OURS_ONLY:
            raise RuleFileError(f"{path}: a newsroom adds nothing to this table; its pages are described in layouts/.")
        if path.stem not in known and path.name != CONFIG and (meant := nearest(path.stem, known, LIKE)):
            raise RuleFileError(f"{path}: no table has this name{meant}; rename the file, or it is not read.")


def _changes(settings: Settings, config: Path | None) -> dict[str, Change]:
    if config is None:
        return {}
    return {rule: _change(rule, said, config) for rule, said in settings.rules.items()}


def _change(rule: str, said: str | Mapping[str, Any], config: Path) -> Change:
    given: dict[str, Any] = {"severity": said} if isinstance(said, str) else dict(said)
    severity = given.pop("severity", None)
    if severity not in (*SEVERITIES, "off", None):
        at = line_of(config, rule) or line_of(config, "rules")
        hint = nearest(str(severity), [*SEVERITIES, "off"])
        raise RuleFileError(f'{config}:{at}: {rule} can be error, warning, notice or off, not "{severity}"{hint}.')
    return Change(config, severity, given)
