"""Models that a cover or a short declaration names by a name."""

import pytest

from docverify.extraction.titled_models import cover_models, titled_models, type_said
from tests.extraction.drawn_papers import paper, passage_of


def _names(*lines: object) -> list[str]:
    return [entry.value.printed for entry in cover_models(passage_of(paper([*lines])))]


def test_names_side_by_side_in_a_large_line_of_the_cover_are_models() -> None:
    assert _names((20, "Installation"), (14, "Solenna Home 11 · Solenna Home 22"), "Mount it.") == [
        "Solenna Home 11",
        "Solenna Home 22",
    ]


@pytest.mark.parametrize("line", ["Manual Version 2", "Bluetooth 5.0", "Page 1", "Step 3", "12 May 2026", "230 V 32 A"])
def test_a_large_line_about_something_else_is_none(line: str) -> None:
    assert titled_models(passage_of(paper([(20, line)]))) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Hereby, Ekoprad declares that the radio equipment type EKO-Box S11 is in compliance with Directive 2014/53/EU.",
        "Hiermit erklärt Ekoprad, dass der Funkanlagentyp EKO-Box S11 der Richtlinie 2014/53/EU entspricht.",
        "oświadcza, że typ urządzenia radiowego EKO-Box S11 jest zgodny z dyrektywą 2014/53/UE.",
    ],
)
def test_the_short_declaration_names_the_type(sentence: str) -> None:
    assert [entry.value.printed for entry in type_said(passage_of(paper([sentence])))] == ["EKO-Box S11"]


def test_a_type_without_a_digit_is_not_taken_for_a_model() -> None:
    sentence = "declares that the radio equipment type Solenna is in compliance with Directive 2014/53/EU."
    assert type_said(passage_of(paper([sentence]))) == ()
