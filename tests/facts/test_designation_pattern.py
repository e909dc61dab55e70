"""A pattern and a model: how one fits the other, where it leaves it, and what stays in doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.facts.designation_pattern import (
    SEPARATOR,
    Characters,
    Fit,
    Miss,
    Numbers,
    Part,
    Text,
    common_start,
    literal,
    match,
    normal,
    normal_inside,
    plain,
)

LETTERS = frozenset("ABC")


def part(*options: Text | Characters | Numbers) -> Part:
    return Part("?", 1, options)


@pytest.mark.parametrize(
    ("printed", "same"),
    [
        ("evc–22", "EVC-22"),
        ("ＥＶＣ－２２", "EVC-22"),
        ("EVC - 22", "EVC-22"),
        (" EVC‑22- ", "EVC-22"),
        ("EVC 22", "EVC-22"),
    ],
)
def test_width_dash_case_and_space_make_no_difference(printed: str, same: str) -> None:
    assert normal(printed) == normal(same)


def test_a_missing_separator_is_no_difference_between_letter_and_digit_and_a_doubt_between_two_digits() -> None:
    assert match((literal("EVC-22"),), normal("EVC22")) == Fit()
    assert match((literal("EVC22"),), normal("EVC-22")) == Fit()
    said = match((literal("EVC-2-2"),), normal("EVC-22"))
    assert isinstance(said, Fit)
    assert "has a separator between '2' and '2'" in said.doubts[0]


def test_separators_at_the_ends_of_a_stretch_are_kept() -> None:
    assert normal_inside("-s-") == normal("x-s-x")[1:-1]
    assert normal("-s-") == normal("s")


def test_a_model_has_to_be_used_up() -> None:
    pattern = (literal("EVC-"), part(Numbers(11, 22)))
    assert match(pattern, normal("EVC-11")) == Fit()
    assert match(pattern, normal("EVC-22")) == Fit()
    for other in ("EVC-10", "EVC-23", "EVC-22S", "EVC-", "XEVC-22"):
        assert isinstance(match(pattern, normal(other)), Miss)


def test_a_number_of_fixed_width_keeps_its_noughts() -> None:
    pattern = (literal("EVC-"), part(Numbers(7, 22, width=2)))
    assert match(pattern, normal("EVC-07")) == Fit()
    assert isinstance(match(pattern, normal("EVC-7")), Miss)


def test_the_ends_of_a_range_are_printed_and_its_inside_is_in_doubt() -> None:
    pattern = (part(Numbers(3, 10, doubt="only the ends are printed")),)
    assert match(pattern, "3") == Fit()
    assert match(pattern, "10") == Fit()
    assert match(pattern, "5") == Fit(("only the ends are printed",))


def test_the_way_with_the_fewest_doubts_is_taken() -> None:
    pattern = (part(Text("A", doubt="perhaps"), Text("A")),)
    assert match(pattern, "A") == Fit()
    assert Fit(("a",)).better_than(Fit(("a", "b")))
    assert not Fit(("a",)).better_than(Fit())
    assert Fit(("a",)).better_than(None)


def test_characters_are_counted_and_stay_within_their_stretch() -> None:
    pattern = (literal("EVC-"), part(Characters(LETTERS, 1, 2)))
    assert match(pattern, normal("EVC-AB")) == Fit()
    for other in ("EVC-ABC", "EVC-X", "EVC-", "EVC-A-B"):
        assert isinstance(match(pattern, normal(other)), Miss)
    crossing = (literal("EVC-"), part(Characters(None, 1, 5, crossing=True)))
    assert match(crossing, normal("EVC-A-B")) == Fit()


def test_a_miss_says_how_far_the_model_went() -> None:
    miss = match((literal("EVC-"), literal("22", 5)), normal("EVC-11"))
    assert isinstance(miss, Miss)
    assert miss.part == literal("22", 5)
    assert miss.has == "11"
    assert miss.reached == 4


def test_a_letter_that_ocr_takes_for_a_digit_is_a_doubt_in_a_scan_only() -> None:
    pattern = (literal("EVC-20"),)
    assert isinstance(match(pattern, normal("EVC-2O")), Miss)
    said = match(pattern, normal("EVC-2O"), from_ocr=True)
    assert isinstance(said, Fit)
    assert said.doubts


@given(st.text(max_size=30))
def test_bringing_into_one_form_twice_changes_nothing(text: str) -> None:
    assert normal(normal(text)) == normal(text)
    assert plain(plain(text)) == plain(text)


@given(st.text(max_size=20), st.text(max_size=20))
def test_the_common_start_begins_both(one: str, two: str) -> None:
    start = common_start(one, two)
    assert one.startswith(start)
    assert two.startswith(start)
    assert one[len(start) : len(start) + 1] != two[len(start) : len(start) + 1] or start in (one, two)


@given(st.from_regex(r"[A-Z0-9]{1,6}(-[A-Z0-9]{1,4}){0,2}", fullmatch=True), st.text("ABC019-", max_size=8))
def test_a_literal_fits_its_own_form_and_what_differs_in_separators_only(code: str, other: str) -> None:
    assert match((literal(code),), normal(code)) == Fit()
    fits = isinstance(match((literal(code),), normal(other)), Fit)
    assert not fits or normal(code).replace(SEPARATOR, "") == normal(other).replace(SEPARATOR, "")
