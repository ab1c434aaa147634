"""A credit line while it is being taken apart: its words, and which step claimed which of them for what."""

import html
import re
import unicodedata
from collections.abc import Callable, Container
from functools import lru_cache
from operator import attrgetter

from msgspec import Struct

from auditor.agencies import Agencies, Agency, Hints
from auditor.model import Role
from auditor.phrases import Worded, fold_word, worded
from auditor.text import without_unseen
from auditor.words import Words

LIMIT = 1000  # characters of a credit that are taken apart; what is beyond stands in `rest`
BREAKS = frozenset("/|;:()[]{}<>•·=#+*\n…→~\\、，；：。！？「」『』【】〔〕《》〈〉−▲△▶►■●◆※∙⋅‧❘│")
TITLE_QUOTES = frozenset("「」『』")  # a work's title inside a name, where nothing else parts it from the name
DASHES = ("-", "–", "—", "―", "‐", "‑", "ー")
GLUED = re.compile(r"([a-zà-öø-ÿąćęłńóśźżčďěňřšťůž]{2})(?=[A-Z]{2}|[A-Z][a-z]+(?:[A-Z]|$))")
LABELLED = re.compile(r"([A-Z]?[a-z]{2,15})([A-Z][^\W\d_]{1,30})")
RUN_ON = re.compile(r"[^\W\d_A-Z][A-Z]|[A-Z]{6}|[가-힣]{5}")
HANGUL = "가"  # the first syllable; scripts with higher code points have no such titles
SYLLABLES = (2, 3, 4)  # of a Korean name
STOCK_NUMBER = re.compile(r"(?<=[A-Za-z])_(?=[0-9]{5})")  # "AdobeStock_123456789"
LONGEST_GLUED = 60  # letters of a word that are looked at
ABBREVIATED = 3  # letters; a full stop behind a longer word ends a sentence


class Claim(Struct, frozen=True, gc=False):
    """Words from `first` up to before `last`, printed at start:end, taken for `role` by `step`.

    `name` is the canonical or natural form. `kinds` and `issues` are codes that follow from these words alone. `hint`
    is what later steps need to know: of a label "person" where it announces one, of a joiner what it does.
    """

    first: int
    last: int
    start: int
    end: int
    role: Role
    name: str
    step: str
    kinds: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    hint: str = ""


class Line(Struct, frozen=True, gc=False):
    """A credit line: the text in its visible form, its words, and the claims so far in the order of the text.

    `gaps` tells for each word what stands before it (see gap_kind), and last what stands after all; `breaks` are the
    words before which parties are parted, the first aside. `mentions` are the
    agency names in it, in the shape of `Agencies.found`; `beyond` is what was too long to look at, `flaws` the codes
    of what had to be mended to read it.
    """

    said: Worded
    hints: Hints
    gaps: tuple[str, ...]
    mentions: tuple[tuple[int, int, Agency, bool], ...]
    beyond: str
    breaks: tuple[int, ...]
    flaws: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()

    def claim(self, claims: list[Claim]) -> "Line":
        """The line with more claims; the steps see to it that none overlap."""
        if not claims:
            return self
        merged = tuple(sorted((*self.claims, *claims), key=_start))
        return Line(self.said, self.hints, self.gaps, self.mentions, self.beyond, self.breaks, self.flaws, merged)

    def taken(self, first: int, last: int, role: Role, step: str, name: str | None = None) -> Claim:
        """A claim of whole words, named as they are written unless a name is given."""
        said = self.said
        start, end = said.starts[first], said.ends[last - 1]
        return Claim(first, last, start, end, role, said.text[start:end] if name is None else name, step)

    def claim_at(self, firsts: Container[str], find: Callable[[int, int, int], Claim | None]) -> "Line":
        """The line with what `find(index, first, last)` claims at words of `firsts` in the stretches not yet claimed.

        It goes on behind each claim.
        """
        claims: list[Claim] = []
        for first, last in self.runs():
            index = first
            while index < last:
                claim = find(index, first, last) if self.said.words[index] in firsts else None
                if claim:
                    claims.append(claim)
                index = claim.last if claim else index + 1
        return self.claim(claims)

    def runs(self) -> list[tuple[int, int]]:
        """The stretches of words that nobody has claimed: (first, index after the last)."""
        found, position = [], 0
        for claim in self.claims:
            if claim.first > position:
                found.append((position, claim.first))
            if claim.last > position:
                position = claim.last
        if position < len(self.said.words):
            found.append((position, len(self.said.words)))
        return found

    def segments(self) -> list[tuple[int, int]]:
        """The unclaimed stretches, split at everything that separates parties (not at commas)."""
        runs = self.runs()
        if not self.breaks:
            return runs
        found = []
        for first, last in runs:
            for index in self.breaks:
                if first < index < last:
                    found.append((first, index))
                    first = index
            found.append((first, last))
        return found

    def parted(self, index: int) -> bool:
        """Whether a separator stands before word `index`; always at the ends of the line."""
        return self.gaps[index] == "break"


_start = attrgetter("start")
ByRole = dict[Role, list[Claim]]


