"""Packing lists and records of final acceptance against the units that ship, from the printed page to the finding."""

from datetime import date
from typing import Any

import pytest

from docverify.facts.document import Document
from docverify.facts.shipment import Product, ProductType, Shipment, Unit
from docverify.link import link
from docverify.packs import packs_for
from docverify.rules.evaluate import evaluate
from tests.extraction.drawn_papers import paper, records_of

DAY = date(2026, 11, 30)
SERIALS = [f"PL2606001{number}" for number in range(1, 7)]
LISTED, PASSED, SHIPS = "PAPERS-UNIT-016", "PAPERS-UNIT-017", "PAPERS-UNIT-018"
HEAD = ["Serial", "HW", "FW", "Hipot 2 kV", "Result"]


def packing(*serials: str) -> Document:
    rows = [[str(carton), "EL22-T2S", serial, "1"] for carton, serial in enumerate(serials, 1)]
    lines: list[Any] = ["Energolad Sp. z o.o.", (16, "PACKING LIST"), "Packing list No.: PL-26-101", "Date: 2026-06-24"]
    return records_of(paper([*lines, [["Carton", "Model", "Serial No.", "Qty"], *rows]]))[0]


def acceptance(results: dict[str, str], *, overall: str = "PASS", head: list[str] = HEAD) -> Document:
    rows = [[serial, "B", "1.12.0", "OK", result][: len(head)] for serial, result in results.items()]
    lines: list[Any] = [(16, "Final Acceptance Test Record"), "Record No. FAT-26-401", "Factory Energolad Sp. z o.o."]
    end = [f"Overall result: {overall}", "Inspector: Joanna Wrona"]
    return records_of(paper([*lines, "Model EL22-T2S", "Date 2026-06-15", [head, *rows], *end]))[0]


def all_pass(**other: str) -> dict[str, str]:
    return dict.fromkeys(SERIALS, "PASS") | other


def outcomes(*papers: Document) -> dict[str, set[str]]:
    """The outcomes of the three rules; several of one rule where it is asked of each paper."""
    units = tuple(Unit(serial=serial, hardware="B", firmware="1.12.0") for serial in SERIALS)
    product = Product(model="EL22-T2S", type=ProductType.AC_MODE3, hardware="B", firmware="1.12.0", units=units)
    dossier = link(Shipment("PO-1", DAY, ("EU",), (product,)), papers)
    pack = next(pack for pack in packs_for(("EU",), as_of=DAY) if pack.id == "papers")
    found: dict[str, set[str]] = {}
    for finding in evaluate(pack, dossier, market="EU", as_of=DAY):
        if finding.rule in (LISTED, PASSED, SHIPS):
            found.setdefault(finding.rule, set()).add(finding.outcome.value)
    return found


def test_papers_of_exactly_the_units_that_ship_pass() -> None:
    assert outcomes(packing(*SERIALS), acceptance(all_pass())) == {LISTED: {"pass"}, PASSED: {"pass"}, SHIPS: {"pass"}}


@pytest.mark.parametrize(
    ("serials", "expected"),
    [
        (SERIALS[:-1], {LISTED: {"fail"}}),
        ([*SERIALS, "PL26060099"], {SHIPS: {"fail", "pass"}}),
        ([*SERIALS[:-1], "PL2606OO16"], {LISTED: {"fail"}, SHIPS: {"fail", "pass"}}),
        ([*SERIALS[:-1], "PL26060061"], {LISTED: {"fail"}, SHIPS: {"fail", "pass"}}),
    ],
)
def test_a_packing_list_of_other_units_is_told(serials: list[str], expected: dict[str, set[str]]) -> None:
    clean = {LISTED: {"pass"}, PASSED: {"pass"}, SHIPS: {"pass"}}
    assert outcomes(packing(*serials), acceptance(all_pass())) == clean | expected


@pytest.mark.parametrize(
    ("results", "passed"),
    [
        (dict.fromkeys(SERIALS[:-1], "PASS"), "fail"),
        (all_pass(PL26060013="FAIL"), "fail"),
        (all_pass(PL26060013=""), "undetermined"),
        (all_pass(PL26060013="N/A"), "undetermined"),
        (all_pass(PL26060013="reworked"), "undetermined"),
        (all_pass(PL26060013="not passed"), "undetermined"),
    ],
)
def test_a_unit_without_a_record_that_it_passed_is_told(results: dict[str, str], passed: str) -> None:
    clean = {LISTED: {"pass"}, PASSED: {passed}, SHIPS: {"pass"}}
    assert outcomes(packing(*SERIALS), acceptance(results)) == clean


def test_a_record_of_a_unit_that_does_not_ship_is_told() -> None:
    found = outcomes(packing(*SERIALS), acceptance(all_pass(PL26060099="PASS")))
    assert found == {LISTED: {"pass"}, PASSED: {"pass"}, SHIPS: {"fail", "pass"}}


def test_a_record_whose_overall_result_is_a_failure_passes_no_unit() -> None:
    found = outcomes(packing(*SERIALS), acceptance(all_pass(), overall="FAIL"))
    assert found[PASSED] == {"undetermined"}


def test_a_record_that_failed_for_a_unit_that_does_not_ship_passes_the_others() -> None:
    found = outcomes(packing(*SERIALS), acceptance(all_pass(PL26060099="FAIL"), overall="FAIL"))
    assert found[PASSED] == {"pass"}


def test_a_unit_that_failed_in_one_record_and_passed_in_another_is_not_passed_silently() -> None:
    first = acceptance(all_pass(PL26060013="FAIL"))
    second = acceptance({"PL26060013": "PASS"})
    assert outcomes(packing(*SERIALS), first, second)[PASSED] == {"undetermined"}
