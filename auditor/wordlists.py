"""The word tables as lists: what stands in the files of `rules/` and of the newsroom's folders, each list on demand."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from auditor import facts, restrictions
from auditor.agencies import Agencies
from auditor.facts import FactWords
from auditor.phrases import Phrases
from auditor.restrictions import Restrictions
from auditor.vocabulary import (
    Generators,
    LicencesFile,
    MarkersFile,
    Names,
    Organisations,
    PermissionsFile,
    ResiduesFile,
    RolesFile,
    SuppliersFile,
    files,
    layouts,
    phrases,
    rows_of,
    supplier_table,
    table,
    word_set,
)

HANGUL = ("\uac00", "\ud7af")


class WordLists:
    """The tables of some folders, the shipped `rules/` first; a file that a folder lacks is no mistake."""

    def __init__(self, agencies: Agencies, folders: Sequence[Path]) -> None:
        self.agencies = agencies
        markers = rows_of(folders, "markers.toml", MarkersFile)
        roles = rows_of(folders, "roles.toml", RolesFile)
        self.markers = table(folders, "markers.toml", [m for file in markers for m in file.marker])
        self.roles = table(folders, "roles.toml", [r for file in roles for r in file.role])
        self.joiners = table(folders, "roles.toml", [j for file in roles for j in file.joiner])
        residues = rows_of(folders, "residue.toml", ResiduesFile)
        self.residue = table(folders, "residue.toml", [r for file in residues for r in file.residue])
        licences = rows_of(folders, "licences.toml", LicencesFile)
        self.free_licences = frozenset(host.lower() for file in licences for host in file.free_hosts)
        self.licences = table(folders, "licences.toml", [x for file in licences for x in file.licence])
        parties = rows_of(folders, "suppliers.toml", SuppliersFile)
        self._suppliers = [row for file in parties for row in file.rows()]
        self._published = [pair for file in parties for pair in file.published()]
        self.suppliers = supplier_table(folders, self._suppliers)
        self._facts = files(folders, "facts.toml")
        self._restrictions = files(folders, "restrictions.toml")
        self._territories = files(folders, "territories.toml")
        self._generators = rows_of(folders, "generators.toml", Generators)
        self._permissions = rows_of(folders, "permissions.toml", PermissionsFile)
        self._names = rows_of(folders, "names.toml", Names)
        self._organisations = rows_of(folders, "organisations.toml", Organisations)
        self.layouts = layouts(folders)

    @cached_property
    def given(self) -> frozenset[str]:
        """Given names, folded."""
        return word_set(text for file in self._names for text in file.given.values())

    @cached_property
    def facts(self) -> FactWords:
        """Words for numbers, months, weekdays and sides."""
        return facts.load(self._facts)

    @cached_property
    def restrictions(self) -> Restrictions:
        """The words that restrictions are made of, and countries by their names."""
        return restrictions.load(self._restrictions, self._territories)

    @cached_property
    def generated_names(self) -> Phrases[str]:
        """How picture generators begin the names of the files they make."""
        return phrases(text for file in self._generators for text in file.file_names)

    @cached_property
    def generated_types(self) -> frozenset[str]:
        """Digital source types of generated pictures, folded."""
        return word_set(text for file in self._generators for text in file.source_types)

    @cached_property
    def generated_labels(self) -> Phrases[str]:
        """Words that tell readers that a picture is generated, beside those of roles and suppliers."""
        return phrases(text for file in self._generators for text in file.labels)

    @cached_property
    def photographs(self) -> Phrases[str]:
        """Words of labels for photographs."""
        return phrases(text for file in self._generators for text in file.photographs)

    @cached_property
    def permissions(self) -> Phrases[str]:
        """How a line says that the owner of a picture has agreed."""
        return phrases(text for file in self._permissions for text in file.permissions)

    @cached_property
    def date_words(self) -> frozenset[str]:
        """Names of months and weekdays, folded."""
        tables = (*self.facts.months.values(), *self.facts.weekdays.values())
        return frozenset(word for table in tables for word in table)

    @cached_property
    def particles(self) -> frozenset[str]:
        """Particles of names (van, de la, bin), folded, one word each."""
        return word_set(text for file in self._names for text in file.particles.values())

    @cached_property
    def raised(self) -> frozenset[str]:
        """Particles that have a capital unless they follow another one (Le Pen, Lo Scalzo, de la Cruz), folded."""
        return word_set(file.raised for file in self._names)

    @cached_property
    def suffixes(self) -> frozenset[str]:
        """What may follow a name (Jr, II), folded."""
        return word_set(file.suffixes for file in self._names)

    @cached_property
    def titles(self) -> Phrases[str]:
        """Job titles and ranks, which are no part of a name."""
        table: Phrases[str] = Phrases()
        for title in (title for file in self._names for title in file.titles):
            table.add(title, title)
        return table

    @cached_property
    def written_on(self) -> tuple[str, ...]:
        """Korean titles, which are often written on to the name without a blank, longest first."""
        titles = {title for file in self._names for title in file.titles if HANGUL[0] <= title[0] <= HANGUL[1]}
        return tuple(sorted((title for title in titles if " " not in title), key=len, reverse=True))

    @cached_property
    def oblique(self) -> dict[str, dict[str, str]]:
        """By language: ending of a name in an oblique case -> ending of its base form."""
        return {language: endings for file in self._names for language, endings in file.oblique.items()}

    @cached_property
    def organisation_words(self) -> frozenset[str]:
        """Words that only organisations have in their names, folded."""
        return word_set(text for file in self._organisations for text in file.words.values())

    @cached_property
    def organisation_codes(self) -> frozenset[str]:
        """The same words as they are listed: what tells AB, the firm, from Ab, the name."""
        return frozenset(word for file in self._organisations for text in file.words.values() for word in text.split())

    @cached_property
    def trade_words(self) -> frozenset[str]:
        """Words that firms of photographers have in their names (Sportfoto, Images), folded."""
        return word_set(text for file in self._organisations for text in file.trade.values())

    @cached_property
    def trade_endings(self) -> tuple[str, ...]:
        """Endings of words that such firms have in their names (…fotografie), folded."""
        return tuple(word_set(file.trade_endings for file in self._organisations))

    @cached_property
    def neutral(self) -> frozenset[str]:
        """Words of organisations that firms of photographers have in their names too (Collection, Sports), folded."""
        return word_set(file.neutral for file in self._organisations) | self.generic | self.trade_words

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Such words that are surnames behind a given name (Jane House), folded."""
        return word_set(file.surnames for file in self._organisations)

    @cached_property
    def generic(self) -> frozenset[str]:
        """Words that add nothing beside an agency's name, folded."""
        return word_set(text for file in self._organisations for text in file.generic.values())

    @cached_property
    def domains(self) -> frozenset[str]:
        """Last parts of internet addresses, without the dot."""
        return word_set(file.domains for file in self._organisations)

    @cached_property
    def articles(self) -> frozenset[str]:
        """Articles, folded."""
        return word_set(file.articles for file in self._organisations)

    @cached_property
    def small(self) -> frozenset[str]:
        """Words that are written small inside an organisation's name, folded."""
        return word_set(file.small for file in self._organisations)

    @cached_property
    def organisation_beginnings(self) -> tuple[str, ...]:
        """Beginnings of such words (Kantons…), folded."""
        return tuple(word_set(text for file in self._organisations for text in file.beginnings.values()))

    @cached_property
    def organisation_endings(self) -> tuple[str, ...]:
        """Endings of such words (…verein), folded."""
        return tuple(word_set(text for file in self._organisations for text in file.endings.values()))
