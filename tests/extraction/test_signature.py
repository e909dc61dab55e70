"""A signature block tells who signed, where and when; a mark is only what can be seen."""

from dataclasses import replace
from functools import partial

import pytest

from docverify.extraction.signature import is_function, is_person, signature_fields
from docverify.reading.page import Line, Mark, Page
from tests.extraction.printed_words import line, page, passage


def block(*lines: Line, marks: tuple[Mark, ...] = ()) -> dict[str, list[object]]:
    """The signature fields of a page of those lines and marks."""
    made: Page = replace(page(*lines), make_marks=partial(tuple, marks))
    return {name: [e.value for e in found] for name, found in signature_fields(passage(made)).items()}


def test_labels_before_their_values() -> None:
    found = block(
        line(50, 500, "Place and date of issue: Swindon, 30 July 2025"),
        line(50, 530, "Name, function: Zhang Haoran, Head of Quality"),
        line(50, 545, "Signature:"),
    )
    assert found["place"] == ["Swindon"]
    assert [str(day) for day in found["issued_on"]] == ["2025-07-30"]
    assert found["signatory_name"] == ["Zhang Haoran"]
    assert found["signatory_function"] == ["Head of Quality"]
    assert found["signed"] == ["no"]


def test_labels_under_their_values() -> None:
    found = block(
        line(50, 500, "Egloffstein, 17.05.2016"),
        line(50, 512, "Ort, Datum"),
        line(300, 500, "Marcus Leufgen"),
        line(300, 512, "CEO"),
    )
    assert found["place"] == ["Egloffstein"]
    assert [str(day) for day in found["issued_on"]] == ["2016-05-17"]
    assert found["signatory_name"] == ["Marcus Leufgen"]
    assert found["signatory_function"] == ["CEO"]


def test_a_block_without_labels() -> None:
    found = block(
        line(50, 500, "Spreitenbach, 04.08.2022"), line(50, 560, "Dana Whitcomb"), line(50, 573, "Managing Director")
    )
    assert found["place"] == ["Spreitenbach"]
    assert [str(day) for day in found["issued_on"]] == ["2022-08-04"]
    assert (found["signatory_name"], found["signatory_function"]) == (["Dana Whitcomb"], ["Managing Director"])


def test_a_place_in_a_sentence() -> None:
    assert block(line(50, 500, "Fait à Lyon, le 3 mars 2025"))["place"] == ["Lyon"]


def test_a_picture_at_the_block_is_a_mark() -> None:
    near = Mark("picture", (60.0, 470.0, 160.0, 500.0))
    assert block(line(50, 505, "Signature:"), marks=(near,))["signed"] == ["yes"]


def test_a_logo_at_the_head_is_no_signature() -> None:
    logo = Mark("picture", (60.0, 20.0, 160.0, 60.0))
    assert block(line(50, 505, "Signature:"), marks=(logo,))["signed"] == ["no"]


def test_an_electronic_signature_is_one() -> None:
    assert block(line(50, 505, "Digitally signed by Dana Whitcomb"))["signed"] == ["yes"]


def test_a_paper_without_a_block_says_nothing_of_a_signature() -> None:
    assert "signed" not in block(line(50, 100, "Certificate No. 12345"))


@pytest.mark.parametrize("text", ["Dana Whitcomb", "Joost van der Veen", "Dr. Li Wen", "Agnieszka Kowalczyk", "张伟"])
def test_names_of_persons(text: str) -> None:
    assert is_person(text)


@pytest.mark.parametrize("text", ["Voltora GmbH", "Head of Quality", "EVC-22", "Managing Director", "signature"])
def test_what_is_no_person(text: str) -> None:
    assert not is_person(text)


@pytest.mark.parametrize(
    "text", ["Leiter Qualitätsmanagement", "Responsabile qualità", "总经理", "EMC Laboratory Manager"]
)
def test_functions(text: str) -> None:
    assert is_function(text)


def test_a_laboratory_a_title_and_a_label_are_no_persons() -> None:
    assert not is_person("Probe Compliance Laboratory")
    assert not is_person("Certificate ID")
    assert is_person("Dr.-Ing. Stefan Probst")


def test_a_bare_stamp_at_the_block_is_no_signature() -> None:
    stamp = Mark("stamp", (60.0, 440.0, 130.0, 510.0))
    assert block(line(50, 505, "Signature:"), marks=(stamp,))["signed"] == ["undetermined"]
    written = Mark("ink", (60.0, 470.0, 160.0, 500.0))
    assert block(line(50, 505, "Signature:"), marks=(stamp, written))["signed"] == ["yes"]
