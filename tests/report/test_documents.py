"""Results as other programs read them: JUnit consumers and workflow commands."""

from collections.abc import Mapping
from typing import Any

import junitparser

from docverify.report.formats import FORMATS
from tests.report.checked import checked


def test_a_junit_consumer_reads_every_case_with_its_state() -> None:
    result = checked("demo")
    suites: Any = junitparser.JUnitXml.fromstring(FORMATS["junit"](result))
    states: Mapping[type, int] = {junitparser.Failure: 0, junitparser.Error: 0}
    counted = dict(states)
    total = 0
    for suite in suites:
        for case in suite:
            total += 1
            for outcome in case.result:
                counted[type(outcome)] += 1
    decided = result.verdict.decided()
    assert (total, counted[junitparser.Failure], counted[junitparser.Error]) == (
        decided["applicable"],
        decided["fail"],
        decided["undetermined"],
    )
    assert suites.failures == decided["fail"] and suites.errors == decided["undetermined"]


def test_annotations_are_workflow_commands_with_file_and_page() -> None:
    lines = FORMATS["github"](checked("demo")).decode().splitlines()
    assert lines[0].startswith("::error file=papers/07_manual.pdf,title=EU-GEN-MAN-001%3A ")
    assert lines[-1].startswith("::notice title=docverify::nonconforming")
