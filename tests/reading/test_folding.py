"""Folded text keeps every position, whichever of the two ways it took."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.reading.folding import fold, from_places, places_of, prose_words, words_of

TEXT = st.text(alphabet=st.sampled_from("aBÄéøŁšΩя中’“–• 1.,\n_ẞ"), max_size=60) | st.text(max_size=40)


@given(TEXT)
def test_folding_moves_no_character(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(TEXT)
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="aBÄéø’“–• 1.,x", max_size=40))
def test_the_short_and_the_long_way_come_to_the_same_end(text: str) -> None:
    # a Chinese character fits into no byte, so the text goes the long way
    assert fold(f"{text}中") == f"{fold(text)}中"
    assert words_of(fold(f"{text} 中")) == [*words_of(fold(text)), "中"]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Konformitätserklärung", "konformitatserklarung"),
        ("Øresund Łódź", "oresund lodz"),
        ("the maker’s “type” – A", 'the maker\'s "type" - a'),
        ("ΔΉΛΩΣΗ", "δηλωση"),
    ],
)
def test_case_accents_and_typographic_signs_are_gone(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(alphabet="ab ", max_size=30), st.lists(st.text(alphabet="ab", min_size=1, max_size=3), max_size=3))
def test_every_place_of_a_word_is_told_in_order(text: str, words: list[str]) -> None:
    places = places_of(text, words)
    assert places == sorted(places)
    assert set(places) == {at for at in range(len(text)) if any(text.startswith(word, at) for word in words)}


def test_matches_from_places_do_not_overlap() -> None:
    found = from_places(re.compile(r"aa+b?"), "aaab aab", ["aa"])
    assert [match[0] for match in found] == ["aaab", "aab"]


def test_words_of_prose_are_counted_with_their_accents_and_without_single_letters() -> None:
    assert prose_words("Für a Gerät für 230 V") == {"für": 2, "gerät": 1}
    assert prose_words("для для 中 x") == {"для": 2}
