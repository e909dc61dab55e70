"""Temperatures whose minus was taken for a dash."""

from hypothesis import given
from hypothesis import strategies as st

from docverify.extraction.printed import printed_lines
from docverify.extraction.signed_numbers import with_sign
from tests.extraction.printed_words import line


def test_the_minus_of_the_first_word_is_given_back() -> None:
    printed = printed_lines([(1, line(0, 0, "–30 °C to 55 °C"))]).trimmed()
    assert printed.text == "30 °C to 55 °C"
    signed = with_sign(printed)
    assert signed.text == "–30 °C to 55 °C"
    assert [signed.text[place.start : place.end] for place in signed.places] == ["–30", "°C", "to", "55", "°C"]


def test_a_dash_before_a_word_and_a_number_without_one_stay_as_they_are() -> None:
    for text in ("- 30 °C", "30 °C", "–x", ""):
        printed = printed_lines([(1, line(0, 0, text))]).trimmed()
        assert with_sign(printed) == printed


@given(st.lists(st.text("0123456789-–abc°", min_size=1, max_size=5), min_size=1, max_size=4))
def test_every_word_still_stands_at_its_place(words: list[str]) -> None:
    signed = with_sign(printed_lines([(1, line(0, 0, " ".join(words)))]).trimmed())
    for place in signed.places:
        assert signed.text[place.start : place.end] in place.word.text
