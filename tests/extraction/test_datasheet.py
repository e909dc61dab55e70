"""Datasheets: models and the ratings that belong to each of them."""

from datetime import date

from docverify.extraction.datasheet import extract
from docverify.extraction.model_columns import headings_without_rules
from tests.extraction.drawn_papers import paper, passage_of, records_of, values

HEAD = [(20, "DATA SHEET"), "EV charging station"]
FOOT = ["Document DS-7420 Rev. B 20 May 2025", "Voltora GmbH, Industriestraße 14, 74613 Öhringen, Germany"]
COLUMNS = [
    ["Model", "EVC-7", "EVC-11", "EVC-22"],
    ["Rated voltage", "230 V", "400 V", "400 V"],
    ["Rated current", "32 A", "16 A", "32 A"],
    ["Rated power", "7.4 kW", "11 kW", "22 kW"],
    ["Operating temperature", "-25 to 50 °C", "-25 to 50 °C", "-25 to 50 °C"],
]


def by_model(record: object, name: str) -> dict[str, object]:
    """Value by the model it belongs to."""
    return {entry.details.get("model", ""): entry.value for entry in record.values(name)}  # type: ignore[attr-defined]


def test_a_rating_belongs_to_the_model_of_its_column() -> None:
    record = records_of(paper([*HEAD, COLUMNS, *FOOT]))[0]
    assert values(record, "models") == ["EVC-7", "EVC-11", "EVC-22"]
    assert by_model(record, "rated_power_kw") == {"EVC-7": 7.4, "EVC-11": 11.0, "EVC-22": 22.0}
    assert by_model(record, "rated_current_a") == {"EVC-7": 32.0, "EVC-11": 16.0, "EVC-22": 32.0}


def test_a_heading_row_without_a_label_still_names_the_models() -> None:
    columns = [["", *COLUMNS[0][1:]], *COLUMNS[1:]]
    record = records_of(paper([*HEAD, columns, *FOOT]))[0]
    assert values(record, "models") == ["EVC-7", "EVC-11", "EVC-22"]
    assert by_model(record, "rated_power_kw")["EVC-22"] == 22.0


def test_number_revision_date_and_company_stand_at_the_foot() -> None:
    record = records_of(paper([*HEAD, COLUMNS, *FOOT]))[0]
    assert values(record, "document_number") == ["DS-7420"]
    assert values(record, "revision") == ["B"]
    assert values(record, "revised_on") == [date(2025, 5, 20)]
    assert values(record, "manufacturer") == ["Voltora GmbH"]
    assert values(record, "manufacturer_country") == ["DE"]


def test_the_revision_may_stand_behind_the_date() -> None:
    record = records_of(paper([*HEAD, COLUMNS, "DS-6845 Stand 12.8.2025 Index C", FOOT[1]]))[0]
    assert (values(record, "revision"), values(record, "revised_on")) == (["C"], [date(2025, 8, 12)])


def test_input_and_output_are_told_apart_by_their_labels() -> None:
    rows = [
        ["Rated voltage", "400 V AC"],
        ["Output voltage", "150 – 1000 V DC"],
        ["Max. output power", "60 kW"],
        ["Output current (max.)", "200 A"],
    ]
    record = records_of(paper([(20, "DATA SHEET"), "DC charging station", "VOP-D60-C2", rows, *FOOT]))[0]
    assert values(record, "rated_voltage_v") == [400.0]
    assert values(record, "output_voltage_v") == [(150.0, 1000.0)]
    assert values(record, "output_power_kw") == [60.0]
    assert values(record, "rated_power_kw") == []


def test_storage_temperature_is_not_the_operating_temperature() -> None:
    rows = [
        ["Operating temperature", "-25 to 50 °C"],
        ["Storage temperature", "-40 to 70 °C"],
        ["Rated current", "32 A"],
    ]
    record = records_of(paper([*HEAD, "EVC-22S-W", rows, *FOOT]))[0]
    assert values(record, "ambient_temperature_c") == [(-25.0, 50.0)]


def test_a_table_without_rules_with_a_column_for_each_model_gives_each_its_ratings() -> None:
    sheet = [
        (18, "Torrentia DC Ultra Series"),
        "High power charging station",
        ["Model", "TRN-60", "TRN-120"],
        ["INPUT"],
        ["AC supply voltage", "400 V", "400 V"],
        ["Nominal input current", "95 A", "190 A"],
        ["OUTPUT"],
        ["Max. power", "60 kW", "120 kW"],
        ["Max. current", "200 A", "300 A"],
        ["Connectors", "CCS2", "CHAdeMO"],
    ]
    fields = extract(passage_of(paper(sheet)))
    read = {name: [(e.details.get("model"), e.value) for e in entries] for name, entries in fields.items()}
    assert [entry.value.printed for entry in fields["models"]] == ["TRN-60", "TRN-120"]
    assert read["rated_current_a"] == [("TRN-60", 95.0), ("TRN-120", 190.0)]
    assert read["output_power_kw"] == [("TRN-60", 60.0), ("TRN-120", 120.0)]
    assert read["output_current_a"] == [("TRN-60", 200.0), ("TRN-120", 300.0)]
    assert {value for _, value in read["connectors"]} == {"ccs2", "chademo"}
    assert "rated_power_kw" not in fields


def test_the_largest_line_with_a_number_is_the_model_where_nothing_else_names_one() -> None:
    fields = extract(passage_of(paper(["Overview", (22, "Goupil G4 Koffer"), "Range 80 km", "Load 1200 kg"])))
    assert [(e.value.printed, e.confidence < 0.7) for e in fields["models"]] == [("Goupil G4 Koffer", True)]


def test_a_price_in_large_print_is_no_rival_of_the_name_above_it() -> None:
    sheet = ["Overview", (17, "ARI 345 Koffer"), (20, "€7,395.00"), "Range 80 km", "Load 325 kg"]
    assert [e.value.printed for e in extract(passage_of(paper(sheet)))["models"]] == ["ARI 345 Koffer"]


def test_an_inner_capital_makes_a_large_line_a_name() -> None:
    sheet = ["Overview", (22, "Voltora eCharge"), "Range 80 km", "Load 1001 kg"]
    assert [e.value.printed for e in extract(passage_of(paper(sheet)))["models"]] == ["Voltora eCharge"]


def test_columns_without_a_label_over_them_belong_to_their_models() -> None:
    page = paper(
        [
            ["", "CWD-2X11", "CWD-2X22"],
            ["Rated current", "32 A", "63 A"],
            ["Charging power", "11 kW", "22 kW"],
            ["Protection", "IP54", "IP54"],
        ]
    ).pages[0]
    assert [line.text for line in headings_without_rules(page)] == ["CWD-2X11", "CWD-2X22"]


def test_a_row_of_codes_without_labels_under_it_heads_nothing() -> None:
    page = paper([["", "CWD-2X11", "CWD-2X22"], ["Mount it", "on a wall", "or a post"]]).pages[0]
    assert headings_without_rules(page) == []
