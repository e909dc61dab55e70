"""A run has the key of another only when everything that its result rests on is the same."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from docverify.facts.finding import Severity
from docverify.facts.result import Input
from docverify.facts.shipment import Product, ProductType, Shipment
from docverify.facts.source import Refusal, SourceFile
from docverify.intake import Intake
from docverify.unchanged import key_of, program

INTAKE = Intake((SourceFile.of("a.pdf", b"a"),))
SHIPMENT = Shipment("PO-1", date(2026, 11, 30), ("EU",), (Product("EVC-22", ProductType.AC_MODE3),))
GIVEN: dict[str, Any] = {"as_of": SHIPMENT.placed_on_market, "fail_on": Severity.MAJOR, "accepted": ()}


def test_the_same_run_has_the_same_key() -> None:
    assert key_of(INTAKE, SHIPMENT, **GIVEN) == key_of(INTAKE, SHIPMENT, **GIVEN)
    assert program() == program()


@pytest.mark.parametrize(
    "intake",
    [
        Intake((SourceFile.of("b.pdf", b"a"),)),
        Intake((SourceFile.of("a.pdf", b"b"),)),
        replace(INTAKE, refusals=(Refusal("x", "why"),)),
        replace(INTAKE, duplicates=(("b.pdf", "a.pdf"),)),
        replace(INTAKE, set_aside=("x.yaml",)),
    ],
)
def test_other_files_make_another_key(intake: Intake) -> None:
    assert key_of(intake, SHIPMENT, **GIVEN) != key_of(INTAKE, SHIPMENT, **GIVEN)


@pytest.mark.parametrize(
    "other",
    [
        {"as_of": date(2027, 1, 1)},
        {"fail_on": Severity.MINOR},
        {"accepted": (Input("waivers", "w.yaml", "ab" * 32, 7),)},
    ],
)
def test_another_question_makes_another_key(other: dict[str, Any]) -> None:
    assert key_of(INTAKE, SHIPMENT, **{**GIVEN, **other}) != key_of(INTAKE, SHIPMENT, **GIVEN)


def test_another_shipment_makes_another_key() -> None:
    other = replace(SHIPMENT, products=(replace(SHIPMENT.products[0], firmware="1.9.0"),))
    assert key_of(INTAKE, other, **GIVEN) != key_of(INTAKE, SHIPMENT, **GIVEN)
