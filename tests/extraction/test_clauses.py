"""Verdicts of clause tables, counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.extraction.clauses import clause_readings, count_clauses, report_marks
from docverify.extraction.locate import Passage
from docverify.facts.evidence import Evidence, Found, Origin
from tests.extraction.printed_words import plain

HEAD = "Clause Requirement - Test Result - Remark Verdict\n"
PASSED = Found("pass", "Pass", (Evidence("ab" * 32, 1, (0.0, 0.0, 1.0, 1.0)),), Origin.TEXT, 0.9)


def counted(*rows: str) -> dict[str, int]:
    return count_clauses([plain(HEAD + "\n".join(rows))]).counts


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        ("4.1 General Pass", "pass"),
        ("4.2 Marking P", "pass"),
        ("4.3 Earthing Fail", "fail"),
        ("4.4 Sealing N/A", "not_applicable"),
        ("4.5 Heat N/T", "not_tested"),
        ("A.1 Annex passed *", "pass"),
        ("4.6 Leakage: the sample does not pass", "fail"),
        ("4.7 Leakage Not passed", "fail"),
        ("4.8 Isolation nicht bestanden", "fail"),
        ("4.9 Isolation did not fail", "blank"),
    ],
)
def test_a_row_ends_in_its_verdict_and_a_denied_pass_is_a_failure(row: str, verdict: str) -> None:
    assert counted(row) == {verdict: 1}


@pytest.mark.parametrize("row", ["4.1 General", "4.1 General P/F", "4.1 General Pass/Fail", "4.1 General —"])
def test_a_row_without_a_verdict_of_its_own_is_blank_once_the_next_begins(row: str) -> None:
    assert counted(row, "4.2 Marking P") == {"blank": 1, "pass": 1}


def test_a_page_without_a_verdict_column_is_not_counted() -> None:
    assert count_clauses([plain("4.1 General Pass\n4.2 Marking Fail")]).counts == {}


def test_a_failed_clause_under_an_overall_pass_is_shown_beside_it() -> None:
    passage = Passage((plain(HEAD + "4.1 General P\n4.3 Earthing F"),), "ab" * 32)
    (entry,) = clause_readings(passage, (PASSED,))
    assert entry.value == "pass"
    assert entry.details["failed"] == [{"clause": "4.3", "page": 1}]
    assert entry.details["clauses"] == {"pass": 1, "fail": 1}


def test_without_an_overall_result_a_failed_clause_is_the_result_and_passed_ones_are_none() -> None:
    failing = Passage((plain(HEAD + "4.1 General P\n4.3 Earthing F"),), "ab" * 32)
    (entry,) = clause_readings(failing, ())
    assert entry.value == "fail"
    assert entry.quote == "4.3 Earthing F"
    passing = Passage((plain(HEAD + "4.1 General P\n4.3 Earthing P"),), "ab" * 32)
    assert clause_readings(passing, ()) == ()


def test_failures_and_pages_of_photographs_are_marks_of_the_report() -> None:
    marks = report_marks([plain(HEAD + "4.3 Earthing F"), plain("Photo documentation", number=2)])
    assert marks == {"clauses": {"fail": 1}, "failed_clauses": [["4.3", 1]], "photo_pages": [2]}
    assert report_marks([plain("Nothing of that kind")]) == {}


@given(st.text(max_size=120))
def test_any_page_is_counted(text: str) -> None:
    total = count_clauses([plain(HEAD + text)])
    assert sum(total.counts.values()) >= len(total.failed) == total.counts.get("fail", 0)


@pytest.mark.parametrize(
    ("rows", "counts", "blank"),
    [
        (["4 General P", "9 Fuses", "Annex A Pilot function P"], {"pass": 2, "blank": 1}, [["9", 1]]),
        (["4 General P", "9 Fuses"], {"pass": 1, "blank": 1}, [["9", 1]]),
        (["4 General P", "Annex B Marking"], {"pass": 1, "blank": 1}, [["Annex B", 1]]),
        (["4 General P", "2 / 3"], {"pass": 1}, None),
        (["4 General P", "10 April 2025"], {"pass": 1}, None),
    ],
)
def test_the_verdict_of_an_annex_or_a_foot_does_not_hide_a_blank_clause(
    rows: list[str], counts: dict[str, int], blank: list[list[object]] | None
) -> None:
    marks = report_marks([plain(HEAD + "\n".join(rows))])
    assert marks["clauses"] == counts
    assert marks.get("blank_clauses") == blank
