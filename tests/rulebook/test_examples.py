"""Every shipped rule's own examples hold, and a wrong example is told."""

import pytest

from auditor import examples, house
from auditor.house import House
from auditor.rulebook import Example, Rule
from auditor.words import Words

RULES = house.load(None).rules


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_the_examples_of_a_rule_hold(rule: Rule, words: Words) -> None:
    assert [str(w) for w in examples.wrong([rule], words)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_messages_of_a_rule_are_filled(rule: Rule, words: Words) -> None:
    for example in rule.file.fails:
        for finding in examples.run(rule, example, words):
            assert "{" not in finding.message + finding.fix, finding
            assert "}" not in finding.message + finding.fix, finding


def test_a_wrong_example_is_told(shipped_house: House) -> None:
    from msgspec.structs import replace

    rule = next(r for r in shipped_house.rules if r.id == "caption/missing")
    turned = replace(
        rule, file=replace(rule.file, fails=(Example(caption="A ferry."),), passes=(Example(note="bare"),))
    )
    said = [str(w) for w in examples.wrong([turned], shipped_house.words)]
    assert said == [
        "caption/missing: [[fails]] 1 finds nothing",
        "caption/missing: [[passes]] 1 (bare) finds: This picture has no caption.",
    ]
