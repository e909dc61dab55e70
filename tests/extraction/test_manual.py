"""Manuals: what they are for, which revision, and what they say in which language."""

from datetime import date

from tests.extraction.drawn_papers import paper, records_of, values

COVER = [
    "HA-UM-520 Rev. 2.1",
    (22, "Installation and operating manual"),
    "HAS11/A1, HAS22/A1",
    ["Document", "HA-UM-520"],
    ["Revision", "2.1"],
    ["Date", "2025-05-11"],
]
BODY = [
    "This manual applies to the following models: HAS11/A1, HAS22/A1",
    "It describes firmware version 1.12.0.",
    "Hardware version: B",
    "1 Safety instructions",
    "Read all of the safety instructions before you install or use the charging station. It must not be used when damaged.",
    "Installation may only be carried out by a qualified electrician.",
    "4 Technical data",
    [
        ["Rated voltage", "230 V AC"],
        ["Rated current", "32 A"],
        ["Rated power", "7.4 kW"],
        ["Degree of protection", "IP65"],
        ["Operating temperature", "-30 °C … +50 °C"],
        ["Protection class", "I"],
    ],
    "5 Radio: frequency bands and maximum transmitted power",
    "WLAN 2.4 GHz (802.11 b/g/n) 2412 – 2472 MHz, < 20 dBm (EIRP)",
    "8 Declaration of conformity",
    "Hereby, Haiche Electric Co., Ltd. declares that the radio equipment type HAS22/A1 is in compliance with Directive",
    "2014/53/EU. The full text of the EU declaration of conformity is available at: https://www.haiche.example/doc",
    "Manufacturer: Haiche Electric Co., Ltd., 188 Mingzhu Road, 315800 Ningbo, China",
    "Importer: Voltora GmbH, Industriestraße 14, 74613 Öhringen, Germany",
]


def test_a_manual_says_what_it_is_for() -> None:
    record = records_of(paper(COVER, BODY))[0]
    assert (record.kind.value, record.scheme) == ("manual", "installation")
    assert values(record, "covered_models") == ["HAS11/A1", "HAS22/A1"]
    assert values(record, "firmware_described") == ["1.12.0"]
    assert values(record, "hardware_version") == ["B"]
    assert values(record, "document_number") == ["HA-UM-520"]
    assert values(record, "revision") == ["2.1"]
    assert values(record, "revised_on") == [date(2025, 5, 11)]


def test_technical_data_are_read_by_their_labels_with_sign_and_class() -> None:
    record = records_of(paper(COVER, BODY))[0]
    assert values(record, "rated_voltage_v") == [230.0]
    assert values(record, "rated_current_a") == [32.0]
    assert values(record, "rated_power_kw") == [7.4]
    assert values(record, "ambient_temperature_c") == [(-30.0, 50.0)]
    assert values(record, "protection_class") == ["I"]


def test_radios_have_their_band_and_power() -> None:
    radio = records_of(paper(COVER, BODY))[0].values("radios")[0]
    assert radio.value == "wifi_2g4"
    assert radio.details["band_mhz"] == [2412.0, 2472.0]
    assert radio.details["power_dbm"] == 20.0


def test_parties_acts_contacts_and_statements_are_read() -> None:
    record = records_of(paper(COVER, BODY))[0]
    assert values(record, "manufacturer") == ["Haiche Electric Co., Ltd."]
    assert values(record, "importer") == ["Voltora GmbH"]
    assert values(record, "acts_described") == ["2014/53/EU"]
    assert "https://www.haiche.example/doc" in values(record, "contacts")
    assert {"safety_information", "qualified_person", "simplified_doc", "doc_address"} <= set(
        values(record, "statements")
    )


def test_the_newest_row_of_the_revision_table_is_the_revision() -> None:
    table = ["Document versions", "Version Date Comment", "1.0 2026-01-06 first issue", "2.1 2026-03-12 Firmware 1.8.4"]
    cover = [(22, "Installation manual"), "HAS22/A1"]
    body = [line for line in BODY if line != "It describes firmware version 1.12.0."]
    record = records_of(paper(cover, body, table))[0]
    assert values(record, "revision") == ["2.1"]
    assert values(record, "revised_on") == [date(2026, 3, 12)]
    assert values(record, "firmware_described") == ["1.8.4"]


def test_models_listed_under_the_sentence_lose_their_bullets() -> None:
    body = ["This manual applies to the following models:", "• EVC-22S-W", "• EVC-11S-W", *BODY[1:]]
    assert values(records_of(paper(COVER, body))[0], "covered_models") == ["EVC-22S-W", "EVC-11S-W"]


def test_a_document_code_on_the_cover_is_no_model() -> None:
    record = records_of(paper(COVER[:3], BODY[2:]))[0]
    assert "HA-UM-520" not in values(record, "covered_models")


def test_a_radio_without_a_band_is_only_a_mention() -> None:
    body = [line for line in BODY if not (isinstance(line, str) and line.startswith("WLAN"))]
    record = records_of(paper(COVER, [*body, "Connect the app by Bluetooth."]))[0]
    assert values(record, "radios") == []


def test_the_supply_that_the_first_page_states_is_a_rating() -> None:
    front = ["Installation manual", "Connections", "The controller operates at a mains voltage from 100-240Vac 50-60Hz"]
    record = records_of(paper([*front, BODY[4], BODY[5]]))[0]
    assert values(record, "rated_voltage_v") == [(100.0, 240.0)]
    assert values(record, "rated_frequency_hz") == [(50.0, 60.0)]


def test_the_head_of_the_first_page_comes_before_a_revision_table_that_says_the_same() -> None:
    front = [(18, "User Manual"), ["Version: 1.0", "Date: 2018-5-8", "No.: RM0113EN"], BODY[4], BODY[5]]
    table = [["Date", "Version", "Change"], ["2018-5-8", "1.0", "First edition"]]
    record = records_of(paper(front, ["Revision history", table, BODY[4]]))[0]
    found = [
        (record.values(name)[0].value, record.values(name)[0].evidence[0].page) for name in ("revision", "revised_on")
    ]
    assert found == [("1.0", 1), (date(2018, 5, 8), 1)]
    assert values(record, "document_number") == ["RM0113EN"]
    assert values(record, "covered_models") == []


def test_the_maker_has_both_names_where_the_cover_prints_them_one_under_the_other() -> None:
    cover = [
        (18, "电动汽车充电桩"),
        (16, "安装使用说明书"),
        (14, "Installation and User Manual"),
        "型号 / Models: HAS22-T2S",
        "宁波海驰电气有限公司",
        "Ningbo Haiche Electric Co., Ltd.",
        "188 Mingzhu Road, Beilun District, Ningbo 315800, Zhejiang, China",
    ]
    (record,) = records_of(paper(cover, ["Read all safety instructions before installation and use."] * 6))
    assert values(record, "manufacturer") == ["宁波海驰电气有限公司", "Ningbo Haiche Electric Co., Ltd."]
    assert values(record, "manufacturer_country") == ["CN"]


def test_the_firmware_that_a_manual_is_valid_for_is_no_model() -> None:
    cover = [(18, "EVK-22 Installation and user manual"), "Nordlicht Ladetechnik GmbH"]
    body = [
        "This manual is valid for firmware V1.8 and above.",
        "Only a qualified electrician may install the charger.",
    ]
    (record,) = records_of(paper(cover, body * 3))
    assert values(record, "covered_models") == ["EVK-22"]
    assert values(record, "firmware_described") == ["V1.8 and above"]
