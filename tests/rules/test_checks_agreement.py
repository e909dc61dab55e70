"""Whether two papers, or a paper and the shipment, name the same party."""

import pytest

from tests.rules.judged import judged


@pytest.mark.parametrize(
    ("check", "parameters", "case", "outcome"),
    [
        (
            "party_agrees",
            "papers: declaration, field: manufacturer, party: manufacturer",
            'papers: [{DOC, fields: {manufacturer: "NANTAI POWER TECHNOLOGY CO LTD"}}]',
            "pass",
        ),
        (
            "party_agrees",
            "papers: declaration, field: manufacturer, party: manufacturer",
            'papers: [{DOC, fields: {manufacturer: "NANTAI POWER"}}]',
            "undetermined",
        ),
        (
            "party_agrees",
            "papers: declaration, field: manufacturer, party: manufacturer",
            'papers: [{DOC, fields: {manufacturer: "NANTAI POWER TECHNOLOGY (HK) CO LTD"}}]',
            "undetermined",
        ),
        (
            "party_agrees",
            "papers: declaration, field: manufacturer, party: manufacturer",
            'papers: [{DOC, fields: {manufacturer: "Other Works GmbH"}}]',
            "fail",
        ),
    ],
)
def test_a_name_that_is_only_near_is_left_to_people(check: str, parameters: str, case: str, outcome: str) -> None:
    assert judged(check, parameters, case) == outcome


@pytest.mark.parametrize(
    ("check", "parameters", "case", "outcome"),
    [
        (
            "bodies_agree",
            "others: certificate",
            'papers: [{DOC, fields: {issuer_body_number: "0123"}}, {paper: certificate, fields: {issuer_body_number: "0124"}}]',
            "fail",
        ),
        ("operator_established", "countries: [DE]", "product: {importer: {name: X, country: CN}}, papers: []", "fail"),
    ],
)
def test_two_body_numbers_or_an_importer_elsewhere_do_not_agree(
    check: str, parameters: str, case: str, outcome: str
) -> None:
    assert judged(check, parameters, case) == outcome
