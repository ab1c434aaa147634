"""Rule files: what loads, and what each mistake is told."""

from pathlib import Path

import pytest

from auditor.errors import RuleFileError
from auditor.rulebook import Change, load

GOOD = """title = "No caption"
severity = "warning"
rationale = "Readers do not know what they see."
message = "No caption."
fix = "Write one."

[check]
kind = "blank"
field = "caption"

[[fails]]
credit = "Nadia Brandt/AP"

[[passes]]
caption = "The ferry leaves."
"""


def folder(tmp_path: Path, text: str) -> Path:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "no-caption.toml").write_text(text, "utf-8")
    return tmp_path


def test_the_path_is_the_id(tmp_path: Path) -> None:
    (rule,) = load([folder(tmp_path, GOOD)], {})
    assert (rule.id, rule.topic, rule.severity, rule.kind) == ("house/no-caption", "house", "warning", "blank")


# what was changed in the good file -> what the error must name
MISTAKES = {
    "a misspelt field": ('severity = "warning"', 'severty = "warning"', ["no-caption.toml:2", "severty", '"severity"']),
    "a severity that is none": ('"warning"', '"warn"', ["no-caption.toml:2", "warn"]),
    "a check that is none": ('kind = "blank"', 'kind = "blnk"', ["no-caption.toml:8", "blnk", '"blank"']),
    "a misspelt setting": ("field =", "feild =", ["no-caption.toml:9", "feild", '"field"']),
    "a missing setting": ('field = "caption"\n', "", ["no-caption.toml:7", "field"]),
    "a setting of a wrong value": ('"caption"', '"captoin"', ["no-caption.toml:9", "captoin"]),
    "no TOML": ("[check]", "[check", ["no-caption.toml:7", "TOML"]),
    "no failing example": ('[[fails]]\ncredit = "Nadia Brandt/AP"\n', "", ["fails"]),
    "a misspelt field in an example": ("[[passes]]\ncaption", "[[passes]]\ncaptoin", ["captoin", '"caption"']),
    "a guard on a field that is none": (
        "[[fails]]",
        '[when]\nblank = ["creaters"]\n\n[[fails]]',
        ["creaters", '"creators"'],
    ),
    "a guard with a wrong pattern": ("[[fails]]", '[when]\nmatches = { caption = "(" }\n\n[[fails]]', ["caption"]),
    "a rule covered that is none": (
        "[check]",
        'covers = ["house/no-captoin"]\n[check]',
        ["no-caption.toml:7", '"house/no-caption"'],
    ),
    "an unknown word in a guard": ("[[fails]]", "[when]\nnot = 1\n\n[[fails]]", ["not"]),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_names_file_line_and_remedy(tmp_path: Path, mistake: str) -> None:
    old, new, named = MISTAKES[mistake]
    assert old in GOOD
    with pytest.raises(RuleFileError) as error:
        load([folder(tmp_path, GOOD.replace(old, new, 1))], {})
    for word in named:
        assert word in str(error.value), str(error.value)


def test_a_later_folder_replaces_a_rule(tmp_path: Path) -> None:
    first, second = tmp_path / "one", tmp_path / "two"
    first.mkdir()
    second.mkdir()
    rules = load([folder(first, GOOD), folder(second, GOOD.replace("warning", "error"))], {})
    assert [r.severity for r in rules] == ["error"]


@pytest.mark.parametrize(("severity", "left"), [("off", []), ("notice", ["notice"]), (None, ["warning"])])
def test_a_house_changes_the_severity(tmp_path: Path, severity: str | None, left: list[str]) -> None:
    change = Change(tmp_path / "auditor.toml", severity)  # type: ignore[arg-type]
    assert [r.severity for r in load([folder(tmp_path, GOOD)], {"house/no-caption": change})] == left


def test_a_house_changes_a_setting(tmp_path: Path) -> None:
    change = Change(tmp_path / "auditor.toml", None, {"field": "alt-text"})
    (rule,) = load([folder(tmp_path, GOOD)], {"house/no-caption": change})
    assert rule.settings == {"field": "alt-text"}


def test_a_change_to_no_rule_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text("[rules]\n'house/no-captoin' = 'off'\n", "utf-8")
    with pytest.raises(RuleFileError, match=r'auditor\.toml:2: .*"house/no-caption"'):
        load([folder(tmp_path, GOOD)], {"house/no-captoin": Change(tmp_path / "auditor.toml", "off")})
