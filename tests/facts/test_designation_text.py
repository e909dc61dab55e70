"""A printed line cut into what names models and what only stands beside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.facts.designation import ModelFamily
from docverify.facts.designation_text import after_labels, bare_word, cut_line, is_code


def test_a_remark_in_brackets_is_set_apart_and_a_footnote_is_dropped() -> None:
    assert cut_line("EVC-22 (white)").remarks == ("white",)
    assert cut_line("EVC-22 [1]").remarks == ()
    assert cut_line("EVC-22(S)").text == "EVC-22(S)"


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ("EVC-22 except EVC-07", "EVC-07"),
        ("EVC-22, but not EVC-11", "EVC-11"),
        ("EVC-22 not including EVC-11", "EVC-11"),
        ("EVC-22 außer EVC-07", "EVC-07"),
    ],
)
def test_an_exception_is_taken_out_of_the_line(line: str, taken: str) -> None:
    cut = cut_line(line)
    assert [entry.strip() for entry in cut.excluded] == [taken]
    assert taken not in cut.text


@pytest.mark.parametrize(
    "line",
    [
        "EVC-22 replaces EVC-21",
        "EVC-22 similar to EVC-21",
        "EVC-22, formerly EVC-21",
        "CB-32, cable for EVC-21",
        "CB-32 for use with EVC-21",
        "PS-12 power supply for EVC-21",
        "Kabel CB-32 zur Verwendung mit EVC-21",
        "CB-32 baugleich EVC-21",
    ],
)
def test_a_model_named_only_for_its_relation_to_another_is_not_what_the_paper_is_about(line: str) -> None:
    assert "EVC-21" not in cut_line(line).text
    assert ModelFamily.parse(line).covers("EVC-21") == "undetermined"


@pytest.mark.parametrize("line", ["User manual for EVC-22", "Declaration for EVC-22", "Test report for EVC-22"])
def test_a_paper_for_a_model_is_about_it(line: str) -> None:
    assert ModelFamily.parse(line).covers("EVC-22") == "covered"


def test_a_file_name_is_the_words_between_its_underscores() -> None:
    assert cut_line("EVC-22_EVC-11.pdf").text == "EVC-22, EVC-11"
    assert cut_line("see EVC-22_EVC-11.pdf").text == "see EVC-22_EVC-11.pdf"


def test_all_models_of_a_name_are_a_series() -> None:
    assert cut_line("all EVC models").text == "EVC series"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Model: EVC-22", "EVC-22"),
        ("Model: Type: EVC-22", "EVC-22"),
        ("Brand: Voltora", ""),
        ("EVC-22 Ratings: 400 V", "EVC-22"),
        ("EVC-22; S = socket", "EVC-22; S = socket"),
    ],
)
def test_a_label_before_codes_and_what_a_colon_adds_after_them_are_left_out(text: str, left: str) -> None:
    assert after_labels(text).strip() == left


@pytest.mark.parametrize("token", ["EVC-22", "EV-x", "AC22", "TYPE-2", "NT_AC22", "SUN2000-(3KTL)"])
def test_digits_or_joined_capitals_make_a_code(token: str) -> None:
    assert is_code(token)


@pytest.mark.parametrize(
    "token", ["400V", "IP54", "32A", "3~", "1P+N", "22kW", "400-415V", "EVC", "model", "…", "", "-"]
)
def test_ratings_labels_and_plain_words_are_no_codes(token: str) -> None:
    assert not is_code(token)


@given(st.text(max_size=60))
def test_any_line_can_be_cut_and_nothing_is_made_up(line: str) -> None:
    cut = cut_line(line)
    added = set("~, series")
    assert set(cut.text) <= set(line) | added
    assert bare_word(bare_word(line)) == bare_word(line)
