"""The rows of the word tables, and their loading: what an editor may write in `rules/` and in a newsroom's files."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, TypeVar

import msgspec
from msgspec import Struct

from auditor.errors import RuleFileError
from auditor.phrases import Phrases, fold_word, key_of
from auditor.tables import line_of, read_toml, to_record

LAYOUTS = "layouts"  # the folder of these files in a newsroom's folder
# A step of a selector, such as `div.pic[role=img]`; blanks stand between steps.
STEP = re.compile(r"(?P<tag>[a-z][\w-]*)?(?P<rest>(?:[.#][\w-]+|\[[\w-]+(?:=[\w-]+)?\])*)", re.I)


class Row(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True, kw_only=True):
    """What all rows of word tables have: the ways a thing is written, each as it stands in print.

    A row that a look-up finds has only the text that was found.
    """

    texts: tuple[str, ...]


class Marker(Row, frozen=True):
    """A label that announces a credit.

    `place`: before or after the name. `takes_colon`: a house would print it with a colon. `bare`: may announce a credit
    without its colon. `inside`: may end a caption and begin its credit. `person`: a person is likelier to follow than a
    firm. `initial`: may be a person's initial too. `wire`: only news desks print it. `rights`: may open a rights
    sentence. `signs`: what may stand for its colon. `kinds`: what it says of the picture.
    """

    place: Literal["before", "after"] = "before"
    takes_colon: bool = True
    bare: bool = True
    inside: bool = True
    person: bool = False
    initial: bool = False
    wire: bool = False
    rights: bool = False
    signs: str = ""
    kinds: tuple[str, ...] = ()


class Layout(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """How a newsroom's own CMS sets pictures, where the reader of pages needs help: selectors.

    `image`: the element around one picture and its text; `caption` and `credit` stand inside it. `fits_if`: an element
    that only pages of this CMS have.
    """

    image: str
    caption: str | None = None
    credit: str | None = None
    fits_if: str | None = None


class Role(Row, frozen=True):
    """A word for what a picture or its giver is: handout, pool, file …

    `code`: from supply metadata, no name. `placeholder`: stands where a name should. `exact`: only in these capitals.
    `ending`: also counts as the last part of a compound (LW-Archiv). `owner`: the owner's name follows.
    `private`: given by a private person. `bracketed`: only in brackets of its own.
    `not_in`: languages in which it means something else; `only_in`: the only ones in which it means this.
    """

    kinds: tuple[str, ...] = ()
    code: bool = False
    placeholder: bool = False
    exact: bool = False
    ending: bool = False
    owner: bool = False
    private: bool = False
    bracketed: bool = False
    not_in: tuple[str, ...] = ()
    only_in: tuple[str, ...] = ()


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


SupplierSort = Literal[
    "newspaper", "broadcaster", "company", "public body", "club", "social network", "picture generator"
]


class Supplier(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True, gc=False):
    """A party that is no agency: who gives, owns or shows pictures.

    `kinds`: what its name says of the picture.
    """

    name: str
    sort: SupplierSort
    aliases: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


class Names(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """Words of persons' names, by language, each list one text with blanks between the words.

    `raised`: particles that have a capital unless they follow another particle (Le Pen, de la Cruz).
    """

    given: dict[str, str] = {}
    particles: dict[str, str] = {}
    raised: str = ""
    suffixes: str = ""
    titles: tuple[str, ...] = ()
    oblique: dict[str, dict[str, str]] = {}


class Organisations(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """Words that make a name an organisation's: whole words, beginnings and endings of words, by language.

    `trade`, `trade_endings`: those of firms that sell pictures (Sportfoto, Images); beside others they are an agency.
    `neutral`: words that such firms have in their names as well as others.
    `surnames`: those that behind a given name are a surname. `generic`: words that beside an agency's name add nothing
    to it (Agency, Photo, خبرگزاری). `domains`: last parts of internet addresses. `articles`: left out where they stand
    small before a name. `small`: written small inside a name.
    """

    words: dict[str, str] = {}
    trade: dict[str, str] = {}
    trade_endings: str = ""
    neutral: str = ""
    beginnings: dict[str, str] = {}
    endings: dict[str, str] = {}
    generic: dict[str, str] = {}
    surnames: str = ""
    small: str = ""
    domains: str = ""
    articles: str = ""


class Generators(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """What tells generated pictures, and what passes a picture off as a photograph.

    `source_types`: IPTC's and schema.org's terms. `file_names`: how generators begin the names of the files they make.
    `photographs`: words of a credit's label for a photograph. `labels`: words that tell readers, beside roles.toml.
    """

    source_types: tuple[str, ...] = ()
    file_names: tuple[str, ...] = ()
    photographs: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()


class PermissionsFile(Struct, frozen=True, forbid_unknown_fields=True):
    """How a line says that the owner of a picture has agreed."""

    permissions: tuple[str, ...] = ()


class MarkersFile(Struct, frozen=True, forbid_unknown_fields=True):
    marker: tuple[Marker, ...] = ()


class RolesFile(Struct, frozen=True, forbid_unknown_fields=True):
    role: tuple[Role, ...] = ()
    joiner: tuple[Joiner, ...] = ()


class ResiduesFile(Struct, frozen=True, forbid_unknown_fields=True):
    residue: tuple[Residue, ...] = ()


class LicencesFile(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """`free_hosts`: sites whose pages are licences that everybody has."""

    free_hosts: tuple[str, ...] = ()
    licence: tuple[Licence, ...] = ()


class SuppliersFile(Struct, frozen=True, forbid_unknown_fields=True):
    """`others`: by sort, the parties that have a name and nothing else, in one text with semicolons between them.

    `houses`: by the names of a publishing house, the titles and stations whose pictures are its own, likewise.
    """

    supplier: tuple[Supplier, ...] = ()
    others: dict[SupplierSort, str] = {}
    houses: dict[str, str] = {}

    def rows(self) -> list[Supplier]:
        """All parties of the file."""
        plain = [Supplier(name, sort) for sort, text in self.others.items() for name in _names_in(text)]
        known = {name for row in (*self.supplier, *plain) for name in (row.name, *row.aliases)}
        houses = [Supplier(name, "company") for names in self.houses for name in _names_in(names) if name not in known]
        return [*self.supplier, *plain, *houses]

    def published(self) -> list[tuple[str, str]]:
        """Each title with its house."""
        pairs = self.houses.items()
        return [(title, name) for names, text in pairs for name in _names_in(names) for title in _names_in(text)]


def _names_in(text: str) -> list[str]:
    return [" ".join(words) for words in map(str.split, text.split(";")) if words]


S = TypeVar("S", bound=Struct)
R = TypeVar("R", bound=Row)


def files(folders: Sequence[Path], name: str) -> list[Path]:
    """The files of a name, in the order of the folders."""
    return [folder / name for folder in folders if (folder / name).is_file()]


def phrases(texts: Iterable[str]) -> Phrases[str]:
    """A look-up of phrases that says which was found."""
    found: Phrases[str] = Phrases()
    for text in texts:
        found.add(text, text)
    return found


def rows_of(folders: Sequence[Path], name: str, shape: type[S]) -> list[S]:
    """The files of a name as records of `shape`."""
    return [to_record(read_toml(path), shape, path) for path in files(folders, name)]


def word_set(texts: Iterable[str]) -> frozenset[str]:
    """The words of texts with blanks between them, folded."""
    return frozenset(fold_word(word) for text in texts for word in text.split())


def table(folders: Sequence[Path], name: str, rows: Iterable[R]) -> Phrases[R]:
    """A look-up of rows by their texts. Raises RuleFileError where two rows of one place claim a text."""
    found: Phrases[R] = Phrases()
    claimed: dict[tuple[str, str], R] = {}
    for row in rows:
        for text in row.texts:
            if claimed.setdefault((text, row.place if isinstance(row, Marker) else ""), row) is not row:
                raise RuleFileError(
                    f'{_where(folders, name, text)}: "{text}" stands in two rows; take it from one of them.'
                )
            found.add(text, msgspec.structs.replace(row, texts=(text,)))
    return found


def supplier_table(folders: Sequence[Path], rows: Iterable[Supplier]) -> Phrases[Supplier]:
    """A look-up of suppliers by name and alias. Raises RuleFileError where two claim one."""
    found: Phrases[Supplier] = Phrases()
    claimed: dict[tuple[str, ...], str] = {}
    for row in rows:
        for text in dict.fromkeys((row.name, *row.aliases)):
            other = claimed.setdefault(key_of(text)[0], row.name)
            if other != row.name:
                where = _where(folders, "suppliers.toml", text)
                raise RuleFileError(
                    f'{where}: "{text}" is claimed by both "{other}" and "{row.name}"; take it from one.'
                )
            found.add(text, row)
    return found


def _where(folders: Sequence[Path], name: str, text: str) -> str:
    """file:line of the last mention of a text in the files of that name."""
    found = [
        f"{path}:{number}"
        for path in files(folders, name)
        for number, line in enumerate(path.read_text("utf-8-sig").splitlines(), 1)
        if f'"{text}"' in line
    ]
    return found[-1] if found else name


def layouts(folders: Sequence[Path]) -> tuple[Layout, ...]:
    """The layouts of the folders. Raises RuleFileError for a wrong field or selector."""
    paths = [path for folder in folders for path in sorted((folder / LAYOUTS).glob("*.toml"))]
    return tuple(map(_layout, paths))


def _layout(path: Path) -> Layout:
    found = to_record(read_toml(path), Layout, path)
    for field in msgspec.structs.fields(Layout):
        selector = getattr(found, field.name)
        if selector is not None and not is_selector(selector):
            raise RuleFileError(
                f'{path}:{line_of(path, field.encode_name)}: "{selector}" is no selector; write tag.class, #id or '
                "[name=value], with a blank before an element inside it."
            )
    return found


def is_selector(text: str) -> bool:
    """Is it made of steps such as `div.pic`, `#lead`, `[name=value]`?"""
    steps = text.split()
    return bool(steps) and all(map(STEP.fullmatch, steps))
