"""Text that knows the place of every character."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.extraction.printed import Printed, found, joined, kept, printed_lines
from docverify.facts.evidence import Origin
from tests.extraction.printed_words import line


def printed(*texts: str, page: int = 1) -> Printed:
    return printed_lines([(page, line(0, 14.0 * n, text)) for n, text in enumerate(texts)])


def test_words_are_joined_by_spaces_and_lines_by_newlines() -> None:
    assert printed("Model: EVC-22", "Date").text == "Model: EVC-22\nDate"
    assert [part.text for part in printed("a b", "c").lines()] == ["a b", "c"]


def test_a_part_keeps_the_words_it_touches() -> None:
    part = printed("Model: EVC-22").part(7)
    assert part.text == "EVC-22"
    assert [place.word.text for place in part.places] == ["EVC-22"]
    assert part.box == (35.0, 0.0, 65.0, 10.0)


def test_separators_at_the_ends_are_trimmed_and_nothing_printed_is_false() -> None:
    assert printed(": EVC-22 ;").trimmed().text == "EVC-22"
    assert not printed(" : ").trimmed()
    assert printed("EVC-22")


def test_parts_between_matches_are_split_and_empty_ones_left_out() -> None:
    assert [part.text for part in printed("a, , b").split(re.compile(","))] == ["a", "b"]


def test_a_value_without_words_behind_it_is_not_found() -> None:
    assert found("ab", printed("EVC-22"), "x", span=(6, 6)) is None
    entry = found("ab", printed("EVC-22"), "evc", confidence=0.5, details={"a": 1})
    assert entry is not None
    assert (entry.quote, entry.confidence, entry.origin) == ("EVC-22", 0.5, Origin.TEXT)


def test_a_value_that_goes_on_on_the_next_page_is_quoted_from_the_first() -> None:
    both = joined([printed("EVC-22,"), printed("EVC-11", page=2)])
    entry = found("ab", both, "both")
    assert entry is not None
    assert entry.quote == "EVC-22,"
    assert [place.page for place in entry.evidence] == [1, 2]


def test_of_equal_values_the_surest_is_kept() -> None:
    weak, strong = found("ab", printed("x1"), "x", confidence=0.4), found("ab", printed("x1"), "x", confidence=0.9)
    assert kept([weak, None, strong]) == (strong,)


TEXTS = st.lists(
    st.lists(st.text("abcXY12-:", min_size=1, max_size=6), min_size=1, max_size=4).map(" ".join), min_size=1, max_size=4
)


@given(TEXTS, st.data())
def test_every_word_of_any_part_stands_where_it_says(texts: list[str], data: st.DataObject) -> None:
    whole = printed(*texts)
    start = data.draw(st.integers(0, len(whole.text)))
    part = whole.part(start, data.draw(st.integers(start, len(whole.text))))
    for place in part.places:
        assert part.text[place.start : place.end] in place.word.text
        assert place.end > place.start
    assert part.confidence(0, len(part.text)) == pytest.approx(1.0 if part.places else 0.0)
