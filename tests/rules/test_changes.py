"""What changed between two versions of a pack."""

from dataclasses import replace

from docverify.rules.changes import changes
from tests.rules.samples import RULE, pack_of

EDITIONS = """\
- {standard: EN 18031-1, edition: "2024", source: {cite: Act 1}, confidence: verified}
"""


def test_the_same_pack_has_no_changes() -> None:
    assert list(changes(pack_of(), pack_of())) == []


def test_each_key_that_changed_is_told_with_both_values_in_one_order() -> None:
    new = pack_of(RULE.replace("severity: major", "severity: minor").replace("The rule holds", "It holds"))
    told = list(changes(pack_of(), new))
    assert told == [
        "rule TEST-001: severity was major, is minor",
        "rule TEST-001: title was The rule holds, is It holds",
    ]


def test_a_rule_under_another_id_is_one_removed_and_one_new() -> None:
    old = pack_of()
    renamed = replace(old, rules=tuple(rule.model_copy(update={"id": "TEST-002"}) for rule in old.rules))
    assert list(changes(old, renamed)) == [
        "rule TEST-001 was removed: The rule holds",
        "rule TEST-002 is new: The rule holds",
    ]
