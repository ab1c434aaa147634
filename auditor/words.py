"""The word tables: everything that a credit line or caption is recognised by, from `rules/` and the newsroom's files.

Tables are TOML; the newsroom's folders are laid out like `rules/` and add to it. All look-ups go word by word through
dictionaries, so they take time in proportion to the text and know neither parts of words nor regular expressions.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Literal, TypeVar

import msgspec
from msgspec import Struct

from auditor import facts
from auditor.agencies import Agencies, Hints
from auditor.errors import RuleFileError
from auditor.facts import FactWords
from auditor.phrases import Phrases, Worded, fold_word, worded
from auditor.tables import read_toml, to_record
from auditor.text import fold

S = TypeVar("S", bound=Struct)
IN_CAPTIONS = frozenset(
    {"interface", "restriction", "rights", "transmission"}
)  # left-overs that are no part of a caption
COLONS = (":", "：", "=", "＝", "／", "・", "...", "…")
OPENING = frozenset("([{（［【〔「|•–—-/;。")


class Row(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True, kw_only=True):
    """What all rows of word tables have: the ways a thing is written, each as it stands in print.

    A row that a look-up finds has only the text that was found.
    """

    texts: tuple[str, ...]


class Marker(Row, frozen=True):
    """A label that announces a credit.

    `place`: before or after the name. `takes_colon`: a house would print it with a colon. `bare`: may announce a credit
    without its colon. `inside`: may end a caption and begin its credit. `person`: a person is likelier to follow than a
    firm. `wire`: only news desks print it. `rights`: may open a rights sentence. `signs`: what may stand for its colon.
    `kinds`: what it says of the picture.
    """

    place: Literal["before", "after"] = "before"
    takes_colon: bool = True
    bare: bool = True
    inside: bool = True
    person: bool = False
    wire: bool = False
    rights: bool = False
    signs: str = ""
    kinds: tuple[str, ...] = ()


class Role(Row, frozen=True):
    """A word for what a picture or its giver is: handout, pool, file …

    `code`: from supply metadata, no name. `placeholder`: stands where a name should. `exact`: only in these capitals.
    `ending`: also counts as the last part of a compound (LW-Archiv). `owner`: the owner's name follows. `not_in`:
    languages in which it means something else.
    """

    kinds: tuple[str, ...] = ()
    code: bool = False
    placeholder: bool = False
    exact: bool = False
    ending: bool = False
    owner: bool = False
    not_in: tuple[str, ...] = ()


class Joiner(Row, frozen=True):
    """A small word between parties: `via` a distributor, `for` a client, `and` between persons, `from` a source."""

    does: Literal["via", "for", "and", "from"]


class Residue(Row, frozen=True):
    """Text that belongs to no field of a credit.

    `kinds`: what it says of the picture. `place`: `end` (or alone), `start`, `anywhere`, `tail`: from there to the end,
    `part`: to the end of its part of the line, `label`: the same where a colon follows. `sort`: what it is left over
    from.
    """

    kinds: tuple[str, ...] = ()
    place: Literal["end", "start", "anywhere", "tail", "part", "label"] = "end"
    sort: Literal["interface", "restriction", "rights", "transmission", "note", "place"] = "interface"


class Licence(Row, frozen=True):
    """A licence and its usual name."""

    name: str
    kinds: tuple[str, ...]


class Supplier(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """A party that is no agency: who gives, owns or shows pictures. `kinds`: what its name says of the picture."""

    name: str
    sort: Literal["newspaper", "broadcaster", "company", "public body", "club", "social network", "picture generator"]
    aliases: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


class Names(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """Words of persons' names, by language, each list one text with blanks between the words."""

    given: dict[str, str] = {}
    particles: dict[str, str] = {}
    suffixes: str = ""
    titles: tuple[str, ...] = ()
    oblique: dict[str, dict[str, str]] = {}


