"""The route from end to end: what nobody read is never conforming, and the same input gives the same result."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from docverify.errors import UnreadableInput, UsageError
from docverify.facts.finding import Conclusion
from docverify.facts.shipment import PrivateLabel, Product, ProductType, Shipment
from docverify.packs import packs_for
from docverify.report.formats import as_json
from docverify.verify import judge, verify_shipment, words_to_find
from tests.cli.papers import write_paper

DAY = date(2026, 11, 30)
PRODUCT = Product("EVC-22S-W", ProductType.AC_MODE3, brand="Voltora")
SHIPMENT = Shipment("PO-1", DAY, ("EU",), (PRODUCT,))


def test_papers_become_a_result_that_names_each_of_them(tmp_path: Path) -> None:
    write_paper(tmp_path / "declaration.pdf")
    result = verify_shipment([tmp_path], SHIPMENT, as_of=DAY)
    assert [document.path for document in result.dossier.documents] == ["declaration.pdf"]
    assert result.verdict.conclusion is Conclusion.NONCONFORMING
    assert as_json(verify_shipment([tmp_path], SHIPMENT, as_of=DAY)) == as_json(result)


def test_an_unknown_market_and_a_missing_folder_are_refused(tmp_path: Path) -> None:
    write_paper(tmp_path / "declaration.pdf")
    with pytest.raises(UsageError, match="ATLANTIS"):
        verify_shipment([tmp_path], replace(SHIPMENT, markets=("ATLANTIS",)), as_of=DAY)
    with pytest.raises((UsageError, UnreadableInput), match="nowhere"):
        verify_shipment([tmp_path / "nowhere"], SHIPMENT, as_of=DAY)


def test_without_papers_nothing_conforms() -> None:
    result = judge(SHIPMENT, [], [], packs_for(("EU",), as_of=DAY), as_of=DAY)
    assert result.verdict.conclusion is not Conclusion.CONFORMING


def test_without_rules_nothing_is_decided() -> None:
    assert judge(SHIPMENT, [], [], [], as_of=DAY).verdict.conclusion is Conclusion.UNDETERMINED


def test_the_makers_words_are_looked_for_once_each() -> None:
    label = PrivateLabel(oem_brand="Nantai", oem_model="NT-AC22")
    products = tuple(replace(PRODUCT, model=model, private_label=label) for model in ("A", "B"))
    assert words_to_find(replace(SHIPMENT, products=products)) == ("Nantai", "NT-AC22")
    assert words_to_find(SHIPMENT) == ()
