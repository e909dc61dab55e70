"""The counts of the experiments: what is right, wrong, open, missed; and that the ways compared look for the same."""

import random

import pytest
from spacy.vocab import Vocab

from corpus.experiments.parties import made_up, nearest_role, renamed, spans_of
from corpus.experiments.phrases import doc_of, matcher, phrase_matcher
from corpus.experiments.scoring import (
    Guess,
    at_least,
    best_threshold,
    compare_sets,
    count_kinds,
    filled,
    per_hundred,
    table,
    total,
)
from corpus.experiments.statements import damaged


def test_a_kind_left_open_is_neither_right_nor_wrong() -> None:
    counts = count_kinds([Guess("manual", "manual"), Guess("manual", "datasheet"), Guess("manual", "unknown")])
    assert (counts.right, counts.wrong, counts.unknown) == (1, 1, 1)
    assert counts.accuracy == pytest.approx(1 / 3)


def test_nothing_to_tell_counts_as_told_rightly() -> None:
    assert count_kinds([]).accuracy == 1.0


def test_a_guess_below_the_threshold_is_left_open() -> None:
    guesses = [Guess("manual", "manual", 0.6), Guess("manual", "datasheet", 0.4)]
    assert [guess.found for guess in at_least(guesses, 0.5)] == ["manual", "unknown"]


def test_the_second_way_speaks_only_where_the_first_left_the_kind_open() -> None:
    first = [Guess("manual", "datasheet"), Guess("manual", "unknown")]
    second = [Guess("manual", "manual"), Guess("manual", "manual")]
    assert [guess.found for guess in filled(first, second)] == ["datasheet", "manual"]


def test_sets_are_compared_by_what_is_in_both_and_in_one_only() -> None:
    tally = compare_sets({"a", "b", "c"}, {"b", "x"})
    assert (tally.right, tally.wrong, tally.missed) == (1, 1, 2)


def test_tallies_add_up_to_one() -> None:
    whole = total([compare_sets({"a"}, {"a"}), compare_sets({"b"}, {"c"})])
    assert (whole.right, whole.wrong, whole.missed, whole.f1) == (1, 1, 1, 0.5)


def test_false_alarms_on_no_pages_are_none() -> None:
    assert per_hundred(3, 0) == 0.0
    assert per_hundred(3, 60) == 5.0


def test_of_equal_thresholds_the_highest_is_chosen() -> None:
    def score(threshold: float) -> float:
        return 1.0 if threshold < 90 else 0.0

    assert best_threshold((70.0, 80.0, 88.0, 90.0), score) == 88.0


def test_a_table_has_a_row_a_line_and_three_decimals() -> None:
    assert table(("way", "F1"), [("rules", 0.5)]) == "| way | F1 |\n|---|---|\n| rules | 0.500 |"


def test_a_name_has_the_role_whose_label_stands_last_before_it() -> None:
    words = {"applicant": "holder", "factory": "factory"}
    assert nearest_role("Applicant: X\nFactory: ", {"holder", "factory"}, words) == "factory"


def test_a_name_over_two_lines_is_found_in_full() -> None:
    text = "Factory\nNantai Power\nTechnology Co., Ltd."
    ((start, end, role),) = spans_of(text, {"Nantai Power Technology Co., Ltd.": {"factory"}}, {"factory": "factory"})
    assert (text[start:end], role) == ("Nantai Power\nTechnology Co., Ltd.", "factory")


def test_exchanged_names_keep_their_places() -> None:
    text, spans = renamed(
        ("By Aa GmbH for Bb Ltd, Aa GmbH", [(3, 10, "issuer"), (15, 21, "holder"), (23, 30, "issuer")]),
        random.Random(1),
    )
    names = [text[start:end] for start, end, _ in spans]
    assert names[0] == names[2] != names[1]
    assert "Aa GmbH" not in text


def test_a_made_up_name_is_the_same_for_the_same_seed() -> None:
    assert made_up(random.Random(3)) == made_up(random.Random(3))


def test_text_without_errors_stays_as_it_is_and_damage_can_be_repeated() -> None:
    assert damaged("Safety instructions", 0, random.Random(1)) == "Safety instructions"
    assert damaged("Safety instructions", 3, random.Random(1)) == damaged("Safety instructions", 3, random.Random(1))


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("under our sole responsibility", "sole_responsibility en"),
        ("Nur durch Elektrofachkräfte", "qualified_person de"),
        ("请阅读安全须知", "safety_information zh"),
        ("The declaration of conformity is available at https://a.example", "doc_address en"),
    ],
)
def test_the_token_matcher_says_what_the_patterns_say(text: str, statement: str) -> None:
    vocab = Vocab()
    assert statement in matcher(vocab)(doc_of(vocab, text))


def test_pieces_further_apart_than_their_gap_do_not_match() -> None:
    vocab = Vocab()
    text = "The declaration of conformity " + "word " * 60 + "available at https://a.example"
    assert "doc_address en" not in matcher(vocab)(doc_of(vocab, text))


def test_the_phrase_matcher_finds_fixed_phrases_only() -> None:
    vocab = Vocab()
    search = phrase_matcher(vocab)
    assert "sole_responsibility en" in search(doc_of(vocab, "sole responsibility"))
    assert not search(doc_of(vocab, "Elektrofachkräfte"))
