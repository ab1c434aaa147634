"""Audits, stories and credits into words for people or machines; one output format a file, loaded on use.

A format is a module of this folder with a function for each thing it can show: `audit(audit, out)`,
`stories(stories, out)` and `credits(credits, out)`, writing to a text stream. What is counted becomes flat rows
(`counts`), which a format writes with `rows`; for people `counted` and `chart` draw it.
"""

from collections.abc import Callable
from importlib import import_module

AUDIT_FORMATS = ("table", "json", "jsonl", "sarif", "github", "gitlab", "junit", "csv", "html", "markdown")
EXTRACT_FORMATS = ("table", "jsonl")
CREDIT_FORMATS = ("table", "jsonl")
COUNT_FORMATS = ("table", "csv", "jsonl")
KILL_FORMATS = ("table", "json", "jsonl", "csv")


def writer(format: str, thing: str) -> Callable[..., None]:
    """The function of a format's module that writes one kind of thing: "audit", "stories" or "credits"."""
    found: Callable[..., None] = getattr(import_module(f"auditor.report.{format}"), thing)
    return found
