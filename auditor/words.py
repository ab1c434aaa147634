"""Look-ups in the word tables: what in a credit line or caption is a label, a role, a left-over, a supplier.

Tables are TOML; the newsroom's folders are laid out like `rules/` and add to it. All look-ups go word by word through
dictionaries, so they take time in proportion to the text and know neither parts of words nor regular expressions.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, cast

from msgspec import Struct

from auditor.agencies import Agencies, Hints
from auditor.phrases import Worded, worded
from auditor.styles import HouseStyle
from auditor.text import fold, is_unspaced, letters_only, without_diacritics
from auditor.vocabulary import (
    Marker,
    Role,
    Row,
    Supplier,
    SupplierSort,
    files,
)
from auditor.wordlists import WordLists

R = TypeVar("R")
IN_CAPTIONS = frozenset(
    {"interface", "restriction", "rights", "transmission"}
)  # left-overs that are no part of a caption
ASKED_BY_MOST = (
    "given", "organisation_words", "organisation_codes", "titles", "facts", "restrictions", "photographs",
    "generated_names", "generated_types", "generated_labels",
)  # fmt: skip
MOST_TOLD = 4096  # answers of one function that are remembered
COLONS = (":", "：", "=", "＝", "／", "・", "՝", "፦", "፡", "...", "…")
LABEL_BRACKET = "】"  # behind a label it stands for the colon: 【写真】
UNSPACED = ("\u3040", "\u9fff")  # kana and Chinese characters
OPENING = frozenset("([{（［【〔「|•–—-/;。")


class Label(Struct, frozen=True):
    """A marker found in a text: text[start:end], colon included."""

    start: int
    end: int
    text: str
    marker: Marker
    colon: bool


class Words(WordLists):
    """Everything the tables know. Made once, by `load`; look-ups are cheap, and none of them changes it.

    `style` is how the newsroom prints credits, None where it has set nothing; `parsers` read what the newsroom's
    extensions know.
    """

    style: HouseStyle | None = None
    parsers: tuple[Any, ...] = ()

    def once(self, ask: Callable[..., R], *texts: str) -> R:
        """What a function says of some texts by these tables: `ask(*texts, words)`, remembered as long as the tables.

        A cache of the function's own would keep every table alive that it was ever asked about.
        """
        told = self._told[ask]
        if texts not in told:
            if len(told) >= MOST_TOLD:
                told.clear()
            told[texts] = ask(*texts, self)
        return cast(R, told[texts])

    @cached_property
    def _told(self) -> dict[Callable[..., object], dict[tuple[str, ...], object]]:
        return defaultdict(dict)

    @cached_property
    def by_letters(self) -> dict[str, Supplier]:
        """Suppliers by the bare letters of their names and aliases: "latimes", "theverge"."""
        return {letters(name): row for row in self._suppliers for name in (*row.aliases, row.name)}

    def names_of(self, name: str) -> set[str]:
        """A name and the other names that the table has for the same party."""
        row = self.by_letters.get(letters(name))
        return {name, row.name, *row.aliases} if row else {name}

    @cached_property
    def houses(self) -> dict[str, list[str]]:
        """The publishing houses of a title, by its bare letters."""
        found = defaultdict[str, list[str]](list)
        for title, house in self._published:
            found[letters(title)].append(house)
        return found

    def is_brand(self, written: str) -> bool:
        """Whether a supplier's name is printed exactly as the table has it."""
        return any(written in (row.name, *row.aliases) for row in self.suppliers.whole(written))

    def of_sort(self, sort: SupplierSort, names: Iterable[str]) -> list[str]:
        """Those of the names that are suppliers of a sort: "Midjourney" is a picture generator."""
        return [name for name in names if any(row.sort == sort for row in self.suppliers.whole(name))]

    def supplier_cut_off(self, text: str, own: str) -> str | None:
        """The supplier whose name begins with a text cut off in it; `own` before all others, None where it is open."""
        head = fold(text).removeprefix("the ")
        if not head:
            return None
        if own and fold(own).removeprefix("the ").startswith(head):
            return own
        found = {name for folded, name in self._press if folded.startswith(head)}
        return found.pop() if len(found) == 1 else None

    @cached_property
    def _press(self) -> list[tuple[str, str]]:
        rows = [row for row in self._suppliers if row.sort in ("newspaper", "broadcaster")]
        return [(fold(row.name).removeprefix("the "), row.name) for row in rows]

    def styled(self, style: HouseStyle | None) -> "Words":
        """The same tables for a newsroom that prints credits so."""
        if style is None:
            return self
        words = copy(self)
        words.style = style
        return words

    def of_house(self, style: HouseStyle | None, parsers: tuple[Any, ...]) -> "Words":
        """The same tables for a newsroom with this style and these parsers of other packages."""
        words = self.styled(style)
        if parsers:
            words = copy(words)
            words.parsers = parsers
        return words

    @classmethod
    def load(cls, folders: Sequence[Path]) -> "Words":
        """The tables of `folders`, the shipped `rules/` first; a file that a folder lacks is no mistake.

        Raises RuleFileError naming file, line and remedy for a wrong field or value and for a contested alias.
        """
        return cls(Agencies.load(files(folders, "agencies.toml")), folders)

    def complete(self) -> "Words":
        """The same tables, those that nearly every story needs worked out, so that they are kept with the others."""
        for name in ASKED_BY_MOST:
            getattr(self, name)
        return self

    def label_at(self, said: Worded, index: int) -> Label | None:
        """The marker that begins at word `index`; without its colon never one that an agency's name begins with."""
        for last, marker in self.markers.at(said, index):
            if marker.place == "after" or (last - index > 1 and _is_initial(said, last - 1)) or _is_cut(said, last):
                continue
            end = _after_colon(said, last, marker.signs)
            colon = (
                end > said.ends[last - 1] or said.gap(last).startswith(LABEL_BRACKET) or _opens_apart(said, index, last)
            )
            if colon or (marker.bare and not self._longer_name(said, index, last)):
                start = said.starts[index]
                return Label(start, end, said.text[start:end], marker, colon)
        return None

    def announces(self, said: Worded, index: int) -> bool:
        """Does a marker with its colon begin at word `index`, a credit behind it: "MANDATORY CREDIT: Jane Roe"?"""
        label = self.label_at(said, index)
        return label is not None and label.colon

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

    def labels_inside(self, text: str, pictures_only: bool = True) -> list[Label]:
        """The places in a caption at which a credit may begin, left to right; or what else may be announced: "Source:".

        A marker with its colon, a copyright sign, "photo by"; a noun without colon only in capitals or at the start of
        a bracket or after a dash or bar ("(Foto Jane Roe)", "in June CREDIT HOGP/AP", "– Foto Jane Roe").
        """
        said = worded(text)
        found: list[Label] = []
        for index in self.markers.beginnings(said):
            label = self.label_at(said, index)
            beyond = not found or (label is not None and label.start >= found[-1].end)
            fits = label is not None and _may_stand_inside(said, index, label) is pictures_only
            if label and beyond and fits and self._begins_credit(said, index, label):
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
        if not self.residue.begins_in(said.words):
            return text, ()
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
        for start in self.residue.beginnings(said):
            for last, row in self.residue.at(said, start, count) if first < start < count else ():
                told = row.place == "tail" and row.sort in sorts and last > start + 1
                if not told or not said.written(start, last).isupper():
                    continue
                if not self._is_seen(said, start, last) and not self.announces(said, start):
                    return start
        return None

    def _is_seen(self, said: Worded, start: int, last: int) -> bool:
        """Is it what a picture shows: "reading NO SALES", "the UK OUT sign"?"""
        goes_on = last < len(said.words) and said.text[said.starts[last]].islower() and not said.gap(last).strip()
        return goes_on or self._is_quoted(said, start)

    def _is_quoted(self, said: Worded, index: int) -> bool:
        """Does a word such as "reading" or "chant" stand right before: a banner says it, no desk?"""
        if said.gap(index).strip(" :"):
            return False
        return any(sense.part == "quoting" for sense in self.restrictions.senses.whole(said.words[index - 1]))

    def _residue_until(self, said: Worded, first: int, count: int, sorts: frozenset[str]) -> int | None:
        for start in range(max(first, count - 12), count):
            for last, row in self.residue.at(said, start, count):
                told = last == count and row.place != "start" and row.sort in sorts
                quoted = told and start and row.sort == "restriction" and self._is_quoted(said, start)
                if told and not quoted and same_capitals(said.written(start, last), row):
                    return start
        return None

    def _longer_name(self, said: Worded, first: int, last: int) -> bool:
        """Whether an agency's name begins here ("Photo News"), or a word for the kind that is a whole part."""
        found = self.agencies.found_at(said, first, Hints())
        if found is not None and found[1] > last:
            return True
        wholes = (end for end, _ in self.roles.at(said, first) if said.gap(end).strip() or end == len(said.words))
        return any(end > last for end in wholes)

    def _begins_credit(self, said: Worded, index: int, label: Label) -> bool:
        if label.colon:
            return True
        if not label.marker.takes_colon:
            following = said.text[label.end :].lstrip(" :/([\"'")[:1]
            return bool(following) and not (following.islower() and label.text[0].isalpha())  # "© dpa" begins one
        before = said.gap(index).strip()
        if bool(before) and before[-1] in OPENING:
            return True
        stands_out = label.text.isupper() and not said.text.isupper()
        return stands_out and not self._goes_on(said, label)

    def _goes_on(self, said: Worded, label: Label) -> bool:
        """Is a word in capitals part of a phrase: "IMAGES OF THE DAY"?"""
        behind = next((word for word, start in zip(said.words, said.starts, strict=True) if start >= label.end), "")
        return behind in self.small and behind not in self.articles and behind not in self.particles


