"""A list of units as text: its encoding, its separator, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.errors import UsageError
from docverify.units.text_rows import text_rows

ROWS = [["Serial number", "Firmware"], ["VT-00001", "1.8.4"], ["Größe-02", "1.8.4"]]


def read(content: bytes) -> list[list[str]]:
    return [row for _, row in text_rows(content, path="units.csv")]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_whatever_a_spreadsheet_writes_is_read(separator: str, encoding: str) -> None:
    text = "\n".join(separator.join(row) for row in ROWS)
    assert read(text.encode(encoding)) == ROWS


def test_chinese_headings_are_known_in_their_own_encoding() -> None:
    assert read("序列号,固件\nVT-00001,1.8.4".encode("gb18030")) == [["序列号", "固件"], ["VT-00001", "1.8.4"]]


def test_a_quoted_cell_keeps_its_separator_and_the_line_is_counted() -> None:
    content = b'Serial number,Remark\nVT-1,"a, b"\nVT-2,c'
    assert list(text_rows(content, path="u.csv"))[1:] == [(2, ["VT-1", "a, b"]), (3, ["VT-2", "c"])]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b'Serial number\n"VT-1', "u.csv:2:1: the row cannot be read"),
        (b"Serial number\nVT-1\0", "u.csv:2:5: a zero byte"),
        (b"\xff\xfeS\x00e", "u.csv:1:1: damaged UTF-16 text"),
    ],
)
def test_damage_is_told_with_its_place(content: bytes, complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        list(text_rows(content, path="u.csv"))


@given(st.binary(max_size=120))
def test_any_bytes_are_rows_or_refused(content: bytes) -> None:
    try:
        rows = list(text_rows(content, path="u.csv"))
    except UsageError as error:
        assert "u.csv:" in str(error)
    else:
        assert all(number >= 1 for number, _ in rows)
