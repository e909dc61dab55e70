"""Versions beside their labels: a range stays one range, and no version of a line is lost."""

import pytest

from tests.extraction.drawn_papers import paper, records_of


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("V1.02.03 and above", ["1.2.3+"]),
        ("V1.5 und höher", ["1.5+"]),
        ("V1.5 and V1.6", ["1.5", "1.6"]),
        ("1.4 to 1.6", ["1.4 – 1.6"]),
        ("V1.0 / V1.1", ["1.0", "1.1"]),
        ("below V2.0", ["< 2.0"]),
        ("1.6.x", ["1.6.x"]),
    ],
)
def test_the_versions_beside_a_label_are_all_read_as_meant(printed: str, meant: list[str]) -> None:
    lines = [(14, "TEST REPORT"), "IEC 61851-1", "Report No.: XTL-9", "Model: EVK-22", f"Firmware version: {printed}"]
    (record,) = records_of(paper(lines))
    assert [entry.value.text for entry in record.values("firmware_version")] == meant
