"""Lists of units as suppliers send them: languages, encodings, separators, spreadsheets, and what is refused."""

import io
import time
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.errors import UsageError
from docverify.units.read import units_of


def book(*rows: list[object], sheets: tuple[str, ...] = ("Units",)) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name in sheets:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def csv(text: str, encoding: str = "utf-8") -> bytes:
    return text.encode(encoding)


def test_every_column_is_read() -> None:
    (unit,) = units_of(
        csv(
            "serial,hardware,firmware,produced_on,batch,meter,modem,cable,inspection\nS1,C,1.8.4,2026-10-01,B7,EM1,M2,5 m,pass\n"
        ),
        path="u.csv",
    )
    assert (unit.serial, unit.hardware, unit.firmware, unit.produced_on) == ("S1", "C", "1.8.4", date(2026, 10, 1))
    assert (unit.batch, unit.meter, unit.modem, unit.cable, unit.inspection) == ("B7", "EM1", "M2", "5 m", "pass")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_chinese_headings_are_read_in_every_encoding(encoding: str) -> None:
    text = "出货清单\n序列号,硬件版本,固件版本,生产日期,批次\nNT001,C,1.8.4,2026年10月1日,甲3\n"
    (unit,) = units_of(csv(text, encoding), path="u.csv")
    assert (unit.serial, unit.hardware, unit.produced_on, unit.batch) == ("NT001", "C", date(2026, 10, 1), "甲3")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators_are_found_and_windows_text_is_read(separator: str) -> None:
    text = (
        separator.join(["Seriennummer", "Zähler", "Firmwarestand"]) + "\r\n" + separator.join(["A1", "Größe 2", "1.0"])
    )
    (unit,) = units_of(csv(text, "cp1252"), path="u.csv")
    assert (unit.serial, unit.meter, unit.firmware) == ("A1", "Größe 2", "1.0")


def test_a_line_that_tells_excel_the_separator_is_heard() -> None:
    assert units_of(b"sep=;\nserial;firmware\nA1;1.0\n", path="u.csv")[0].firmware == "1.0"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["03/04/2026"], [None]),
        (["03/04/2026", "13/04/2026"], [date(2026, 4, 3), date(2026, 4, 13)]),
        (["03/04/2026", "04/13/2026"], [date(2026, 3, 4), date(2026, 4, 13)]),
        (["03/04/2026", "13/04/2026", "04/13/2026"], [None, None, None]),
        (["03.04.2026"], [date(2026, 4, 3)]),
        (["04/04/2026"], [date(2026, 4, 4)]),
        (["4 March 2026", "4. März 2026", "Mar 4, 2026"], [date(2026, 3, 4)] * 3),
        (["20260304", "2026/3/4", "2026-03-04 10:11:12"], [date(2026, 3, 4)] * 3),
        (["46085"], [date(2026, 3, 4)]),
        (["04-03-26"], [None]),
        (["", "-", "n/a"], [None] * 3),
    ],
)
def test_days_are_read_and_ambiguous_ones_stay_open(cells: list[str], expected: list[date | None]) -> None:
    rows = "".join(f"S{i};{cell}\n" for i, cell in enumerate(cells))
    units = units_of(csv("serial;produced_on\n" + rows), path="u.csv")
    if expected == [None, None, None] and "/" in cells[0]:  # the unambiguous ones are read all the same
        assert units[0].produced_on is None
        return
    assert [unit.produced_on for unit in units] == expected
    open_days = [cell for cell, day in zip(cells, expected, strict=True) if day is None and cell[:1].isdigit()]
    assert len([unit for unit in units if unit.doubts]) == len(open_days)


def test_a_workbook_is_read_with_its_dates_and_title_rows() -> None:
    content = book(
        ["Packing of order 7"], [], ["S/N", "FW version", "Production date"], ["A1", "1.10", date(2026, 3, 4)]
    )
    (unit,) = units_of(content, path="u.xlsx", workbook=True)
    assert (unit.serial, unit.firmware, unit.produced_on) == ("A1", "1.10", date(2026, 3, 4))


