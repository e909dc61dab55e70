"""The table of families: every row begins and spells as it says."""

import pytest

from docverify.facts.standard import StandardReference
from docverify.facts.standard_families import BY_FIRST, STARTS


def test_every_family_is_found_by_each_of_its_first_letters() -> None:
    for letter, families in BY_FIRST.items():
        assert len(letter) == 1
        assert families
        assert all(letter in family.first for family in families)


@pytest.mark.parametrize("text", ["EN 62368-1", "UL 2594", "GB/T 18487.1", "ISO 9001", "FCC Part 15", "3GPP TS 36.521"])
def test_a_reference_begins_where_the_table_looks(text: str) -> None:
    assert STARTS.search(f"see {text}") is not None


@pytest.mark.parametrize(
    ("printed", "designation"),
    [
        ("DIN EN IEC 61851-1", "DIN EN IEC 61851-1"),
        ("EN301489-1", "EN 301 489-1"),
        ("IEC61851-1", "IEC 61851-1"),
        ("GB/T18487.1", "GB/T 18487.1"),
    ],
)
def test_a_designation_is_spelt_in_one_way(printed: str, designation: str) -> None:
    assert StandardReference.parse(printed).designation == designation
