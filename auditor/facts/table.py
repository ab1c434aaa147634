"""Words for facts, from rules/facts.toml, ready for look-up."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from auditor.tables import read_toml, to_record
from auditor.text import fold, tokens, without_diacritics

ANY = ""
"""Stands for all languages together, where a text does not say its own."""
ByLanguage = Mapping[str, Mapping[str, int]]


class Decades(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that make a number the decade that begins with it, `before` and `after` it, by language."""

    before: Mapping[str, str] = {}
    after: Mapping[str, str] = {}


class Table(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """`rules/facts.toml`: words by language, as they stand in the file; `characters` and `sides` by what they mean."""

    capitalised_nouns: Mapping[str, str] = {}
    numbers: Mapping[str, str] = {}
    multipliers: Mapping[str, tuple[str, ...]] = {}
    characters: Mapping[str, str] = {}
    decades: Decades = Decades()
    afternoon: str = ""
    months: Mapping[str, tuple[str, ...]] = {}
    weekdays: Mapping[str, tuple[str, ...]] = {}
    sides: Mapping[str, str] = {}


class FactWords(Struct, frozen=True):
    """The table ready for look-up: folded word -> number, power of a thousand, month, weekday or side, by language.

    All but the numbers and nouns also under ANY.

    `capitalised_nouns`: small words -> 1, by language; `characters` -> by how much the number before it is multiplied;
    `before_decade` and `after_decade`: words -> 1. `afternoon`: words behind an hour.
    """

    capitalised_nouns: ByLanguage = {}
    numbers: ByLanguage = {}
    multipliers: ByLanguage = {}
    characters: Mapping[str, int] = {}
    before_decade: ByLanguage = {}
    after_decade: ByLanguage = {}
    afternoon: frozenset[str] = frozenset()
    months: ByLanguage = {}
    weekdays: ByLanguage = {}
    sides: Mapping[str, str] = {}


def load(paths: Iterable[Path]) -> FactWords:
    """The tables of all files in one; later files add to earlier ones. Raises RuleFileError."""
    tables = [to_record(read_toml(path), Table, path) for path in paths]
    return FactWords(
        capitalised_nouns=_sets(table.capitalised_nouns for table in tables),
        numbers=_by_language([(lang, (text,)) for t in tables for lang, text in t.numbers.items()], first=2),
        multipliers=_and_any(_by_language([item for t in tables for item in t.multipliers.items()], first=1)),
        characters={plain(c): int(value) for t in tables for value, text in t.characters.items() for c in text.split()},
        afternoon=frozenset(word for table in tables for word in table.afternoon.split()),
        before_decade=_and_any(_sets(table.decades.before for table in tables)),
        after_decade=_and_any(_sets(table.decades.after for table in tables)),
        months=_and_any(_by_language([item for t in tables for item in t.months.items()], first=1)),
        weekdays=_and_any(_by_language([item for t in tables for item in t.weekdays.items()], first=1)),
        sides={plain(word): side for t in tables for side, text in t.sides.items() for word in text.split()},
    )


def _sets(tables: Iterable[Mapping[str, str]]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for language, text in (item for table in tables for item in table.items()):
        found.setdefault(language, {}).update(dict.fromkeys(map(plain, text.split()), 1))
    return found


def _by_language(rows: Iterable[tuple[str, Sequence[str]]], first: int) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for language, lists in rows:
        values = found.setdefault(language, {})
        for words in lists:
            for value, word in enumerate(words.split(), first):
                if word != "-":
                    values.setdefault(plain(word), value)
    return found


def plain(word: str) -> str:
    """A word as it is looked up: folded, without diacritics, in one piece."""
    return "".join(tokens(without_diacritics(fold(word))))


def _and_any(tables: dict[str, dict[str, int]]) -> ByLanguage:
    """The tables, and all of them in one; of a word with two meanings the first one counts."""
    return {**tables, ANY: {word: value for table in reversed(tables.values()) for word, value in table.items()}}


def primary(language: str | None) -> str:
    """The first part of a language tag: pt of pt-BR; empty where there is none."""
    return (language or "").lower().replace("_", "-").split("-")[0]


def number_words(words: FactWords, language: str | None) -> Mapping[str, int]:
    """The words for numbers of a language; the English ones where it is not said."""
    return words.numbers.get((language or "en").lower()[:2], {})


def of(tables: ByLanguage, language: str | None) -> Mapping[str, int]:
    """The words of a language; those of all languages where it is not said, or not known."""
    return tables.get(primary(language)) or tables.get(ANY, {})
