"""Words that must not be left over: found wherever they stand, with the box, and never inside a longer word."""

from dataclasses import replace
from pathlib import Path

import pytest

from docverify.extraction.mentions import with_mentions
from docverify.facts.document import Document, DocumentKind
from docverify.facts.source import SourceFile
from docverify.reading.read import read
from tests.cli.papers import write_paper

LINES = ("User manual", "Made by NANTAI Power", "Order NT-AC22 or NT AC22", "Nantaitech is another company")


def mentions(tmp_path: Path, *words: str) -> list[tuple[str, int, str]]:
    content = write_paper(tmp_path / "m.pdf", LINES).read_bytes()
    document = read(SourceFile.of("m.pdf", content))
    sha256 = document.source.sha256
    record = Document(sha256[:16], "m.pdf", sha256, (1, 1), DocumentKind.MANUAL, "user", "")
    marked = with_mentions(record, document, words)
    assert marked.marks["watched"] == list(words)
    assert all(mention["boxes"] for mention in marked.marks["mentions"])
    return [(mention["word"], mention["page"], mention["quote"]) for mention in marked.marks["mentions"]]


def test_case_does_not_hide_a_word_and_a_longer_word_is_another(tmp_path: Path) -> None:
    assert mentions(tmp_path, "Nantai") == [("Nantai", 1, "NANTAI")]


def test_a_model_is_found_with_any_dash_or_blank(tmp_path: Path) -> None:
    assert [quote for _, _, quote in mentions(tmp_path, "NT-AC22")] == ["NT-AC22", "NT AC22"]


@pytest.mark.parametrize("word", ["(", "a+b", "\\", "[x"])
def test_a_word_with_signs_is_looked_for_as_it_is(tmp_path: Path, word: str) -> None:
    assert mentions(tmp_path, word) == []


def test_without_words_the_record_stays_as_it_is(tmp_path: Path) -> None:
    content = write_paper(tmp_path / "m.pdf", LINES).read_bytes()
    document = read(SourceFile.of("m.pdf", content))
    record = Document("x", "m.pdf", document.source.sha256, (1, 1), DocumentKind.MANUAL, None, "")
    assert with_mentions(record, document, ()) == replace(record)
