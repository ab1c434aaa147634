"""What the page readers lean on: the same labelled pages with one sign after the other taken off.

    python benchmarks/disguises.py FOLDER [--only NAME]

FOLDER as for `pages.py`. What a publisher names its classes, and which elements it takes for a picture and its text,
says nothing about the picture: a reader that knows pages rather than publishers loses little where they are changed.
Prints two lines a disguise: the figures of `pages.py` for the tuned pages, and for those put aside.
"""

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from lxml import etree
from pages import Page, document, is_put_aside, report, score

from auditor.model import Document
from auditor.read import decode
from auditor.words import Words

RULES = Path(__file__).parent.parent / "rules"
Disguise = Callable[[etree._Element], None]


def main() -> int:
    """Measures and prints."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--only", choices=DISGUISES)
    options = asked.parse_args()
    if not options.folder.is_dir():
        print(f"{options.folder} is not here: nothing measured")
        return 0
    words = Words.load([RULES])
    pages = [json.loads(line) for line in (options.folder / "gold.jsonl").read_text("utf-8").splitlines()]
    for name in [options.only] if options.only else DISGUISES:
        for side in (False, True):
            chosen = [page for page in pages if is_put_aside(page["publisher"]) is side]
            scores = (score(page, disguised(page, options.folder, DISGUISES[name]), words) for page in chosen)
            print(f"{name:16} {'aside' if side else 'tuned'}  {report(sum(scores, Counter()))}", flush=True)
    return 0


def disguised(page: Page, folder: Path, disguise: Disguise) -> Document:
    """The page, disguised."""
    original = document(folder / page["page"])
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(decode(original.data)[1], parser)
    disguise(root)
    return Document(original.name, b"<!doctype html>" + etree.tostring(root, encoding="utf-8", method="html"))


def as_it_is(root: etree._Element) -> None:
    """Nothing is changed."""


def names(root: etree._Element) -> None:
    """Classes and ids say nothing, as where a build tool makes them up."""
    for element in root.iter(etree.Element):
        for attribute in ("class", "id"):
            tokens = (element.get(attribute) or "").split()
            if tokens:
                element.set(attribute, " ".join("x" + hashlib.sha1(token.encode()).hexdigest()[:6] for token in tokens))


def renamed(**tags: str) -> Disguise:
    """Elements under other tags."""

    def disguise(root: etree._Element) -> None:
        for element in root.iter(*tags):
            element.tag = tags[str(element.tag)]

    return disguise


def both(*parts: Disguise) -> Disguise:
    """Several disguises, one after the other."""

    def disguise(root: etree._Element) -> None:
        for part in parts:
            part(root)

    return disguise


def below(root: etree._Element) -> None:
    """The caption stands behind the figure, in a box around both."""
    for caption in list(root.iter("figcaption")):
        figure = caption.getparent()
        above = figure.getparent() if figure is not None and figure.tag == "figure" else None
        if above is not None and figure[-1] is caption:
            box = etree.Element("div")
            box.tail, figure.tail = figure.tail, None
            above.replace(figure, box)
            box.extend([figure, caption])
            caption.tag = "div"


def flat(root: etree._Element) -> None:
    """A caption is one text: no element inside it sets the credit apart."""
    for caption in root.iter("figcaption"):
        text = " ".join(" ".join(caption.itertext()).split())
        for child in list(caption):
            caption.remove(child)
        caption.text = text


def table(root: etree._Element) -> None:
    """Picture and caption are rows of a table."""
    for figure in list(root.iter("figure")):
        above = figure.getparent()
        if above is None:
            continue
        rows = etree.Element("table")
        rows.tail, figure.tail = figure.tail, None
        above.replace(figure, rows)
        for child in list(figure):
            child.tag = "div" if child.tag == "figcaption" else child.tag
            etree.SubElement(etree.SubElement(rows, "tr"), "td").append(child)


def without(*attributes: str) -> Disguise:
    """No element has one of the attributes."""

    def disguise(root: etree._Element) -> None:
        for element in root.iter(etree.Element):
            for attribute in attributes:
                element.attrib.pop(attribute, None)

    return disguise


figures = renamed(figure="div", figcaption="div")
DISGUISES: dict[str, Disguise] = {
    "as-it-is": as_it_is,
    "names": names,
    "figures": figures,
    "figures-names": both(figures, names),
    "frame": renamed(article="div", main="div", section="div", aside="div", header="div", footer="div", nav="div"),
    "paragraphs": renamed(p="div"),
    "headline": renamed(h1="div"),
    "caption-below": below,
    "flat": flat,
    "flat-names": both(flat, names),
    "table": table,
    "heading": renamed(figcaption="h5"),
    "amp": renamed(img="amp-img"),
    "alt": without("alt"),
    "titles": without("title"),
    "microdata": without("itemprop", "itemtype", "itemscope"),
}

if __name__ == "__main__":
    sys.exit(main())