def by_role(line: Line) -> ByRole:
    """The claims of each role in the order of the line; a role that no claim has is missing."""
    found: ByRole = {}
    for claim in line.claims:
        role = claim.role
        if role in found:
            found[role].append(claim)
        else:
            found[role] = [claim]
    return found


@lru_cache(maxsize=4096)
def gap_kind(gap: str) -> str:
    """What stands between two words: "break" parts two parties, "comma" may, "joined" stands inside a word, "blank"."""
    if gap in TITLE_QUOTES:
        return "joined"  # 映画「見本」製作委員会
    if not gap.isascii() or not gap.isalnum():
        plain = unicodedata.normalize("NFKC", gap)
        if any(c in BREAKS for c in plain) or any(c in BREAKS for c in gap):
            return "break"
        if plain.strip() in DASHES and plain != plain.strip():
            return "joined" if plain == "- " else "break"  # "Presse- und Informationsamt"
        if "—" in gap or (gap.endswith("@") and len(gap) > 1):
            return "break"
        if "," in plain:
            return "comma"
        if any(dash * 2 in plain for dash in DASHES):
            return "break"
    return "blank" if " " in gap else "joined"


def read_line(text: str, hints: Hints, words: Words) -> Line:
    """The line in its visible form: entities resolved, invisible characters gone, blanks squeezed, long lines cut."""
    seen = text[: 4 * LIMIT]
    if "&" in seen:
        seen = html.unescape(seen)
    if not seen.isprintable():  # no invisible character is
        seen = without_unseen(seen)
    plain = " ".join(seen.split())
    if "_" in plain:
        plain = STOCK_NUMBER.sub(" ", plain)
    head, tail = plain[:LIMIT], plain[LIMIT:] + text[4 * LIMIT :]
    head, flaws = _with_label_apart(head, words)
    if not head.isascii() and max(head) >= HANGUL:
        head = _with_titles_apart(head, words)
    agencies = words.agencies
    said = worded(head)
    mentions = tuple(agencies.found(said, hints))
    named = bool(mentions) and mentions[-1][1] == len(said.words)
    mended = head if named or not RUN_ON.search(head.rpartition(" ")[2][-LONGEST_GLUED:]) else unglued(head, agencies)
    if mended is not head:
        said = worded(mended)
        mentions = tuple(agencies.found(said, hints))
    gaps = _gaps(said, words)
    breaks = tuple([index for index, gap in enumerate(gaps) if gap == "break"][1:-1])  # less the ends of the line
    return Line(said, hints, gaps, mentions, tail, breaks, ("glued",) if mended is not head else flaws)


def _with_titles_apart(text: str, words: Words) -> str:
    """Korean names with a blank before the title that is written on to them: "홍길동기자"."""
    said, cuts = worded(text), []
    for start, word in zip(said.starts, said.words, strict=True):
        title = next((title for title in words.written_on if word.endswith(title)), "")
        if title and len(word) - len(title) in SYLLABLES:
            cuts.append(start + len(word) - len(title))
    for cut in reversed(cuts):
        text = f"{text[:cut]} {text[cut:]}"
    return text


def _with_label_apart(text: str, words: Words) -> tuple[str, tuple[str, ...]]:
    """ "CreditJane Roe" with a blank behind the label, where a given name begins there; and the code for it."""
    match = LABELLED.match(text)
    if match and words.is_label(match[1]) and fold_word(match[2]) in words.given:
        return f"{match[1]} {text[match.end(1) :]}", ("glued",)
    return text, ()


def unglued(text: str, agencies: Agencies) -> str:
    """A line whose words run into each other, parted where agencies' names begin: "wojskaTHOMAS SAMSONAFP"."""
    head, _, word = text.rpartition(" ")
    parts: list[str] = []
    while (cut := _cut(word, agencies)) is not None:
        parts.insert(0, word[cut:])
        word = word[:cut]
    if not parts or not (GLUED.search(text) or agencies.get(word) or not word.isascii()):
        return text
    return " / ".join([GLUED.sub(r"\1 / ", f"{head} {word}"), *parts])


def _cut(word: str, agencies: Agencies) -> int | None:
    """Where an agency's own name, or any in Hangul, begins at the end of a word; three letters are left before it."""
    for start in range(2, min(len(word) - 2, LONGEST_GLUED)):
        tail = word[start:]
        agency = agencies.get(tail) if tail[0].isupper() or not tail.isascii() else None
        if agency and (tail in (agency.name, agency.name.upper()) or (not tail[0].isupper() and not tail[0].islower())):
            return start
    return None


def _gaps(said: Worded, words: Words) -> tuple[str, ...]:
    """What stands before each word and after the last; the ends of the line, and of a sentence, are breaks."""
    text = said.text
    gaps = ["break"]
    for end, start, word in zip(said.ends, said.starts[1:], said.words, strict=False):
        gap = text[end:start]
        if gap == " ":
            gaps.append("blank")  # most gaps
        else:
            gaps.append("break" if gap == ". " and _ends_sentence(word, words) else gap_kind(gap))
    gaps.append("break")
    return tuple(gaps)


def _ends_sentence(word: str, words: Words) -> bool:
    return len(word) > ABBREVIATED and word + "." not in words.organisation_words
