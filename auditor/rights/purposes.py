"""What a picture may be shown for; apart from the records, because the command line needs no more of them."""

from typing import Literal

Purpose = Literal["web", "print", "social", "archive", "syndication", "sponsored"]
