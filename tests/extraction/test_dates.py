"""Dates: every printed form, ambiguity kept and settled by the document's own dates, months are no days."""

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.extraction.dates import MONTHS, day_first_evidence, find_dates, find_months, parse_date

ROWS = [
    (line.split("\t") + [""] * 4)[:4]
    for line in (Path(__file__).parent / "dates.tsv").read_text(encoding="utf-8").splitlines()[3:]
]


@pytest.mark.parametrize(("printed", "days", "months", "note"), ROWS)
def test_dates_in_the_wild_are_read_as_meant(printed: str, days: str, months: str, note: str) -> None:
    assert ("; ".join(dict.fromkeys(str(d.value) for d in find_dates(printed))) or "-") == days, note
    assert ("; ".join(month for month, _, _ in find_months(printed)) or "-") == months, note


@pytest.mark.parametrize(
    "printed",
    [
        "2025-03-14",
        "2025/03/14",
        "2025.3.14",
        "2025 / 03 / 14",
        "14.03.2025",
        "14. 3. 2025",
        "14/03/2025",
        "14-Mar-2025",
        "14MAR2025",
        "14th March 2025",
        "March 14, 2025",
        "Mar.14 2025",
        "14. März 2025",
        "14 mars 2025",
        "14 de marzo de 2025",
        "14 marzo 2025",
        "14 maart 2025",
        "14 marca 2025 r.",
        "14 mars 2025",
        "14 de março de 2025",
        "14. marts 2025",
        "14. března 2025",
        "2025年3月14日",
        "2025 年 03 月 14 日",
        "二〇二五年三月十四日",
        "2025년 3월 14일",
        "2025 March 14",
        "2025-W11-5",
        "14.03.25",
        "2025—03—14",
        "Date:2025-03-14T08:00:00Z",
    ],
)
def test_every_form_of_a_day_is_read(printed: str) -> None:
    (found,) = find_dates(printed)
    assert found.value == date(2025, 3, 14)
    assert not found.ambiguous


def test_the_first_of_a_month_is_read_with_its_ordinal() -> None:
    assert find_dates("1er mars 2024")[0].value == date(2024, 3, 1)
    assert find_dates("1º de janeiro de 2024")[0].value == date(2024, 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "V1.02.03",
        "192.168.10.12",
        "2014/35/EU",
        "EN 61000-3-2:2014",
        "31.02.2024",
        "ETSI EN 300 328 V2.2.2 (2019-07)",
        "20250314",
        "13/13/2025",
        "March 2025",
    ],
)
def test_other_numbers_and_impossible_days_are_no_dates(text: str) -> None:
    assert find_dates(text) == ()
    assert parse_date(text) == ()


def test_eight_digits_are_a_date_only_when_asked_for() -> None:
    assert parse_date("20250314", compact=True)[0].value == date(2025, 3, 14)
    assert parse_date("20250314", compact=True)[0].confidence < 0.9


def test_an_ambiguous_date_keeps_both_readings_day_first() -> None:
    first, second = parse_date("03/04/2025")
    assert (first.value, second.value) == (date(2025, 4, 3), date(2025, 3, 4))
    assert second.confidence < first.confidence < 0.95


def test_the_documents_own_dates_settle_an_ambiguous_one() -> None:
    assert day_first_evidence(["issued 03/04/2025", "received 14/03/2025"]) is True
    assert day_first_evidence(["issued 03/04/2025", "received 03/14/2025"]) is False
    assert day_first_evidence(["issued 03/04/2025"]) is None
    assert day_first_evidence(["14/03/2025", "03/14/2025"]) is None
    assert day_first_evidence(["issued 03/04/2025", "signed on 4 March 2025"]) is False
    assert [c.value for c in parse_date("03/04/2025", day_first=False)] == [date(2025, 3, 4)]


def test_a_dotted_date_is_day_first_and_no_evidence_for_slashes() -> None:
    assert [c.value for c in parse_date("03.04.2025")] == [date(2025, 4, 3)]
    assert day_first_evidence(["13.04.2025", "03/04/2025"]) is None


def test_a_range_that_prints_its_year_once_gives_both_ends() -> None:
    assert [d.value for d in find_dates("14-16 March 2025")] == [date(2025, 3, 14), date(2025, 3, 16)]
    assert [d.value for d in find_dates("Mar.04-Mar.28 2019")] == [date(2019, 3, 4), date(2019, 3, 28)]


def test_a_two_digit_year_lowers_the_confidence() -> None:
    assert parse_date("14.03.25")[0].confidence < parse_date("14.03.2025")[0].confidence


def test_a_month_without_a_day_is_told_apart() -> None:
    assert [m for m, _, _ in find_months("January 2026, 2024年3月, 05/2023")] == ["2026-01", "2024-03", "2023-05"]


days = st.dates(date(1971, 1, 1), date(2099, 12, 31))


@given(days, st.sampled_from(sorted(MONTHS)))
def test_a_day_printed_in_words_reads_back(day: date, name: str) -> None:
    expected = date(day.year, MONTHS[name], min(day.day, 28))
    (found,) = find_dates(f"on {expected.day} {name} {expected.year}.")
    assert found.value == expected


@given(days, st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%Y/%m/%d", "%d/%m/%Y", "%m/%d/%Y"]))
def test_a_day_printed_in_numbers_is_among_the_readings(day: date, form: str) -> None:
    (found,) = find_dates(day.strftime(form))
    assert day in [candidate.value for candidate in found.candidates]


@given(st.text(alphabet="0123456789./-年月日 ,MarchmäOct'°", max_size=80) | st.text(max_size=120))
def test_no_text_makes_the_reader_stumble(text: str) -> None:
    for printed in find_dates(text, compact=True):
        assert 0 <= printed.start < printed.end <= len(text)
        assert printed.candidates
    find_months(text)


@pytest.mark.parametrize("unit", ["1.", "2025-", "1 ", "March ", "12-", "2025年", "1st ", "01/", "1 - 2 - ", "de "])
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    started = time.process_time()
    find_dates(unit * (60_000 // len(unit)))
    find_months(unit * (60_000 // len(unit)))
    assert time.process_time() - started < 5
