"""Change notices: what changes, on which products, before and after."""

from tests.extraction.drawn_papers import paper, records_of, values

LINES = [
    (18, "Product Change Notice (PCN)"),
    "PCN number: PCN-2025-449",
    "Issue date: 18 May 2025",
    "Issued by: Voltora GmbH",
    "Affected products: EVC-22S-W, EVC-11S-W",
    [["", "Before", "After"], ["Hardware version", "A", "B"], ["Relay", "HY-F25", "HY-F32"]],
]


def test_versions_before_and_after_are_told_apart() -> None:
    record = records_of(paper(LINES))[0]
    roles = {entry.value.printed: entry.details["role"] for entry in record.values("hardware_version")}
    assert roles == {"A": "before", "B": "after"}


def test_number_company_and_products_are_read_and_a_relay_is_no_model() -> None:
    record = records_of(paper(LINES))[0]
    assert values(record, "document_number") == ["PCN-2025-449"]
    assert values(record, "issuer") == ["Voltora GmbH"]
    assert values(record, "models") == ["EVC-22S-W", "EVC-11S-W"]
