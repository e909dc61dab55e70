"""Milliseconds of processor time a page: PDFium's plain text, `read()`, and `read()` with lines, over the born-digital PDFs given.

usage: python tests/bench/bench_reading.py PDF-OR-FOLDER… [--rounds N]
"""

import argparse
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pypdfium2 as pdfium

from docverify.errors import UnreadableInput
from docverify.facts.source import SourceFile
from docverify.reading.page import ReadDocument
from docverify.reading.read import read


def plain(source: SourceFile) -> int:
    pdf = pdfium.PdfDocument(source.content)
    for number in range(len(pdf)):
        page = pdf[number]
        textpage = page.get_textpage()
        textpage.get_text_range()
        textpage.close()
        page.close()
    return len(pdf)


def reading(source: SourceFile) -> int:
    return read(source, ocr=False).page_count


def _touched(source: SourceFile, touch: Callable[[ReadDocument], None]) -> int:
    document = read(source, ocr=False)
    touch(document)
    return document.page_count


def with_lines(source: SourceFile) -> int:
    return _touched(source, lambda document: [page.lines for page in document.pages] and None)


def with_tables(source: SourceFile) -> int:
    return _touched(source, lambda document: [page.tables for page in document.pages] and None)


def born_digital(path: Path) -> SourceFile | None:
    source = SourceFile.of(path.name, path.read_bytes())
    try:
        return None if read(source, ocr=False).unread else source
    except UnreadableInput as error:
        print(f"left out {path}: {error}")
        return None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    files = [f for p in arguments.paths for f in (sorted(p.rglob("*.pdf")) if p.is_dir() else [p])]
    sources = [source for path in files if (source := born_digital(path)) is not None]
    base = 0.0
    for name, function in (("plain", plain), ("read", reading), ("lines", with_lines), ("tables", with_tables)):
        best = float("inf")
        for _ in range(arguments.rounds):
            began = process_time()
            pages = sum(function(source) for source in sources)
            best = min(best, (process_time() - began) / pages * 1000)
        base = base or best
        print(f"{name:8}{best:8.2f} ms a page  x {best / base:.2f}   ({pages} pages of {len(sources)} files)")


if __name__ == "__main__":
    main()
