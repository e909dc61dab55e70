"""Radios that a manual says the product has."""

import pytest

from docverify.extraction.described_radios import described_radios
from tests.extraction.drawn_papers import paper, passage_of


def _radios(*lines: str) -> list[str]:
    passage = passage_of(paper([*lines]))
    return [entry.value for entry in described_radios(passage, passage)]


@pytest.mark.parametrize(
    ("line", "radios"),
    [
        ("WLAN 802.11 b/g/n: 2,4 GHz – 17 dBm", ["wifi_2g4"]),
        ("Connectivity: Wi-Fi 2.4 GHz, 4G, Bluetooth", ["wifi_2g4", "lte", "bluetooth"]),
        ("RFID: 13,56 MHz", ["nfc_rfid"]),
        ("Łączność: Wi-Fi, Bluetooth", ["wifi_2g4", "bluetooth"]),
    ],
)
def test_a_radio_counts_with_frequency_or_power_or_behind_a_word_for_connection(line: str, radios: list[str]) -> None:
    assert _radios("Mount the bracket.", line) == radios


@pytest.mark.parametrize("line", ["Connect the charger to your Wi-Fi.", "Switch Bluetooth on and open the app."])
def test_a_radio_that_is_only_mentioned_is_not_the_products(line: str) -> None:
    assert _radios(line) == []
