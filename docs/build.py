"""Writes docs/rules.md from the rule files and docs/checks.md from the checks; `--check` fails where they are stale."""

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

from auditor import house
from auditor.checks import by_kind
from auditor.report.rules import example_lines
from auditor.rulebook import Rule
from auditor.rulebook.binding import scope_of, settings_of

DOCS = Path(__file__).parent
NOTE = "<!-- Written by docs/build.py; change the rule files or the checks, then run `make docs`. -->"


def rules_page() -> str:
    """Every rule with what, why, its examples, remedy and settings, by topic."""
    known = house.load(None).rules
    lines = ["# Rules", "", NOTE, "", "| rule | severity | finds |", "|---|---|---|"]
    lines += [f"| [{r.id}](#{r.id.replace('/', '')}) | {r.severity} | {r.file.title} |" for r in known]
    return "\n".join([*lines, *(line for rule in known for line in _rule(rule))]) + "\n"


def _rule(rule: Rule) -> Iterator[str]:
    yield from ("", f"## {rule.id}", "", f"**{rule.severity}** · {rule.file.title}", "", rule.file.rationale.strip())
    for title, cases in (("Fails", rule.file.fails), ("Passes", rule.file.passes)):
        yield from ("", f"{title}:", "", "```text", *("\n".join(example_lines(case)) for case in cases), "```")
    yield from ("", f"What to do: {rule.file.fix}{' `--fix` does it.' if rule.file.safe else ''}")
    settings = ", ".join(f"`{name} = {value!r}`" for name, value in rule.settings.items())
    yield from ("", f"Check: `{rule.kind}`{f' with {settings}' if settings else ''}.")
    if rule.file.references:
        yield from ("", f"See also: {'; '.join(rule.file.references)}.")


def checks_page() -> str:
    """Every check that a rule file may name: what it looks at, what it sees, what can be set."""
    lines = ["# Checks", "", NOTE, "", "What a rule file's `[check]` may name as its `kind`.", ""]
    lines += ["| kind | looks at each | sees | settings |", "|---|---|---|---|"]
    for kind, check in sorted(by_kind().items()):
        settings = ", ".join(f"`{name}`" for name in settings_of(check))
        said = " ".join((inspect.getdoc(check) or "").split()).replace("|", "\\|")
        lines.append(f"| `{kind}` | {scope_of(check).__name__} | {said} | {settings} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Writes the pages, or with --check tells which are stale and returns 1."""
    pages = {"rules.md": rules_page(), "checks.md": checks_page()}
    if "--check" not in sys.argv:
        for name, text in pages.items():
            (DOCS / name).write_text(text, "utf-8")
        return 0
    stale = [n for n, text in pages.items() if not (DOCS / n).is_file() or (DOCS / n).read_text("utf-8") != text]
    for name in stale:
        print(f"docs/{name} is stale: run `make docs`.")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
