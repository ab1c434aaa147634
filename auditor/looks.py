"""What a picture shows, as a number that stays nearly the same when it is scaled or compressed anew.

The perceptual hash of imagehash (extra `images`) with 256 bits. Like numbers speak for one picture; unlike ones prove
nothing, for a crop or another frame changes them. The bytes may be anybody's: few formats are opened, no huge picture.
"""

import io
import warnings
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

SIDE = 16
BITS = SIDE * SIDE
SAME = 24
"""Bits that may differ between two versions of one picture; of two different ones about half do."""
PLAIN = BITS // 4
"""Bits set, or not set, below which a picture is a plain area or a bar: many look like that."""
MOST_PIXELS = 60_000_000
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
ENOUGH = 256
"""Pixels a side from which on a JPEG is unpacked: the hash looks at 64."""


def able() -> bool:
    """Is the extra installed?"""
    return find_spec("imagehash") is not None


def look_of(data: bytes) -> str:
    """The hash of a picture file in hexadecimal; empty for what is no such file, too large, damaged or plain."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
                return _look(picture) if picture.width * picture.height <= MOST_PIXELS else ""
    except Exception:  # whatever a damaged or hostile file brings about: it tells nothing
        return ""


def _look(picture: "Image.Image") -> str:
    import imagehash

    picture.draft("L", (ENOUGH, ENOUGH))
    look = imagehash.phash(picture, hash_size=SIDE)
    return str(look) if PLAIN <= int(look.hash.sum()) <= BITS - PLAIN else ""


def differing(one: str, other: str) -> int:
    """How many bits differ between two hashes in hexadecimal, of BITS."""
    return (int(one, 16) ^ int(other, 16)).bit_count()
