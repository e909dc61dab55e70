"""The record of one document, and the closed lists of kinds and fields."""

from dataclasses import replace

import pytest

from docverify.facts.document import BESIDE, CONNECTORS, FIELD_NAMES, FIELDS, RADIOS, STATEMENTS, UnreadPage
from docverify.facts.evidence import NotFound, Unreadable
from tests.samples import DOCUMENT

WHOLE = replace(DOCUMENT, unread_pages=())


def test_a_field_is_read_not_found_or_not_readable() -> None:
    assert WHOLE.reading("issued_on") is WHOLE.values("issued_on")[0]
    assert WHOLE.reading("valid_until") == NotFound((1, 2))
    assert DOCUMENT.reading("valid_until") == Unreadable("no text could be read from the scan", (2,))


def test_a_field_that_was_read_is_given_although_another_page_could_not_be() -> None:
    assert DOCUMENT.reading("issued_on") is DOCUMENT.values("issued_on")[0]
    assert DOCUMENT.values("valid_until") == ()


def test_a_part_of_a_file_is_cited_with_its_pages() -> None:
    assert WHOLE.name == "papers/doc.pdf"
    assert replace(WHOLE, id="ab#1-2", pages=(3, 4)).name == "papers/doc.pdf p. 3–4"


@pytest.mark.parametrize("names", [[field.name for field in FIELDS], STATEMENTS, CONNECTORS, RADIOS])
def test_no_name_of_a_closed_list_stands_twice(names: list[str]) -> None:
    assert len(set(names)) == len(names) > 0


def test_what_is_told_beside_the_table_are_fields_of_it() -> None:
    assert BESIDE < FIELD_NAMES


def test_unread_pages_name_their_reason() -> None:
    assert UnreadPage(2, "blank").reason == "blank"
