"""Turns labelled papers into what every experiment compares: page texts, the truth, and what the rules read.

The papers are read once and kept below `DOCVERIFY_EXPERIMENTS` (default: the folder for temporary files), because OCR
is slow; delete that folder to measure again. Layouts held out from development (`corpus/unseen`) are never opened.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import Any

from docverify.classify import classify
from docverify.document_json import document_to_json
from docverify.evaluation.labels import Expected, LabelledFile, labelled_files
from docverify.extraction.extract import extract
from docverify.facts.evidence import Origin
from docverify.facts.source import SourceFile
from docverify.reading.page import Page
from docverify.reading.read import read
from docverify.reading.wishes import ReadLimits

CORPUS = Path(__file__).parent.parent
CACHE = Path(os.environ.get("DOCVERIFY_EXPERIMENTS", Path(tempfile.gettempdir()) / "docverify-experiments"))
OCR_PAGES = 8  # pages of one file that OCR reads; the kinds and parties of a scan stand on its first pages
TRAIN, FORMER, REAL = "development", "former held-out", "real"


@dataclass(frozen=True, slots=True)
class PageText:
    """The plain text of one page; `scanned` when OCR read it."""

    number: int
    text: str
    scanned: bool


@dataclass(frozen=True, slots=True)
class Paper:
    """A labelled file with its page texts, the documents that the rules read from it, and the seconds that took."""

    file: LabelledFile
    pages: tuple[PageText, ...]
    rules: tuple[dict[str, Any], ...]
    seconds: dict[str, float]

    def text_of(self, expected: Expected, *, pages: int) -> str:
        """The text of the first pages of one labelled document."""
        first, last = expected.pages
        return "\n".join(p.text for p in self.pages if first <= p.number <= min(last, first + pages - 1))


def papers(name: str) -> Iterator[Paper]:
    """The papers of one set that are at hand and can be read, in a stable order."""
    folder = CORPUS / ("real" if name == REAL else "documents")
    for file in labelled_files(folder):
        if file.pdf is None or (name != REAL and is_former(file) is not (name == FORMER)):
            continue
        paper = _paper(file)
        if paper is not None:
            yield paper


def is_former(file: LabelledFile) -> bool:
    """Whether the layout was held out until it was released for development."""
    return file.layout.startswith("ho-")


def _paper(file: LabelledFile) -> Paper | None:
    assert file.pdf is not None
    content = file.pdf.read_bytes()
    kept = CACHE / f"{sha256(content).hexdigest()[:24]}.json"
    if not kept.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(_measured(SourceFile.of(file.name, content)), ensure_ascii=False), "utf-8")
    record = json.loads(kept.read_text("utf-8"))
    pages = tuple(PageText(**page) for page in record["pages"])
    return Paper(file, pages, tuple(record["rules"]), record["seconds"]) if pages else None


def _measured(source: SourceFile) -> dict[str, Any]:
    """Page texts, what the rules make of them, and the seconds of each step."""
    start = perf_counter()
    document = read(source, limits=ReadLimits(scanned_pages=OCR_PAGES))
    was_read = perf_counter()
    sections = classify(document)
    was_classified = perf_counter()
    rules = [document_to_json(extract(document, section)) for section in sections]
    seconds = {
        "read": was_read - start,
        "classify": was_classified - was_read,
        "extract": perf_counter() - was_classified,
    }
    return {"pages": [_page(page) for page in document.pages], "rules": rules, "seconds": seconds}


def _page(page: Page) -> dict[str, Any]:
    return {"number": page.number, "text": page.text, "scanned": page.origin is Origin.OCR}


__all__ = ["CACHE", "FORMER", "REAL", "TRAIN", "PageText", "Paper", "is_former", "papers"]


if __name__ == "__main__":
    for each in (FORMER, TRAIN, REAL):
        count = sum(len(paper.pages) for paper in papers(each))
        print(f"{each}: {count} pages read")
