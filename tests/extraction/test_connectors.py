"""Connectors: only what the text decides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.extraction.connectors import find_connectors


@pytest.mark.parametrize(
    ("printed", "connectors"),
    [
        ("Type 2 socket", ["type2_socket"]),
        ("Type 2 socket-outlet with shutter", ["type2_socket"]),
        ("Typ 2 Ladesteckdose", ["type2_socket"]),
        ("prise Type 2S", ["type2_socket"]),
        ("presa Tipo 2", ["type2_socket"]),
        ("类型2插座", ["type2_socket"]),
        ("Type 2 tethered cable 5 m", ["type2_cable"]),
        ("Typ 2 Ladekabel", ["type2_cable"]),
        ("Tipo 2 con cable", ["type2_cable"]),
        ("CCS2", ["ccs2"]),
        ("CCS Combo 2", ["ccs2"]),
        ("CCS1", ["ccs1"]),
        ("CHAdeMO", ["chademo"]),
        ("NACS", ["nacs"]),
        ("SAE J3400", ["nacs"]),
        ("GB/T DC", ["gbt_dc"]),
        ("GB/T AC", ["gbt_ac"]),
        ("Type 1 plug", ["type1"]),
        ("MCS connector", ["mcs"]),
        ("Type 2 (IEC 62196-2) socket", ["type2_socket"]),
        ("IEC 62196-2 cable", []),
        ("Type 2", []),
        ("Type 2.5", []),
        ("CCS", []),
        ("SPD Type 2", []),
        ("Type 1 mirror of the table", []),
    ],
)
def test_a_connector_is_named_only_where_the_text_decides(printed: str, connectors: list[str]) -> None:
    assert [spot.value for spot in find_connectors(printed)] == connectors


@given(st.text(alphabet="Type 2CSocketcable/GBT\n", max_size=80) | st.text(max_size=120))
def test_no_text_makes_the_reader_stumble(text: str) -> None:
    for spot in find_connectors(text):
        assert 0 <= spot.start < spot.end <= len(text)


def test_a_bare_standard_beside_a_connector_for_direct_current_is_for_direct_current() -> None:
    assert [spot.value for spot in find_connectors("CCS2 × 1, GB/T × 1")] == ["ccs2", "gbt_dc"]
    assert find_connectors("GB/T × 1") == ()
