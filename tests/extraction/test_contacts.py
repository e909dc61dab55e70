"""Contacts printed on pages: each once, with its kind, where a hint says what it is."""

import pytest

from docverify.extraction.contacts import find_contacts
from tests.extraction.printed_words import passage, plain


def contacts(*texts: str) -> list[tuple[str, str]]:
    """Kind and value of every contact on those pages."""
    pages = [plain(text, number=number) for number, text in enumerate(texts, 1)]
    return [(str(entry.details["kind"]), entry.value) for entry in find_contacts(passage(*pages), pages)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Write to Info@Voltora.example.", "email", "Info@Voltora.example"),
        ("See https://voltora.example/doc, please", "url", "https://voltora.example/doc"),
        ("www.nantai-power.com", "url", "www.nantai-power.com"),
        ("Tel.: +49 (30) 123 456-78", "phone", "+49 (30) 123 456-78"),
        ("Téléphone 01 23 45 67 89", "phone", "01 23 45 67 89"),
        ("电话：0755-8888 9999", "phone", "0755-8888 9999"),
    ],
)
def test_a_contact_is_told_with_its_kind(text: str, kind: str, value: str) -> None:
    assert contacts(text) == [(kind, value)]


def test_a_number_without_a_word_for_telephones_is_none() -> None:
    assert contacts("Serial 0755 8888 9999", "22 kW 400 V") == []


def test_a_contact_of_several_pages_stands_once_whatever_its_case() -> None:
    assert contacts("www.voltora.example", "WWW.VOLTORA.EXAMPLE") == [("url", "www.voltora.example")]


def test_letters_that_change_their_length_with_their_case_hide_nothing() -> None:
    assert contacts("İİİ www.voltora.example") == [("url", "www.voltora.example")]
