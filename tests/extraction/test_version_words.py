"""Versions said in running text."""

from docverify.extraction.version_words import versions_behind, versions_said
from tests.extraction.drawn_papers import paper, passage_of


def test_the_number_behind_the_word_is_of_its_field_and_test_software_is_not_the_products() -> None:
    text = "firmware version 1.8.4, test software 2.1.0, software: V3.2.1, hardware is 1.2"
    assert [(field, match["value"]) for field, match in versions_behind(text)] == [
        ("firmware_version", "1.8.4"),
        ("software_version", "V3.2.1"),
        ("hardware_version", "1.2"),
    ]


def test_a_whole_number_and_a_date_are_no_versions() -> None:
    assert list(versions_behind("firmware 2026 and software update")) == []


def test_a_manual_says_the_range_of_versions_that_it_describes() -> None:
    passage = passage_of(paper(["This manual describes firmware version 1.8.4 and above."]))
    (entry,) = versions_said(passage, "firmware")
    assert entry.value.text == "1.8.4+"
    assert entry.evidence[0].page == 1
    assert versions_said(passage, "hardware") == ()
