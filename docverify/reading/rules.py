"""The straight rules drawn on a page, as displayed: what tables are made of.

Every straight part of a path counts, and a filled rectangle thin enough to be a rule. The number of objects looked at
is bounded: a page with more rules than a table can have is no table.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import pypdfium2.raw as pdfium_c

from docverify.facts.evidence import Box
from docverify.reading.text_layer import TextPage

MOST_OBJECTS = 6000
MOST_POINTS = 40_000
MOST_RULES = 3000
THIN = 2.5  # points; a filled rectangle no thicker is a rule
LEAST = 4.0  # points; a shorter rule is a tick or a dot
Matrix: TypeAlias = tuple[float, float, float, float, float, float]
Point: TypeAlias = tuple[float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A horizontal or vertical rule from `(x0, y0)` to `(x1, y1)`."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def is_upright(self) -> bool:
        """Whether it runs from top to bottom."""
        return self.x0 == self.x1


def rulings_of(opened: TextPage) -> tuple[Ruling, ...]:
    """Every rule of the page; none when there are more than a table can have."""
    rules: list[Ruling] = []
    points = 0
    for path, matrix in _paths(opened.page.raw):
        corners = list(_runs(path, matrix))
        points += sum(map(len, corners))
        for run in corners:
            rules += _rules(opened, run)
        if points > MOST_POINTS or len(rules) > MOST_RULES:
            return ()
    return tuple(rules)


def _paths(page: Any) -> Iterator[tuple[Any, Matrix]]:
    for at in range(min(pdfium_c.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        yield from _inside(pdfium_c.FPDFPage_GetObject(page, at), IDENTITY, 0)


def _inside(item: Any, outer: Matrix, depth: int) -> Iterator[tuple[Any, Matrix]]:
    """The object if it is a path, or the paths of the form."""
    kind = pdfium_c.FPDFPageObj_GetType(item)
    if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
        yield item, _times(_matrix(item), outer)
    elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < 4:
        matrix = _times(_matrix(item), outer)
        for at in range(min(pdfium_c.FPDFFormObj_CountObjects(item), MOST_OBJECTS)):
            yield from _inside(pdfium_c.FPDFFormObj_GetObject(item, at), matrix, depth + 1)


def _matrix(item: Any) -> Matrix:
    found = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(item, found):
        return IDENTITY
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(one: Matrix, two: Matrix) -> Matrix:
    """First `one`, then `two`."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _runs(path: Any, matrix: Matrix) -> Iterator[list[Point]]:
    """The path's straight runs, corner by corner."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    run: list[Point] = []
    for at in range(min(pdfium_c.FPDFPath_CountSegments(path), MOST_POINTS)):
        segment = pdfium_c.FPDFPath_GetPathSegment(path, at)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if pdfium_c.FPDFPathSegment_GetType(segment) != pdfium_c.FPDF_SEGMENT_LINETO and run:
            yield run
            run = []
        run.append(point)
        if pdfium_c.FPDFPathSegment_GetClose(segment) and len(run) > 1:
            yield [*run, run[0]]
            run = []
    if run:
        yield run


def _rules(opened: TextPage, run: list[Point]) -> Iterator[Ruling]:
    xs, ys = [x for x, _ in run], [y for _, y in run]
    box = opened.frame.displayed(min(xs), min(ys), max(xs), max(ys))
    if len(run) >= 4 and min(box[2] - box[0], box[3] - box[1]) <= THIN:
        yield from _middle(box)
        return
    for (x0, y0), (x1, y1) in zip(run, run[1:], strict=False):
        yield from _middle(opened.frame.displayed(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))


def _middle(box: Box) -> Iterator[Ruling]:
    """The rule along the middle of a thin box; nothing when the box is not thin or too short."""
    x0, y0, x1, y1 = box
    if y1 - y0 <= THIN and x1 - x0 >= LEAST:
        yield Ruling(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
    elif x1 - x0 <= THIN and y1 - y0 >= LEAST:
        yield Ruling((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)