class Organisations(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """Words that make a name an organisation's: whole words, beginnings and endings of words, by language.

    `generic`: words that beside an agency's name add nothing to it (Agency, Photo, خبرگزاری). `domains`: last parts of
    internet addresses. `articles`: left out where they stand small before a name.
    """

    words: dict[str, str] = {}
    beginnings: dict[str, str] = {}
    endings: dict[str, str] = {}
    generic: dict[str, str] = {}
    domains: str = ""
    articles: str = ""


class Person(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """A photographer on the newsroom's staff."""

    name: str


class _Markers(Struct, frozen=True, forbid_unknown_fields=True):
    marker: tuple[Marker, ...] = ()


class _Roles(Struct, frozen=True, forbid_unknown_fields=True):
    role: tuple[Role, ...] = ()
    joiner: tuple[Joiner, ...] = ()


class _Residues(Struct, frozen=True, forbid_unknown_fields=True):
    residue: tuple[Residue, ...] = ()


class _Licences(Struct, frozen=True, forbid_unknown_fields=True):
    licence: tuple[Licence, ...] = ()


class _Suppliers(Struct, frozen=True, forbid_unknown_fields=True):
    supplier: tuple[Supplier, ...] = ()


class _Staff(Struct, frozen=True, forbid_unknown_fields=True):
    staff: tuple[Person, ...] = ()


class Label(Struct, frozen=True):
    """A marker found in a text: text[start:end], colon included."""

    start: int
    end: int
    text: str
    marker: Marker
    colon: bool


class Words:
    """Everything the tables know. Made once, by `load`; look-ups are cheap, and none of them changes it."""

    def __init__(self, agencies: Agencies, folders: Sequence[Path]) -> None:
        self.agencies = agencies
        markers = _rows(folders, "markers.toml", _Markers)
        roles = _rows(folders, "roles.toml", _Roles)
        self.markers = _table(folders, "markers.toml", [m for file in markers for m in file.marker])
        self.roles = _table(folders, "roles.toml", [r for file in roles for r in file.role])
        self.joiners = _table(folders, "roles.toml", [j for file in roles for j in file.joiner])
        residues = _rows(folders, "residue.toml", _Residues)
        self.residue = _table(folders, "residue.toml", [r for file in residues for r in file.residue])
        licences = _rows(folders, "licences.toml", _Licences)
        self.licences = _table(folders, "licences.toml", [x for file in licences for x in file.licence])
        suppliers = [s for file in _rows(folders, "suppliers.toml", _Suppliers) for s in file.supplier]
        self.suppliers = _suppliers(folders, suppliers)
        self._suppliers = suppliers
        self._facts = _files(folders, "facts.toml")
        self._names = _rows(folders, "names.toml", Names)
        self._organisations = _rows(folders, "organisations.toml", Organisations)
        people = [person.name for file in _rows(folders, "staff.toml", _Staff) for person in file.staff]
        self.staff = frozenset(" ".join(worded(name).words) for name in people)

    @cached_property
    def by_letters(self) -> dict[str, Supplier]:
        """Suppliers by the bare letters of their names and aliases: "latimes", "theverge"."""
        return {letters(name): row for row in self._suppliers for name in (*row.aliases, row.name)}

    def supplier_cut_off(self, text: str, own: str) -> str | None:
        """The supplier whose name begins with a text cut off in it; `own` before all others, None where it is open."""
        head = fold(text).removeprefix("the ")
        names = [own] if own else []
        names += [row.name for row in self._suppliers if row.sort in ("newspaper", "broadcaster")]
        found = [name for name in names if head and fold(name).removeprefix("the ").startswith(head)]
        return found[0] if found and (found[0] == own or len(set(found)) == 1) else None

    @classmethod
    def load(cls, folders: Sequence[Path]) -> "Words":
        """The tables of `folders`, the shipped `rules/` first; a file that a folder lacks is no mistake.

        Raises RuleFileError naming file, line and remedy for a wrong field or value and for a contested alias.
        """
        return cls(Agencies.load(_files(folders, "agencies.toml")), folders)

    @cached_property
    def given(self) -> frozenset[str]:
        """Given names, folded."""
        return _word_set(text for file in self._names for text in file.given.values())

    @cached_property
    def facts(self) -> FactWords:
        """Words for numbers, months, weekdays and sides."""
        return facts.load(self._facts)

    @cached_property
    def particles(self) -> frozenset[str]:
        """Particles of names (van, de la, bin), folded, one word each."""
        return _word_set(text for file in self._names for text in file.particles.values())

    @cached_property
    def suffixes(self) -> frozenset[str]:
        """What may follow a name (Jr, II), folded."""
        return _word_set(file.suffixes for file in self._names)

    @cached_property
    def titles(self) -> Phrases[str]:
        """Job titles and ranks, which are no part of a name."""
        table: Phrases[str] = Phrases()
        for title in (title for file in self._names for title in file.titles):
            table.add(title, title)
        return table

    @cached_property
    def oblique(self) -> dict[str, dict[str, str]]:
        """By language: ending of a name in an oblique case -> ending of its base form."""
        return {language: endings for file in self._names for language, endings in file.oblique.items()}

    @cached_property
    def organisation_words(self) -> frozenset[str]:
        """Words that only organisations have in their names, folded."""
        return _word_set(text for file in self._organisations for text in file.words.values())

    @cached_property
    def generic(self) -> frozenset[str]:
        """Words that add nothing beside an agency's name, folded."""
        return _word_set(text for file in self._organisations for text in file.generic.values())

    @cached_property
    def domains(self) -> frozenset[str]:
        """Last parts of internet addresses, without the dot."""
        return _word_set(file.domains for file in self._organisations)

    @cached_property
    def articles(self) -> frozenset[str]:
        """Articles, folded."""
        return _word_set(file.articles for file in self._organisations)

    @cached_property
    def organisation_beginnings(self) -> tuple[str, ...]:
        """Beginnings of such words (Kantons…), folded."""
        return tuple(_word_set(text for file in self._organisations for text in file.beginnings.values()))

    @cached_property
    def organisation_endings(self) -> tuple[str, ...]:
        """Endings of such words (…verein), folded."""
        return tuple(_word_set(text for file in self._organisations for text in file.endings.values()))

    def label_at(self, said: Worded, index: int) -> Label | None:
        """The marker that begins at word `index`; without its colon never one that an agency's name begins with."""
        for last, marker in self.markers.at(said, index):
            if marker.place == "after":
                continue
            end = _after_colon(said, last, marker.signs)
            colon = end > said.ends[last - 1]
            if (colon or marker.bare) and (colon or not self._longer_agency(said, index, last)):
                start = said.starts[index]
                return Label(start, end, said.text[start:end], marker, colon)
        return None

    def label_at_start(self, text: str) -> Label | None:
        """The marker that a text begins with, brackets and signs before it aside: "(Foto: X)" has one."""
        said = worded(text)
        return self.label_at(said, 0) if said.words else None

    def label_at_end(self, text: str) -> Label | None:
        """The marker that a text ends with: "（潟沼義樹撮影）", "J. Jonaičio nuotr."."""
        said = worded(text)
        count = len(said.words)
        for first in range(max(0, count - 4), count):
            for last, marker in self.markers.at(said, first):
                if last == count and marker.place == "after":
                    start, end = said.starts[first], _after_dot(said)
                    return Label(start, end, text[start:end], marker, False)
        return None

    def labels_inside(self, text: str) -> list[Label]:
        """The places in a caption at which a credit may begin, left to right.

        A marker with its colon, a copyright sign, "photo by"; a noun without colon only in capitals or at the start of
        a bracket or after a dash or bar ("(Foto Jane Roe)", "in June CREDIT HOGP/AP", "– Foto Jane Roe").
        """
        said = worded(text)
        found: list[Label] = []
        for index in range(len(said.words)):
            label = self.label_at(said, index)
            beyond = not found or (label is not None and label.start >= found[-1].end)
            if label and beyond and label.marker.inside and self._begins_credit(said, index, label):
                found.append(label)
        return found

    def is_label(self, text: str) -> bool:
        """Whether a text is a marker and nothing else, such as "Photo:", "Bild", "Credit..."."""
        said = worded(text)
        return any(last == len(said.words) for last, _ in self.markers.at(said, 0)) if said.words else False

    def role(self, text: str) -> Role | None:
        """What a text as a whole says of the picture ("Handout", "HOGP", "Archivbild"), if it is such a word."""
        return next((role for role in self.roles.whole(text) if not role.exact or text.strip() in role.texts), None)

    def cut_residue(self, text: str, sorts: frozenset[str] = IN_CAPTIONS) -> tuple[str, tuple[str, ...]]:
        """The text without left-overs at its start and end ("More", "Purchase Licensing Rights"), and the left-overs.

        Only left-overs of these `sorts` are cut: a place name is left over in a credit line, not in a caption. The text
        comes back empty where it is nothing else.
        """
        said = worded(text)
        first, count = 0, len(said.words)
        before, after = [], []
        while first < count and (last := self._residue_from(said, first, count, sorts)):
            before.append(said.written(first, last))
            first = last
        if (start := self._residue_tail(said, first, count, sorts)) is not None:
            after.append(said.written(start, count))
            count = start
        while count > first and (start := self._residue_until(said, first, count, sorts)) is not None:
            after.append(said.written(start, count))
            count = start
        if not before and not after:
            return text, ()
        if count <= first:
            return "", (*before, *reversed(after))
        kept = text[said.starts[first] : said.starts[count] if count < len(said.words) else len(text)]
        return kept.strip(), (*before, *reversed(after))

    def _residue_from(self, said: Worded, first: int, count: int, sorts: frozenset[str]) -> int:
        found = self.residue.at(said, first, count)
        wanted = ("start", "anywhere")
        return next((last for last, row in found if row.sort in sorts and (row.place in wanted or last == count)), 0)

    def _residue_tail(self, said: Worded, first: int, count: int, sorts: frozenset[str]) -> int | None:
        """Where a desk's note begins that runs to the end: "THIS IMAGE HAS BEEN SUPPLIED BY A THIRD PARTY"."""
        for start in range(first + 1, count):
            for last, row in self.residue.at(said, start, count):
                told = row.place == "tail" and row.sort in sorts and last > start + 1
                if told and said.written(start, last).isupper():
                    return start
        return None

    def _residue_until(self, said: Worded, first: int, count: int, sorts: frozenset[str]) -> int | None:
        for start in range(max(first, count - 12), count):
            for last, row in self.residue.at(said, start, count):
                told = last == count and row.place != "start" and row.sort in sorts
                if told and same_capitals(said.written(start, last), row):
                    return start
        return None

    def _longer_agency(self, said: Worded, first: int, last: int) -> bool:
        found = self.agencies.found_at(said, first, Hints())
        return found is not None and found[1] > last

    def _begins_credit(self, said: Worded, index: int, label: Label) -> bool:
        if label.colon:
            return True
        if not label.marker.takes_colon:
            following = said.text[label.end :].lstrip(" :/([\"'")[:1]
            return bool(following) and not following.islower()
        before = said.gap(index).strip()
        return label.text.isupper() or (bool(before) and before[-1] in OPENING)


def letters(name: str) -> str:
    """A name in bare letters and digits, small, without an article before it."""
    plain = "".join(c for c in name.casefold() if c.isalnum())
    return plain[3:] if plain.startswith("the") and len(plain) > 6 else plain


def same_capitals(text: str, row: Row) -> bool:
    """Whether a text has the capitals of the row's text: "more" is not the button "More", "No sales" no shout."""
    listed = row.texts[0]
    return text.isupper() or not (listed.isupper() or (listed[:1].isupper() and not text[:1].isupper()))


def _after_colon(said: Worded, last: int, signs: str) -> int:
    """Where a marker ends: after the colon, dots or bracket that belong to it, or after its last word and full stop."""
    gap = said.gap(last)
    bare = gap.lstrip(" .)）]】")
    for colon in (*COLONS, *signs):
        if gap.lstrip().startswith(colon):
            return said.ends[last - 1] + len(gap) - len(gap.lstrip()) + len(colon)
        if bare.startswith(colon) and colon in ":：":
            return said.ends[last - 1] + len(gap) - len(bare) + len(colon)
    return said.ends[last - 1]


def _after_dot(said: Worded) -> int:
    end = said.ends[-1]
    return end + 1 if said.text[end : end + 1] == "." else end


def _files(folders: Sequence[Path], name: str) -> list[Path]:
    return [folder / name for folder in folders if (folder / name).is_file()]


def _rows(folders: Sequence[Path], name: str, shape: type[S]) -> list[S]:
    return [to_record(read_toml(path), shape, path) for path in _files(folders, name)]


def _word_set(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(fold_word(word) for text in texts for word in text.split())


R = TypeVar("R", bound=Row)


def _table(folders: Sequence[Path], name: str, rows: Iterable[R]) -> Phrases[R]:
    table: Phrases[R] = Phrases()
    claimed: dict[tuple[str, str], R] = {}
    for row in rows:
        for text in row.texts:
            if claimed.setdefault((text, row.place if isinstance(row, Marker) else ""), row) is not row:
                raise RuleFileError(
                    f'{_where(folders, name, text)}: "{text}" stands in two rows; take it from one of them.'
                )
            table.add(text, msgspec.structs.replace(row, texts=(text,)))
    return table


def _suppliers(folders: Sequence[Path], rows: Iterable[Supplier]) -> Phrases[Supplier]:
    table: Phrases[Supplier] = Phrases()
    claimed: dict[tuple[str, ...], str] = {}
    for row in rows:
        for text in dict.fromkeys((row.name, *row.aliases)):
            other = claimed.setdefault(worded(text).words, row.name)
            if other != row.name:
                where = _where(folders, "suppliers.toml", text)
                raise RuleFileError(
                    f'{where}: "{text}" is claimed by both "{other}" and "{row.name}"; take it from one.'
                )
            table.add(text, row)
    return table


def _where(folders: Sequence[Path], name: str, text: str) -> str:
    """file:line of the last mention of a text in the files of that name."""
    found = [
        f"{path}:{number}"
        for path in _files(folders, name)
        for number, line in enumerate(path.read_text("utf-8-sig").splitlines(), 1)
        if f'"{text}"' in line
    ]
    return found[-1] if found else name
