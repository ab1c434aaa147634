"""Invented pages with pictures, as the tests of counting need them."""

from pathlib import Path
from typing import NamedTuple

MAYOR = "The mayor of Brenn opens the new swing bridge over the Osmar in heavy rain"
FERRY = "The last ferry leaves the eastern quay of Port Lessing with nine lorries on board"
LAMP = "A keeper cleans the lamp of the lighthouse at Cape Halvik before the winter storms"


class Shot(NamedTuple):
    """An image of a page: address, caption, credit."""

    src: str
    caption: str = MAYOR
    credit: str = "Nadia Brandt/AFP"


def page(path: Path, *shots: Shot, date: str = "2026-01-07", topic: str = "") -> Path:
    """Writes a page with the images; its text is that of its topic, its file's name if none is given."""
    topic = topic or path.stem
    published = f'<meta property="article:published_time" content="{date}">' if date else ""
    text = "".join(
        f"<p>Paragraph {n} about {topic}: {' '.join(f'{topic}{n}{w}' for w in range(40))}.</p>" for n in range(3)
    )
    figures = "".join(
        f"<figure><img src='{s.src}' alt=''><figcaption>{s.caption} {f'Photo: {s.credit}' if s.credit else ''}"
        "</figcaption></figure>"
        for s in shots
    )
    html = f"<html><head><title>{topic}</title>{published}</head><body><article><h1>{topic}</h1>{text}{figures}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{html}</article></body></html>", "utf-8")
    return path


def newsroom(folder: Path, contracts: str, staff: str = "", settings: str = "") -> Path:
    """Writes an auditor.toml with contracts and staff."""
    (folder / "desk").mkdir(parents=True, exist_ok=True)
    (folder / "desk" / "contracts.toml").write_text(contracts, "utf-8")
    (folder / "desk" / "staff.toml").write_text(staff, "utf-8")
    config = folder / "auditor.toml"
    config.write_text(f'folders = ["desk"]\n{settings}', "utf-8")
    return config
