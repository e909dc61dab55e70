"""Editions of the standards that papers cite."""

import pytest

from tests.rules.judged import judged


@pytest.mark.parametrize(
    ("check", "parameters", "case", "outcome"),
    [
        ("standards_dated", "papers: declaration", 'papers: [{DOC, fields: {standards: ["EN IEC 61851-1"]}}]', "fail"),
        ("no_draft", "papers: declaration", 'papers: [{DOC, fields: {standards: ["prEN IEC 61851-1"]}}]', "fail"),
        (
            "edition_in_force",
            "papers: declaration, clock: ceases_on",
            'papers: [{DOC, fields: {standards: ["EN IEC 61851-1"]}}]',
            "not_applicable",
        ),
    ],
)
def test_a_standard_without_edition_or_a_draft_does_not_pass(
    check: str, parameters: str, case: str, outcome: str
) -> None:
    assert judged(check, parameters, case) == outcome
