"""Units against the papers that list them."""

import pytest

from tests.rules.judged import judged


@pytest.mark.parametrize(
    ("check", "parameters", "case", "outcome"),
    [
        (
            "units_recorded",
            "papers: inspection_record, passed: true",
            "product: {units: [{serial: A01}]}, papers: [{paper: inspection_record, fields: {serial_numbers: [A01], result: pass}}]",
            "pass",
        ),
        (
            "units_recorded",
            "papers: inspection_record, passed: true",
            "product: {units: [{serial: A01}]}, papers: [{paper: inspection_record, fields: {serial_numbers: [A01], result: fail}}]",
            "fail",
        ),
        (
            "units_recorded",
            "papers: inspection_record, passed: true",
            'product: {units: [{serial: A01}]}, papers: [{paper: inspection_record, fields: {serial_numbers: [{value: A01, result: "Pass / Fail"}], result: pass}}]',
            "undetermined",
        ),
        (
            "units_recorded",
            "papers: inspection_record, passed: true",
            "product: {units: [{serial: A01}]}, papers: [{paper: inspection_record, fields: {serial_numbers: [{value: A01, result: blank}], result: pass}}]",
            "undetermined",
        ),
        (
            "units_recorded",
            "papers: inspection_record, passed: true",
            "product: {units: [{serial: A01}]}, papers: [{paper: inspection_record, fields: {serial_numbers: [{value: A01, result: fail}], result: pass}}]",
            "fail",
        ),
        (
            "units_recorded",
            "papers: inspection_record, passed: true",
            "product: {units: [{serial: A01}]}, papers: [{paper: inspection_record, fields: {serial_numbers: [A02], result: pass}}]",
            "fail",
        ),
    ],
)
def test_a_unit_passed_only_where_its_own_record_says_so(check: str, parameters: str, case: str, outcome: str) -> None:
    assert judged(check, parameters, case) == outcome


@pytest.mark.parametrize(
    ("check", "parameters", "case", "outcome"),
    [
        (
            "units_in_declared_range",
            "papers: declaration",
            "product: {units: [{serial: A01}]}, papers: [{DOC, fields: {serial_numbers: A01 - A50}}]",
            "pass",
        ),
        (
            "units_in_declared_range",
            "papers: declaration",
            "product: {units: [{serial: A50}]}, papers: [{DOC, fields: {serial_numbers: A01 - A50}}]",
            "pass",
        ),
        (
            "units_in_declared_range",
            "papers: declaration",
            "product: {units: [{serial: A51}]}, papers: [{DOC, fields: {serial_numbers: A01 - A50}}]",
            "fail",
        ),
        (
            "units_in_declared_range",
            "papers: declaration",
            "product: {units: [{serial: B01}]}, papers: [{DOC, fields: {serial_numbers: A01 - A50}}]",
            "fail",
        ),
        (
            "units_in_declared_range",
            "papers: declaration",
            "product: {units: [{serial: A001}]}, papers: [{DOC, fields: {serial_numbers: A01 - A50}}]",
            "fail",
        ),
        (
            "units_in_declared_range",
            "papers: declaration",
            "product: {units: [{serial: A01}]}, papers: [{DOC, fields: {serial_numbers: see annex}}]",
            "undetermined",
        ),
    ],
)
def test_a_range_holds_its_own_form_of_numbers_only(check: str, parameters: str, case: str, outcome: str) -> None:
    assert judged(check, parameters, case) == outcome


@pytest.mark.parametrize(
    ("check", "parameters", "case", "outcome"),
    [
        (
            "units_produced",
            "papers: certificate",
            "product: {units: [{serial: A, produced_on: 2025-10-01}]}, papers: [{paper: certificate/ccc, fields: {issued_on: 2026-01-01, valid_until: 2031-01-01}}]",
            "undetermined",
        ),
    ],
)
def test_a_unit_made_before_its_certificate_is_left_to_people(
    check: str, parameters: str, case: str, outcome: str
) -> None:
    assert judged(check, parameters, case) == outcome
