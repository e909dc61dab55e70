from pathlib import Path

import yaml
from jsonschema import Draft202012Validator

from docverify.rules.schema import rule_schema, rule_schema_text
from tests.rules.samples import RULE

RULES = Path(__file__).parents[2] / "market_rules"


def test_the_schema_beside_the_packs_is_the_one_of_the_code() -> None:
    # docverify rules schema > market_rules/schema.json
    assert (RULES / "schema.json").read_text("utf-8") == rule_schema_text()


def test_a_rule_is_valid_and_a_wrong_parameter_is_not() -> None:
    validator = Draft202012Validator(rule_schema())
    good = yaml.safe_load(RULE)
    assert list(validator.iter_errors(good)) == []
    assert list(validator.iter_errors({**good, "with": {"anyof": ["EN 18031-1"]}}))
    assert list(validator.iter_errors({**good, "check": "declares_standards"}))
