"""The program's own rules are explained like those of the packs, and none is forgotten."""

import pytest

from docverify.cli.explaining import explain_rule_id
from docverify.compare.change import Rule
from docverify.errors import UsageError

WAIVERS = ["WAIVER-BROAD", "WAIVER-EXPIRED", "WAIVER-ENDS-SOON", "WAIVER-UNUSED"]


@pytest.mark.parametrize("rule", [*(rule.value for rule in Rule), *WAIVERS])
def test_every_rule_of_our_own_is_explained(rule: str) -> None:
    assert explain_rule_id(rule).startswith(f"{rule} (docverify's own)\n")


def test_a_misspelt_rule_of_our_own_is_suggested() -> None:
    with pytest.raises(UsageError, match="did you mean WAIVER-EXPIRED"):
        explain_rule_id("WAIVER-EXPIERD")
