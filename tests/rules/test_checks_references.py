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
    ],
)
def test_a_longer_number_is_another_paper(check: str, parameters: str, case: str, outcome: str) -> None:
    assert judged(check, parameters, case) == outcome
