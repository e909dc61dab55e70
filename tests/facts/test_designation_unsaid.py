"""Patterns of what a line leaves unsaid: each of them carries its doubt."""

from hypothesis import given
from hypothesis import strategies as st

from docverify.facts.designation_parts import code_patterns
from docverify.facts.designation_pattern import Fit, Miss, Pattern, match, normal
from docverify.facts.designation_unsaid import between, complete, left_out, open_end, with_field


def fits(patterns: list[Pattern], model: str) -> list[Fit]:
    return [said for pattern in patterns if isinstance(said := match(pattern, normal(model)), Fit)]


def test_what_may_lie_between_two_designations_is_in_doubt_and_never_beyond_the_end() -> None:
    patterns = list(between("EVC-A07S", "EVC-A22S"))
    assert all(fit.doubts for fit in fits(patterns, "EVC-A11S"))
    assert fits(patterns, "EVC-A11S")
    assert not fits(patterns, "EVC-A23S")
    assert not fits(patterns, "XYZ-11S")


def test_an_open_list_may_go_on_with_what_begins_alike_and_with_anything_where_it_says_similar() -> None:
    assert fits([open_end("EVC-22", anything=False)], "EVC-99")
    assert not fits([open_end("EVC-22", anything=False)], "XYZ-99")
    assert fits([open_end("EVC-22", anything=True)], "XYZ-99")
    assert "left open" in fits([open_end("EVC-22", anything=True)], "XYZ-99")[0].doubts[0]


def test_a_field_left_blank_may_hold_something() -> None:
    patterns = list(with_field("G4A-1A"))
    (fit,) = fits(patterns, "G4A-E-1A")
    assert "does not say what may stand in it" in fit.doubts[0]
    assert list(with_field("G4A")) == []


def test_a_code_of_which_one_part_only_is_explained_leaves_nothing_out() -> None:
    assert list(left_out("SS-01GL2", "SS-01GL2: GL = lever")) == []
    patterns = list(left_out("SS-01GL2", "SS-01GL2: 01 = 0.1 A, GL = lever, 2 = terminals"))
    assert all(fit.doubts for fit in fits(patterns, "SS-01GL"))


def test_all_models_of_a_range_lose_the_doubt_about_its_inside_and_no_other() -> None:
    (slashes, pattern) = code_patterns("EVC-(3KTL-10KTL)-M1", {})
    assert isinstance(match(slashes, "EVC 5KTL M1"), Miss)
    before, after = match(pattern, normal("EVC-5KTL-M1")), match(complete(pattern), normal("EVC-5KTL-M1"))
    assert isinstance(before, Fit)
    assert isinstance(after, Fit)
    assert before.doubts
    assert after.doubts == ()
    doubted = open_end("EVC-22", anything=False)
    assert complete(doubted) == doubted


@given(
    st.from_regex(r"[A-Z]{2,4}-[0-9]{1,4}[A-Z]?", fullmatch=True),
    st.from_regex(r"[A-Z]{2,4}-[0-9]{1,4}", fullmatch=True),
)
def test_nothing_unsaid_is_ever_certain(code: str, model: str) -> None:
    patterns = [*between(code, model), open_end(code, anything=True), *with_field(code)]
    for text in (code, model, f"{code}-X"):
        assert all(fit.doubts for fit in fits(patterns, text) if normal(text) not in (normal(code), normal(model)))
