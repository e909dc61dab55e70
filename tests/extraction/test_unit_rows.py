"""Rows of units: serial numbers with their own result."""

import pytest

from docverify.extraction.unit_rows import unit_fields
from tests.extraction.drawn_papers import paper, passage_of

HEAD = ["No.", "Serial number", "Model", "Firmware", "Result"]


def units(*rows: list[str], head: list[str] = HEAD) -> dict[str, dict[str, object]]:
    fields = unit_fields(passage_of(paper([[head, *rows]])))
    return {entry.value: dict(entry.details) for entry in fields.get("serial_numbers", ())}


def row(serial: str, result: str) -> list[str]:
    return ["1", serial, "EVC-22S-W", "1.8.4", result]


@pytest.mark.parametrize(
    ("printed", "result"),
    [
        ("PASS", "pass"),
        ("OK", "pass"),
        ("P", "pass"),
        ("passed after rework", "pass"),
        ("FAIL", "fail"),
        ("n.i.O.", "fail"),
        ("F", "fail"),
        ("Pass / Fail", "Pass / Fail"),
        ("OK/NOK", "OK/NOK"),
        ("P / F", "P / F"),
        ("not passed", "not passed"),
        ("non conforme", "non conforme"),
        ("open", "open"),
    ],
)
def test_only_a_plain_verdict_is_one_and_a_form_that_nobody_filled_is_none(printed: str, result: str) -> None:
    assert units(row("VT22-00001", printed))["VT22-00001"]["result"] == result


def test_a_unit_without_a_result_beside_units_that_have_one_did_not_pass_with_the_rest() -> None:
    found = units(row("VT22-00001", "PASS"), row("VT22-00002", ""))
    assert found["VT22-00001"]["result"] == "pass"
    assert found["VT22-00002"]["result"] == "blank"


def test_a_list_without_results_says_none() -> None:
    head = ["No.", "Serial number", "Model", "Quantity"]
    found = units(["1", "VT22-00001", "EVC-22S-W", "1"], head=head)
    assert found == {"VT22-00001": {"model": "EVC-22S-W", "quantity": "1"}}


def test_model_and_versions_of_the_rows_are_fields_of_the_paper() -> None:
    fields = unit_fields(passage_of(paper([[HEAD, row("VT22-00001", "PASS"), row("VT22-00002", "PASS")]])))
    assert [str(entry.value) for entry in fields["models"]] == ["EVC-22S-W"]
    assert [entry.value.text for entry in fields["firmware_version"]] == ["1.8.4"]


@pytest.mark.parametrize("text", ["-", "n/a", "12", "abc", "10001"])
def test_what_is_too_short_or_blank_is_no_serial_number(text: str) -> None:
    assert units(row(text, "PASS")) == {}


def test_a_table_goes_on_over_the_page_without_its_heading() -> None:
    pages = paper([[HEAD, row("VT22-00001", "PASS")]], [[row("VT22-00002", "PASS"), row("VT22-00003", "FAIL")]])
    fields = unit_fields(passage_of(pages))
    assert [entry.value for entry in fields["serial_numbers"]] == ["VT22-00001", "VT22-00002", "VT22-00003"]
    assert fields["serial_numbers"][2].details["result"] == "fail"
    assert fields["serial_numbers"][2].evidence[0].page == 2
