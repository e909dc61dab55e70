"""A name that is joined, disguised or beside the pages is found, and a longer word that merely holds it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.extraction.anatomy.left_over import found_in, sought
from docverify.reading.folding import fold


def found(text: str, *words: str) -> list[str]:
    entries = found_in(text, fold(text), [sought(word) for word in words], plain=True)
    return [text[start:end] for _, start, end, _ in entries]


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Open the NantaiApp now", "Nantai"),
        ("the nantaipower app", "nantai"),
        ("MyNantai", "Nantai"),
        ("N a n t a i", "N a n t a i"),
        ("N.A.N.T.A.I", "N.A.N.T.A.I"),
        ("n_a_n_t_a_i", "n_a_n_t_a_i"),
        ("Nan\u00adtai", "Nan\u00adtai"),
        ("Na\u200bntai", "Na\u200bntai"),
        ("N\u0430nt\u0430i", "N\u0430nt\u0430i"),
        ("N\u00e1ntai", "N\u00e1ntai"),
        ("\uff2e\uff41\uff4e\uff54\uff41\uff49", "\uff2e\uff41\uff4e\uff54\uff41\uff49"),
        ("Nan-\ntai", "Nan-\ntai"),
    ],
)
def test_a_disguised_name_is_found_where_it_stands(text: str, hit: str) -> None:
    assert found(text, "Nantai") == [hit]


@pytest.mark.parametrize("text", ["NT AC22", "NTAC22", "NT_AC22S", "nt-ac22"])
def test_a_model_is_found_with_other_signs_between_its_parts(text: str) -> None:
    assert found(text, "NT-AC22")


@pytest.mark.parametrize("text", ["entprise", "ANTPILE", "antp"])
def test_a_short_word_inside_a_longer_one_is_no_hit(text: str) -> None:
    assert not found(text, "NTP")


@pytest.mark.parametrize("text", ["NTPApp", "ntp_app", "myNTP", "NTP2"])
def test_a_short_word_that_is_set_off_is_a_hit(text: str) -> None:
    assert found(text, "NTP")


def test_a_name_that_a_longer_word_holds_by_chance_is_no_hit() -> None:
    assert not found("con cautela, en_GB", "Autel", "EN+")
    assert found("AutelApp", "Autel")


def test_words_that_are_parted_by_a_blank_once_are_two_words() -> None:
    assert not found("del tamaño", "Delta")


@given(st.text(max_size=80), st.text(alphabet="aeinopt", min_size=5, max_size=8), st.text(max_size=80))
def test_a_name_within_any_text_is_found_at_a_place_that_spells_it(before: str, word: str, behind: str) -> None:
    text = f"{before} {word} {behind}"
    entries = list(found_in(text, fold(text), [sought(word)], plain=True))
    assert any(start <= len(before) + 1 < end for _, start, end, _ in entries)
