"""A reading against its label: right, wrong, missed."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from docverify.evaluation.labels import Labelled
from docverify.evaluation.score import Tally, soft_key, strict_key
from docverify.facts.standard import StandardReference
from tests.evaluation.labelled import counts, document, expected, found, score


def test_a_value_on_its_page_is_right_and_the_document_is_exact() -> None:
    result = score(document(brand=[found("Volta")]), expected(brand=[Labelled("Volta", 1)]))
    assert counts(result.strict["brand"]) == (1, 0, 0)
    assert result.exact


def test_a_value_on_another_page_is_wrong_and_missed() -> None:
    result = score(document(brand=[found("Volta", 2)]), expected(brand=[Labelled("Volta", 1)]))
    assert counts(result.strict["brand"]) == (0, 1, 1)
    assert [mistake.kind_of for mistake in result.mistakes] == ["page", "missed"]


def test_a_value_printed_on_several_pages_is_right_on_any_of_them() -> None:
    result = score(document(brand=[found("Volta", 2)]), expected(brand=[Labelled("Volta", 1, (2,))]))
    assert counts(result.strict["brand"]) == (1, 0, 0)


def test_a_value_read_twice_counts_once() -> None:
    read = document(brand=[found("Volta", 1), found("Volta", 2)])
    assert counts(score(read, expected(brand=[Labelled("Volta", 1)])).strict["brand"]) == (1, 0, 0)


def test_case_and_punctuation_matter_to_the_strict_score_only() -> None:
    result = score(document(brand=[found("VOLTA.")]), expected(brand=[Labelled("Volta", 1)]))
    assert counts(result.strict["brand"]) == (0, 1, 1)
    assert counts(result.soft["brand"]) == (1, 0, 0)


def test_dates_and_standards_are_compared_as_json() -> None:
    standard = StandardReference.parse("EN IEC 61851-1:2019")
    read = document(issued_on=[found(date(2026, 3, 1))], standards=[found(standard)])
    truth = expected(
        issued_on=[Labelled("2026-03-01", 1)],
        standards=[Labelled({"designation": "EN IEC 61851-1", "edition": "2019", "amendments": []}, 1)],
    )
    assert score(read, truth).exact


def test_a_whole_number_equals_itself_with_a_decimal_point() -> None:
    assert strict_key("rated_power_kw", 22) == strict_key("rated_power_kw", 22.0)
    assert strict_key("rated_voltage_v", [380, None]) != strict_key("rated_voltage_v", [380, 415])


def test_a_line_break_in_an_address_is_the_comma_of_the_one_line_form() -> None:
    assert strict_key("factory_address", "Road 5\nBerlin") == strict_key("factory_address", "Road 5, Berlin")
    assert strict_key("brand", "A, B") != strict_key("brand", "A B")


def test_a_field_that_nobody_labelled_does_not_count() -> None:
    read = document(brand=[found("Volta")], contacts=[found("a@b.example")])
    assert "contacts" not in score(read, expected(brand=[Labelled("Volta", 1)])).strict


def test_a_field_labelled_on_some_pages_counts_on_those_only() -> None:
    truth = replace(expected(brand=[Labelled("Volta", 1)]), labelled_on={"brand": frozenset({1})})
    read = document(brand=[found("Volta"), found("Rheinstrom", 2)])
    assert counts(score(read, truth).strict["brand"]) == (1, 0, 0)
    assert counts(score(document(brand=[found("Rheinstrom")]), truth).strict["brand"]) == (0, 1, 1)


def test_a_value_of_a_labelled_field_that_is_not_printed_is_wrong() -> None:
    read = document(brand=[found("Volta")], place=[found("Berlin")])
    assert counts(score(read, expected(brand=[Labelled("Volta", 1)])).strict["place"]) == (0, 1, 0)


def test_a_file_that_was_refused_misses_everything() -> None:
    result = score(None, expected(brand=[Labelled("Volta", 1)]))
    assert counts(result.strict["brand"]) == (0, 0, 1)
    assert not result.kind_right and result.found_kind == "refused"


def test_nothing_labelled_and_nothing_read_is_full_marks() -> None:
    assert Tally().precision == Tally().recall == Tally().f1 == 1.0


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_f1_lies_between_precision_and_recall(right: int, wrong: int, missed: int) -> None:
    tally = Tally(right, wrong, missed)
    low, high = sorted((tally.precision, tally.recall))
    if right + wrong and right + missed:
        assert low - 1e-9 <= tally.f1 <= high + 1e-9


@given(st.text())
def test_what_is_strictly_equal_is_softly_equal(text: str) -> None:
    assert strict_key("brand", text) == strict_key("brand", f" {text}\n")
    assert soft_key("brand", text) == soft_key("brand", f" {text}\n")
