"""Which fields change together, and how much that matters."""

from docverify.compare.groups import groups
from docverify.facts.document import FIELD_NAMES
from docverify.facts.shipment import Product


def test_every_field_of_a_paper_is_told_once() -> None:
    found = groups()
    told = [*found.identity, *found.follows, *(name for group in found.groups for name in group.fields)]
    assert set(told) >= FIELD_NAMES - {"components"}
    grouped = [name for group in found.groups for name in group.fields]
    assert len(set(grouped)) == len(grouped)


def test_names_are_those_of_papers_and_products() -> None:
    found = groups()
    assert {name for group in found.groups for name in group.fields} <= FIELD_NAMES
    known = set(Product.__dataclass_fields__)
    assert {name.split(".")[0] for name in found.shipment} - known <= {"importer", "shipment", "markets", "funding"}
