"""What a paper shows to people."""

import pytest

from tests.rules.judged import judged


@pytest.mark.parametrize(
    ("check", "parameters", "case", "outcome"),
    [
        (
            "not_stamped",
            "",
            "papers: [{DOC, marks: {limited: [{word: only, page: 1, quote: words, boxes: [[1, 2, 3, 4]]}]}}]",
            "undetermined",
        ),
        (
            "not_stamped",
            "",
            "papers: [{DOC, marks: {stamped: [{word: DRAFT, page: 1, quote: words, boxes: [[1, 2, 3, 4]]}]}}]",
            "fail",
        ),
        (
            "nothing_unseen",
            "",
            "papers: [{DOC, marks: {laid_over: [{how: note, page: 1, quote: words, boxes: [[1, 2, 3, 4]]}]}}]",
            "undetermined",
        ),
        (
            "nothing_unseen",
            "",
            "papers: [{DOC, marks: {unseen: [{how: hidden, page: 1, quote: words, boxes: [[1, 2, 3, 4]]}]}}]",
            "fail",
        ),
        ("nothing_unseen", "", "papers: [{paper: manual}]", "not_applicable"),
    ],
)
def test_a_limit_or_words_laid_over_are_left_to_people_and_a_stamp_or_hidden_words_fail(
    check: str, parameters: str, case: str, outcome: str
) -> None:
    assert judged(check, parameters, case) == outcome
