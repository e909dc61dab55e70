"""Values and texts as reports show them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.facts.version import Version
from docverify.report.words import kind_text, market_text, quoted, shown, spaced, titled, value_text
from tests.samples import DOCUMENT


@given(st.text(max_size=400), st.integers(1, 100))
def test_a_text_is_printable_and_says_how_long_it_was_when_it_is_cut(text: str, longest: int) -> None:
    said = shown(text, longest=longest)
    assert said == "" or said.isprintable()
    assert len(text) <= longest or said.endswith(f"({len(text)} characters)")
    assert len(said) <= longest + len(f"… ({len(text)} characters)")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ((380.0, 415.0), "380 to 415"),
        ((None, 40), "… to 40"),
        (22.0, "22"),
        (date(2026, 3, 14), "2026-03-14"),
        (Version.parse("V1.8.4"), "V1.8.4"),
        ("a\nb", "a b"),
        (True, "True"),
    ],
)
def test_a_value_is_written_as_people_write_it(value: object, text: str) -> None:
    assert value_text(value) == text


def test_names_are_words_with_abbreviations_in_capitals() -> None:
    assert spaced("eu_doc") == "EU doc"
    assert titled("safety_report") == "Safety report"
    assert kind_text(DOCUMENT).startswith("Declaration")
    assert market_text("*") == "every market"
    assert market_text("EU") == "EU"


def test_a_quote_is_short() -> None:
    assert len(quoted("x" * 5000)) < 300
