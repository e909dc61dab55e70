"""Accreditation in the ways laboratories print it, and numbers that are none."""

import pytest

from docverify.extraction.accreditations import report_accreditations
from tests.extraction.drawn_papers import paper, passage_of


def _read(line: str) -> list[str]:
    passage = passage_of(paper(["Test report", line]))
    return [entry.value for entry in report_accreditations(passage, passage.pages)]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("UKAS 4821", "UKAS 4821"),
        ("UKAS Testing Laboratory No. 2281", "UKAS 2281"),
        ("CNAS-Lab Code: L9911", "CNAS L9911"),
        ("CNAS registration No.: L13044", "CNAS L13044"),
        ("Accréditation Cofrac n° 1-5521", "COFRAC 1-5521"),
        ("TAF: 1190", "TAF 1190"),
        ("Ackrediterat laboratorium, Swedac 1833", "SWEDAC 1833"),
        ("Accredited by KOLAS, Republic of Korea: KT733", "KOLAS KT733"),
        ("accredited by A2LA under certificate number 3297.02", "A2LA 3297.02"),
        ("NATA accredited laboratory 14255", "NATA 14255"),
        ("registration number D-PL-18832-02-01", "D-PL-18832-02-01"),
    ],
)
def test_body_and_number_are_read_past_words_of_accreditation(line: str, value: str) -> None:
    assert _read(line) == [value]


@pytest.mark.parametrize(
    "line",
    [
        "UKAS is a registered mark. Telephone 0121 4960",
        "UKAS and the order 4821",
        "CNAS since 2014 holds the laboratory's certificate",
        "A2LA calendar 3297.022",
        "TAF: 11905",
    ],
)
def test_a_number_that_other_words_part_from_the_body_is_no_accreditation(line: str) -> None:
    assert _read(line) == []