def _may_stand_inside(said: Worded, index: int, label: Label) -> bool:
    """May a label begin a credit here? "Photo from" and its like, which sentences have too, only where a sign parts it.

    A blank does where the script writes none between words.
    """
    if label.marker.inside or label.marker.takes_colon:
        return label.marker.inside
    before = said.gap(index)
    return before.rstrip()[-1:] in OPENING or (bool(before) and is_unspaced(label.text))


def letters(name: str) -> str:
    """A name in bare letters and digits, small, without accents and without an article before it."""
    plain = letters_only(without_diacritics(name.casefold()))
    return plain[3:] if plain.startswith("the") and len(plain) > 6 else plain


def same_capitals(text: str, row: Row) -> bool:
    """Whether a text has the capitals of the row's text: "more" is not the button "More", "No sales" no shout."""
    listed = row.texts[0]
    return text.isupper() or not (listed.isupper() or (listed[:1].isupper() and not text[:1].isupper()))


def _opens_apart(said: Worded, index: int, last: int) -> bool:
    """ "撮影 山田太郎": where words are written on, a blank behind the first stands for the colon."""
    before = said.text[said.ends[last - 1] - 1]
    return not index and UNSPACED[0] <= before <= UNSPACED[1] and said.gap(last).isspace()


def _after_colon(said: Worded, last: int, signs: str) -> int:
    """Where a marker ends: after the colon, dots or bracket that belong to it, or after its last word and full stop.

    A hyphen without a blank beside it joins two words.
    """
    gap = said.gap(last)
    if not gap.strip() or gap == "-":
        return said.ends[last - 1]
    bare = gap.lstrip(" .)）]】")
    for colon in (*COLONS, *signs):
        if gap.lstrip().startswith(colon):
            return said.ends[last - 1] + len(gap) - len(gap.lstrip()) + len(colon)
        if bare.startswith(colon) and colon in ":：":
            return said.ends[last - 1] + len(gap) - len(bare) + len(colon)
    return said.ends[last - 1]


def _is_initial(said: Worded, index: int) -> bool:
    """Whether a word is a letter with a full stop behind a blank: "Photo D. Roe" has no label "Photo d'"."""
    return len(said.words[index]) == 1 and said.gap(index) == " " and said.gap(index + 1)[:1] == "."


def _is_cut(said: Worded, last: int) -> bool:
    """Whether one letter stands right behind the full stop of an abbreviation: "Ph.D." has no label "Ph."."""
    return last < len(said.words) and said.gap(last) == "." and len(said.words[last]) == 1


def _after_dot(said: Worded) -> int:
    end = said.ends[-1]
    return end + 1 if said.text[end : end + 1] == "." else end
