"""The body that a paper names."""

import pytest

from docverify.extraction.bodies import body_in_a_sentence, body_numbers
from tests.extraction.drawn_papers import paper, passage_of


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("Notified Body No. 1781", ["1781"]),
        ("Notified body number: 0123", ["0123"]),
        ("Certificate No. 1781", []),
        ("Notified Body Slovmetria a.s.", []),
        ("Notified Body No. 17810", []),
    ],
)
def test_four_digits_beside_the_label_are_the_bodys_number(line: str, numbers: list[str]) -> None:
    assert [entry.value for entry in body_numbers(passage_of(paper([line])))] == numbers


def test_a_sentence_names_the_body_behind_its_number() -> None:
    passage = passage_of(paper(["Notified Body 1781, Slovmetria a.s., Bratislava, certifies that"]))
    assert [entry.value for entry in body_in_a_sentence(passage)["issuer"]] == ["Slovmetria a.s."]
    assert not body_in_a_sentence(passage_of(paper(["The body certifies nothing."]))).get("issuer")
