"""What is drawn on a page besides text: pictures, curved strokes, ink annotations; where a signature or stamp may be.

Looks at a bounded number of objects, because a hostile or merely elaborate page may hold a million.
"""

import ctypes
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pypdfium2.raw as pdfium_c

from docverify.facts.evidence import Box
from docverify.reading.page import Mark, union
from docverify.reading.text_layer import TextPage

MOST_OBJECTS = 3000
MOST_STROKES = 400
MANY_STROKES = 120
LEAST_WIDTH = 15.0  # points; a smaller stroke is an ornament or a tick
CURVES = 3  # a drawn path with fewer bends is a rule or a rounded frame
_FORM = pdfium_c.FPDF_PAGEOBJ_FORM
INK = (pdfium_c.FPDF_ANNOT_INK, pdfium_c.FPDF_ANNOT_STAMP)


def picture_share(opened: TextPage) -> float:
    """The share of the page that its largest picture covers."""
    width, height = opened.frame.size
    area = max(width * height, 1.0)
    return max((_area(mark.box) / area for mark in _pictures(opened)), default=0.0)


def marks_of(opened: TextPage) -> tuple[Mark, ...]:
    """Every picture, every cluster of curved strokes and every ink annotation or stamp of the page."""
    strokes = [box for box in _strokes(opened) if _area(box) > 0]
    groups = [box for box in clusters(strokes, reach=6.0) if box[2] - box[0] >= LEAST_WIDTH]
    return (*_pictures(opened), *(Mark("ink", box) for box in groups), *_annotations(opened))


def may_be_stamp(mark: Mark) -> bool:
    """Whether the mark is of a kind and size that a stamp can have."""
    x0, y0, x1, y1 = mark.box
    width, height = x1 - x0, y1 - y0
    return mark.kind in ("picture", "ink", "annotation") and 28 <= height <= 175 and 28 <= width <= 230


def spots_of(opened: TextPage) -> list[Box]:
    """Where pictures and curved strokes stand; the whole page where strokes are many, as in text drawn as outlines."""
    strokes = list(islice(_strokes(opened), MANY_STROKES + 1))
    if len(strokes) > MANY_STROKES:
        return [(0.0, 0.0, *opened.frame.size)]
    forms = [
        _box(opened, item) for kind, item in _objects(opened.page.raw) if kind == _FORM and _curves_in(item, 0) > 3
    ]
    drawn = [mark.box for mark in _pictures(opened)] + [box for box in forms if box is not None]
    return drawn + [box for box in strokes if _area(box) > 0]


def _curves_in(form: Any, depth: int) -> int:
    """How many bent paths the form holds, counted no further than matters."""
    curves = 0
    for at in range(min(pdfium_c.FPDFFormObj_CountObjects(form), 200)):
        item = pdfium_c.FPDFFormObj_GetObject(form, at)
        kind = pdfium_c.FPDFPageObj_GetType(item)
        if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            curves += _bends(item) >= CURVES
        elif kind == _FORM and depth < 3:
            curves += _curves_in(item, depth + 1)
        if curves > 3:
            break
    return curves


def clusters(boxes: list[Box], *, reach: float) -> list[Box]:
    """Boxes joined with those that lie within `reach` of them."""
    joined: list[Box] = []
    for box in sorted(boxes)[:MOST_STROKES]:
        near = [other for other in joined if _near(other, box, reach)]
        joined = [other for other in joined if other not in near]
        joined.append(union([box, *near]))
    return joined


def _near(one: Box, two: Box, reach: float) -> bool:
    return (
        one[0] - reach <= two[2] and two[0] - reach <= one[2] and one[1] - reach <= two[3] and two[1] - reach <= one[3]
    )


def _area(box: Box) -> float:
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def _objects(page: Any) -> Iterator[tuple[int, Any]]:
    """The page's objects with their kinds."""
    for at in range(min(pdfium_c.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        item = pdfium_c.FPDFPage_GetObject(page, at)
        yield pdfium_c.FPDFPageObj_GetType(item), item


def _pictures(opened: TextPage) -> list[Mark]:
    """Picture objects, and forms that hold one."""
    found = []
    for kind, item in _objects(opened.page.raw):
        is_form = kind == pdfium_c.FPDF_PAGEOBJ_FORM
        if kind == pdfium_c.FPDF_PAGEOBJ_IMAGE or (is_form and _holds_picture(item, 0)):
            box = _box(opened, item)
            if box is not None:
                found.append(Mark("picture", box))
    return found


def _holds_picture(form: Any, depth: int) -> bool:
    for at in range(min(pdfium_c.FPDFFormObj_CountObjects(form), 200)):
        item = pdfium_c.FPDFFormObj_GetObject(form, at)
        kind = pdfium_c.FPDFPageObj_GetType(item)
        if kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            return True
        if kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < 3 and _holds_picture(item, depth + 1):
            return True
    return False


def _strokes(opened: TextPage) -> Iterator[Box]:
    """Paths that bend several times."""
    for kind, item in _objects(opened.page.raw):
        if kind == pdfium_c.FPDF_PAGEOBJ_PATH and _bends(item) >= CURVES:
            box = _box(opened, item)
            if box is not None:
                yield box


def _bends(path: Any) -> int:
    count = min(pdfium_c.FPDFPath_CountSegments(path), 200)
    bends = 0
    for at in range(count):
        kind = pdfium_c.FPDFPathSegment_GetType(pdfium_c.FPDFPath_GetPathSegment(path, at))
        bends += kind == pdfium_c.FPDF_SEGMENT_BEZIERTO
    # a stroke may also be drawn as many short straight lines
    return bends if count <= 24 else max(bends, CURVES)


def _annotations(opened: TextPage) -> Iterator[Mark]:
    page = opened.page.raw
    for at in range(min(pdfium_c.FPDFPage_GetAnnotCount(page), 500)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page, at)
        if not annotation:
            continue
        rect = pdfium_c.FS_RECTF()
        if pdfium_c.FPDFAnnot_GetSubtype(annotation) in INK and pdfium_c.FPDFAnnot_GetRect(annotation, rect):
            yield Mark("annotation", opened.frame.displayed(rect.left, rect.bottom, rect.right, rect.top))
        pdfium_c.FPDFPage_CloseAnnot(annotation)


def _box(opened: TextPage, item: Any) -> Box | None:
    """The object's box as displayed, cut to the visible page; None when nothing of it shows."""
    left, bottom, right, top = ctypes.c_float(), ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
    if not pdfium_c.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    width, height = opened.frame.size
    x0, y0, x1, y1 = opened.frame.displayed(left.value, bottom.value, right.value, top.value)
    x0, y0, x1, y1 = max(x0, 0.0), max(y0, 0.0), min(x1, width), min(y1, height)
    return (round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2)) if x1 > x0 and y1 > y0 else None
