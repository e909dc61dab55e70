"""Who signed, and as what: companies, labels and stamps are nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.extraction.people import is_function, is_person, name_and_function
from docverify.extraction.printed import Printed
from tests.extraction.printed_words import line, page, passage


def block(*texts: str) -> Printed:
    """The lines of a signature block."""
    made = page(*(line(50, 100 + 14 * number, text) for number, text in enumerate(texts)))
    return passage(made).printed(made)


@pytest.mark.parametrize(
    "text",
    [
        "Hans Müller",
        "Dr. Anna van der Berg",
        "Li Wei",
        "王小明",
        "Prof. J. O'Neill",
        "María José Pérez",
        "Dipl.-Ing. Max Roth",
    ],
)
def test_a_few_capitalised_words_are_a_person(text: str) -> None:
    assert is_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "Voltora GmbH",
        "Quality Manager",
        "Land Transport Authority",
        "Physikalisch-Technische Bundesanstalt",
        "Signature and stamp",
        "Place and date",
        "Berlin 2026",
        "electrical safety",
        "Hans",
        "",
    ],
)
def test_a_company_a_function_a_label_and_a_word_are_none(text: str) -> None:
    assert not is_person(text)


@pytest.mark.parametrize(
    "text", ["Quality Manager", "Geschäftsführer", "Director of Engineering", "总经理", "Abteilungsleiterin"]
)
def test_a_function_is_known_in_several_languages(text: str) -> None:
    assert is_function(text)


@given(st.text(max_size=80))
def test_nothing_is_a_person_and_a_function(text: str) -> None:
    assert not (is_person(text) and is_function(text))


@pytest.mark.parametrize(
    ("lines", "name", "function"),
    [
        (("Hans Müller, Quality Manager",), "Hans Müller", "Quality Manager"),
        (("Hans Müller", "Geschäftsführer"), "Hans Müller", "Geschäftsführer"),
        (("i.V. Hans Müller",), "Hans Müller", None),
        (("CEO Clear Systems GmbH",), None, "CEO"),
        (("Voltora GmbH",), None, None),
    ],
)
def test_a_block_gives_the_person_and_what_they_are(
    lines: tuple[str, ...], name: str | None, function: str | None
) -> None:
    person, role = name_and_function(block(*lines))
    assert (person.text if person else None, role.text if role else None) == (name, function)
