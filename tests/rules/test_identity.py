"""A finding is the same finding after the file was renamed, scanned again or merged; not after a value changed."""

from dataclasses import replace

import pytest

from docverify.facts.document import Document
from docverify.facts.finding import Finding, Outcome, Severity
from docverify.rules.identity import finding_key, paper_key
from tests.samples import DOCUMENT, finding, found

NUMBERED = replace(DOCUMENT, fields={"document_number": (found("DOC-7", "DOC-7"),)})
NAMELESS = replace(DOCUMENT, fields={"models": (found("EVC-22", "EVC-22"), found("EVC-11", "EVC-11"))})


def moved(document: Document) -> Document:
    """The same paper scanned again, under another name, in the middle of a merged file."""
    return replace(document, id="ff" * 8 + "#7-8", path="all/merged.pdf", sha256="ff" * 32, pages=(7, 8))


def told(document: Document, words: str) -> Finding:
    made = finding(Outcome.FAIL, Severity.MAJOR)
    return replace(made, found=words, key=finding_key(paper_key(document), words, [document]))


@pytest.mark.parametrize("document", [NUMBERED, NAMELESS], ids=["numbered", "nameless"])
@pytest.mark.parametrize("words", ["EVC-11", "{name} names EVC-11", "{path} p. {page} names EVC-11"])
def test_a_fingerprint_outlives_another_name_page_and_scan(document: Document, words: str) -> None:
    prints = {
        told(paper, words.format(name=paper.name, path=paper.path, page=paper.pages[0])).fingerprint
        for paper in (document, moved(document))
    }
    assert len(prints) == 1


@pytest.mark.parametrize("words", ["EVC-11", "{name} names EVC-11", "{path} p. {page} names EVC-11"])
def test_a_fingerprint_does_not_outlive_a_changed_value(words: str) -> None:
    said = words.format(name=NUMBERED.name, path=NUMBERED.path, page=1)
    assert told(NUMBERED, said).fingerprint != told(NUMBERED, said.replace("EVC-11", "EVC-7")).fingerprint


def test_another_paper_is_another_finding() -> None:
    other = replace(NUMBERED, fields={"document_number": (found("DOC-8", "DOC-8"),)})
    assert told(NUMBERED, "EVC-11").fingerprint != told(other, "EVC-11").fingerprint
