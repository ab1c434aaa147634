"""Which words are labels: "Photo by", "©", "Foto:", 撮影."""

from auditor.credits.line import Claim, Line
from auditor.words import Label, Words


def find_labels(line: Line, words: Words) -> Line:
    """Labels at the start, several in a row too; later ones where a part of the line begins; those behind a name."""
    claims = []
    for first, last in line.runs():
        index = first
        while index < last:
            label = _label(line, words, index, last)
            if label is None:
                index += 1
                continue
            claim = _claim(line, index, label)
            claims.append(claim)
            index = claim.last
    return line.claim(claims)


def _label(line: Line, words: Words, index: int, last: int) -> Label | None:
    label = words.label_at(line.said, index)
    if label and _may_stand(line, index, label, last):
        return label
    return _label_behind(line, words, index, last)


def _may_stand(line: Line, index: int, label: Label, last: int) -> bool:
    """A label opens the line or a part of it; one with a colon, a sign or "photo by" may also stand inside."""
    after = next((i for i in range(index, len(line.said.words)) if line.said.starts[i] >= label.end), None)
    if after is None and not label.colon:
        return False
    if not label.marker.takes_colon or label.colon:
        return index == 0 or label.marker.inside or line.parted(index)
    return _opens(line, index) and _is_no_name(line, label, after)


def _opens(line: Line, index: int) -> bool:
    return index == 0 or all(claim.role in ("marker", "residue") for claim in line.claims if claim.first < index)


def _is_no_name(line: Line, label: Label, after: int | None) -> bool:
    """ "BILD/Jane Roe" is a newspaper, "FOTO/EFE" a label; a label without colon is followed by a blank or a slash."""
    if after is None:
        return False
    gap = line.said.text[label.end : line.said.starts[after]]
    return not gap.strip() or gap.strip() in ("/", "©", "|", "-", "–", "(", "@")


def _label_behind(line: Line, words: Words, index: int, last: int) -> Label | None:
    for end, marker in words.markers.at(line.said, index, last):
        if marker.place == "after" and (index > 0) and line.parted(end) and not line.parted(index):
            start, stop = line.said.starts[index], line.said.ends[end - 1]
            if line.said.text[stop : stop + 1] == ".":
                stop += 1
            return Label(start, stop, line.said.text[start:stop], marker, False)
    return None


def _claim(line: Line, index: int, label: Label) -> Claim:
    last = index + 1
    while last < len(line.said.words) and line.said.starts[last] < label.end:
        last += 1
    issues = ("missing_colon",) if label.marker.takes_colon and not label.colon else ()
    hint = "person" if label.marker.person else ""
    return Claim(index, last, label.start, label.end, "marker", label.text, "labels", label.marker.kinds, issues, hint)
