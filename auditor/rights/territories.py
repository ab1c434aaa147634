"""Countries by their codes and names, from `territories.toml`, for what the desk writes and asks."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

from auditor.errors import nearest
from auditor.restrictions import TerritoriesFile
from auditor.text import fold
from auditor.vocabulary import rows_of

CODE = 2  # letters


class Territories:
    """The codes that there are, and the countries that a name means; read when the first is asked for."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders

    @cached_property
    def _files(self) -> list[TerritoriesFile]:
        return rows_of(self._folders, "territories.toml", TerritoriesFile)

    @cached_property
    def _codes(self) -> frozenset[str]:
        return frozenset(row.code for file in self._files for row in file.territory)

    @cached_property
    def _named(self) -> dict[str, tuple[str, ...]]:
        regions = {fold(text): row.codes for file in self._files for row in file.region for text in row.texts}
        return regions | {
            fold(text): (row.code,) for file in self._files for row in file.territory for text in row.texts
        }

    def code(self, name: str) -> str | None:
        """The country that goes by a code or name, as GB, gb, UK; None for what is none, or several."""
        if name.upper() in self._codes:
            return name.upper()
        named = self._named.get(fold(name), ())
        return named[0] if len(named) == 1 else None

    def complaint(self, code: str) -> str | None:
        """What is wrong with what stands where a country's code should, with the remedy; None for a code."""
        if code in self._codes:
            return None
        meant = self._named.get(fold(code)) or ((code.upper(),) if code.upper() in self._codes else ())
        remedy = (
            f" (write {_listed(meant)})" if meant else nearest(code, self._codes if len(code) == CODE else self._named)
        )
        return f'"{code}" is no country\'s ISO 3166 code, such as GB{remedy}'


def _listed(codes: Iterable[str]) -> str:
    return ", ".join(f'"{code}"' for code in codes)
