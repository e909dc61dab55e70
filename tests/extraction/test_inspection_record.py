"""Inspection records: units, their versions and the result."""

from datetime import date

from tests.extraction.drawn_papers import paper, records_of, values

HEAD = [
    (18, "Final Acceptance Test Record"),
    "Record No. FAT-6166",
    "Factory: Nantai Power Technology Co., Ltd.",
    "Model: EVC-22S-W",
    "Date: 2026-01-11",
]
ROWS = [
    ["Serial", "HW", "FW", "Hipot 2 kV", "Result"],
    ["N35747049", "B", "3.4.17", "OK", "PASS"],
    ["N34738243", "B", "3.4.16", "OK", "FAIL"],
]


def test_units_versions_and_result_are_read() -> None:
    record = records_of(paper([*HEAD, ROWS, "Overall result: PASS", "Inspector: Claire Dumontet"]))[0]
    assert record.kind.value == "inspection_record"
    assert values(record, "document_number") == ["FAT-6166"]
    assert values(record, "serial_numbers") == ["N35747049", "N34738243"]
    assert values(record, "hardware_version") == ["B"]
    assert values(record, "firmware_version") == ["3.4.17", "3.4.16"]
    assert values(record, "issued_on") == [date(2026, 1, 11)]
    assert values(record, "result") == ["pass"]
    assert values(record, "signatory_name") == ["Claire Dumontet"]


def test_a_failed_unit_under_an_overall_pass_stays_visible_with_its_own_versions() -> None:
    record = records_of(paper([*HEAD, ROWS, "Overall result: PASS"]))[0]
    second = record.values("serial_numbers")[1]
    assert second.details["result"] == "fail"
    assert second.details["firmware"] == "3.4.16"


def test_limits_and_voltages_are_no_serial_numbers() -> None:
    rows = [["Test", "Requirement", "Measured", "Verdict"], ["Insulation", "> 1 Mohm at 500 V", "412 Mohm", "OK"]]
    record = records_of(
        paper([(18, "Unit Test Certificate"), "Routine tests", "Serial no.: 25B878004", rows, "Final result: PASSED"])
    )[0]
    assert values(record, "serial_numbers") == ["25B878004"]
