"""SARIF as its consumers read it."""

import json

import pytest
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

from docverify.facts.finding import Outcome
from docverify.report.formats import FORMATS
from tests.report.checked import checked
from tests.report.test_formats import HOSTILE, hostile_result


@pytest.mark.parametrize("name", ["demo", "defect-unreadable-locked", "hostile"])
def test_sarif_is_valid_and_keeps_outcome_severity_and_waiver_apart(name: str) -> None:
    result = hostile_result(HOSTILE[0]) if name == "hostile" else checked(name)
    log = json.loads(FORMATS["sarif"](result))
    Sarif.model_validate(log)
    run = log["runs"][0]
    assert len(run["results"]) == sum(f.outcome is not Outcome.NOT_APPLICABLE for f in result.verdict.findings)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted(set(rules))
    for entry in run["results"]:
        assert rules[entry["ruleIndex"]] == entry["ruleId"]
        assert (entry["kind"], entry["level"] == "none") in {("pass", True), ("review", True), ("fail", False)}
        assert all("page" in location.get("properties", {}) for location in entry["relatedLocations"])


def test_sarif_tells_page_and_box_and_a_waiver_as_suppression() -> None:
    entries = json.loads(FORMATS["sarif"](hostile_result("EVC-11")))["runs"][0]["results"]
    place = next(entry for entry in entries if entry["kind"] == "fail" and entry["locations"])["locations"][0]
    assert place["properties"]["page"] == 1 and place["properties"]["boxes"] == [[72.0, 100.0, 200.0, 112.0]]
    waived = [entry for entry in entries if entry.get("suppressions")]
    assert [(e["kind"], e["level"], e["suppressions"][0]["kind"]) for e in waived] == [("fail", "error", "external")]
