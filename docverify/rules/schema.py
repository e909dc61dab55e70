"""The models of rule files -> a JSON Schema with which editors complete and check rules as they are written."""

import json
from typing import Any

from docverify.rules.checks import CHECKS
from docverify.rules.pack import Rule
from docverify.rules.parameters import PAPER_SCHEMA


def rule_schema() -> dict[str, Any]:
    """The schema of a rule file: the keys of a rule, and for each check the parameters under `with`."""
    rule = Rule.model_json_schema(by_alias=True)
    definitions: dict[str, Any] = rule.pop("$defs", {})
    branches = []
    for name, check in sorted(CHECKS.items()):
        parameters = check.parameters.model_json_schema(by_alias=True)
        definitions |= parameters.pop("$defs", {})
        definitions[check.parameters.__name__] = parameters
        reference = {"$ref": f"#/$defs/{check.parameters.__name__}"}
        branches.append({"if": _is_check(name), "then": {"properties": {"with": reference}}})
    rule["properties"]["check"] = {"enum": sorted(CHECKS), "title": "Check", "type": "string"}
    rule["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    shared = _shared({**rule, "$defs": definitions, "allOf": branches})
    shared["$defs"]["PaperChoice"] = PAPER_SCHEMA
    return dict(shared)


def _shared(part: Any) -> Any:
    """The schema with the choice of papers, which stands in almost every check, written once."""
    if part == PAPER_SCHEMA:
        return {"$ref": "#/$defs/PaperChoice"}
    if isinstance(part, dict):
        return {key: _shared(value) for key, value in part.items()}
    return [_shared(value) for value in part] if isinstance(part, list) else part


def _is_check(name: str) -> dict[str, Any]:
    return {"properties": {"check": {"const": name}}}


def rule_schema_text() -> str:
    """The schema as the file `market_rules/schema.json` holds it."""
    return json.dumps(rule_schema(), indent=2, sort_keys=True, ensure_ascii=False) + "\n"