def test_a_version_kept_as_a_number_is_in_doubt_and_a_whole_serial_is_not() -> None:
    (unit,) = units_of(book(["serial", "firmware"], [240001, 1.1]), path="u.xlsx", workbook=True)
    assert (unit.serial, unit.firmware) == ("240001", None)
    assert "may be 1.10" in unit.doubts[0]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", r"u:1:1: columns must be serial"),
        (b"model,qty\nA,1\n", r"u:1:1: columns must be serial.*found model, qty"),
        (b"serial,firmwaer\nA,1\n", r"u:1:2: unknown column 'firmwaer'; did you mean 'firmware'"),
        (b"serial,fw,firmware\nA,1,1\n", r"u:1:3: the column firmware stands twice, see column 2"),
        (b"serial,firmware\nA,=B2\n", r"u:2:2: a formula"),
        (b"serial\n1.23457E+12\n", r"u:2:1: '1\.23457E\+12' has lost its digits"),
        (b"serial,produced_on\nA,soon\n", r"u:2:2: produced_on 'soon': no date"),
        (b"serial,produced_on\nA,31.02.2026\n", r"u:2:2: produced_on '31\.02\.2026'"),
        (b'serial,batch\nA,"open\n', r"u:\d:1: the row cannot be read"),
        (b"\xd0\xcf\x11\xe0rest", r"u: a workbook of Excel 97"),
        (b"PK\x03\x04rest", r"u: it is no workbook"),
        (b"\xff\xfea\x00\x00\xd8", r"u:1:1: damaged UTF-16"),
    ],
)
def test_what_is_no_list_of_units_is_refused_with_its_place(content: bytes, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        units_of(content, path="u")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (book(["serial", "firmware"], ["A1", "=1+1"]), r"u:2:2: a formula"),
        (book(["serial"], ["A1"], sheets=("Units", "Old")), r"2 sheets list units \(Units, Old\)"),
        (book(["model"], ["A1"]), r"no sheet has a heading"),
        (book(["serial"], [12345678901234567890]), r"more than 15 digits"),
    ],
)
def test_a_workbook_that_may_mislead_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        units_of(content, path="u", workbook=True)


def test_a_workbook_that_unpacks_to_too_much_or_is_cut_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = book(["serial"], ["A1"])
    with pytest.raises(UsageError, match="no workbook|damaged"):
        units_of(content[: len(content) // 2], path="u", workbook=True)
    monkeypatch.setattr("docverify.units.workbook.MOST_BYTES", 10)
    with pytest.raises(UsageError, match="unpacks to"):
        units_of(content, path="u", workbook=True)


def test_a_hundred_thousand_rows_are_read() -> None:
    rows = "".join(f"EVC{i:06},C,1.8.4,2026-10-01\n" for i in range(100_000))
    start = time.perf_counter()
    assert len(units_of(csv("serial,hardware,firmware,produced_on\n" + rows), path="u")) == 100_000
    assert time.perf_counter() - start < 30  # a stop against quadratic time, no benchmark


def test_more_rows_than_allowed_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docverify.units.read.MOST_ROWS", 2)
    with pytest.raises(UsageError, match=r"u:4:1: more than 2 units"):
        units_of(b"serial\n1\n2\n3\n", path="u")


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        units_of(b"serial,firmware\n" + content, path="u")
    except UsageError as error:
        assert str(error).startswith("u:")


def test_the_file_is_named_when_it_is_missing(tmp_path: Path) -> None:
    from docverify.units.read import read_units

    with pytest.raises(UsageError, match="cannot be read"):
        read_units(tmp_path / "none.csv")


@pytest.mark.parametrize("below", ["", "\n \n,,\n"])
def test_a_list_without_units_is_refused(below: str) -> None:
    with pytest.raises(UsageError, match="no unit stands below"):
        units_of(csv(f"serial,hardware,firmware\n{below}"), path="u.csv")


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"serial,hardware\nA1,C\0\nA2,C\n", "2:5"),
        (b"serial,hardware\0\nA1,C\n", "1:16"),
        (b"\0serial,hardware\nA1,C\n", "1:1"),
        ("serial,hardware\nA1,C\0\n".encode("utf-16"), "2:5"),
        ("serial,hardware\nA1,C\0\n".encode("utf-16-le"), "2:5"),
        (b"\xef\xbb\xbfserial,hardware\nA\x001,C\n", "2:2"),
        ("序列号,硬件\nA1,C\0\n".encode("gb18030"), "2:5"),
        (b"serial,hardware\n" + b"A1,C\n" * 2000 + b"\0" * 512, "2002:1"),
    ],
)
def test_a_zero_byte_is_told_with_its_place(content: bytes, place: str) -> None:
    with pytest.raises(UsageError, match=rf"units\.csv:{place}: a zero byte, so the list is damaged"):
        units_of(content, path="units.csv")
