"""A result file read back: the same result, and a plain word for every file that is none."""

import json
from copy import deepcopy
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docverify.errors import UsageError
from docverify.facts.finding import Foreseen, Outcome, Severity, Waiver
from docverify.report.formats import as_json
from docverify.report.json_report import result_to_json
from docverify.report.read_result import read_result, result_from_json
from docverify.shipment_file import read_shipment_file
from docverify.verify import verify_shipment
from tests.samples import finding, result

PACKS = Path(__file__).parents[2] / "corpus" / "packs"
FAILED = replace(finding(Outcome.FAIL, Severity.BLOCKER), key="declaration/eu_doc/DOC-1")
WAIVED = replace(FAILED, waiver=Waiver("accepted for the pilot", "A. Buyer", date(2027, 3, 31)))
LATER = Foreseen(date(2027, 1, 1), "the act applies", finding(Outcome.FAIL, Severity.MAJOR))
FULL = replace(result(FAILED, WAIVED), look_ahead=(LATER,), set_aside=("Thumbs.db",))


def plain(value: Any) -> Any:
    return json.loads(json.dumps(value))


def test_a_result_comes_back_as_it_was() -> None:
    data = plain(result_to_json(FULL))
    assert plain(result_to_json(result_from_json(data))) == data
    assert result_from_json(data).verdict == FULL.verdict


@pytest.mark.parametrize("name", ["demo", "defect-unit-firmware", "clean-us"])
def test_a_packs_result_survives_the_way_through_a_file(name: str, tmp_path: Path) -> None:
    shipment, own_files = read_shipment_file(PACKS / name / "shipment.yaml")
    checked = verify_shipment([PACKS / name], shipment, as_of=shipment.placed_on_market, not_papers=own_files)
    file = tmp_path / "result.json"
    file.write_bytes(as_json(checked))
    assert as_json(read_result(file)) == file.read_bytes()


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ("docverify/result/2", "newer schema docverify/result/2"),
        ("docverify/result/0", "older schema docverify/result/0"),
        ("docverify/extract/1", "give the result of a check"),
        ("sarif", "names no schema"),
        (None, "names no schema"),
    ],
)
def test_another_schema_is_refused_by_name(schema: str | None, words: str, tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    file.write_text(json.dumps(result_to_json(FULL) | {"schema": schema}))
    with pytest.raises(UsageError, match=words) as caught:
        read_result(file)
    assert str(file) in str(caught.value)


@pytest.mark.parametrize("text", ["", "[]", "{", "null", "[" * 100_000, "\x00"])
def test_what_is_no_result_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    file.write_text(text)
    with pytest.raises(UsageError, match="not a result"):
        read_result(file)


def test_a_file_that_is_not_there_is_told() -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_result(Path("no-such-file.json"))


def test_a_finding_that_was_edited_is_found_out() -> None:
    data = plain(result_to_json(FULL))
    data["findings"][0]["found"] = "EVC-22"
    with pytest.raises(UsageError, match=r"findings\[0\]: the fingerprint"):
        result_from_json(data)


def test_a_failure_that_was_taken_out_is_found_out() -> None:
    data = plain(result_to_json(FULL))
    del data["findings"][0]
    with pytest.raises(UsageError, match="do not follow"):
        result_from_json(data)


def test_a_paper_with_half_a_character_comes_back() -> None:
    hostile = result(replace(FAILED, message="half \ud83d letter", found="\udc00"))
    data = json.loads(as_json(hostile))
    assert result_from_json(data).verdict == hostile.verdict


def places(data: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [at, *(place for name, value in inner for place in places(value, (*at, name)))]


PLACES = places(plain(result_to_json(FULL)))[1:]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PLACES), st.sampled_from([None, 7, -1.5, "x", [], {}, [[]], {"a": 1}, True]))
def test_a_damaged_result_is_refused_or_read_never_a_crash(place: tuple[Any, ...], value: Any) -> None:
    data = deepcopy(plain(result_to_json(FULL)))
    inner = data
    for name in place[:-1]:
        inner = inner[name]
    inner[place[-1]] = value
    try:
        result_to_json(result_from_json(data))
    except UsageError as error:
        assert str(error)
