"""Words that say what a picture is, or how it came: Handout, Pool, File, Montage, Stringer, Uncredited."""

from itertools import pairwise

from auditor.credits.line import Claim, Line
from auditor.credits.names import EAST_ASIAN, script
from auditor.vocabulary import Role
from auditor.words import Words

HEADS = frozenset({"file", "pool", "courtesy", "screenshot", "video_still", "social", "ai_generated"})
MADE = frozenset({"graphic", "composite", "illustration", "symbol"})  # heads only of a name that is known
INITIALS = 3  # letters of a paper's title
LONGEST = 8  # words of a role that may end a part; in Chinese or Japanese, characters
PRIVATE_OWNER = "private owner"
HINTS = ("code", "placeholder", "owner", "private")
DASHES = frozenset("-–—")
OPENING, CLOSING = ("[", "("), ("]", ")")


def find_flags(line: Line, words: Words) -> Line:
    """Role words that are a whole part of the line, or stand at the end or the start of one."""
    claims: list[Claim] = []
    if words.roles.begins_in(line.said.words):
        line = line.claim(_across_breaks(line, words))
        for first, last in line.segments():
            if words.roles.begins_in(line.said.words[first:last]):
                for begin, end in comma_parts(line, first, last):
                    claims.extend(_flags(line, words, begin, end))
    return line.claim([*claims, *_lone_dashes(line)])


def _across_breaks(line: Line, words: Words) -> list[Claim]:
    """Placeholders with a sign in them that elsewhere parts two parties: "n/a"."""
    found = []
    for first, last in line.runs():
        if line.said.words[first] not in words.roles.firsts or last - first > LONGEST:
            continue
        broken = any(line.parted(index) for index in range(first + 1, last))
        role = _role(line, words, first, last) if broken else None
        found += [_claim(line, first, last, role)] if role and role.placeholder else []
    return found


def comma_parts(line: Line, first: int, last: int) -> list[tuple[int, int]]:
    """A part of the line, split at its commas."""
    if "comma" not in line.gaps[first + 1 : last]:
        return [(first, last)]
    borders = [first, *(i for i in range(first + 1, last) if line.gaps[i] == "comma"), last]
    return list(pairwise(borders))


def _flags(line: Line, words: Words, first: int, last: int) -> list[Claim]:
    found: list[Claim] = []
    if line.said.words[first] in words.titles.firsts and any(
        end == last and end - first > 1 for end, _ in words.titles.at(line.said, first, last)
    ):
        return found  # "Enviado especial" is a title
    while first < last:
        claim = _whole(line, words, first, last) or _tail(line, words, first, last) or _head(line, words, first, last)
        if claim is None:
            break
        found.append(claim)
        first, last = (claim.last, last) if claim.first == first else (first, claim.first)
    return found


def _whole(line: Line, words: Words, first: int, last: int) -> Claim | None:
    role = _role(line, words, first, last)
    return _claim(line, first, last, role) if role else None


def _role(line: Line, words: Words, first: int, last: int) -> Role | None:
    if line.said.words[first] not in words.roles.firsts:
        return None
    written = line.said.written(first, last)
    for end, role in words.roles.at(line.said, first, last):
        fits = not role.exact or written in role.texts
        fits = fits and not (role.bracketed and not _in_brackets(line, first, last))
        if end == last and fits and _in_language(line, role):
            return role
    return None


def _in_language(line: Line, role: Role) -> bool:
    language = (line.hints.language or "")[:2]
    return language not in role.not_in and (not role.only_in or language in role.only_in)


def _in_brackets(line: Line, first: int, last: int) -> bool:
    """Whether words stand in brackets of their own: the "[M]" of a montage."""
    return line.said.gap(first)[-1:] in OPENING and line.said.gap(last)[:1] in CLOSING


def _tail(line: Line, words: Words, first: int, last: int) -> Claim | None:
    """ "Kremlin Pool Photo", "LW-Archiv", "Jane Roe STR": what is left before it must be able to stand alone."""
    firsts = words.roles.firsts
    for index in range(max(first + 1, last - LONGEST), last):
        if line.said.words[index] not in firsts:
            continue
        role = _role(line, words, index, last)
        if role and _may_end(line, words, role, (first, index, last)):
            return _claim(line, index, last, role)
    return None


