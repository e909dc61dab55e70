"""Radios: named by word or by band, with band and power beside them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.extraction.radios import find_radios


@pytest.mark.parametrize(
    ("printed", "radios"),
    [
        ("Wi-Fi 2.4 GHz", ["wifi_2g4"]),
        ("Wi-Fi 802.11 b/g/n", ["wifi_2g4"]),
        ("WLAN 2,4 GHz / 5 GHz", ["wifi_2g4", "wifi_5g"]),
        ("Bluetooth LE", ["bluetooth"]),
        ("13.56 MHz RFID", ["nfc_rfid"]),
        ("4G LTE Band 1/3/7/8/20", ["lte"]),
        ("GPRS", ["gsm"]),
        ("GNSS", ["gnss"]),
        ("LoRa 868 MHz", ["srd"]),
        ("5G NR n78", ["5g"]),
        ("2412-2472 MHz, 19.8 dBm", ["wifi_2g4"]),
        ("13.553-13.567 MHz", ["nfc_rfid"]),
        ("without Wi-Fi", []),
        ("50 Hz", []),
        ("150 kHz - 30 MHz", []),
    ],
)
def test_a_radio_is_named_by_word_or_band(printed: str, radios: list[str]) -> None:
    assert [spot.value for spot in find_radios(printed)] == radios


def test_band_and_power_belong_to_the_radio_before_them() -> None:
    wifi, ble, rfid = find_radios("Wi-Fi (2412MHz~2472MHz) 17.5dBm, BLE (2402~2480MHz) 5 dBm, RFID 13.56MHz -10 dBm")
    assert (wifi.details["band_mhz"], wifi.details["power_dbm"]) == ([2412.0, 2472.0], 17.5)
    assert (ble.details["band_mhz"], ble.details["power_dbm"]) == ([2402.0, 2480.0], 5.0)
    assert (rfid.details["band_mhz"], rfid.details["power_dbm"]) == ([13.56, 13.56], -10.0)


def test_milliwatts_are_converted() -> None:
    (wifi,) = find_radios("Wi-Fi: 2412 – 2472 MHz, max. 100 mW")
    assert wifi.details["power_dbm"] == 20.0


def test_the_field_strength_of_an_inductive_radio_is_kept() -> None:
    (rfid,) = find_radios("RFID 13.553-13.567 MHz, < 42 dBµA/m at 10 m")
    assert rfid.details == {"band_mhz": [13.553, 13.567], "power_dbua_m": 42.0}


def test_the_bands_of_lte_are_kept() -> None:
    (lte,) = find_radios("LTE Band 1/3/7/8/20")
    assert lte.details["lte_bands"] == [1, 3, 7, 8, 20]


def test_an_optional_radio_is_marked() -> None:
    (lte,) = find_radios("4G (optional)")
    assert lte.details["optional"] is True


@given(st.text(alphabet="Wi-Fi BLE0123456789.,GMHzdBm-~;()", max_size=80) | st.text(max_size=120))
def test_no_text_makes_the_reader_stumble(text: str) -> None:
    for spot in find_radios(text):
        assert 0 <= spot.start < spot.end <= len(text)


@pytest.mark.parametrize("unit", ["Wi-Fi ", "2412-", "1 MHz ", "BLE;", "LTE Band 1/", "dBm ", "1/2/"])
def test_hostile_repetition_takes_bounded_time(unit: str) -> None:
    started = time.process_time()
    find_radios(unit * (10_000 // len(unit)))
    assert time.process_time() - started < 5
