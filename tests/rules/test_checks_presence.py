"""Which papers are there, and what they extend to."""

import pytest

from tests.rules.judged import judged


@pytest.mark.parametrize(
    ("check", "parameters", "case", "outcome"),
    [
        (
            "brand_leftover",
            "papers: manual",
            'product: {private_label: {oem_brand: Nantai}}, papers: [{paper: manual/user, fields: {brand: Voltora, contacts: "support@voltora.example"}, marks: {watched: [Nantai]}}]',
            "pass",
        ),
        (
            "brand_leftover",
            "papers: manual",
            'product: {private_label: {oem_brand: Nantai}}, papers: [{paper: manual/user, fields: {brand: Voltora, contacts: "Nantai Power"}, marks: {watched: [Nantai]}}]',
            "fail",
        ),
        (
            "brand_leftover",
            "papers: manual",
            'product: {private_label: {oem_brand: Nantai}}, papers: [{paper: manual/user, fields: {brand: Voltora, contacts: "www.NANTAI.cn"}, marks: {watched: [Nantai]}}]',
            "fail",
        ),
        (
            "brand_leftover",
            "papers: manual",
            'product: {private_label: {oem_brand: Nantai}}, papers: [{paper: manual/user, fields: {brand: Voltora, contacts: "Nantaiwan Trading"}, marks: {watched: [Nantai]}}]',
            "pass",
        ),
    ],
)
def test_the_factorys_brand_is_found_as_a_word_of_its_own(check: str, parameters: str, case: str, outcome: str) -> None:
    assert judged(check, parameters, case) == outcome


@pytest.mark.parametrize(
    ("check", "parameters", "case", "outcome"),
    [
        (
            "version_agrees",
            "papers: laboratory_report, field: firmware_version",
            "papers: [{paper: laboratory_report/cyber, fields: {firmware_version: Rev. C}}]",
            "undetermined",
        ),
        (
            "version_agrees",
            "papers: laboratory_report, field: firmware_version",
            "papers: [{paper: laboratory_report/cyber, fields: {firmware_version: V1.8.40}}]",
            "fail",
        ),
    ],
)
def test_a_version_that_cannot_be_compared_is_open(check: str, parameters: str, case: str, outcome: str) -> None:
    assert judged(check, parameters, case) == outcome
