"""The files of a pack: whole, unaltered, passed."""

import pytest

from tests.rules.judged import judged


@pytest.mark.parametrize(
    ("check", "parameters", "case", "outcome"),
    [
        (
            "result_passes",
            "papers: laboratory_report",
            "papers: [{paper: laboratory_report, marks: {failed_clauses: [['4.3', 1]]}, fields: {result: pass}}]",
            "fail",
        ),
        (
            "result_passes",
            "papers: laboratory_report",
            "papers: [{paper: laboratory_report, fields: {result: [pass, fail]}}]",
            "fail",
        ),
        ("result_passes", "papers: laboratory_report", "papers: [{paper: laboratory_report}]", "undetermined"),
    ],
)
def test_a_failed_clause_outweighs_an_overall_pass(check: str, parameters: str, case: str, outcome: str) -> None:
    assert judged(check, parameters, case) == outcome


@pytest.mark.parametrize(
    ("check", "parameters", "case", "outcome"),
    [
        ("pages_complete", "", "papers: [{DOC, marks: {page_count_stated: 5}}]", "fail"),
        ("pages_complete", "", "papers: [{DOC}]", "not_applicable"),
        ("not_altered", "", "papers: [{DOC, marks: {changed_after_signing: undetermined}}]", "undetermined"),
        ("not_altered", "", "papers: [{DOC}]", "not_applicable"),
    ],
)
def test_missing_pages_fail_and_a_signature_nobody_could_check_is_open(
    check: str, parameters: str, case: str, outcome: str
) -> None:
    assert judged(check, parameters, case) == outcome
