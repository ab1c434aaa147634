"""HTML pages: which images belong to the story, what stands under them, and what the page says of itself."""

from auditor.parsers.html.page import parse, sniff

__all__ = ["parse", "sniff"]
