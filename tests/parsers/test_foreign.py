"""What is no page and no text is told; what only looks like it is read."""

import pytest

from auditor.parsers.foreign import file_kind, language_of

# what begins like another format, and is a page or a text all the same
READ = [
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
    '<?xml version="1.0"?>\n<!-- a -- b -->\n<div class="story"><p>The ferry</p></div>',
    "<!doctype html><title>Ferry</title>",
    "<figure><img src=a.jpg></figure>",
    "<custom-story><p>The ferry</p></custom-story>",
    "<",
    "[Photo: Nadia Brandt/AP]",
    "{Photo: Nadia Brandt/AP}",
    '"The ferry", she said.',
    "2026",
    "[" * 5000,
    "{",
]


@pytest.mark.parametrize("text", READ, ids=lambda text: text[:20])
def test_a_page_or_a_text_is_none(text: str) -> None:
    assert language_of(text) is None
    assert file_kind(text.encode()) is None


def test_a_text_in_wide_characters_is_no_binary() -> None:
    assert file_kind("The ferry".encode("utf-16")) is None
    assert file_kind("The ferry".encode("utf-16-le")) == "binary"
