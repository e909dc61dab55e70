"""Ruled tables by PDFium's drawn rules beside pdfplumber's: cells found by both, by one only, and milliseconds a page.

usage: python -m tests.bench.bench_tables PDF-OR-FOLDER… [--pages N] [--differences]

Only pages with text of their own on which either finds a table count. A cell has the same box when what both boxes share
is 0.7 of what they cover together, and the same words, blanks apart. `--differences` lists the cells that only one of them found.
"""

import argparse
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time

import pdfplumber

from docverify.errors import UnreadableInput
from docverify.facts.evidence import Box, Origin
from docverify.facts.source import SourceFile
from docverify.reading.page import Page
from docverify.reading.read import read

SHARED = 0.7
Cell = tuple[Box, str]


@dataclass
class Tally:
    """What was counted."""

    pages: int = 0
    ours: int = 0
    theirs: int = 0
    same: int = 0
    same_box: int = 0
    our_seconds: float = 0.0
    their_seconds: float = 0.0
    only: list[str] = field(default_factory=list)


def words(text: str | None) -> str:
    return "".join((text or "").split())


def near(one: Box, two: Box) -> bool:
    width = min(one[2], two[2]) - max(one[0], two[0])
    height = min(one[3], two[3]) - max(one[1], two[1])
    if width <= 0 or height <= 0:
        return False
    return width * height >= SHARED * (area(one) + area(two) - width * height)


def area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def our_cells(page: Page) -> list[Cell]:
    return [(cell.box, words(cell.text)) for table in page.tables for row in table.rows for cell in row if cell]


def their_cells(page: "pdfplumber.page.Page") -> list[Cell]:
    found = []
    for table in page.find_tables():
        if len(table.cells) > 1:
            for row, texts in zip(table.rows, table.extract(), strict=True):
                found += [(box, words(text)) for box, text in zip(row.cells, texts, strict=True) if box]
    return found


def compare(path: Path, tally: Tally, *, pages: int) -> None:
    content = path.read_bytes()
    document = read(SourceFile.of(path.name, content), ocr=False)
    with pdfplumber.open(path) as plumbed:
        for page in document.pages[:pages]:
            if page.origin is not Origin.TEXT or page.number > len(plumbed.pages):
                continue
            began = process_time()
            ours = our_cells(page)
            between = process_time()
            theirs = their_cells(plumbed.pages[page.number - 1])
            plumbed.pages[page.number - 1].close()
            done = process_time()
            if ours or theirs:
                tally.pages += 1
                tally.our_seconds += between - began
                tally.their_seconds += done - between
                count(ours, theirs, tally, f"{path.name} p. {page.number}")


def count(ours: list[Cell], theirs: list[Cell], tally: Tally, where: str) -> None:
    left = list(theirs)
    tally.ours += len(ours)
    tally.theirs += len(theirs)
    for box, text in ours:
        twin = next((other for other in left if near(box, other[0])), None)
        if twin is None:
            tally.only.append(f"only ours      {where}: {text[:60]!r}")
            continue
        left.remove(twin)
        tally.same_box += 1
        tally.same += twin[1] == text
        if twin[1] != text:
            tally.only.append(f"other words    {where}: {text[:40]!r} / {twin[1][:40]!r}")
    tally.only += [f"only pdfplumber {where}: {text[:60]!r}" for _, text in left]


def files(paths: Iterable[Path]) -> list[Path]:
    return [file for path in paths for file in (sorted(path.rglob("*.pdf")) if path.is_dir() else [path])]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--pages", type=int, default=12, help="pages looked at of each file")
    parser.add_argument("--differences", action="store_true")
    wanted = parser.parse_args()
    tally = Tally()
    for path in files(wanted.paths):
        try:
            compare(path, tally, pages=wanted.pages)
        except UnreadableInput:
            continue
    print(f"{tally.pages} pages with a ruled table")
    print(f"cells: PDFium's rules {tally.ours}, pdfplumber {tally.theirs}")
    print(f"       same box {tally.same_box}, same box and words {tally.same}")
    print(f"ms a page: PDFium's rules {1000 * tally.our_seconds / max(tally.pages, 1):.1f}", end=", ")
    print(f"pdfplumber {1000 * tally.their_seconds / max(tally.pages, 1):.1f}")
    if wanted.differences:
        print("\n".join(tally.only))


if __name__ == "__main__":
    main()
