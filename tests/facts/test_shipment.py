"""What leaves, and who imports it where."""

import pytest

from docverify.facts.shipment import Operator, Product, ProductType

GERMAN = Operator("Voltora GmbH", country="DE", markets=("DE", "AT"))
ANY = Operator("Voltora BV", country="NL")


@pytest.mark.parametrize(
    ("importers", "market", "named"),
    [
        ((GERMAN, ANY), "DE", GERMAN),
        ((GERMAN, ANY), "FR", ANY),
        ((GERMAN,), "FR", None),
        ((), "DE", None),
        (None, "DE", None),
    ],
)
def test_the_importer_is_the_first_for_the_market(
    importers: tuple[Operator, ...] | None, market: str, named: Operator | None
) -> None:
    assert Product("EVC-22", ProductType.AC_MODE3, importers=importers).importer(market) == named


def test_what_nobody_gave_is_none_and_never_empty() -> None:
    product = Product("EVC-22", ProductType.AC_MODE3)
    assert (product.connectors, product.radios, product.units, product.use, product.importers) == (None,) * 5
