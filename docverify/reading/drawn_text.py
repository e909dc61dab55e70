"""Text that a page draws as pictures or outlines beside its own text: a letterhead as a logo, a maker's name as curves.

Two tests come before any OCR, each dearer than the one before: are there pictures or curves at all, and does what is
drawn outside the page's own words stand in rows of glyph-like shapes. Only those rows are recognised, without the
search for lines that makes OCR slow. Imported only where the first test says yes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from statistics import median
from typing import Any

import cv2
import numpy as np

from docverify.facts.evidence import Box
from docverify.reading.drawn import clusters
from docverify.reading.layout import Piece
from docverify.reading.page import union
from docverify.reading.picture import Picture, Pixels

LOOK_DPI = 120.0
MOST_SPOTS = 8
CONTRAST = 30  # a watermark is paler
BAND, MOST_OPEN = 12.0, 12
LOWEST, HIGHEST = 3.0, 40.0  # points, of a glyph
LEAST_GLYPHS = 5
MOST_SHAPES = 4000
LEVEL = 0.2  # of the height, by which bottoms of one row may differ
LEAST_CONFIDENCE = 0.9
AROUND = 4.0  # points


@dataclass(frozen=True, slots=True)
class _Row:
    """Shapes that stand side by side on one line."""

    shapes: list[Box]

    @property
    def box(self) -> Box:
        return union(self.shapes)


def rows_of_shapes(page: Any, size: tuple[float, float], drawn: Sequence[Box], taken: Sequence[Box]) -> list[Box]:
    """Where the PDFium page draws rows of glyph-like shapes, in points as displayed.

    Looked at are the boxes `drawn`, without the boxes `taken` by the page's own words.
    """
    spots = clusters(list(drawn), reach=AROUND)
    if len(spots) > MOST_SPOTS:
        spots = [union(spots)]
    return [box for spot in spots for box in _rows_in(page, size, spot, taken)]


def _rows_in(page: Any, size: tuple[float, float], spot: Box, taken: Sequence[Box]) -> list[Box]:
    left, top = max(0.0, spot[0] - AROUND), max(0.0, spot[1] - AROUND)
    right, bottom = max(0.0, size[0] - spot[2] - AROUND), max(0.0, size[1] - spot[3] - AROUND)
    if min(size[0] - left - right, size[1] - top - bottom) < LOWEST:
        return []
    bitmap = page.render(scale=LOOK_DPI / 72, crop=(left, bottom, right, top), may_draw_forms=True, grayscale=True)
    grey = np.array(bitmap.to_numpy(), copy=True).reshape(bitmap.height, bitmap.width)
    bitmap.close()
    words = [(x0 - left, y0 - top, x1 - left, y1 - top) for x0, y0, x1, y1 in taken]
    boxes: list[Box] = []
    for polarity, offset in ((cv2.THRESH_BINARY_INV, CONTRAST), (cv2.THRESH_BINARY, -CONTRAST)):  # dark, light letters
        strokes = cv2.adaptiveThreshold(grey, 1.0, cv2.ADAPTIVE_THRESH_MEAN_C, polarity, 51, offset)
        boxes += [_shifted(row.box, left, top) for row in _rows(_shapes(np.asarray(strokes, np.uint8), words))]
    return boxes


def _shapes(strokes: Pixels, taken: Sequence[Box]) -> list[Box]:
    """The boxes, in points, of connected shapes as high as glyphs, outside the page's own words."""
    unit = LOOK_DPI / 72
    for x0, y0, x1, y1 in taken:
        if x1 > 0 and y1 > 0:
            top, left = max(0, int((y0 - 1.5) * unit)), max(0, int((x0 - 1.5) * unit))
            strokes[top : int((y1 + 1.5) * unit) + 1, left : int((x1 + 1.5) * unit) + 1] = 0
    _, _, stats, _ = cv2.connectedComponentsWithStats(strokes, connectivity=8)
    _, _, w, h, area = (stats[1:, column] for column in range(5))
    is_glyph = (h >= LOWEST * unit) & (h <= HIGHEST * unit) & (w <= 4 * h) & (area >= 0.12 * w * h)
    chosen = stats[1:][is_glyph][:MOST_SHAPES, :4].astype(float) / unit
    return [(x0, y0, x0 + width, y0 + height) for x0, y0, width, height in chosen.tolist()]


def _rows(shapes: list[Box]) -> list[_Row]:
    """Rows of enough shapes whose bottoms are level, as those of letters are and those of a photograph are not."""
    rows: list[_Row] = []
    by_height: dict[int, list[_Row]] = {}
    for shape in sorted(shapes):
        band = int((shape[1] + shape[3]) / 2 / BAND)
        near = [row for at in (band, band - 1, band + 1) for row in by_height.get(at, [])[-MOST_OPEN:]]
        row = next((row for row in near if _follows(row.shapes, shape)), None)
        if row is None:
            row = _Row([shape])
            rows.append(row)
            by_height.setdefault(band, []).append(row)
        else:
            row.shapes.append(shape)
    return [row for row in rows if len(row.shapes) >= LEAST_GLYPHS and _is_level(row.shapes)]


def _follows(row: list[Box], shape: Box) -> bool:
    last = row[-1]
    height = max(last[3] - last[1], shape[3] - shape[1])
    lower = min(last[3] - last[1], shape[3] - shape[1])
    shared = min(last[3], shape[3]) - max(last[1], shape[1])
    return shape[0] - last[2] < 1.2 * height and shared > 0.6 * lower and lower > 0.45 * height


def _is_level(row: list[Box]) -> bool:
    height = median(box[3] - box[1] for box in row)
    bottom = median(box[3] for box in row)
    level = sum(abs(box[3] - bottom) < LEVEL * height for box in row)
    return level >= 0.6 * len(row)


class Recognised:
    """Words of drawn rows; a letterhead that looks the same on every page is recognised once."""

    def __init__(self) -> None:
        """Nothing recognised yet."""
        self._known: dict[bytes, list[Piece]] = {}

    def words(self, picture: Picture, rows: Sequence[Box], pieces_at: Any) -> list[Piece]:
        """The words in those rows of the page's picture, by one call of `pieces_at`; unsure ones are left out."""
        key = _looks(picture, rows)
        if key not in self._known:
            self._known[key] = pieces_at(picture.pixels, rows, dpi=picture.dpi)
        return [piece for piece in self._known[key] if piece.word.confidence >= LEAST_CONFIDENCE]


def _looks(picture: Picture, rows: Sequence[Box]) -> bytes:
    """What tells one set of drawn rows from another."""
    unit = picture.dpi / 72
    seen = sha256(repr(rows).encode())
    for row in rows:
        x0, y0, x1, y1 = (max(0, int(value * unit)) for value in row)
        seen.update(picture.pixels[y0:y1, x0:x1].tobytes())
    return seen.digest()


def _shifted(box: Box, dx: float, dy: float) -> Box:
    return (round(box[0] + dx, 2), round(box[1] + dy, 2), round(box[2] + dx, 2), round(box[3] + dy, 2))
