"""Credits found in text copies of labelled pages, in the shapes in which importers, mails and archives write them.

    python benchmarks/text_copies.py FOLDER [--pages 20] [--misses]

FOLDER holds gold.jsonl and the pages it names. For every so many of its pages with a labelled credit, the paragraphs,
captions and credits are written as text in each shape, read again, and the credits compared by their words. A wrong
credit counts twice, as false and as missed.
"""

import argparse
import gzip
import json
import sys
import textwrap
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import lxml.html

from auditor import audit, house, read
from auditor.credits import take_apart
from auditor.model import Document, Story
from auditor.text import squeeze, tokens
from auditor.words import Words

Image = tuple[str, str]  # caption, credit
LONG = 90  # characters of a paragraph of the body


def importer(title: str, body: Sequence[str], images: Sequence[Image]) -> str:
    """One paragraph a block, the caption with its credit among them, a button's name behind it."""
    captions = [f"{caption} Credit: {credit} More" for caption, credit in images]
    return "\n\n".join([title, *_among(body, captions), "Source: https://news.example/2026/04/12/story/"])


def dashed(title: str, body: Sequence[str], images: Sequence[Image]) -> str:
    """The credit behind the caption in a bracket, no marker."""
    captions = [f"{caption} ({credit})" for caption, credit in images]
    return "\n\n".join([f"date 2026-04-12 {title}", *_among(body, captions)])


def mail(title: str, body: Sequence[str], images: Sequence[Image]) -> str:
    """A mail: header lines, lines of 72 characters, the credit on a line of its own under the caption."""
    captions = [f"{textwrap.fill(caption, 72)}\nPhoto: {credit}" for caption, credit in images]
    head = f"From: desk@news.example\nSubject: {title}\nDate: Sun, 12 Apr 2026 06:00:00 +0000"
    return "\n\n".join([head, *_among([textwrap.fill(p, 72) for p in body], captions)])


def archive(title: str, body: Sequence[str], images: Sequence[Image]) -> str:
    """An archive's print-out: a line a paragraph, captions and credits in labelled lines at the end."""
    fields = [f"CAPTION: {caption}\nCREDIT: {credit}" for caption, credit in images]
    return "\n".join([f"HEADLINE: {title}", "DATE: 2026-04-12", "", *body, "", *fields])


def markdown(title: str, body: Sequence[str], images: Sequence[Image]) -> str:
    """Markdown: an image, and below it in italics the caption with its credit behind a bar."""
    captions = [f"![](https://img.example/{n}.jpg)\n*{c.replace('*', '')} | {k}*" for n, (c, k) in enumerate(images)]
    return "\n\n".join([f"# {title}", *_among(body, captions)])


def codes(title: str, body: Sequence[str], images: Sequence[Image]) -> str:
    """A blog system's own text: the image and its caption in a short code."""
    image = '<img class="alignnone" src="https://img.example/1.jpg" alt="" />'
    captions = [f'[caption width="800"]{image} {caption} Photo: {credit}[/caption]' for caption, credit in images]
    return "\n\n".join([title, *_among(body, captions)])


SHAPES: tuple[Callable[[str, Sequence[str], Sequence[Image]], str], ...] = (
    importer,
    dashed,
    mail,
    archive,
    markdown,
    codes,
)


def _among(body: Sequence[str], captions: Sequence[str]) -> list[str]:
    """The captions, each after a paragraph of its own."""
    blocks: list[str] = []
    for number, paragraph in enumerate(body):
        blocks += [paragraph, *captions[number : number + 1]]
    return [*blocks, *captions[len(body) :]]


def main() -> int:
    """Measures and prints."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--pages", type=int, default=20)
    asked.add_argument("--misses", action="store_true")
    options = asked.parse_args()
    if not (options.folder / "gold.jsonl").is_file():
        print(f"{options.folder}/gold.jsonl is not here: nothing measured")
        return 0
    words = house.load(None).words
    pages = _pages(options.folder, options.pages)
    for shape in SHAPES:
        total: Counter[str] = Counter()
        for title, body, images in pages:
            total += _score(shape(title, body, images), images, words, options.misses)
        f1 = 2 * total["right"] / (total["said"] + total["gold"])
        print(f"{shape.__name__:10} {len(pages)} stories  {total['gold']} credits  credit F1 {f1:.3f}")
    return 0


def _pages(folder: Path, count: int) -> list[tuple[str, list[str], list[Image]]]:
    labelled = [json.loads(line) for line in (folder / "gold.jsonl").read_text("utf-8").splitlines()]
    useful = [p for p in labelled if any(i["caption"] and i["credit"] for i in p["images"])]
    step = max(1, len(useful) // count)
    return [_page(folder, page) for page in useful[::step][:count]]


def _page(folder: Path, page: dict) -> tuple[str, list[str], list[Image]]:
    root = lxml.html.document_fromstring(read.decode(gzip.decompress((folder / page["page"]).read_bytes()))[0])
    texts = [squeeze(p.text_content()) for p in root.iter("p") if p.getparent().tag not in ("figcaption", "figure")]
    images = [(squeeze(i["caption"]), squeeze(i["credit"])) for i in page["images"] if i["caption"] and i["credit"]]
    captions = [caption for caption, _ in images]  # which many pages print as paragraphs, too
    body = [t for t in dict.fromkeys(texts) if len(t) > LONG and not any(caption in t for caption in captions)]
    return squeeze(root.findtext(".//title") or ""), body, images


def _score(text: str, images: Sequence[Image], words: Words, show: bool) -> Counter[str]:
    (story,) = audit.stories([Document("copy.txt", text.encode())], words)
    assert isinstance(story, Story)
    said = Counter(_key(i.credit_line, words) for i in story.images if i.credit_line)
    gold = Counter(_key(credit, words) for _, credit in images)
    if show:
        for what, credits in (("missed", gold - said), ("false", said - gold)):
            for key in credits:
                print(f"  {what}: {' '.join(key)}")
    return Counter(right=(said & gold).total(), said=said.total(), gold=gold.total())


def _key(line: str, words: Words) -> tuple[str, ...]:
    """The words of a line without its marker; the bracket around it is the shape's, not the line's."""
    return tuple(tokens(take_apart(line.strip("()"), words).line))


if __name__ == "__main__":
    sys.exit(main())