def _may_end(line: Line, words: Words, role: Role, place: tuple[int, int, int]) -> bool:
    first, index, last = place
    written, gap = line.said.written(index, last), line.said.gap(index)
    if "handout" in role.kinds and not role.code and _ends_supplier(line, words, place):
        return False  # "LA PRESSE" is a newspaper
    if gap == "-":
        return role.ending
    if role.ending and not gap and script(line.said.words[index - 1]) in EAST_ASIAN:
        return True  # "국민일보DB"
    if role.placeholder or (line.gaps[index] == "joined" and script(line.said.words[index]) in ("cased", "uncased")):
        return False
    if line.said.written(first, index).isupper() and not written.isupper() and "file" not in role.kinds:
        return True  # "CNN Illustration"
    if "file" in role.kinds and last < len(line.said.words) and line.gaps[last] == "blank":
        return True  # "Jane Roe Archives Le Devoir"
    if last - index > 1 or role.code or (written.isupper() and len(written) > 2):
        return True
    if "ai_generated" in role.kinds and last - index == 1 and line.gaps[index] == "blank":
        return False  # "Mistral AI" is a firm
    if "pool" in role.kinds:  # "Kremlin Pool", "Jane Roe Pool"; but "Jane Pool" is a name
        return index - first > 1 or line.said.words[first] not in words.given
    return not written.istitle() or script(line.said.words[index]) != "cased"


def _head(line: Line, words: Words, first: int, last: int) -> Claim | None:
    """ "Archivo El País", "Pool Reuters", "Handout Ministry of Defence"."""
    if line.said.words[first] not in words.roles.firsts:
        return None
    for end, role in words.roles.at(line.said, first, last):
        written = line.said.written(first, end)
        heads = role.code or role.owner or not HEADS.isdisjoint(role.kinds)
        heads = heads or (not MADE.isdisjoint(role.kinds) and _names_maker(line, words, end, last))
        fits = end < last and heads and not role.placeholder and _in_language(line, role)
        joined = role.code and role.exact and line.said.gap(end) == "-"  # "HO-Example Police"
        fits = fits and not ("file" in role.kinds and written.istitle() and _names_institution(line, words, end))
        if fits and (joined or line.gaps[end] == "blank") and (not role.exact or written in role.texts):
            return _claim(line, first, end, role)
    return None


def _names_institution(line: Line, words: Words, index: int) -> bool:
    """ "Archives départementales": behind the word for an archive stands a small word that says whose it is."""
    word = line.said.words[index]
    small = line.said.written(index, index + 1).islower() and script(word) == "cased"
    joins = (words.particles, words.articles, words.joiners.firsts, words.roles.firsts, words.given)
    return small and not any(word in table for table in joins)


def _names_maker(line: Line, words: Words, first: int, last: int) -> bool:
    """ "Infografik WELT", "Composición LR": a supplier of the table, or a title's initials."""
    written = line.said.written(first, last) if first < last else ""
    initials = 1 < len(written) <= INITIALS and written.isalpha() and written.isupper()
    return (initials and not line.said.text.isupper()) or _names_supplier(line, words, first, last)


def _names_supplier(line: Line, words: Words, first: int, last: int) -> bool:
    """Whether the words are a supplier of the table and nothing else."""
    return first < last and any(end == last for end, _ in words.suppliers.at(line.said, first, last))


def _ends_supplier(line: Line, words: Words, place: tuple[int, int, int]) -> bool:
    """ "Archives LA PRESSE": the word is the last of a supplier's name that begins before it."""
    first, index, last = place
    return any(_names_supplier(line, words, begin, last) for begin in range(first, index))


def _claim(line: Line, first: int, last: int, role: Role) -> Claim:
    start, end = line.said.starts[first], line.said.ends[last - 1]
    hint = PRIVATE_OWNER if role.owner and role.private else next((h for h in HINTS if getattr(role, h)), "")
    return Claim(first, last, start, end, "kind", line.said.text[start:end], "flags", role.kinds, (), hint)


def _lone_dashes(line: Line) -> list[Claim]:
    """A dash where a name should stand: "-/AFP via Getty Images"."""
    said = line.said
    found: list[Claim] = []
    if "-" not in said.text and "–" not in said.text and "—" not in said.text:
        return found
    start = max((claim.end for claim in line.claims if claim.role == "marker" and claim.first == 0), default=0)
    gap_end = next((begin for begin in said.starts if begin >= start), len(said.text))
    gap = said.text[start:gap_end].strip(" (")
    if gap and gap[0] in DASHES and gap.lstrip("-–— ")[:1] in ("/", "|"):
        place = said.text.index(gap[0], start)
        index = said.starts.index(gap_end) if gap_end < len(said.text) else len(said.words)
        found.append(Claim(index, index, place, place + 1, "kind", gap[0], "flags", ("uncredited",), (), "placeholder"))
    return found
