"""Which words are labels: "Photo by", "©", "Foto:", 撮影."""

import re
from bisect import bisect_left

import msgspec

from auditor.credits.line import Claim, Line
from auditor.vocabulary import Marker
from auditor.words import Label, Words

LONGEST = 8  # words, in Chinese or Japanese characters, of a word for the kind
KIND_COLONS = frozenset(":：=＝")
YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def find_labels(line: Line, words: Words) -> Line:
    """Labels at the start, several in a row too; later ones where a part of the line begins; those behind a name."""
    opening = _kind_with_colon(line, words)
    if opening is None and not words.markers.begins_in(line.said.words):
        return line
    claims = [_claim(line, 0, opening)] if opening else []
    names = _inside_names(line)
    firsts, folded = words.markers.firsts, line.said.words
    for first, last in line.runs():
        index = max(first, claims[0].last) if opening else first
        while index < last:
            known = folded[index] in firsts and index not in names
            known = known and not _in_a_kind(line, words, index)
            label = _label(line, words, index, last, claims) if known else None
            if label is None:
                index += 1
                continue
            claims.append(_claim(line, index, label))
            index = claims[-1].last
    return line.claim(claims)


def _kind_with_colon(line: Line, words: Words) -> Label | None:
    """ "Supplied: Jane Roe", "File: Jane Roe": a word for the kind opens the line, and a colon follows it."""
    said = line.said
    if not said.words or said.words[0] not in words.roles.firsts or KIND_COLONS.isdisjoint(said.text):
        return None
    for end, role in words.roles.at(said, 0):
        gap = said.gap(end)
        sign = gap.lstrip()[:1]
        colon = end < len(said.words) and sign in KIND_COLONS and not role.placeholder
        fits = colon and (not role.exact or said.written(0, end) in role.texts)
        if fits and not words.label_at(said, 0):
            marker = Marker(texts=role.texts, kinds=role.kinds)
            start, stop = said.starts[0], said.ends[end - 1] + gap.index(sign) + 1
            return Label(start, stop, said.text[start:stop], marker, True)
    return None


def _inside_names(line: Line) -> set[int]:
    """The words of agencies' names but the first of each."""
    found: set[int] = set()
    for first, last, _, _ in line.mentions:
        if last - first > 1:
            found.update(range(first + 1, last))
    return found


def _label(line: Line, words: Words, index: int, last: int, before: list[Claim]) -> Label | None:
    label = words.label_at(line.said, index)
    if label and _may_stand(line, words, index, label, before):
        return label
    return _label_behind(line, words, index, last)


def _may_stand(line: Line, words: Words, index: int, label: Label, before: list[Claim]) -> bool:
    """A label opens the line or a part of it; one with a colon, a sign or "photo by" may also stand inside."""
    after = bisect_left(line.said.starts, label.end, index)
    followed = after < len(line.said.words)
    if label.marker.initial and not label.colon and not _names_somebody(line, after):
        return False
    if not label.marker.takes_colon or label.colon:
        inside = label.marker.inside or line.parted(index) or _follows(before, index)
        return (followed or label.colon) and inside
    opens = index == 0 or (_follows(before, index) and before[0].first == 0)
    return opens and followed and _is_no_name(line, words, label, index, after)


def _names_somebody(line: Line, index: int) -> bool:
    """ "Ph. Jane Roe", "Ph. AFP"; but "Ph. Roe" is somebody with this initial."""
    agency = any(mention[0] == index for mention in line.mentions)
    return agency or (index + 1 < len(line.said.words) and line.gaps[index + 1] == "blank")


def _follows(before: list[Claim], index: int) -> bool:
    return bool(before) and before[-1].last == index


def _is_no_name(line: Line, words: Words, label: Label, index: int, after: int) -> bool:
    """ "Quelle: BILD" is a newspaper, "FOTO/EFE" a label; behind one without colon stands a blank, slash or sign."""
    if index and any(label.text in supplier.aliases for _, supplier in words.suppliers.at(line.said, index, after)):
        return False
    gap = line.said.text[label.end : line.said.starts[after]]
    return not gap.strip() or gap.strip() in ("/", "|", "-", "–", "(", "@")


def _label_behind(line: Line, words: Words, index: int, last: int) -> Label | None:
    for end, marker in words.markers.at(line.said, index, last):
        inside = index > 0 and not line.parted(index)
        if marker.place == "after" and line.parted(end) and (inside or marker.rights or (index > 0 and marker.person)):
            start, stop = line.said.starts[index], line.said.ends[end - 1]
            if line.said.text[stop : stop + 1] == ".":
                stop += 1
            return Label(start, stop, line.said.text[start:stop], marker, False)
    return None


def _in_a_kind(line: Line, words: Words, index: int) -> bool:
    """ "Eigen foto", 代表撮影, 電視新聞截圖: the word ends one for what the picture is, a whole part or its end."""
    first = index
    while not line.parted(first):
        first -= 1
        if index - first > LONGEST:
            return False
        whole = line.parted(first) or line.gaps[first] == "joined"
        if whole and any(end > index and line.gaps[end] != "blank" for end, _ in words.roles.at(line.said, first)):
            return True
    return False


def _claim(line: Line, index: int, label: Label) -> Claim:
    last = bisect_left(line.said.starts, label.end, index + 1)
    if label.marker.rights and label.marker.place == "after":
        claim = line.taken(index, last, "marker", "labels", label.text)
        return msgspec.structs.replace(claim, end=label.end, issues=("copyright_statement",))
    issues = ("missing_colon",) if label.marker.takes_colon and not label.colon else ()
    if label.marker.rights and index and last < len(line.said.words) and YEAR.fullmatch(line.said.words[last]):
        claim = line.taken(index, last + 1, "residue", "labels", "rights")
        return msgspec.structs.replace(claim, issues=("copyright_statement",))
    hint = "wire" if label.marker.wire else "person" if label.marker.person else ""
    end = _with_sign(line, label)
    text = line.said.text[label.start : end]
    return Claim(index, last, label.start, end, "marker", text, "labels", label.marker.kinds, issues, hint)


def _with_sign(line: Line, label: Label) -> int:
    """The full stop of "Fot." and the slash of "Ljósmynd/" belong to the label."""
    sign = line.said.text[label.end : label.end + 1]
    return label.end + (not label.colon and (sign == "." or (sign == "/" and label.start == 0)))
