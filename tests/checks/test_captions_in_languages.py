"""Captions of one picture in many languages: other words are no difference, another fact is one."""

import pytest

from auditor.checks.copies.wording import differences
from auditor.words import Words
from tests.checks.captions import CHANGED, SAME


@pytest.mark.parametrize(("language", "one", "other"), SAME)
def test_the_same_facts_in_other_words(words: Words, language: str | None, one: str, other: str) -> None:
    assert differences(one, other, language, words) == []
    assert differences(other, one, language, words) == []


@pytest.mark.parametrize(("language", "one", "other", "kind"), CHANGED)
def test_one_fact_changed(words: Words, language: str | None, one: str, other: str, kind: str) -> None:
    assert [difference.kind for difference in differences(one, other, language, words)] == [kind]
    assert [difference.kind for difference in differences(other, one, language, words)] == [kind]


def test_they_are_many() -> None:
    assert min(len(SAME), len(CHANGED)) >= 60
    assert len({case[0] for case in SAME} & {case[0] for case in CHANGED}) >= 12
