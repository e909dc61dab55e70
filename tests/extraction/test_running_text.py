"""Spans of a page's text as readings."""

import re

from docverify.extraction.locate import Passage
from docverify.extraction.running_text import first_match, matches, narrowed, read_at, spots_on
from docverify.extraction.spotted import Spotted
from tests.extraction.printed_words import page, plain

PAGES = (plain("Model: EVC-22"), plain("Model: EVC-11\nModel: EVC-07", number=2))
PASSAGE = Passage(PAGES, "ab" * 32)
MODEL = re.compile(r"Model: (?P<value>\S+)")


def test_a_span_is_read_with_its_words_and_boxes() -> None:
    entry = read_at(PASSAGE, PAGES[0], (7, 13), "evc-22", details={"a": 1})
    assert entry is not None
    assert (entry.value, entry.quote, entry.details) == ("evc-22", "EVC-22", {"a": 1})
    assert entry.evidence[0].sha256 == "ab" * 32


def test_a_span_without_a_box_is_nothing() -> None:
    assert read_at(PASSAGE, page(), (0, 0), "x") is None


def test_every_match_on_every_page_is_read_and_the_first_alone_where_asked() -> None:
    assert [entry.value for _, _, entry in matches(PASSAGE, MODEL)] == ["EVC-22", "EVC-11", "EVC-07"]
    assert [entry.value for _, _, entry in matches(PASSAGE, MODEL, pages=PAGES[1:])] == ["EVC-11", "EVC-07"]
    first = first_match(PASSAGE, MODEL, pages=PAGES[1:])
    assert first is not None
    assert first.evidence[0].page == 2
    assert first_match(PASSAGE, re.compile("(?P<value>nothing)")) is None


def test_a_narrowed_passage_has_those_pages_only() -> None:
    assert narrowed(PASSAGE, PAGES[1:]).pages == PAGES[1:]


def test_spots_of_a_finder_are_readings() -> None:
    def finder(text: str) -> list[Spotted]:
        return [Spotted("word", text[:5], 0, 5)]

    assert [(spot.name, entry.quote) for spot, entry in spots_on(PASSAGE, PAGES[0], finder)] == [("word", "Model")]
