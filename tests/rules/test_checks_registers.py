"""Papers against registers, which are never complete."""

import pytest

from tests.rules.judged import judged


@pytest.mark.parametrize(
    ("check", "parameters", "case", "outcome"),
    [
        ("exemptions_valid", "papers: declaration", 'papers: [{DOC, fields: {exemptions: ["9(z)"]}}]', "undetermined"),
        ("exemptions_valid", "papers: declaration", "papers: [{DOC}]", "not_applicable"),
        (
            "number_form",
            "papers: certificate, identifier: known",
            'papers: [{paper: certificate/ntep, fields: {document_number: "22-066 A"}}]',
            "fail",
        ),
        (
            "issuer_listed",
            "papers: certificate, list: lab",
            "papers: [{paper: certificate/other, fields: {issuer: GL Trading}}]",
            "undetermined",
        ),
        (
            "accreditation_known",
            "papers: laboratory_report",
            "papers: [{paper: laboratory_report/emc, fields: {accreditation: ABC 1}}]",
            "undetermined",
        ),
    ],
)
def test_what_a_register_lacks_is_open_and_another_form_fails(
    check: str, parameters: str, case: str, outcome: str
) -> None:
    assert judged(check, parameters, case) == outcome
