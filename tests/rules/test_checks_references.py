"""Papers that are cited by number."""

import pytest

from tests.rules.judged import judged


@pytest.mark.parametrize(
    ("check", "parameters", "case", "outcome"),
    [
        (
            "reference_resolved",
            "papers: declaration",
            "papers: [{DOC, cites: [R-1]}, {paper: laboratory_report, fields: {document_number: R-10}}]",
            "fail",
        ),
        (
            "reference_resolved",
            "papers: declaration",
            "papers: [{DOC, cites: [HF-26-118]}, {paper: laboratory_report, fields: {document_number: hf-26 118}}]",
            "pass",
        ),
    ],
)
def test_a_longer_number_is_another_paper(check: str, parameters: str, case: str, outcome: str) -> None:
    assert judged(check, parameters, case) == outcome
