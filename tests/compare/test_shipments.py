"""What the shipment file says of a product is held against the sample's; what differs with every wave is not."""

from dataclasses import replace
from datetime import date

from docverify.compare.shipments import shipment_changes
from docverify.facts.finding import Severity
from docverify.facts.shipment import Operator, Product, ProductType, Ratings, Shipment, Unit

PRODUCT = Product(
    "EVC-22",
    ProductType.AC_MODE3,
    hardware="C",
    firmware="1.8.4",
    ratings=Ratings(current_a=32),
    connectors=("type2_socket", "ccs2"),
    factory=Operator("Nantai", country="CN"),
)
SHIPMENT = Shipment("PO-1", date(2026, 11, 30), ("EU",), (PRODUCT,))


def told(product: Product) -> list[tuple[str, str, str, Severity]]:
    new = replace(SHIPMENT, products=(product,))
    return [(change.what, change.old, change.new, change.severity) for change in shipment_changes(SHIPMENT, new)]


def test_date_count_and_units_of_a_wave_are_no_change() -> None:
    later = replace(SHIPMENT, name="PO-2", placed_on_market=date(2027, 3, 1), markets=("EU", "GB"))
    later = replace(later, products=(replace(PRODUCT, quantity=50, units=(Unit("S1"),)),))
    assert list(shipment_changes(SHIPMENT, later)) == []


def test_each_thing_that_differs_is_one_change_with_both_values() -> None:
    assert told(replace(PRODUCT, firmware="1.9.0")) == [("firmware", "1.8.4", "1.9.0", Severity.MAJOR)]
    assert told(replace(PRODUCT, ratings=Ratings(current_a=16))) == [
        ("ratings", "current_a 32", "current_a 16", Severity.MAJOR)
    ]
    assert told(replace(PRODUCT, factory=Operator("Jinlian", country="CN"))) == [
        ("factory", "name Nantai, country CN", "name Jinlian, country CN", Severity.MAJOR)
    ]


def test_the_order_of_a_list_says_nothing() -> None:
    assert told(replace(PRODUCT, connectors=("ccs2", "type2_socket"))) == []


def test_a_model_that_the_sample_does_not_have_is_told() -> None:
    assert told(replace(PRODUCT, model="EVC-44")) == [("model", "EVC-22", "EVC-44", Severity.MAJOR)]
